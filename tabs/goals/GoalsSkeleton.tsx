import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useColumnsClass } from './columns.ts';

const appear = { from: { opacity: 0 }, to: { opacity: 1 } };

const useStyles = makeStyles({
  late: {
    animationName: appear,
    animationDuration: tokens.durationFast,
    animationDelay: '300ms',
    animationFillMode: 'backwards',
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '1ms' },
  },
  sheets: { display: 'grid', rowGap: tokens.spacingVerticalM },
  sheet: { display: 'grid', rowGap: tokens.spacingVerticalM },
  lines: { display: 'grid', rowGap: tokens.spacingVerticalS },
  bar: { height: '16px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1 },
  title: { height: '28px', width: '60%', maxWidth: '360px' },
  short: { width: '40%' },
  plot: { height: '108px' },
});

/** The goals while they are on their way, in the shape in which they will come. */
export function GoalsSkeleton() {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div role="status" aria-label={t('goals.waiting')} className={mergeClasses(styles.sheets, styles.late)}>
      <GoalSkeleton />
      <Sheet aria-hidden>
        <div className={mergeClasses(styles.bar, styles.short)} />
      </Sheet>
    </div>
  );
}

export function GoalSkeleton() {
  const styles = useStyles();
  const columnsClass = useColumnsClass();
  return (
    <Sheet roomy aria-hidden className={mergeClasses(styles.sheet, styles.late)}>
      <div className={mergeClasses(styles.bar, styles.title)} />
      <div className={styles.bar} />
      <div className={columnsClass}>
        <Lines />
        <div className={mergeClasses(styles.bar, styles.plot)} />
      </div>
    </Sheet>
  );
}

export function LinesSkeleton() {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div role="status" aria-label={t('goals.waiting')} className={styles.late}>
      <Lines />
    </div>
  );
}

function Lines() {
  const styles = useStyles();
  return (
    <div aria-hidden className={styles.lines}>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={mergeClasses(styles.bar, styles.short)} />
    </div>
  );
}
