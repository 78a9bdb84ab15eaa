import { useMarkStyles } from '../markStyles.ts';

/** As in the strip of kept hours. What it is stands beside it in words. */
export function HourMark({ kind }: { kind: 'held' | 'moved' | 'skipped' }) {
  const styles = useMarkStyles();
  return (
    <svg aria-hidden width="16" height="16" viewBox="0 0 16 16" style={{ display: 'block', overflow: 'visible' }}>
      {kind === 'skipped' ? (
        <line className={styles.skipped} x1="2" x2="14" y1="8" y2="8" />
      ) : (
        <circle className={kind === 'held' ? styles.held : styles.moved} cx="8" cy="8" r={kind === 'held' ? 7 : 6} />
      )}
    </svg>
  );
}
