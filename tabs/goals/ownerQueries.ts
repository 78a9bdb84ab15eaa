import type { CheckInBody, CloseBody, GoalBody, GoalView } from '#contract/goal';
import { paths } from '#contract/paths';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { changeGoal, keys, showGoal } from './goalsQueries.ts';

/* What somebody does with a goal of their own. Each answers with the goal as it is now. */

type Save = { readonly id: string; readonly body: GoalBody; readonly version: string | null };

/** The id was made when the form was opened: saved twice is saved once. */
export function useSaveGoal() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, version }: Save) =>
      send<GoalView>(paths.goal(team.id, id), { method: 'PUT', body, ...(version && { version }) }),
    onSuccess: (saved) => showGoal(queries, team.id, saved),
  });
}

/** As it is at this moment, beside what is being edited. */
export function useGoalNow() {
  const { team } = useTeam();
  return (id: string) => get<GoalView>(paths.goal(team.id, id));
}

type Ticked = { readonly step: string; readonly done: boolean };

/** Ticked at once; what the service says in the end is what stays. */
export function useTick(goal: GoalView) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const mutationKey = [...keys.one(team.id, goal.id), 'tick'];
  const show = ({ step, done }: Ticked) =>
    changeGoal(queries, team.id, goal.id, (known) => withStep(known, step, done));
  // While another tick is on its way, what an earlier one brought back is old.
  const isLast = () => queries.isMutating({ mutationKey }) <= 1;
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ step, done }: Ticked) =>
      send<GoalView>(paths.step(team.id, goal.id, step), { method: done ? 'PUT' : 'DELETE' }),
    onMutate: async (ticked) => {
      show(ticked);
      await queries.cancelQueries({ queryKey: keys.screen(team.id) });
      await queries.cancelQueries({ queryKey: keys.one(team.id, goal.id), exact: true });
    },
    onSuccess: (saved) => {
      if (isLast()) showGoal(queries, team.id, saved);
    },
    onError: (_trouble, { step, done }) => show({ step, done: !done }),
  });
}

function withStep(goal: GoalView, step: string, done: boolean): GoalView {
  const steps = goal.steps.map((each) => (each.id === step ? { ...each, done } : each));
  return { ...goal, steps, progress: { done: steps.filter((each) => each.done).length, total: steps.length } };
}

/** Its id was made when the first word was typed: sent twice, it is one check-in. */
export function useCheckIn(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, said }: { id: string; said: CheckInBody }) =>
      send<GoalView>(paths.checkIn(team.id, goalId, id), { method: 'PUT', body: said }),
    onSuccess: (saved) => {
      showGoal(queries, team.id, saved);
      return queries.invalidateQueries({ queryKey: keys.entries(team.id, goalId, 'checkIns') });
    },
  });
}

type Close = { readonly as: 'reach' | 'drop'; readonly said: CloseBody };

/** Closes; the lists hear of it from who asked, because a goal that is closed leaves the place where it is asked about. */
export function useCloseGoal(goalId: string) {
  const { team } = useTeam();
  return useMutation({
    mutationFn: ({ as, said }: Close) => send<GoalView>(paths[as](team.id, goalId), { method: 'POST', body: said }),
  });
}

export function useReopen(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<GoalView>(paths.reopen(team.id, goalId), { method: 'POST' }),
    onSuccess: (saved) => showGoal(queries, team.id, saved),
  });
}
