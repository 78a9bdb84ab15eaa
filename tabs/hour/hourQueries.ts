import type { HourEditBody, HourScreen, HourView, MoveBody, TopicBody, TopicView } from '#contract/hour';
import { paths } from '#contract/paths';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, get, getIfNew, send } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { serverNow, setServerClock } from './running/serverClock.ts';
import { hourKey } from './scheduleQueries.ts';

const screenKey = (team: string) => [...hourKey(team), 'screen'] as const;
type Known = Answer<HourScreen>;

/** The hour that runs or comes next, and what became of those before: one call. What others add appears by itself. */
export function useHourScreen() {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useQuery({
    queryKey: screenKey(team.id),
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<Known>(screenKey(team.id));
      const seen = await getIfNew<HourScreen>(paths.hourScreen(team.id), known, signal);
      if (seen !== known && seen.body.hour) setServerClock(seen.body.hour.now);
      return seen;
    },
    refetchInterval: ({ state }) => (isLive(state.data?.body.hour) ? 3_000 : 30_000),
  });
}

/** Runs, or is about to: who looks on sees the same as the others within three seconds. */
const isLive = (hour: HourView | null | undefined) =>
  hour?.status === 'open' || (hour && Math.abs(Date.parse(hour.startsAt) - serverNow()) < 10 * 60_000);

export const refreshHour = (queries: QueryClient, team: string) =>
  queries.invalidateQueries({ queryKey: screenKey(team) });

/** Shown at once; what the service says in the end is what stays. */
export async function showHour(
  queries: QueryClient,
  team: string,
  change: (hour: HourView) => HourView,
): Promise<void> {
  // One that is on its way would bring back what was.
  await queries.cancelQueries({ queryKey: screenKey(team) });
  queries.setQueryData<Known>(screenKey(team), (known) =>
    known?.body.hour ? { ...known, body: { ...known.body, hour: change(known.body.hour) } } : known,
  );
}

const withTopic = (saved: TopicView) => (hour: HourView) => ({
  ...hour,
  topics: hour.topics.map((topic) => (topic.id === saved.id ? saved : topic)),
});

export type Arrangement = {
  readonly edit: HourEditBody;
  /** How it looks while the service has not answered. */
  readonly preview?: (hour: HourView) => HourView;
  /** What is meant holds whatever others changed meanwhile; else they are asked first. */
  readonly isPlain?: boolean;
  /** The version that it is based on, where that is not the newest. */
  readonly version?: string;
};

/** Who leads, who stands in the spotlight, the plan and the order. */
export function useArrange(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const path = paths.hour(team.id, date);
  const save = (edit: HourEditBody, version: string) => send<HourView>(path, { method: 'PATCH', body: edit, version });
  return useMutation({
    // One after the other: each is based on the version that the one before made.
    scope: { id: `arrange ${team.id} ${date}` },
    mutationFn: async ({ edit, version, isPlain = false }: Arrangement) => {
      const known = version ?? queries.getQueryData<Known>(screenKey(team.id))?.version ?? '';
      try {
        return await save(edit, known);
      } catch (trouble) {
        if (!isPlain || codeOf(trouble) !== 'version.stale') throw trouble;
        return save(edit, (await get<HourView>(path)).version);
      }
    },
    onMutate: ({ preview }) => (preview ? showHour(queries, team.id, preview) : undefined),
    onSuccess: ({ body, version }) =>
      queries.setQueryData<Known>(
        screenKey(team.id),
        (screen) => screen && { body: { ...screen.body, hour: body }, version },
      ),
    onError: () => refreshHour(queries, team.id),
  });
}

/** An hour of its own, whichever it is: looked at again while words can still be added to it. */
export function useOneHour(date: string) {
  const { team } = useTeam();
  return useQuery({
    queryKey: oneHourKey(team.id, date),
    queryFn: async ({ signal }) => (await get<HourView>(paths.hour(team.id, date), signal)).body,
    refetchInterval: ({ state }) => (state.data && !state.data.isLocked ? 10_000 : false),
  });
}

export const oneHourKey = (team: string, date?: string) => [...hourKey(team), 'one', ...(date ? [date] : [])];

/** The hour as it is at this moment, beside what is being edited. */
export function useHourNow(date: string) {
  const { team } = useTeam();
  return () => get<HourView>(paths.hour(team.id, date));
}

/** Under an id that was made when the first letter was typed: however often it is sent, it is one topic. */
export function useRaise(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, topic }: { id: string; topic: TopicBody }) =>
      (await send<TopicView>(paths.topic(team.id, date, id), { method: 'PUT', body: topic })).body,
    onSuccess: (saved) =>
      showHour(queries, team.id, (hour) => ({
        ...hour,
        topics: [...hour.topics.filter(({ id }) => id !== saved.id), saved],
      })),
  });
}

export function useRewordTopic(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ topic, text }: { topic: TopicView; text: string }) => {
      const { id, kind, messageLink, version } = topic;
      const body = { text, kind, messageLink };
      return (await send<TopicView>(paths.topic(team.id, date, id), { method: 'PUT', body, version })).body;
    },
    onSuccess: (saved) => showHour(queries, team.id, withTopic(saved)),
    onError: () => refreshHour(queries, team.id),
  });
}

type TopicDeed =
  | { readonly kind: 'settle'; readonly state: TopicView['state'] }
  | { readonly kind: 'support'; readonly supports: boolean }
  | { readonly kind: 'remove' };

/** What becomes of a topic. */
export function useTopicDeed(date: string) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `topics ${team.id}` },
    mutationFn: async ({ topic, deed }: { topic: TopicView; deed: TopicDeed }): Promise<TopicView | null> => {
      const path = paths.topic(team.id, date, topic.id);
      if (deed.kind === 'remove') await send(path, { method: 'DELETE' });
      if (deed.kind === 'remove') return null;
      const { body } =
        deed.kind === 'settle'
          ? await send<TopicView>(paths.topicState(team.id, date, topic.id), {
              method: 'PUT',
              body: { state: deed.state },
            })
          : await send<TopicView>(paths.topicSupport(team.id, date, topic.id), {
              method: deed.supports ? 'PUT' : 'DELETE',
            });
      return body;
    },
    onMutate: ({ topic, deed }) =>
      showHour(queries, team.id, (hour) => ({ ...hour, topics: after(hour.topics, topic, deed) })),
    onSuccess: (saved) => (saved ? showHour(queries, team.id, withTopic(saved)) : undefined),
    onError: () => refreshHour(queries, team.id),
  });

  function after(topics: readonly TopicView[], { id }: TopicView, deed: TopicDeed): TopicView[] {
    if (deed.kind === 'remove') return topics.filter((topic) => topic.id !== id);
    return topics.map((topic) => {
      if (topic.id !== id) return topic;
      if (deed.kind === 'settle') return { ...topic, state: deed.state };
      const others = topic.supporters.filter((person) => person.id !== me.id);
      return { ...topic, supporters: deed.supports ? [...others, { id: me.id, name: me.name }] : others };
    });
  }
}

/** "I cannot come", and after all I can. */
export function useAway(date: string) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const showAway = (isAway: boolean) =>
    showHour(queries, team.id, (hour) => {
      const others = hour.away.filter(({ id }) => id !== me.id);
      return { ...hour, away: isAway ? [...others, { id: me.id, name: me.name }] : others };
    });
  return useMutation({
    scope: { id: `away ${team.id}` },
    mutationFn: (isAway: boolean) => send(paths.awayFromHour(team.id, date), { method: isAway ? 'PUT' : 'DELETE' }),
    onMutate: showAway,
    // Who leads may be somebody else now.
    onSettled: () => refreshHour(queries, team.id),
  });
}

/** To another day of its week, or not at all; both say why. */
export function useMoveOrSkip(date: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (how: MoveBody | { readonly reason: string }) =>
      send<HourView>('date' in how ? paths.moveHour(team.id, date) : paths.skipHour(team.id, date), {
        method: 'POST',
        body: how,
      }),
    onSuccess: () => refreshHour(queries, team.id),
  });
}
