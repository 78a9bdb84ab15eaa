import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { useInputClass } from './inputClass.tsx';
import { Labelled } from './Labelled.tsx';

const useStyles = makeStyles({
  frame: { position: 'relative', display: 'block' },
  select: { appearance: 'none', paddingInlineEnd: '36px', textOverflow: 'ellipsis', cursor: 'pointer' },
  chevron: {
    position: 'absolute',
    display: 'flex',
    insetBlock: 0,
    insetInlineEnd: tokens.spacingHorizontalMNudge,
    alignItems: 'center',
    color: tokens.colorNeutralStrokeAccessible,
    pointerEvents: 'none',
  },
});

type SelectFieldProps<Value extends string | number> = {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  readonly hint?: string;
};

/** One of some, in the browser's own list: every phone and every keyboard knows it. */
export function SelectField<Value extends string | number>(props: SelectFieldProps<Value>) {
  const { label, choices, chosen, onChoose, hint } = props;
  const inputClass = useInputClass();
  const styles = useStyles();
  return (
    <Labelled label={label} hint={hint}>
      {(described) => (
        <span className={styles.frame}>
          <select
            {...described}
            className={mergeClasses(inputClass, styles.select)}
            value={chosen}
            onChange={({ target }) => onChoose(choices[target.selectedIndex]!.value)}
          >
            {choices.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
          <span aria-hidden className={styles.chevron}>
            <ChevronDown20Regular />
          </span>
        </span>
      )}
    </Labelled>
  );
}
