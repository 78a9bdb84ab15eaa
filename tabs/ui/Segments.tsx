import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useBarClass = makeResetStyles({
  display: 'flex',
  flexShrink: 0,
  columnGap: '3px',
  width: 'fit-content',
  maxWidth: '132px',
});

const useStyles = makeStyles({
  step: {
    boxSizing: 'border-box',
    flexShrink: 1,
    width: '24px',
    height: '6px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  done: {
    ...shorthands.borderColor(tokens.colorCompoundBrandBackground),
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { ...shorthands.borderColor('Highlight'), backgroundColor: 'Highlight' },
  },
});

type SegmentsProps = { readonly progress: { readonly done: number; readonly total: number } };

/** One piece a step, the done ones filled: the shape says it, the colour repeats it. Without steps there is nothing to show. */
export function Segments({ progress: { done, total } }: SegmentsProps) {
  const barClass = useBarClass();
  const styles = useStyles();
  const { t } = useText();
  if (total === 0) return null;
  return (
    <span role="img" aria-label={t('progress.steps', { done, total })} className={barClass}>
      {Array.from({ length: total }, (_, at) => (
        <span key={at} className={mergeClasses(styles.step, at < done && styles.done)} />
      ))}
    </span>
  );
}
