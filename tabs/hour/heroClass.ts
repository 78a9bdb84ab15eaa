import { makeResetStyles, tokens } from '@fluentui/react-components';

/** What the hour's page begins with. */
export const useHeroClass = makeResetStyles({
  margin: 0,
  maxWidth: '16em',
  fontSize: tokens.fontSizeHero900,
  lineHeight: tokens.lineHeightHero900,
  fontWeight: tokens.fontWeightSemibold,
  letterSpacing: '-0.015em',
  overflowWrap: 'anywhere',
  textWrap: 'balance',
  outlineStyle: 'none',
  '@media (max-width: 639px)': { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800 },
});
