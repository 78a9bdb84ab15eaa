import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useBarClass = makeResetStyles({
  display: 'flex',
  flexShrink: 0,
  columnGap: '3px',
  width: '105px',
});

const useSegmentClass = makeResetStyles({
  boxSizing: 'border-box',
  flexGrow: 1,
  flexBasis: 0,
  maxWidth: '24px',
  height: '6px',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusCircular,
});

const useStyles = makeStyles({
  done: {
    ...shorthands.borderColor(tokens.colorCompoundBrandBackground),
    backgroundColor: tokens.colorCompoundBrandBackground,
    // A filled piece stays filled where the system chooses the colours.
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' } as const,
  },
});

/** Steps done of all steps: filled pieces are done, hollow ones are not. */
export function SegmentBar({ progress: { done, total } }: { progress: { done: number; total: number } }) {
  const barClass = useBarClass();
  const segmentClass = useSegmentClass();
  const styles = useStyles();
  const { t } = useText();
  if (total === 0) return null;
  return (
    <span role="img" aria-label={t('goals.stepsDone', { done, total })} className={barClass}>
      {Array.from({ length: total }, (_, place) => (
        <span key={place} className={mergeClasses(segmentClass, place < done && styles.done)} />
      ))}
    </span>
  );
}
