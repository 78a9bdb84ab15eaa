import type { HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';

const useBarClass = makeResetStyles({ display: 'flex', columnGap: tokens.spacingHorizontalXXS });

const usePieceClass = makeResetStyles({
  boxSizing: 'border-box',
  height: '6px',
  minWidth: '6px',
  overflow: 'hidden',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusCircular,
});

const useStyles = makeStyles({
  gone: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorNeutralStrokeAccessible,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  now: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

type HourBarProps = { readonly hour: HourView; readonly part: number; readonly label: string };

/** The hour as a line of time: pieces as wide as their minutes, filled as far as it has come. */
export function HourBar({ hour, part, label }: HourBarProps) {
  const barClass = useBarClass();
  const pieceClass = usePieceClass();
  const styles = useStyles();
  const at = hour.running?.segment ?? hour.plan.length;
  return (
    <div role="img" aria-label={label} className={barClass}>
      {hour.plan.map(({ kind, minutes }, place) => (
        <span key={`${place} ${kind}`} className={pieceClass} style={{ flex: `${minutes} 1 0` }}>
          {place < at && <span className={styles.gone} />}
          {place === at && <span className={styles.now} style={{ width: `${Math.round(part * 1000) / 10}%` }} />}
        </span>
      ))}
    </div>
  );
}
