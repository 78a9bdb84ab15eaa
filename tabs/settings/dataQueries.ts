import { paths } from '#contract/paths';
import type { EndingView, FirstScreen } from '#contract/team';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../api/client.ts';
import { firstScreen, useTeam } from '../api/team.ts';
import { handOver, keepsFiles, type MadeFile } from '../ui/handOver.ts';

// Everything of some years is read, or erased, from one end to the other.
const patienceInMs = 120_000;

/** Everything behind a path, as a file that people can read. */
export function useTakeAlong(path: string, nameOf: (day: string) => string) {
  return useMutation({
    mutationFn: async (): Promise<MadeFile> => {
      const { body } = await send<{ readonly exportedAt: string }>(path, { patienceInMs });
      return { name: nameOf(body.exportedAt.slice(0, 10)), words: JSON.stringify(body, null, 2) };
    },
    onSuccess: (file) => {
      if (keepsFiles()) handOver(file);
    },
  });
}

export function useEraseMe() {
  const { me } = useTeam();
  return useMutation({
    mutationFn: () => send<null>(paths.me(), { method: 'DELETE', patienceInMs }),
    onSuccess: () => forgetHere(me.id),
  });
}

/** What somebody typed and did not send is kept by their browser, under their id. */
function forgetHere(person: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.includes(person)) localStorage.removeItem(key);
  } catch {
    // Closed to frames: then nothing was kept.
  }
}

export function useEndTeam() {
  const { team } = useTeam();
  const know = useKnowEnding();
  return useMutation({
    mutationFn: async () => (await send<EndingView>(paths.teamEnding(team.id), { method: 'PUT' })).body,
    onSuccess: know,
  });
}

export function useKeepTeam() {
  const { team } = useTeam();
  const know = useKnowEnding();
  return useMutation({
    mutationFn: () => send<null>(paths.teamEnding(team.id), { method: 'DELETE' }),
    onSuccess: () => know(null),
  });
}

export function useDeleteTeam() {
  const { team } = useTeam();
  return useMutation({ mutationFn: () => send<null>(paths.team(team.id), { method: 'DELETE', patienceInMs }) });
}

/** Every page reads it from the first screen. */
function useKnowEnding() {
  const { team } = useTeam();
  const queries = useQueryClient();
  const { queryKey } = firstScreen(team.id);
  return (ending: EndingView) =>
    queries.setQueryData(queryKey, (known: FirstScreen | undefined) =>
      known ? { ...known, team: { ...known.team, ending } } : known,
    );
}
