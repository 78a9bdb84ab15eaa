import type { HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTeam } from '../../api/team.ts';
import { useText } from '../../text/useText.ts';
import { useAsideStyles } from '../asideStyles.ts';
import { useHourScreen } from '../hourQueries.ts';
import { StatusForm } from './StatusForm.tsx';
import { StatusRows } from './StatusRows.tsx';
import { keptStatus } from './statusDraft.ts';
import { statusIn } from './statusQueries.ts';

const useSummaryClass = makeResetStyles({
  width: 'fit-content',
  minHeight: '24px',
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase400,
  borderRadius: tokens.borderRadiusSmall,
  cursor: 'pointer',
  ':hover': { color: tokens.colorNeutralForeground2 },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  inside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
    paddingBlockStart: tokens.spacingVerticalXS,
  },
});

/** Whether there is anything to say here: a meeting was given up for the hour, or somebody did say something. */
export function useHasStatus(hour: HourView): boolean {
  const { data } = useHourScreen();
  const said = statusIn(hour);
  return said !== null && (said.length > 0 || (!hour.isLocked && Boolean(data?.body.schedule?.replaces)));
}

/** "Status in two lines", in the place of the meeting that was given up. Folded, until somebody has said something. */
export function StatusRound({ hour }: { hour: HourView }) {
  const summaryClass = useSummaryClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { team, me } = useTeam();
  const meeting = useHourScreen().data?.body.schedule?.replaces?.name;
  const { date, statusLines, isLocked } = hour;
  const mine = statusLines.find(({ by }) => by.id === me.id) ?? null;
  const [isWriting, setIsWriting] = useState(() => keptStatus(team.id, me.id, date) !== null);
  const [isUnfolded, setIsUnfolded] = useState<boolean | null>(null);
  const summary = useRef<HTMLElement>(null);
  const isOpen = isUnfolded ?? (statusLines.length > 0 || isWriting);
  const asks = !isLocked && (isWriting || !mine);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
      <summary ref={summary} className={summaryClass}>
        {t('hour.status')}
      </summary>
      <div className={styles.inside}>
        {statusLines.length > 0 && <StatusRows hour={hour} isWriting={isWriting} onChange={() => setIsWriting(true)} />}
        {asks && !mine && (
          <p className={aside.quiet}>
            {meeting ? t('hour.status.instead', { meeting }) : t('hour.status.insteadOfIt')}
          </p>
        )}
        {asks && (
          <StatusForm
            key={date}
            date={date}
            mine={mine}
            onWrite={() => setIsWriting(true)}
            onLeave={() => {
              setIsWriting(false);
              summary.current?.focus();
            }}
          />
        )}
      </div>
    </details>
  );
}
