import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Sheet } from './Sheet.tsx';

const appear = { from: { opacity: 0 }, to: { opacity: 1 } };

const useStyles = makeStyles({
  late: {
    animationName: appear,
    animationDuration: tokens.durationFast,
    animationDelay: '300ms',
    animationFillMode: 'backwards',
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '1ms' },
  },
  bar: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
  title: { width: '240px', maxWidth: '60%', height: '32px', marginBlock: tokens.spacingVerticalXS },
  sheet: { display: 'grid', rowGap: tokens.spacingVerticalS },
  person: {
    display: 'grid',
    gridTemplateColumns: '40px 1fr',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  face: { width: '40px', height: '40px', borderRadius: tokens.borderRadiusCircular, gridRow: 'span 2' },
  name: { width: '96px' },
  meta: { width: '144px', height: '12px' },
  short: { width: '70%' },
});

type SkeletonProps = {
  /** Nobody sees it who waits less than a third of a second; unless it takes over from one that was seen already. */
  readonly atOnce?: boolean;
};

export function TitleSkeleton({ atOnce = false }: SkeletonProps) {
  const styles = useStyles();
  return <div aria-hidden className={mergeClasses(styles.bar, styles.title, !atOnce && styles.late)} />;
}

/** A sheet with somebody's words, still on its way. */
export function LetterSkeleton({ atOnce = false }: SkeletonProps) {
  const styles = useStyles();
  return (
    <Sheet aria-hidden className={mergeClasses(styles.sheet, !atOnce && styles.late)}>
      <div className={styles.person}>
        <div className={mergeClasses(styles.bar, styles.face)} />
        <div className={mergeClasses(styles.bar, styles.name)} />
        <div className={mergeClasses(styles.bar, styles.meta)} />
      </div>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={mergeClasses(styles.bar, styles.short)} />
    </Sheet>
  );
}
