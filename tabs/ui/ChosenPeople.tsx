import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { Face } from './Face.tsx';

const useChipClass = makeResetStyles({
  display: 'flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalXS,
  minHeight: '24px',
  margin: 0,
  paddingBlock: 0,
  paddingInline: `${tokens.spacingHorizontalXXS} ${tokens.spacingHorizontalS}`,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusCircular,
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground2,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase200,
  textAlign: 'start',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground2Hover },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    paddingBlock: '3px',
    paddingInline: 0,
    listStyleType: 'none',
  },
});

type ChosenPeopleProps = {
  readonly ids: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly onTakeOut: (id: string) => void;
};

/** Who is chosen, each a button that takes them out again. Fluent's tags look the same and weigh as much as all of a form. */
export function ChosenPeople({ ids, members, onTakeOut }: ChosenPeopleProps) {
  const chipClass = useChipClass();
  const styles = useStyles();
  const { t } = useText();
  const hint = useId();
  const people = ids.map((id) => members.find((member) => member.id === id) ?? { id, name: t('person.left') });
  return (
    <>
      <ul role="list" aria-label={t('give.to.chosen')} className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={chipClass} aria-describedby={hint} onClick={() => onTakeOut(person.id)}>
              <Face person={person} size={20} />
              {person.name}
              <Dismiss12Regular />
            </button>
          </li>
        ))}
      </ul>
      <span id={hint} hidden>
        {t('give.to.takeOut')}
      </span>
    </>
  );
}
