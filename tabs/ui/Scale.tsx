import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useRadioClass } from './tickClass.ts';

const useStyles = makeStyles({
  scale: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXS },
  // The circles, not the room around them that a finger needs, stand on the edges.
  places: { display: 'flex', justifyContent: 'space-between', marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
  place: { display: 'grid', placeContent: 'center', width: '32px', height: '32px', cursor: 'pointer' },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type ScaleProps<Value extends number> = {
  readonly label: string;
  /** From the lowest on, each with its word; the two at the ends are shown. */
  readonly places: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
};

/** One of some places between two words: real radio buttons, so arrow keys move along it. */
export function Scale<Value extends number>({ label, places, chosen, onChoose }: ScaleProps<Value>) {
  const radioClass = useRadioClass();
  const styles = useStyles();
  const group = useId();
  return (
    <fieldset className={styles.scale}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.places}>
        {places.map(({ value, name }) => (
          <label key={value} className={styles.place}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              className={radioClass}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
          </label>
        ))}
      </div>
      <div aria-hidden className={styles.ends}>
        <span>{places[0]?.name}</span>
        <span>{places.at(-1)?.name}</span>
      </div>
    </fieldset>
  );
}
