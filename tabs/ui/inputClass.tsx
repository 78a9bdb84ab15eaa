import { makeResetStyles, shorthands, tokens } from '@fluentui/react-components';

/** Where one types: Fluent's outline, on the browser's own fields. */
export const useInputClass = makeResetStyles({
  boxSizing: 'border-box',
  display: 'block',
  width: '100%',
  minWidth: 0,
  minHeight: '32px',
  margin: 0,
  paddingBlock: '5px',
  paddingInline: tokens.spacingHorizontalMNudge,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderBlockEndColor: tokens.colorNeutralStrokeAccessible,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  outlineStyle: 'none',
  '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  ':hover': {
    ...shorthands.borderColor(tokens.colorNeutralStroke1Hover),
    borderBlockEndColor: tokens.colorNeutralStrokeAccessibleHover,
  },
  ':focus': {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
  },
  '[aria-invalid="true"]': { ...shorthands.borderColor(tokens.colorPaletteRedBorder2) },
});
