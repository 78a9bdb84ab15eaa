import { paths } from '#contract/paths';
import type { ValuesView } from '#contract/team';
import type { Wish } from '#contract/limits';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { myProfile, saveProfile } from '../api/profile.ts';
import { firstScreen, teamKey, useTeam } from '../api/team.ts';

const keys = {
  values: (team: string) => [...teamKey(team), 'values'] as const,
};

export function useMyProfile() {
  const { team } = useTeam();
  return useQuery(myProfile(team.id));
}

/** Changes the wish and nothing else: the rest of the profile goes back as it came. */
export function useSaveWish() {
  const { team } = useTeam();
  const queries = useQueryClient();
  const { queryKey } = myProfile(team.id);
  return useMutation({
    // One after the other: each is based on the version that the one before made.
    scope: { id: `wish ${team.id}` },
    mutationFn: (thankMe: Wish) => {
      const known = queries.getQueryData(queryKey)!;
      const { person: _, ...told } = known.body;
      return saveProfile(team.id, { ...told, thankMe }, known.version);
    },
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  });
}

export function useValues() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.values(team.id),
    queryFn: ({ signal }) => get<ValuesView>(paths.values(team.id), signal),
    // What is being edited must not change under the hands; a conflict is shown when it is saved.
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useSaveValues() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, version }: { values: readonly string[]; version: string }) =>
      send<ValuesView>(paths.values(team.id), { method: 'PUT', body: { values }, version }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.values(team.id), saved);
      // The form of giving and the filters offer them.
      void queries.invalidateQueries(firstScreen(team.id));
    },
  });
}

/** As they are at this moment, beside what is being edited. */
export function useValuesNow() {
  const { team } = useTeam();
  return () => get<ValuesView>(paths.values(team.id));
}
