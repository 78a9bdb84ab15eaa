import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Problem } from './Labelled.tsx';

const useChoiceClass = makeResetStyles({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  boxSizing: 'border-box',
  minHeight: '32px',
  paddingInline: tokens.spacingHorizontalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusCircular,
  color: tokens.colorNeutralForeground2,
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  ':has(:focus-visible)': {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '1px',
  },
});

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, border: 'none' },
  legend: { marginBlockEnd: tokens.spacingVerticalXXS, padding: 0 },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    // Without colours the chosen one is the one with the thick edge.
    '@media (forced-colors: active)': { ...shorthands.borderWidth(tokens.strokeWidthThicker) },
  },
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
});

type ChoicesProps = {
  readonly label: string;
  readonly choices: readonly { readonly value: string | null; readonly name: string }[];
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
  readonly problem?: string | null;
};

/** One of a few, as tags: real radio buttons, so the arrow keys and screen readers know them. */
export function Choices({ label, choices, chosen, onChoose, problem }: ChoicesProps) {
  const choiceClass = useChoiceClass();
  const styles = useStyles();
  const name = useId();
  return (
    <div>
      <fieldset className={styles.choices} aria-describedby={problem ? `${name}-problem` : undefined}>
        <legend className={styles.legend}>{label}</legend>
        {choices.map(({ value, name: words }) => (
          <label key={value} className={mergeClasses(choiceClass, value === chosen && styles.chosen)}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {problem && <Problem id={`${name}-problem`}>{problem}</Problem>}
    </div>
  );
}
