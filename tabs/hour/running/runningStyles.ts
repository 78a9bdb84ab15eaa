import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';

/** A sheet in the middle zone: it loses its shadow in the panel. */
export const useCardClass = makeResetStyles({
  boxSizing: 'border-box',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  rowGap: tokens.spacingVerticalXS,
  padding: tokens.spacingVerticalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusXLarge,
  backgroundColor: tokens.colorNeutralBackground1,
});

export const useRunningStyles = makeStyles({
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  question: {
    margin: 0,
    maxWidth: '60ch',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  words: { margin: 0, maxWidth: '60ch', overflowWrap: 'anywhere' },
  list: { display: 'grid', rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  // The words, not the hover boxes around them, stand on the edge.
  edge: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  edgeOfButtons: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
});
