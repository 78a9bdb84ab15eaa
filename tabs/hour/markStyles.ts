import { makeStyles, tokens } from '@fluentui/react-components';

/** Filled was held, hollow moved, a dash skipped. */
export const useMarkStyles = makeStyles({
  held: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  moved: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  skipped: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '2',
    strokeLinecap: 'round',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});
