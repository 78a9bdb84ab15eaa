import { paths } from '#contract/paths';
import type { MyRemindersBody, MyRemindersView, ReminderLogView, TeamRemindersView } from '#contract/reminder';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, get, send } from '../api/client.ts';
import { teamKey, useTeam } from '../api/team.ts';

const keys = {
  mine: (team: string) => [...teamKey(team), 'reminders', 'me'] as const,
  team: (team: string) => [...teamKey(team), 'reminders', 'team'] as const,
  log: (team: string) => [...teamKey(team), 'reminders', 'log'] as const,
};

export function useMyReminders() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.mine(team.id),
    queryFn: ({ signal }) => get<MyRemindersView>(paths.myReminders(team.id), signal),
  });
}

export function useSaveMyReminders() {
  const { team } = useTeam();
  const key = keys.mine(team.id);
  return useSave<MyRemindersBody, MyRemindersView>(key, paths.myReminders(team.id));
}

export function useTeamReminders() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.team(team.id),
    queryFn: ({ signal }) => get<TeamRemindersView>(paths.reminders(team.id), signal),
  });
}

export function useSaveTeamReminders() {
  const { team } = useTeam();
  return useSave<TeamRemindersView, TeamRemindersView>(keys.team(team.id), paths.reminders(team.id));
}

export function useReminderLog() {
  const { team } = useTeam();
  return useQuery({
    queryKey: keys.log(team.id),
    queryFn: async ({ signal }) => (await get<ReminderLogView>(paths.reminderLog(team.id), signal)).body.items,
  });
}

/** One after the other: each is based on the version that the one before made. */
function useSave<Body, View>(queryKey: readonly string[], path: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: queryKey.join(' ') },
    mutationFn: (body: Body) => {
      const known = queries.getQueryData<Answer<View>>(queryKey)!;
      return send<View>(path, { method: 'PUT', body, version: known.version });
    },
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  });
}
