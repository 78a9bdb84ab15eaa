import type { GoalView } from '#contract/goal';
import { fits, goalLimits } from '#contract/limits';
import { makeStyles, useAnnounce } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { PeoplePicker } from '../ui/PeoplePicker.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { showGoal } from './goalsQueries.ts';
import { useCloseGoal } from './ownerQueries.ts';
import { ThankHelpers } from './ThankHelpers.tsx';
import { useGoalAudience } from './useGoalAudience.ts';

const useStyles = makeStyles({ seen: { flexGrow: 1 }, text: { margin: 0 } });

type CloseGoalProps = { readonly goal: GoalView; readonly as: 'reach' | 'drop'; readonly onClose: () => void };

const words = {
  reach: {
    title: 'goals.reach.title',
    text: 'goals.reach.text',
    send: 'goals.reach.send',
    done: 'goals.reach.done',
  },
  drop: { title: 'goals.drop.title', text: 'goals.drop.text', send: 'goals.drop.send', done: 'goals.drop.done' },
} as const;

/** How it ends: what was learned, and who helped; and for those who did, a thank-you lies ready. */
export function CloseGoal({ goal, as, onClose }: CloseGoalProps) {
  const styles = useStyles();
  const { t } = useText();
  const { team, members, me } = useTeam();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const { announce } = useAnnounce();
  const audience = useGoalAudience().ofGoal(goal);
  const [learned, setLearned] = useState('');
  const [helpedBy, setHelpedBy] = useState<readonly string[]>([]);
  const close = useCloseGoal(goal.id);
  const isTooLong = !fits(learned.trim(), goalLimits.learned);

  if (close.isSuccess && helpedBy.length > 0) {
    const show = () => showGoal(queries, team.id, close.data);
    return <ThankHelpers goal={goal} helpedBy={helpedBy} onThank={show} onClose={() => finish(close.data)} />;
  }

  function finish(saved: Answer<GoalView>) {
    onClose();
    showGoal(queries, team.id, saved);
    // Among the open goals it has no place any more; how it ended stands on its own page.
    navigate(link(`/goals/${goal.id}`));
  }

  function handleSubmit() {
    if (isTooLong || close.isPending) return;
    close.mutate(
      { as, said: { learned, helpedBy: [...helpedBy] } },
      {
        onSuccess: (saved) => {
          announce(t(words[as].done));
          if (helpedBy.length === 0) finish(saved);
        },
      },
    );
  }

  return (
    <TaskDialog
      title={t(words[as].title)}
      onSubmit={handleSubmit}
      onClose={onClose}
      foot={
        <>
          <div className={styles.seen}>
            <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
          </div>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isTooLong || close.isPending}>
            {t(words[as].send)}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t(words[as].text)}</p>
      <WordsField
        lines={3}
        label={t('goals.close.learned')}
        limit={goalLimits.learned}
        value={learned}
        onChange={setLearned}
      />
      <PeoplePicker
        label={t('goals.close.helped')}
        people={members.filter(({ id }) => id !== me.id)}
        chosen={helpedBy}
        onChange={setHelpedBy}
        most={goalLimits.supporters}
        full={t('give.to.full')}
      />
      {close.isError && <ProblemBar title={t('goals.close.failed')}>{t(sentenceFor(codeOf(close.error)))}</ProblemBar>}
    </TaskDialog>
  );
}
