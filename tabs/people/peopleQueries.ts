import { paths } from '#contract/paths';
import type { Directory, Help, PersonPage, ProfileBody } from '#contract/profile';
import type { AskView } from '#contract/goal';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { myProfile, saveProfile } from '../api/profile.ts';
import { teamKey, useTeam } from '../api/team.ts';

const keys = {
  all: (team: string) => [...teamKey(team), 'people'] as const,
  directory: (team: string) => [...keys.all(team), 'directory'] as const,
  person: (team: string, id: string) => [...keys.all(team), 'person', id] as const,
  help: (team: string, words: string) => [...keys.all(team), 'help', words] as const,
};

/** Everybody, whole: what is looked for is found here, without asking again. */
export function useDirectory() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.directory(team.id),
    queryFn: async ({ signal }) => (await get<Directory>(paths.directory(team.id), signal)).body.items,
  });
}

export function usePerson(id: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.person(team.id, id),
    queryFn: async ({ signal }) => (await get<PersonPage>(paths.person(team.id, id), signal)).body,
  });
}

/** Whose "can show" fits these words, best fit first. */
export function useHelp(words: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.help(team.id, words),
    queryFn: async ({ signal }) =>
      (await get<Help>(`${paths.whoCanHelp(team.id)}?${new URLSearchParams({ q: words })}`, signal)).body.items,
    placeholderData: keepPreviousData,
  });
}

export function useMyProfile() {
  const { team } = useTeam();
  return useQuery(myProfile(team.id));
}

/** "I can help with that", and no longer. The one who asked learns it, and nobody else. */
export function useOffer(ask: AskView) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    // One after the other, so that the last tap is the one that counts.
    scope: { id: `offer ${ask.id}` },
    mutationFn: async (offers: boolean) =>
      (await send<AskView>(paths.offer(team.id, ask.id), { method: offers ? 'PUT' : 'DELETE' })).body,
    onSuccess: (saved) => {
      queries.setQueryData<PersonPage>(
        keys.person(team.id, ask.owner.id),
        (known) => known && { ...known, asks: known.asks.map((each) => (each.id === saved.id ? saved : each)) },
      );
      // The goals room shows the same asks.
      void queries.invalidateQueries({ queryKey: [...teamKey(team.id), 'goals'] });
    },
  });
}

/** My profile, whole; wherever it is shown it is read again. */
export function useSaveProfile() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: ProfileBody; version: string }) => saveProfile(team.id, body, version),
    onSuccess: (saved) => {
      queries.setQueryData(myProfile(team.id).queryKey, saved);
      return queries.invalidateQueries({ queryKey: keys.all(team.id) });
    },
  });
}
