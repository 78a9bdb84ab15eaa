import type { AskView, CommentPage, CommentView, GoalView } from '#contract/goal';
import { paths } from '#contract/paths';
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { changeAsk, changeGoal, forgetGoal, keys, showGoal } from './goalsQueries.ts';

/* What others do with a goal. */

/**
 * A yes shows the goal as its supporter sees it; a no may take it away, and with it what asked. So what follows is said here and
 * not where it was asked.
 */
export function useAnswer(goalId: string, onAnswered: (accepts: boolean) => void) {
  const { team } = useTeam();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (accepts: boolean) =>
      send<GoalView | null>(paths.support(team.id, goalId), { method: 'PUT', body: { accepts } }),
    onSuccess: ({ body, version }, accepts) => {
      onAnswered(accepts);
      if (body) showGoal(queries, team.id, { body, version });
      else forgetGoal(queries, team.id, goalId);
      return queries.invalidateQueries({ queryKey: keys.screen(team.id) });
    },
  });
}

export function useCheer(goal: GoalView) {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const show = (cheers: boolean) =>
    changeGoal(queries, team.id, goal.id, (known) => {
      const others = known.cheers.filter(({ id }) => id !== me.id);
      return { ...known, cheers: cheers ? [...others, { id: me.id, name: me.name }] : others };
    });
  return useMutation({
    scope: { id: `cheer ${goal.id}` },
    mutationFn: (cheers: boolean) =>
      send<GoalView>(paths.cheer(team.id, goal.id), { method: cheers ? 'PUT' : 'DELETE' }),
    onMutate: show,
    onSuccess: (saved) => showGoal(queries, team.id, saved),
    onError: (_trouble, cheers) => show(!cheers),
  });
}

/** "I can help with that", and no longer. */
export function useOffer(ask: AskView) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const show = (offered: boolean) => changeAsk(queries, team.id, ask.id, (known) => ({ ...known, offered }));
  return useMutation({
    scope: { id: `offer ${ask.id}` },
    mutationFn: (offers: boolean) => send<AskView>(paths.offer(team.id, ask.id), { method: offers ? 'PUT' : 'DELETE' }),
    onMutate: show,
    onSuccess: ({ body }) => {
      changeAsk(queries, team.id, ask.id, () => body);
      // On the goal's own page, where I see it, it says so as well.
      return queries.invalidateQueries({ queryKey: keys.one(team.id, ask.id) });
    },
    onError: (_trouble, offers) => show(!offers),
  });
}

export function useComments(goalId: string, isThere: boolean) {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: keys.entries(team.id, goalId, 'comments'),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? `?${new URLSearchParams({ cursor: pageParam })}` : '';
      return (await get<CommentPage>(`${paths.comments(team.id, goalId)}${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: CommentPage) => last.nextCursor,
    enabled: isThere,
  });
}

type Comments = InfiniteData<CommentPage, string | null>;

export function useSayComment(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const key = keys.entries(team.id, goalId, 'comments');
  return useMutation({
    mutationFn: async ({ id, text }: { id: string; text: string }) =>
      (await send<CommentView>(paths.comment(team.id, goalId, id), { method: 'PUT', body: { text } })).body,
    onSuccess: (comment) => {
      queries.setQueryData<Comments>(key, (known) => known && withNewest(known, comment));
      return queries.invalidateQueries({ queryKey: key });
    },
  });
}

export function useRemoveComment(goalId: string) {
  const { team } = useTeam();
  const queries = useQueryClient();
  const key = keys.entries(team.id, goalId, 'comments');
  return useMutation({
    mutationFn: (id: string) => send(paths.comment(team.id, goalId, id), { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

function withNewest(known: Comments, comment: CommentView): Comments {
  const [first, ...rest] = known.pages;
  if (!first || first.items.some(({ id }) => id === comment.id)) return known;
  return { ...known, pages: [{ ...first, items: [comment, ...first.items] }, ...rest] };
}
