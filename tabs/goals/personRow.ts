import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';

/** Somebody, what they want, and what I can do about it. */
export const usePersonRowClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: tokens.spacingHorizontalM,
  rowGap: tokens.spacingVerticalS,
  alignItems: 'start',
});

export const usePersonRowStyles = makeStyles({
  words: { minWidth: 0 },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  rest: { gridColumn: '2', display: 'grid', rowGap: tokens.spacingVerticalS, justifyItems: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { display: 'flex', marginBlockStart: tokens.spacingVerticalXS },
});
