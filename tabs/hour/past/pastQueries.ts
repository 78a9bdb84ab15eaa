import type { HourPage } from '#contract/hour';
import { paths } from '#contract/paths';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { useTeam } from '../../api/team.ts';
import { hourKey } from '../scheduleQueries.ts';

/** What became of the hours, newest first, a page at a time; with words, those that were about them. */
export function usePastHours(q: string) {
  const { team } = useTeam();
  return useInfiniteQuery({
    queryKey: [...hourKey(team.id), 'past', q],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...(q && { q }), ...(pageParam && { cursor: pageParam }) });
      return (await get<HourPage>(`${paths.hours(team.id)}?${query}`, signal)).body;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: HourPage) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}
