import type { AskView, GoalHead, GoalPage, GoalsScreen, GoalView } from '#contract/goal';
import { paths } from '#contract/paths';
import type { FirstScreen } from '#contract/team';
import { type InfiniteData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Answer, get } from '../api/client.ts';
import { firstScreen, teamKey, useTeam } from '../api/team.ts';

type Pages = InfiniteData<GoalPage, string | null>;

export const keys = {
  all: (team: string) => [...teamKey(team), 'goals'] as const,
  screen: (team: string) => [...keys.all(team), 'screen'] as const,
  closed: (team: string) => [...keys.all(team), 'closed'] as const,
  closedWith: (team: string, q: string) => [...keys.closed(team), q] as const,
  one: (team: string, id: string) => [...keys.all(team), 'one', id] as const,
  entries: (team: string, id: string, kind: 'checkIns' | 'comments' | 'notes' | 'evidence') =>
    [...keys.all(team), 'entries', id, kind] as const,
  record: (team: string) => [...keys.all(team), 'record'] as const,
};

/** Mine, those I support or am asked to, and what the team asks for: one call. */
export function useGoalsScreen() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.screen(team.id),
    queryFn: async ({ signal }) => (await get<GoalsScreen>(paths.goalsScreen(team.id), signal)).body,
  });
}

/** One goal, with the version that a change of its words is based on. */
export function useGoal(id: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.one(team.id, id),
    queryFn: ({ signal }) => get<GoalView>(paths.goal(team.id, id), signal),
  });
}

/** What is being edited must not change under the hands: read once, and a conflict is shown when it is saved. */
export function useGoalForEdit(id: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: [...keys.all(team.id), 'edited', id],
    queryFn: ({ signal }) => get<GoalView>(paths.goal(team.id, id), signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** My goals that ended, newest first; with words, those that say them. */
export function useClosedGoals(q: string) {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: keys.closedWith(team.id, q),
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        person: 'me',
        status: 'closed',
        ...(q && { q }),
        ...(pageParam && { cursor: pageParam }),
      });
      return (await get<GoalPage>(`${paths.goals(team.id)}?${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: GoalPage) => last.nextCursor,
  });
}

/** What the service answered is what every list shows now. What is nowhere yet is fetched with the lists. */
export function showGoal(queries: QueryClient, team: string, { body: goal, version }: Answer<GoalView>): void {
  const before = listed(queries, team, goal.id);
  queries.setQueryData<Answer<GoalView>>(keys.one(team, goal.id), { body: goal, version });
  inLists(queries, team, goal.id, () => goal);
  queries.setQueryData<FirstScreen>(
    firstScreen(team).queryKey,
    (known) => known && { ...known, goals: headsWith(known.goals, goal) },
  );
  // Where it stands among the others only changes with these.
  if (before?.status === goal.status && before.standing === goal.standing) return;
  void queries.invalidateQueries({ queryKey: keys.screen(team) });
  void queries.invalidateQueries({ queryKey: keys.closed(team) });
  void queries.invalidateQueries({ queryKey: firstScreen(team).queryKey });
}

const listed = (queries: QueryClient, team: string, id: string) => {
  const screen = queries.getQueryData<GoalsScreen>(keys.screen(team));
  return [...(screen?.mine.items ?? []), ...(screen?.supporting ?? [])].find((goal) => goal.id === id);
};

/** The first screen's heads with this goal as it is now, the one last checked in first. */
function headsWith(heads: readonly GoalHead[], goal: GoalView): GoalHead[] {
  const { id, title, dueOn, progress, steps, checkIns } = goal;
  const nextStep = steps.find(({ done }) => !done)?.text ?? null;
  const head = { id, title, dueOn, progress, nextStep, checkedInAt: checkIns[0]?.at ?? null };
  return heads
    .filter((other) => other.id !== id || goal.status === 'open')
    .map((other) => (other.id === id ? head : other))
    .sort((one, other) => (other.checkedInAt ?? '').localeCompare(one.checkedInAt ?? ''));
}

/** Shown before the service has answered; the version stays, because nothing is saved yet. */
export function changeGoal(queries: QueryClient, team: string, id: string, change: (goal: GoalView) => GoalView): void {
  queries.setQueryData<Answer<GoalView>>(
    keys.one(team, id),
    (known) => known && { ...known, body: change(known.body) },
  );
  inLists(queries, team, id, change);
}

export function changeAsk(queries: QueryClient, team: string, id: string, change: (ask: AskView) => AskView): void {
  queries.setQueryData<GoalsScreen>(
    keys.screen(team),
    (known) => known && { ...known, asks: known.asks.map((ask) => (ask.id === id ? change(ask) : ask)) },
  );
}

/** Gone here as well: deleted, or not for me any more. */
export function forgetGoal(queries: QueryClient, team: string, id: string): void {
  const without = (goals: readonly GoalView[]) => goals.filter((goal) => goal.id !== id);
  queries.setQueryData<GoalsScreen>(
    keys.screen(team),
    (known) =>
      known && {
        mine: { ...known.mine, items: without(known.mine.items) },
        supporting: without(known.supporting),
        asks: known.asks.filter((ask) => ask.id !== id),
      },
  );
  queries.setQueriesData<Pages>(
    { queryKey: keys.closed(team) },
    (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: without(page.items) })) },
  );
  queries.removeQueries({ queryKey: keys.one(team, id) });
  void queries.invalidateQueries({ queryKey: firstScreen(team).queryKey });
}

function inLists(queries: QueryClient, team: string, id: string, change: (goal: GoalView) => GoalView): void {
  const changed = (goals: readonly GoalView[]) => goals.map((goal) => (goal.id === id ? change(goal) : goal));
  queries.setQueryData<GoalsScreen>(
    keys.screen(team),
    (known) =>
      known && {
        ...known,
        mine: { ...known.mine, items: changed(known.mine.items) },
        supporting: changed(known.supporting),
      },
  );
}
