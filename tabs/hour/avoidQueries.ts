import { paths } from '#contract/paths';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { hourKey } from './scheduleQueries.ts';

type Avoids = { readonly people: readonly string[] };

const avoidsKey = (team: string) => [...hourKey(team), 'avoids'] as const;

/** Read when somebody comes for it, and forgotten when they leave. */
export function useAvoids() {
  const { team } = useTeam();
  return useQuery({
    queryKey: avoidsKey(team.id),
    queryFn: async ({ signal }) => (await get<Avoids>(paths.avoids(team.id), signal)).body.people,
    gcTime: 0,
  });
}

export function useSaveAvoids() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (people: readonly string[]) =>
      (await send<Avoids>(paths.avoids(team.id), { method: 'PUT', body: { people } })).body.people,
    onSuccess: (saved) => queries.setQueryData(avoidsKey(team.id), saved),
  });
}
