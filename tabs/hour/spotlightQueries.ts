import type { GoalPage, GoalView } from '#contract/goal';
import { paths } from '#contract/paths';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { hourKey } from './scheduleQueries.ts';

/** The goal that stands in the spotlight, as far as I may see it. */
export function useSpotlightGoal(id: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: [...hourKey(team.id), 'spotlight', id],
    queryFn: async ({ signal }) => (await get<GoalView>(paths.goal(team.id, id), signal)).body,
    // Who offers a hand meanwhile is seen by who asked for it.
    refetchInterval: 10_000,
    retry: false,
  });
}

/** Goals of mine that the team sees: one of them can stand in the spotlight. */
export function useSharedGoals() {
  const { team } = useTeam();
  return useQuery({
    queryKey: [...hourKey(team.id), 'sharedGoals'],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ person: 'me', status: 'open', limit: '50' });
      const { items } = (await get<GoalPage>(`${paths.goals(team.id)}?${query}`, signal)).body;
      return items.filter(({ audience }) => audience === 'team');
    },
  });
}
