import type { HourView } from '#contract/hour';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons/headless/svg/arrow-right';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useSegmentName } from '../useSegmentName.ts';
import { useRun } from './runningQueries.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  words: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  button: { flexShrink: 0, minHeight: '44px' },
  mirrored: { display: 'flex', transform: 'scaleX(-1)' },
  plain: { display: 'flex' },
});

/** What comes after this part; who facilitates leads there. */
export function NextPart({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t, dir } = useText();
  const { me } = useTeam();
  const { announce } = useAnnounce();
  const nameOf = useSegmentName();
  const run = useRun(hour.date);
  const at = hour.running?.segment ?? 0;
  const next = hour.plan[at + 1];
  const leads = hour.facilitator?.id === me.id;
  const go = () =>
    run.mutate(next ? { segment: at + 1 } : 'close', {
      onError: (trouble) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) })),
    });
  return (
    <div className={styles.row}>
      <div>
        <p className={shared.quiet}>{next ? t('running.nextIs', { minutes: next.minutes }) : t('running.last')}</p>
        {next && <p className={styles.words}>{nameOf(next, hour.spotlight)}</p>}
      </div>
      {leads && (
        <Button
          className={styles.button}
          {...(!next && { appearance: 'primary' as const })}
          disabled={run.isPending}
          onClick={go}
        >
          {t(next ? 'running.next' : 'running.close')}
          {next && (
            <span aria-hidden className={dir === 'rtl' ? styles.mirrored : styles.plain}>
              <ArrowRight20Regular />
            </span>
          )}
        </Button>
      )}
    </div>
  );
}
