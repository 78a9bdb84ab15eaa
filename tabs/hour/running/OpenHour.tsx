import type { HourView } from '#contract/hour';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useMinute } from '../../ui/useMinute.ts';
import { useRun } from './runningQueries.ts';

const soonInMs = 15 * 60_000;

const useStyles = makeStyles({ row: { marginBlockStart: tokens.spacingVerticalM } });

/** Anybody may open it; when it is time, it is the next step of who facilitates. */
export function OpenHour({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const { announce } = useAnnounce();
  const now = useMinute();
  const run = useRun(hour.date);
  if (hour.status !== 'planned') return null;
  const isTime = Date.parse(hour.startsAt) - now.getTime() < soonInMs;
  const isNext = isTime && hour.facilitator?.id === me.id;
  return (
    <div className={styles.row}>
      <Button
        {...(isNext && { appearance: 'primary' as const })}
        disabled={run.isPending}
        onClick={() =>
          run.mutate('open', {
            onSuccess: () => announce(t('running.opened')),
            onError: (trouble) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) })),
          })
        }
      >
        {t('running.open')}
      </Button>
    </div>
  );
}
