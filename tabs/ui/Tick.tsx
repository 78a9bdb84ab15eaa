import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
  return (
    <label className={labelClass}>
      <input
        type="checkbox"
        className={mergeClasses(tickClass, styles.box)}
        checked={isDone}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span dir="auto" className={mergeClasses(styles.words, isDone && styles.done)}>
        {children}
      </span>
    </label>
  );
}
