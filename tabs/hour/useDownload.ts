import { paths } from '#contract/paths';
import type { CalendarView } from '#contract/schedule';
import { useMutation } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { handOver } from '../ui/handOver.ts';

/** Hands the series over to the browser as a file, in the reader's language. */
export function useDownload(onFailed?: () => void) {
  const { team } = useTeam();
  const { locale } = useText();
  const { mutate, isPending, isError, error } = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams({ language: locale });
      return (await get<CalendarView>(`${paths.scheduleCalendar(team.id)}?${query}`)).body;
    },
    // Here, and not where it is asked for: the menu that it was asked for in is gone by then.
    onSuccess: ({ fileName, content }) => handOver({ name: fileName, words: content, type: 'text/calendar' }),
    ...(onFailed && { onError: onFailed }),
  });
  return { download: () => mutate(), isPending, isError, error };
}
