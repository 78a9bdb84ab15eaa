import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useHint } from '../ui/useHint.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';

const useDoorClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flexShrink: 0,
  boxSizing: 'border-box',
  minHeight: '32px',
  minWidth: '32px',
  paddingInline: tokens.spacingHorizontalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusCircular,
  color: tokens.colorNeutralForeground2,
  whiteSpace: 'nowrap',
  textDecorationLine: 'none',
  ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
  ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
  // Four of them stand beside each other in the side panel of a meeting.
  '@media (max-width: 639px)': {
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const useStyles = makeStyles({
  open: {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2Hover },
    // Every door has a line around it there.
    '@media (forced-colors: active)': {
      ...shorthands.borderColor('Highlight'),
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
      ':hover': { backgroundColor: 'Highlight', color: 'HighlightText' },
    },
  },
  icon: { paddingInline: tokens.spacingHorizontalXS, ...shorthands.borderColor('transparent') },
});

type DoorProps = Omit<ComponentProps<'a'>, 'href'> & { readonly to: string };

/** Doors are links, drawn as pills: the host's own tabs above are underlined. */
export function Door({ to, className, ...rest }: DoorProps) {
  const doorClass = useDoorClass();
  const styles = useStyles();
  const link = useTeamLink();
  const isOpen = useIsOpen()(to);
  return (
    <Link
      {...rest}
      href={link(to)}
      className={mergeClasses(doorClass, className, isOpen && styles.open)}
      aria-current={isOpen ? 'page' : undefined}
    />
  );
}

export function IconDoor({ to, name, icon }: { to: string; name: string; icon: ReactNode }) {
  const styles = useStyles();
  const { met, hint } = useHint(name);
  return (
    <>
      <Door to={to} className={styles.icon} aria-label={name} {...met}>
        {icon}
      </Door>
      {hint}
    </>
  );
}

export function useIsOpen() {
  const [path] = useLocation();
  return (door: string) => path === door || path.startsWith(`${door}/`);
}
