import type { ActionBody, ActionView, ExitBody, HourView, NoteBody, NoteView, StepBody } from '#contract/hour';
import { paths } from '#contract/paths';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { send } from '../../api/client.ts';
import { useTeam } from '../../api/team.ts';
import { oneHourKey, refreshHour, showHour } from '../hourQueries.ts';

/** Opens, goes on, adds minutes, pauses, draws other pairs, closes: what comes back is the hour as it is now. */
export function useRun(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `run ${team.id}` },
    mutationFn: async (deed: 'open' | 'close' | StepBody) => {
      const path = { open: paths.openHour, close: paths.closeHour }[String(deed)] ?? paths.stepHour;
      const call = typeof deed === 'string' ? {} : { body: deed };
      return (await send<HourView>(path(team.id, date), { method: 'POST', ...call })).body;
    },
    onSuccess: (hour) => showHour(queries, team.id, () => hour),
    onError: () => refreshHour(queries, team.id),
  });
}

/** Said by each of a pair for themselves. */
export function useWeTalked(date: string) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const myself = { id: me.id, name: me.name };
  return useMutation({
    mutationFn: () => send(paths.talkedInHour(team.id, date), { method: 'PUT' }),
    onMutate: () => showHour(queries, team.id, (hour) => ({ ...hour, talked: [...hour.talked, myself] })),
    onError: () => refreshHour(queries, team.id),
  });
}

/** Says once that I am here, when the hour runs on my screen. */
export function usePresence(hour: HourView): void {
  const { team, me } = useTeam();
  const isOpen = hour.status === 'open';
  const [isHere] = useState(() => hour.present.some(({ id }) => id === me.id));
  const { mutate } = useMutation({
    mutationFn: () => send(paths.presentInHour(team.id, hour.date), { method: 'PUT' }),
    retry: 3,
  });
  useEffect(() => {
    if (isOpen && !isHere) mutate();
  }, [isOpen, isHere, mutate]);
}

/** Where lines are kept while they are typed. */
export function useNotes(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const path = (id: string) => paths.hourNote(team.id, date, id);
  return {
    save: async (id: string, body: NoteBody, version: string | null): Promise<NoteView> =>
      (await send<NoteView>(path(id), { method: 'PUT', body, ...(version && { version }) })).body,
    remove: async (id: string) => void (await send(path(id), { method: 'DELETE' })),
    find: async (id: string): Promise<NoteView | undefined> =>
      (await send<HourView>(paths.hour(team.id, date))).body.notes.find((note) => note.id === id),
    show: async (saved: NoteView) => {
      await queries.invalidateQueries({ queryKey: oneHourKey(team.id, date) });
      await showHour(queries, team.id, (hour) => {
        // After its end it is the next one that is shown there.
        if (hour.date !== date) return hour;
        const isThere = hour.notes.some(({ id }) => id === saved.id);
        const notes = hour.notes.map((note) => (note.id === saved.id ? saved : note));
        return { ...hour, notes: isThere ? notes : [...notes, saved] };
      });
    },
  };
}

/** A decision, or just for this hour: said of a line that stands there. */
export function useChangeNote(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const notes = useNotes(date);
  return useMutation({
    mutationFn: ({ note, change }: { note: NoteView; change: Partial<NoteBody> }) => {
      const { id, text, kind, keep, version } = note;
      return notes.save(id, { text, kind, keep, ...change }, version);
    },
    onSuccess: notes.show,
    onError: () => refreshHour(queries, team.id),
  });
}

export function useSaveAction() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, body }: { id: string; body: ActionBody }) =>
      (await send<ActionView>(paths.action(team.id, id), { method: 'PUT', body })).body,
    onSuccess: (saved) =>
      showHour(queries, team.id, (hour) => ({
        ...hour,
        actions: [...hour.actions.filter(({ id }) => id !== saved.id), saved],
      })),
  });
}

export function useLeaveWith(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (plan: ExitBody) => send(paths.exitFromHour(team.id, date), { method: 'PUT', body: plan }),
    onSuccess: () => refreshHour(queries, team.id),
  });
}
