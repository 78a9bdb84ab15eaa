import type { CheckInPage, Evidence, GoalView, GrowthRecord, NotePage } from '#contract/goal';
import type { KudosPage } from '#contract/kudos';
import { paths } from '#contract/paths';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { keys, showGoal } from './goalsQueries.ts';

/* What stands beside a goal: earlier check-ins, notes, kudos, and the record of it all. */

const cursorOf = ({ nextCursor }: { nextCursor: string | null }) => nextCursor;
const onFrom = (cursor: string | null) => (cursor ? `?${new URLSearchParams({ cursor })}` : '');

/** All check-ins, newest first; asked for when somebody wants to look back. */
export function useCheckIns(goalId: string, isWanted: boolean) {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: keys.entries(team.id, goalId, 'checkIns'),
    queryFn: async ({ pageParam, signal }) =>
      (await get<CheckInPage>(`${paths.checkIns(team.id, goalId)}${onFrom(pageParam)}`, signal)).body,
    initialPageParam: null as string | null,
    getNextPageParam: cursorOf,
    enabled: isWanted,
  });
}

export function useNotes(goalId: string) {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: keys.entries(team.id, goalId, 'notes'),
    queryFn: async ({ pageParam, signal }) =>
      (await get<NotePage>(`${paths.notes(team.id, goalId)}${onFrom(pageParam)}`, signal)).body,
    initialPageParam: null as string | null,
    getNextPageParam: cursorOf,
  });
}

export function useRemoveNote(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(paths.note(team.id, goalId, id), { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.entries(team.id, goalId, 'notes') }),
  });
}

/** The kudos on a goal, as far as I may see them. */
export function useEvidence(goalId: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.entries(team.id, goalId, 'evidence'),
    queryFn: async ({ signal }) => (await get<Evidence>(paths.evidence(team.id, goalId), signal)).body.items,
  });
}

export function useAttach(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kudos, attaches }: { kudos: string; attaches: boolean }) =>
      send<GoalView>(paths.evidenceOf(team.id, goalId, kudos), { method: attaches ? 'PUT' : 'DELETE' }),
    onSuccess: (saved) => {
      showGoal(queries, team.id, saved);
      return queries.invalidateQueries({ queryKey: keys.entries(team.id, goalId, 'evidence') });
    },
  });
}

/** The kudos that I gave or was given; which of both is sorted out where they are shown. */
export function useMyKudos() {
  const { team, me } = useTeam();
  return useInfiniteQuery({
    queryKey: [...keys.all(team.id), 'aboutMe'],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ person: me.id, ...(pageParam && { cursor: pageParam }) });
      return (await get<KudosPage>(`${paths.kudosList(team.id)}?${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: KudosPage) => last.nextCursor,
  });
}

/** Everything that grew here, whole. Made only when it is asked for. */
export function useGrowthRecord() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.record(team.id),
    queryFn: async ({ signal }) => (await get<GrowthRecord>(paths.growthRecord(team.id), signal)).body,
    staleTime: 0,
    gcTime: 0,
  });
}
