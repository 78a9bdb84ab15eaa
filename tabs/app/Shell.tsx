import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons/headless/svg/arrow-swap';
import { Settings20Regular } from '@fluentui/react-icons/headless/svg/settings';
import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import { IconDoor } from './Door.tsx';
import { Doors } from './Doors.tsx';
import { settingsPath } from './doors.ts';

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
  // An hour that runs needs the whole of a side panel; and doors lead nowhere on paper.
  ':has(~ * [data-alone])': { '@media (max-width: 639px)': { display: 'none' } },
  '@media print': { display: 'none' },
  // The words stand on the page's edge, not the pills around them.
  marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
  '@media (max-width: 639px)': {
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXS})`,
  },
});

const useStyles = makeStyles({
  end: { display: 'flex', columnGap: tokens.spacingHorizontalXS, marginInlineStart: 'auto' },
});

type ShellProps = {
  /** In the personal app one can go back and choose another team. */
  readonly mayChooseTeam: boolean;
  readonly children: ReactNode;
};

export function Shell({ mayChooseTeam, children }: ShellProps) {
  const shellClass = useShellClass();
  const doorsClass = useDoorsClass();
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={shellClass}>
      <nav aria-label={t('shell.doors')} className={doorsClass}>
        <Doors />
        <span className={styles.end}>
          {mayChooseTeam && <IconDoor to="/teams" name={t('shell.anotherTeam')} icon={<ArrowSwap20Regular />} />}
          <IconDoor to={settingsPath} name={t('shell.settings')} icon={<Settings20Regular />} />
        </span>
      </nav>
      {children}
    </div>
  );
}
