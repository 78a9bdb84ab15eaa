import type { AskPage, AskView } from '#contract/goal';
import { paths } from '#contract/paths';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { teamKey, useTeam } from '../api/team.ts';
import { hourKey } from './scheduleQueries.ts';

const asksKey = (team: string) => [...hourKey(team), 'asks'] as const;

/** What the team's members would like help with, newest first. */
export function useAsks() {
  const { team } = useTeam();
  return useQuery({
    queryKey: asksKey(team.id),
    queryFn: async ({ signal }) => (await get<AskPage>(paths.asks(team.id), signal)).body.items,
  });
}

/** "I can help", and no longer. Who asked learns it, and nobody else. */
export function useOffer({ id }: AskView) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const show = (change: (ask: AskView) => AskView) =>
    queries.setQueryData<readonly AskView[]>(asksKey(team.id), (known) =>
      known?.map((ask) => (ask.id === id ? change(ask) : ask)),
    );
  return useMutation({
    // One after the other, so that the last tap is the one that counts.
    scope: { id: `offer ${id}` },
    mutationFn: async (offers: boolean) =>
      (await send<AskView>(paths.offer(team.id, id), { method: offers ? 'PUT' : 'DELETE' })).body,
    onMutate: (offered) => show((ask) => ({ ...ask, offered })),
    onSuccess: (saved) => {
      show(() => saved);
      // Other rooms show the same ask.
      const isElsewhere = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        queryKey[2] === 'goals' || queryKey[2] === 'people';
      return queries.invalidateQueries({ queryKey: teamKey(team.id), predicate: isElsewhere, refetchType: 'none' });
    },
    onError: (_trouble, offers) => show((ask) => ({ ...ask, offered: !offers })),
  });
}
