import { makeResetStyles, tokens } from '@fluentui/react-components';

/** A button among words: it looks like a link, and does something here. */
export const useTextButtonClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalXS,
  minHeight: '24px',
  margin: 0,
  padding: 0,
  border: 'none',
  borderRadius: tokens.borderRadiusSmall,
  backgroundColor: 'transparent',
  color: tokens.colorBrandForegroundLink,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  textAlign: 'start',
  cursor: 'pointer',
  ':hover': { textDecorationLine: 'underline' },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});
