import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Info20Filled } from '@fluentui/react-icons/headless/svg/info';
import { Warning20Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { ReactNode } from 'react';

const useBarClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: tokens.spacingHorizontalS,
  padding: tokens.spacingVerticalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorStatusWarningBackground1,
  overflowWrap: 'anywhere',
});

const useStyles = makeStyles({
  note: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { display: 'flex', color: tokens.colorStatusWarningForeground3 },
  noteIcon: { color: tokens.colorNeutralForeground3 },
  title: { fontWeight: tokens.fontWeightSemibold },
  actions: {
    gridColumn: '2',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

type ProblemBarProps = {
  /** `note` is for what went differently than expected, but is nobody's mistake. */
  readonly kind?: 'problem' | 'note';
  /** What happened. */
  readonly title: ReactNode;
  /** What is safe, and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
};

/** Said where it happened, and read aloud. */
export function ProblemBar({ kind = 'problem', title, children, actions, className }: ProblemBarProps) {
  const barClass = useBarClass();
  const styles = useStyles();
  const isNote = kind === 'note';
  return (
    <div role={isNote ? 'status' : 'alert'} className={mergeClasses(barClass, isNote && styles.note, className)}>
      <span className={mergeClasses(styles.icon, isNote && styles.noteIcon)}>
        {isNote ? <Info20Filled /> : <Warning20Filled />}
      </span>
      <div>
        <span className={styles.title}>{title}</span> {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
