import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';

/** One thing under a segment: what it is, the words, when, and whose. */
export const useRowClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) auto auto auto',
  gridTemplateAreas: '"icon words meta deed end"',
  columnGap: tokens.spacingHorizontalS,
  alignItems: 'center',
  minHeight: '32px',
  // Its menu comes with the pointer, wherever in the row that is.
  ':hover [data-menu]': { opacity: 1 },
  '@media (max-width: 639px)': {
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gridTemplateAreas: '"icon words end" ". meta end" ". deed deed"',
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
  },
});

export const useRowStyles = makeStyles({
  icon: {
    gridArea: 'icon',
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    minHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  words: { gridArea: 'words', margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  meta: {
    gridArea: 'meta',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'end',
    '@media (max-width: 639px)': { textAlign: 'start' },
  },
  // Nobody presses anything on paper.
  deed: { gridArea: 'deed', justifySelf: 'start', '@media print': { display: 'none' } },
  // Where there is little room the words need it more than the face does.
  end: {
    gridArea: 'end',
    display: 'flex',
    flexDirection: 'row-reverse',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { flexDirection: 'column' },
  },
  done: { color: tokens.colorNeutralForeground3 },
});
