import { folded, kudosLimits } from '#contract/limits';
import {
  makeStyles,
  TagPicker,
  TagPickerControl,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { ChosenPeople } from './ChosenPeople.tsx';

const useStyles = makeStyles({
  option: { columnGap: tokens.spacingHorizontalS },
  hint: { padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
});

// A list of five hundred is no help; the name is typed faster than scrolled to.
const shownAtOnce = 30;

type WhomPickerProps = {
  readonly to: readonly string[];
  readonly onChange: (to: readonly string[]) => void;
  readonly problem: string | null;
};

/** One to ten others of this team, found by typing any part of their name. */
export function WhomPicker({ to, onChange, problem }: WhomPickerProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const { members, me } = useTeam();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const isFull = to.length >= kudosLimits.to;
  const wanted = folded(typed.trim());
  const fitting = members
    .filter(({ id, name }) => id !== me.id && !to.includes(id) && folded(name).includes(wanted))
    .sort((one, other) => startsFirst(one.name, other.name, wanted) || one.name.localeCompare(other.name, locale));

  function takeOut(id: string) {
    onChange(to.filter((other) => other !== id));
    input.current?.focus();
  }

  return (
    <Labelled label={t('give.to')} problem={problem}>
      {(described) => (
        <TagPicker
          // Inside of the form, so that it is a part of it for everybody; fixed, so that the form does not cut it off.
          inline
          positioning={{ strategy: 'fixed' }}
          open={isOpen}
          onOpenChange={(_event, { open }) => setIsOpen(open)}
          selectedOptions={[...to]}
          onOptionSelect={(_event, { selectedOptions }) => {
            onChange(selectedOptions.slice(0, kudosLimits.to));
            setTyped('');
          }}
        >
          <TagPickerControl>
            {to.length > 0 && <ChosenPeople ids={to} onTakeOut={takeOut} />}
            <TagPickerInput
              {...described}
              ref={input}
              value={typed}
              placeholder={to.length === 0 ? t('give.to.hint') : undefined}
              onChange={({ target }) => {
                setTyped(target.value);
                // Keyboards of phones type without keys.
                setIsOpen(true);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Backspace' && typed === '' && to.length > 0) takeOut(to.at(-1)!);
              }}
            />
          </TagPickerControl>
          <TagPickerList>
            {isFull && <span className={styles.hint}>{t('give.to.full')}</span>}
            {!isFull && fitting.length === 0 && <span className={styles.hint}>{t('give.to.none')}</span>}
            {!isFull &&
              fitting.slice(0, shownAtOnce).map((person) => (
                <TagPickerOption
                  key={person.id}
                  className={styles.option}
                  value={person.id}
                  text={person.name}
                  media={<Face person={person} size={32} />}
                >
                  {person.name}
                </TagPickerOption>
              ))}
            {!isFull && fitting.length > shownAtOnce && <span className={styles.hint}>{t('give.to.more')}</span>}
          </TagPickerList>
        </TagPicker>
      )}
    </Labelled>
  );
}

/** Names that begin with what was typed come before those that only contain it. */
const startsFirst = (one: string, other: string, wanted: string) =>
  Number(folded(other).startsWith(wanted)) - Number(folded(one).startsWith(wanted));
