import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';

const useButtonClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  columnGap: tokens.spacingHorizontalSNudge,
  boxSizing: 'border-box',
  minWidth: '96px',
  minHeight: '32px',
  margin: 0,
  paddingBlock: tokens.spacingVerticalXXS,
  paddingInline: tokens.spacingHorizontalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  fontWeight: tokens.fontWeightSemibold,
  textDecorationLine: 'none',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
});

const useStyles = makeStyles({
  primary: {
    ...shorthands.borderColor('transparent'),
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover, color: tokens.colorNeutralForegroundOnBrand },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    '@media (forced-colors: active)': { ...shorthands.borderColor('ButtonText') },
  },
  subtle: {
    ...shorthands.borderColor('transparent'),
    backgroundColor: tokens.colorSubtleBackground,
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
  },
  small: {
    minWidth: '64px',
    minHeight: '24px',
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  onlyIcon: { minWidth: '32px', paddingInline: 0 },
  disabled: {
    ...shorthands.borderColor(tokens.colorNeutralStrokeDisabled),
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    color: tokens.colorNeutralForegroundDisabled,
    cursor: 'not-allowed',
    ':hover': { backgroundColor: tokens.colorNeutralBackgroundDisabled, color: tokens.colorNeutralForegroundDisabled },
    ':active': { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    '@media (forced-colors: active)': { ...shorthands.borderColor('GrayText'), color: 'GrayText' },
  },
  disabledSubtle: {
    ...shorthands.borderColor('transparent'),
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: 'transparent' },
  },
  icon: { display: 'flex' },
});

export type ButtonLook = {
  readonly appearance?: 'primary' | 'outline' | 'subtle' | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: ReactNode;
};

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  ButtonLook & {
    /** May not be pressed now. It keeps its place in the tab order, so that its reason can be read. */
    readonly disabled?: boolean | undefined;
  };

/** Fluent's button, drawn with its tokens at a sixth of its size: the first screen has little else to press. */
export function Button({ appearance, size, icon, disabled, className, children, onClick, ...rest }: ButtonProps) {
  const look = useButtonLook({ appearance, size });
  const styles = useStyles();
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabled || undefined}
      onClick={(event) => (disabled ? event.preventDefault() : onClick?.(event))}
      className={mergeClasses(
        look,
        !children && styles.onlyIcon,
        disabled && styles.disabled,
        disabled && appearance === 'subtle' && styles.disabledSubtle,
        className,
      )}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      {children}
    </button>
  );
}

/** How it is drawn, for what looks like a button and is a link. */
export function useButtonLook({ appearance, size }: ButtonLook): string {
  const buttonClass = useButtonClass();
  const styles = useStyles();
  return mergeClasses(
    buttonClass,
    appearance === 'primary' && styles.primary,
    appearance === 'subtle' && styles.subtle,
    size === 'small' && styles.small,
  );
}
