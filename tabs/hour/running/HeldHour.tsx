import type { HourView } from '#contract/hour';
import { paths } from '#contract/paths';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { useTeam } from '../../api/team.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { hourKey } from '../scheduleQueries.ts';
import { Lines } from './Lines.tsx';
import { Recap } from './Recap.tsx';
import { useRunningStyles } from './runningStyles.ts';
import { useMyLines } from './useMyLines.ts';
import { Composer } from './Composer.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '720px',
    marginInline: 'auto',
    paddingBlockEnd: tokens.spacingVerticalXXXL,
  },
});

type HeldHourProps = { readonly date: string; readonly onLeave: () => void };

/** An hour that has just been closed, as a record; for a day what is missing can still be added. */
export function HeldHour({ date, onLeave }: HeldHourProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t } = useText();
  const { team } = useTeam();
  const lines = useMyLines(date);
  const { data: hour } = useQuery({
    queryKey: [...hourKey(team.id), 'held', date],
    queryFn: async ({ signal }) => (await get<HourView>(paths.hour(team.id, date), signal)).body,
    refetchInterval: 10_000,
  });
  return (
    <main className={styles.page}>
      <header>
        <h1 className={shared.question}>{t('running.held')}</h1>
        {hour && !hour.isLocked && <p className={shared.quiet}>{t('running.held.writable')}</p>}
      </header>
      {hour && (
        <>
          <Recap hour={hour} />
          <Lines hour={hour} lines={lines} />
          <Composer hour={hour} lines={lines} />
        </>
      )}
      <div className={shared.deeds}>
        <Button onClick={onLeave}>{t('running.held.on')}</Button>
      </div>
    </main>
  );
}
