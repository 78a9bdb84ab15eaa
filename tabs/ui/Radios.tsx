import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useRadioClass } from './tickClass.ts';

const useStyles = makeStyles({
  radios: { display: 'grid', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  beside: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXS },
  choice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    cursor: 'pointer',
  },
});

type RadiosProps<Value extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly name: ReactNode }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  /** Few short ones stand beside each other. */
  readonly areShort?: boolean;
};

/** One of a few, one below the other unless they are short. */
export function Radios<Value extends string>({ label, choices, chosen, onChoose, areShort }: RadiosProps<Value>) {
  const radioClass = useRadioClass();
  const styles = useStyles();
  const name = useId();
  return (
    <fieldset className={mergeClasses(styles.radios, areShort && styles.beside)}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map(({ value, name: words }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            className={radioClass}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
