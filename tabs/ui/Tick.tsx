import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTickClass } from './tickClass.ts';

const useLabelClass = makeResetStyles({
  display: 'flex',
  alignItems: 'flex-start',
  columnGap: tokens.spacingHorizontalM,
  boxSizing: 'border-box',
  minHeight: '28px',
  paddingBlock: tokens.spacingVerticalXS,
  cursor: 'pointer',
});

const useStyles = makeStyles({
  box: { marginBlockStart: tokens.spacingVerticalXXS },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  done: { color: tokens.colorNeutralForeground3 },
});

type TickProps = {
  readonly isDone: boolean;
  readonly onChange: (isDone: boolean) => void;
  readonly children: ReactNode;
};

/** Done or not done, by mouse, finger and keyboard. */
export function Tick({ isDone, onChange, children }: TickProps) {
  const labelClass = useLabelClass();
  const tickClass = useTickClass();
  const styles = useStyles();
  // What was pressed shows in the same moment; what is so, whenever it changes.
  const [shown, setShown] = useState(isDone);
  const [known, setKnown] = useState(isDone);
  if (known !== isDone) {
    setKnown(isDone);
    setShown(isDone);
  }

  function handleChange(next: boolean) {
    setShown(next);
    onChange(next);
  }

  return (
    <label className={labelClass}>
      <input
        type="checkbox"
        className={mergeClasses(tickClass, styles.box)}
        checked={shown}
        onChange={({ target }) => handleChange(target.checked)}
      />
      <span dir="auto" className={mergeClasses(styles.words, shown && styles.done)}>
        {children}
      </span>
    </label>
  );
}
