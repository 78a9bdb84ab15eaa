import { paths } from '#contract/paths';
import type { Directory } from '#contract/profile';
import type { DatesView, ProposalsView, ScheduleBody, ScheduleView } from '#contract/schedule';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, get, send } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { teamKey, useTeam } from '../api/team.ts';

export const hourKey = (team: string) => [...teamKey(team), 'hour'] as const;
const keys = {
  schedule: (team: string) => [...hourKey(team), 'schedule'] as const,
  preview: (team: string, wanted: ScheduleBody | null) => [...hourKey(team), 'preview', wanted] as const,
  proposals: (team: string) => [...hourKey(team), 'proposals'] as const,
  zones: (team: string) => [...hourKey(team), 'zones'] as const,
};

/** When the team's hour is, with the version that a change is based on; `null` while none was chosen. */
export type KnownSchedule = Answer<ScheduleView> | null;

export function useSchedule() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.schedule(team.id),
    queryFn: ({ signal }) => readSchedule(team.id, signal),
  });
}

/** As it is at this moment, beside what is being edited. */
export function useScheduleNow() {
  const { team } = useTeam();
  return () => readSchedule(team.id);
}

async function readSchedule(team: string, signal?: AbortSignal): Promise<KnownSchedule> {
  try {
    return await get<ScheduleView>(paths.schedule(team), signal);
  } catch (trouble) {
    if (codeOf(trouble) === 'notFound') return null;
    throw trouble;
  }
}

/** The next eight dates of a schedule that need not be kept. While the next answer is on its way, the last one stands. */
export function usePreview(wanted: ScheduleBody | null) {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.preview(team.id, wanted),
    queryFn: async ({ signal }) => {
      const path = paths.schedulePreview(team.id);
      const { body } = await send<DatesView>(path, { method: 'POST', body: wanted, signal });
      return { schedule: wanted!, dates: body.items };
    },
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
  });
}

type Wanted = { readonly schedule: ScheduleBody; readonly version: string | null };

export function useSaveSchedule() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ schedule, version }: Wanted) =>
      send<ScheduleView>(paths.schedule(team.id), { method: 'PUT', body: schedule, ...(version && { version }) }),
    onSuccess: (saved) => {
      queries.setQueryData<KnownSchedule>(keys.schedule(team.id), saved);
      // Whatever else the hour's page shows follows from when it is.
      const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey.at(3) !== 'schedule';
      queries.removeQueries({ queryKey: hourKey(team.id), predicate: isOther, type: 'inactive' });
    },
  });
}

export function useProposals() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.proposals(team.id),
    queryFn: async ({ signal }) => (await get<ProposalsView>(paths.scheduleProposals(team.id), signal)).body.items,
  });
}

/** What I would choose; `null` takes it back. */
export function usePropose() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: ScheduleBody | null) =>
      send(paths.myProposal(team.id), wanted ? { method: 'PUT', body: wanted } : { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.proposals(team.id) }),
  });
}

/** Where everybody is who told so; nobody else's zone is guessed. */
export function useZones() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.zones(team.id),
    queryFn: async ({ signal }) => (await get<Directory>(paths.directory(team.id), signal)).body.items,
    select: (people) => people.filter(({ timeZone }) => timeZone !== ''),
    staleTime: 300_000,
  });
}
