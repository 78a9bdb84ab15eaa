import type { HourView } from '#contract/hour';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { myPair } from './MyPair.tsx';
import { useWeTalked } from './runningQueries.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  foot: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  button: { minHeight: '44px' },
});

/** One tap each; who has not tapped yet is told to nobody but the pair, and never more than that. */
export function WeTalked({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const mark = useWeTalked(hour.date);
  const pair = myPair(hour, me.id);
  if (!pair) return null;
  const done = new Set(hour.talked.map(({ id }) => id));
  const missing = pair.filter(({ id }) => !done.has(id));
  if (done.has(me.id)) {
    return (
      <p role="status" className={`${styles.foot} ${shared.words}`}>
        {missing.length > 0
          ? t('running.pair.waits', { count: missing.length, people: calling.atStart(missing) })
          : t('running.pair.both')}
      </p>
    );
  }
  return (
    <div className={styles.foot}>
      <Button
        appearance="primary"
        className={styles.button}
        icon={<Checkmark20Regular />}
        onClick={() =>
          mark.mutate(undefined, {
            onError: (trouble) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) })),
          })
        }
      >
        {t('running.pair.talked')}
      </Button>
      <p className={shared.quiet}>{t('running.pair.seen')}</p>
    </div>
  );
}
