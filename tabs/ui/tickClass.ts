import { makeResetStyles, shorthands, tokens } from '@fluentui/react-components';

const box = {
  appearance: 'none',
  flexShrink: 0,
  display: 'grid',
  placeContent: 'center',
  boxSizing: 'border-box',
  width: '16px',
  height: '16px',
  margin: 0,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  backgroundColor: tokens.colorNeutralBackground1,
  cursor: 'pointer',
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  ':disabled': { cursor: 'default' },
} as const;

/** A checkbox as Fluent draws it, on the browser's own. Where the system chooses the colours, the system draws it. */
export const useTickClass = makeResetStyles({
  ...box,
  borderRadius: tokens.borderRadiusSmall,
  '::before': {
    content: '""',
    width: '10px',
    height: '10px',
    clipPath: 'polygon(14% 44%, 0 58%, 38% 92%, 100% 22%, 87% 10%, 37% 66%)',
  },
  ':hover': { ...shorthands.borderColor(tokens.colorNeutralStrokeAccessibleHover) },
  ':checked': {
    ...shorthands.borderColor(tokens.colorCompoundBrandBackground),
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  ':checked::before': { backgroundColor: tokens.colorNeutralForegroundInverted },
  '@media (forced-colors: active)': { appearance: 'auto' },
});

/** The same for one of a few. */
export const useRadioClass = makeResetStyles({
  ...box,
  borderRadius: tokens.borderRadiusCircular,
  '::before': { content: '""', width: '10px', height: '10px', borderRadius: tokens.borderRadiusCircular },
  ':hover': { ...shorthands.borderColor(tokens.colorNeutralStrokeAccessibleHover) },
  ':checked': { ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  ':checked::before': { backgroundColor: tokens.colorCompoundBrandForeground1 },
  '@media (forced-colors: active)': { appearance: 'auto' },
});
