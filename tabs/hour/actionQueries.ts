import type { ActionPage, ActionView, HourView } from '#contract/hour';
import { paths } from '#contract/paths';
import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { oneHourKey, refreshHour, showHour } from './hourQueries.ts';
import { hourKey } from './scheduleQueries.ts';

const listKey = (team: string) => [...hourKey(team), 'actions'] as const;

/** What I own and what I was promised, across all hours: open ones by due date first. */
export function useMyActions() {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: listKey(team.id),
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ person: 'me', ...(pageParam && { cursor: pageParam }) });
      return (await get<ActionPage>(`${paths.actions(team.id)}?${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: ActionPage) => last.nextCursor,
  });
}

export type ActionDeed =
  | { readonly as: 'done' | 'kept' | 'released' }
  /** A new date, agreed before the old one is over. */
  | { readonly dueOn: string };

const closings = { done: paths.actionDone, kept: paths.actionKept, released: paths.actionRelease };

/** Mine is done; what I was promised was kept, or need not be; or it gets another date. */
export function useActionDeed({ id }: Pick<ActionView, 'id'>) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `action ${id}` },
    mutationFn: async (deed: ActionDeed) => {
      const call =
        'as' in deed
          ? send<ActionView>(closings[deed.as](team.id, id), { method: 'POST' })
          : send<ActionView>(paths.actionPostpone(team.id, id), { method: 'POST', body: { dueOn: deed.dueOn } });
      return (await call).body;
    },
    onMutate: (deed) =>
      'as' in deed ? showAction(queries, team.id, id, (action) => ({ ...action, status: deed.as })) : undefined,
    onSuccess: (saved) => showAction(queries, team.id, id, () => saved),
    onError: () => refreshActions(queries, team.id),
  });
}

/** Wherever it is shown: in the hour that comes, in the one that it is from, and among mine. */
function showAction(queries: QueryClient, team: string, id: string, change: (action: ActionView) => ActionView) {
  const among = (actions: readonly ActionView[]) =>
    actions.map((action) => (action.id === id ? change(action) : action));
  queries.setQueriesData<HourView>(
    { queryKey: oneHourKey(team) },
    (hour) => hour && { ...hour, actions: among(hour.actions) },
  );
  queries.setQueriesData<InfiniteData<ActionPage>>(
    { queryKey: listKey(team) },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: among(page.items) })) },
  );
  return showHour(queries, team, (hour) => ({ ...hour, actions: among(hour.actions) }));
}

async function refreshActions(queries: QueryClient, team: string): Promise<void> {
  await Promise.all([
    refreshHour(queries, team),
    queries.invalidateQueries({ queryKey: listKey(team) }),
    queries.invalidateQueries({ queryKey: oneHourKey(team) }),
  ]);
}
