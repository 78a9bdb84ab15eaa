import type { HourView, StatusLineView } from '#contract/hour';
import { paths } from '#contract/paths';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import { useTeam } from '../../api/team.ts';
import { oneHourKey, refreshHour, showHour } from '../hourQueries.ts';
import type { StatusDraft } from './statusDraft.ts';

/** What each has said; `null` where an instance that is older than this page does not tell. */
export const statusIn = ({ statusLines }: { readonly statusLines?: HourView['statusLines'] }) => statusLines ?? null;

/** Says my two lines, in the place of those that they were based on; `null` takes them back. */
export function useSayStatus(date: string) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const path = paths.myStatus(team.id, date);
  return useMutation({
    scope: { id: `status ${team.id} ${date}` },
    mutationFn: async ({ text, version }: Omit<StatusDraft, 'text'> & { readonly text: string | null }) => {
      const over = version && { version };
      if (text !== null) return (await send<StatusLineView>(path, { method: 'PUT', body: { text }, ...over })).body;
      await send(path, { method: 'DELETE', ...over });
      return null;
    },
    onSuccess: async (said) => {
      await showHour(queries, team.id, (hour) => {
        const others = (statusIn(hour) ?? []).filter(({ by }) => by.id !== me.id);
        // After its end it is the next one that is shown there.
        return hour.date === date ? { ...hour, statusLines: said ? [...others, said] : others } : hour;
      });
      await queries.invalidateQueries({ queryKey: oneHourKey(team.id, date) });
    },
    onError: () => refreshHour(queries, team.id),
  });
}

/** My two lines as they are at this moment, beside those that are being written. */
export function useStatusNow(date: string) {
  const { team, me } = useTeam();
  return async (): Promise<StatusLineView | null> => {
    const { body } = await get<HourView>(paths.hour(team.id, date));
    return body.statusLines.find(({ by }) => by.id === me.id) ?? null;
  };
}
