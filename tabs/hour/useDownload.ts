import { paths } from '#contract/paths';
import type { CalendarView } from '#contract/schedule';
import { useMutation } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';

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
    onSuccess: handOver,
    ...(onFailed && { onError: onFailed }),
  });
  return { download: () => mutate(), isPending, isError, error };
}

function handOver({ fileName, content }: CalendarView): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/calendar;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click();
  // Some browsers read it only after the click was dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
