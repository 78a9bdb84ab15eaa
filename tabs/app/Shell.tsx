import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons/headless/svg/arrow-swap';
import { Settings20Regular } from '@fluentui/react-icons/headless/svg/settings';
import type { ComponentProps, ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useText } from '../text/useText.ts';
import { useHint } from '../ui/useHint.tsx';
import { doors, settingsPath } from './doors.ts';

const useShellClass = makeResetStyles({
  boxSizing: 'border-box',
  maxWidth: '1120px',
  marginInline: 'auto',
  paddingInline: tokens.spacingHorizontalXXXL,
  '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalM },
});

const useDoorsClass = makeResetStyles({
  display: 'flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalS,
  minHeight: '56px',
  // The words stand on the page's edge, not the pills around them.
  marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
  '@media (max-width: 639px)': { minHeight: '44px', marginInline: `calc(-1 * ${tokens.spacingHorizontalXS})` },
});

const useDoorClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  boxSizing: 'border-box',
  minHeight: '32px',
  minWidth: '32px',
  paddingInline: tokens.spacingHorizontalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusCircular,
  color: tokens.colorNeutralForeground2,
  textDecorationLine: 'none',
  ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
  ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
});

const useStyles = makeStyles({
  open: {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2Hover },
  },
  icon: { paddingInline: tokens.spacingHorizontalXS, ...shorthands.borderColor('transparent') },
  end: { display: 'flex', columnGap: tokens.spacingHorizontalXS, marginInlineStart: 'auto' },
});

type ShellProps = {
  /** In the personal app one can go back and choose another team. */
  readonly mayChooseTeam: boolean;
  readonly children: ReactNode;
};

/** Doors are links, drawn as pills: the host's own tabs above are underlined. */
export function Shell({ mayChooseTeam, children }: ShellProps) {
  const shellClass = useShellClass();
  const doorsClass = useDoorsClass();
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={shellClass}>
      <nav aria-label={t('shell.doors')} className={doorsClass}>
        {doors.map(({ path, name }) => (
          <Door key={path} to={path}>
            {t(name)}
          </Door>
        ))}
        <span className={styles.end}>
          {mayChooseTeam && <IconDoor to="/teams" name={t('shell.anotherTeam')} icon={<ArrowSwap20Regular />} />}
          <IconDoor to={settingsPath} name={t('shell.settings')} icon={<Settings20Regular />} />
        </span>
      </nav>
      {children}
    </div>
  );
}

type DoorProps = Omit<ComponentProps<'a'>, 'href'> & { readonly to: string };

function Door({ to, className, ...rest }: DoorProps) {
  const doorClass = useDoorClass();
  const styles = useStyles();
  const [path] = useLocation();
  const team = new URLSearchParams(useSearch()).get('team');
  const isOpen = path.startsWith(to);
  return (
    <Link
      {...rest}
      href={team ? `${to}?${new URLSearchParams({ team })}` : to}
      className={mergeClasses(doorClass, className, isOpen && styles.open)}
      aria-current={isOpen ? 'page' : undefined}
    />
  );
}

function IconDoor({ to, name, icon }: { to: string; name: string; icon: ReactNode }) {
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
