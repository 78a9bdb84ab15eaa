import { paths } from '#contract/paths';
import type { ProfileBody, ProfileView } from '#contract/profile';
import type { ValuesView } from '#contract/team';
import type { Wish } from '#contract/limits';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, get, send } from '../api/client.ts';
import { firstScreen, teamKey, useTeam } from '../api/team.ts';

const keys = {
  profile: (team: string) => [...teamKey(team), 'profile', 'me'] as const,
  values: (team: string) => [...teamKey(team), 'values'] as const,
};

/** What I told this team about myself, with the version that a change is based on. */
export function useMyProfile() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.profile(team.id),
    queryFn: ({ signal }) => get<ProfileView>(paths.profile(team.id, 'me'), signal),
  });
}

/** Changes the wish and nothing else: the rest of the profile goes back as it came. */
export function useSaveWish() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    // One after the other: each is based on the version that the one before made.
    scope: { id: `wish ${team.id}` },
    mutationFn: (thankMe: Wish) => {
      const known = queries.getQueryData<Answer<ProfileView>>(keys.profile(team.id));
      const { person: _, ...told } = known!.body;
      const body: ProfileBody = { ...told, thankMe };
      return send<ProfileView>(paths.profile(team.id, 'me'), { method: 'PUT', body, version: known!.version });
    },
    onSuccess: (saved) => queries.setQueryData(keys.profile(team.id), saved),
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
