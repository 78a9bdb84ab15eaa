import { makeResetStyles, tokens } from '@fluentui/react-components';

/** What one does beside how it feels: steps and plot, words and scale. The same two columns all the way down a goal. */
export const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 368px',
  columnGap: '56px',
  rowGap: tokens.spacingVerticalXL,
  alignItems: 'start',
  '@media (max-width: 959px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
  },
  '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});
