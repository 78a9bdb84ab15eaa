import type { GiftBody, KudosPage, KudosPreview, KudosView } from '#contract/kudos';
import { wallPaths } from '#contract/wallPaths';
import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { teamKey, useTeam } from '../api/team.ts';
import { asked, isOpen, type Question } from './question.ts';

type Pages = InfiniteData<KudosPage, string | null>;

const keys = {
  all: (team: string) => [...teamKey(team), 'kudos'] as const,
  lists: (team: string) => [...keys.all(team), 'list'] as const,
  list: (team: string, filter: Record<string, string>) => [...keys.lists(team), filter] as const,
  one: (team: string, id: string) => [...keys.all(team), 'one', id] as const,
  preview: (team: string, to: readonly string[]) => [...keys.all(team), 'preview', to] as const,
};

/** The wall, newest first, page by page. The first page of everything came with the first screen. */
export function useKudosList(question: Question, arrivedAt: number) {
  const { team, me, kudos } = useTeam();
  const filter = asked(question, me.id);
  return useInfiniteQuery({
    queryKey: keys.list(team.id, filter),
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...filter, ...(pageParam && { cursor: pageParam }) });
      return (await get<KudosPage>(`${wallPaths.kudosList(team.id)}?${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: KudosPage) => last.nextCursor,
    ...(isOpen(question) && {
      initialData: { pages: [kudos], pageParams: [null] },
      initialDataUpdatedAt: arrivedAt,
      // What colleagues give meanwhile appears by itself, as long as nobody has gone far into the past.
      refetchInterval: ({ state }: { state: { data: Pages | undefined } }) =>
        (state.data?.pages.length ?? 0) <= 1 ? 30_000 : false,
    }),
  });
}

export function useKudos(id: string | null) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.one(team.id, id ?? ''),
    queryFn: async ({ signal }) => (await get<KudosView>(wallPaths.kudos(team.id, id!), signal)).body,
    enabled: id !== null,
  });
}

/** What giving to these people would do; asked again whenever they change. */
export function usePreview(to: readonly string[]) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.preview(team.id, [...to].sort()),
    queryFn: async ({ signal }) =>
      (await send<KudosPreview>(wallPaths.kudosPreview(team.id), { method: 'POST', body: { to }, signal })).body
        .outcome,
    enabled: to.length > 0,
    placeholderData: to.length > 0 ? keepPreviousData : undefined,
  });
}

/** Gives once, however often it is sent: the id was made when the form was opened. */
export function useGiveKudos() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, gift }: { id: string; gift: GiftBody }) =>
      (await send<KudosView>(wallPaths.kudos(team.id, id), { method: 'PUT', body: gift })).body,
    onSuccess: (kudos) => {
      queries.setQueryData<Pages>(keys.list(team.id, {}), (known) => known && withNewest(known, kudos));
      const isFiltered = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        Object.keys((queryKey.at(-1) ?? {}) as object).length > 0;
      return queries.invalidateQueries({ queryKey: keys.lists(team.id), predicate: isFiltered });
    },
  });
}

/** "Me too", and no longer. Shown at once; what the service says in the end is what stays. */
export function useJoin(kudos: KudosView) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const person = { id: me.id, name: me.name };
  const show = (joins: boolean) =>
    changeEverywhere(queries, team.id, kudos.id, (known) => {
      const others = known.joined.filter(({ id }) => id !== me.id);
      return { ...known, joined: joins ? [...others, person] : others };
    });
  const mutationKey = [...keys.one(team.id, kudos.id), 'join'];
  // While another tap is on its way, what an earlier one brought back is old.
  const isLast = () => queries.isMutating({ mutationKey }) <= 1;
  return useMutation({
    mutationKey,
    // One after the other, so that the last tap is the one that counts.
    scope: { id: mutationKey.join(' ') },
    mutationFn: async (joins: boolean) =>
      (await send<KudosView | null>(wallPaths.kudosJoined(team.id, kudos.id), { method: joins ? 'PUT' : 'DELETE' }))
        .body,
    onMutate: async (joins) => {
      await queries.cancelQueries({ queryKey: keys.lists(team.id) });
      show(joins);
    },
    onSuccess: (saved) => {
      if (saved && isLast()) changeEverywhere(queries, team.id, kudos.id, () => saved);
    },
    onError: (_trouble, joins) => {
      if (isLast()) show(!joins);
    },
  });
}

/** Gone here as well, once the service has let it go. */
export function forgetKudos(queries: QueryClient, team: string, id: string): void {
  const without = (page: KudosPage) => ({ ...page, items: page.items.filter((kudos) => kudos.id !== id) });
  queries.setQueriesData<Pages>(
    { queryKey: keys.lists(team) },
    (known) => known && { ...known, pages: known.pages.map(without) },
  );
  queries.removeQueries({ queryKey: keys.one(team, id) });
}

function changeEverywhere(queries: QueryClient, team: string, id: string, change: (kudos: KudosView) => KudosView) {
  const inPage = (page: KudosPage) => ({
    ...page,
    items: page.items.map((kudos) => (kudos.id === id ? change(kudos) : kudos)),
  });
  queries.setQueriesData<Pages>(
    { queryKey: keys.lists(team) },
    (known) => known && { ...known, pages: known.pages.map(inPage) },
  );
  queries.setQueryData<KudosView>(keys.one(team, id), (known) => known && change(known));
}

function withNewest(known: Pages, kudos: KudosView): Pages {
  const [first, ...rest] = known.pages;
  if (!first || known.pages.some(({ items }) => items.some(({ id }) => id === kudos.id))) return known;
  return { ...known, pages: [{ ...first, items: [kudos, ...first.items] }, ...rest] };
}
