import { makeResetStyles, tokens } from '@fluentui/react-components';

/** A link among words, or instead of a button where nothing is done. */
export const useLinkClass = makeResetStyles({
  display: 'inline-block',
  minHeight: '24px',
  color: tokens.colorBrandForegroundLink,
  textDecorationLine: 'none',
  borderRadius: tokens.borderRadiusSmall,
  ':hover': { textDecorationLine: 'underline' },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});
