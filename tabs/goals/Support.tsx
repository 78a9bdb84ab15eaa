import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { HandRight20Regular } from '@fluentui/react-icons/headless/svg/hand-right';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { Block } from './Block.tsx';
import { SupporterList } from './SupporterList.tsx';
import { useAnswer, useCheer } from './supportQueries.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  mine: { display: 'grid', rowGap: tokens.spacingVerticalS, justifyItems: 'start' },
  // The words, not the hover box around them, stand on the edge.
  quiet: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** Who is asked to support, and what a supporter may do. */
export function Support({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  if (goal.supporters.length === 0 && goal.standing !== 'owner') return null;
  return (
    <Block title={t('goals.supporters')}>
      {goal.supporters.length > 0 ? (
        <SupporterList goal={goal} />
      ) : (
        <p className={styles.text}>{t('goals.supporters.none')}</p>
      )}
      {goal.standing === 'supporter' && goal.status === 'open' && <MySupport goal={goal} />}
    </Block>
  );
}

function MySupport({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const cheer = useCheer(goal);
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const answer = useAnswer(goal.id, () => navigate(link('/goals')));
  const person = calling.one(goal.owner);
  const cheers = goal.cheers.some(({ id }) => id === me.id);
  const failed = cheer.error ?? answer.error;
  return (
    <div className={styles.mine}>
      <Button
        icon={cheers ? <Checkmark20Filled /> : <HandRight20Regular />}
        aria-pressed={cheers}
        onClick={() => cheer.mutate(!cheers)}
      >
        {t('goals.cheer', { person })}
      </Button>
      <Button
        appearance="subtle"
        className={styles.quiet}
        disabled={answer.isPending}
        onClick={() => answer.mutate(false)}
      >
        {t('goals.leave')}
      </Button>
      {failed && <ProblemBar title={t('goals.invitation.failed')}>{t(sentenceFor(codeOf(failed)))}</ProblemBar>}
    </div>
  );
}
