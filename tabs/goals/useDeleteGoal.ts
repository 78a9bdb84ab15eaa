import type { GoalView } from '#contract/goal';
import { paths } from '#contract/paths';
import { useAnnounce } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { send, sendLast } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useUndo } from '../ui/Undo.tsx';
import { bringBack, putAside } from './aside.ts';
import { forgetGoal } from './goalsQueries.ts';

/** Deletes a goal of mine with everything on it. Gone at once for the eye; for the service after ten seconds. */
export function useDeleteGoal() {
  const { team } = useTeam();
  const queries = useQueryClient();
  const offer = useUndo();
  const { t } = useText();
  const { announce } = useAnnounce();

  return (goal: GoalView) => {
    const path = paths.goal(team.id, goal.id);
    putAside(goal.id);
    offer({
      id: goal.id,
      said: t('goals.deleted'),
      undo: () => {
        bringBack(goal.id);
        announce(t('goals.undone'));
      },
      settle: () => void settle(),
      settleLast: () => sendLast(path, 'DELETE'),
    });

    async function settle() {
      try {
        await send(path, { method: 'DELETE' });
        forgetGoal(queries, team.id, goal.id);
      } catch (trouble) {
        if (codeOf(trouble) === 'notFound') return forgetGoal(queries, team.id, goal.id);
        bringBack(goal.id, codeOf(trouble));
      }
    }
  };
}
