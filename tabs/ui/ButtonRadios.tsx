import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useChoiceClass = makeResetStyles({
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  boxSizing: 'border-box',
  minHeight: '32px',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  ':has(:focus-visible)': {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '1px',
  },
});

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXXS },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(60px, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
  chosen: {
    ...shorthands.borderColor('transparent'),
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover, color: tokens.colorNeutralForegroundOnBrand },
    // Without colours the chosen one is the one with the thick edge.
    '@media (forced-colors: active)': {
      ...shorthands.borderColor('Highlight'),
      ...shorthands.borderWidth(tokens.strokeWidthThicker),
    },
  },
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
});

type ButtonRadiosProps<Value extends number> = {
  readonly label: string;
  /** `name` is the whole word, `short` what there is room for. */
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly short: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, side by side: real radio buttons, drawn as buttons. */
export function ButtonRadios<Value extends number>({ label, choices, chosen, onChoose }: ButtonRadiosProps<Value>) {
  const choiceClass = useChoiceClass();
  const styles = useStyles();
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {choices.map(({ value, name, short }) => (
          <label key={value} className={mergeClasses(choiceClass, value === chosen && styles.chosen)}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              className={styles.radio}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span aria-hidden>{short}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
