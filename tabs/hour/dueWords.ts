import { useText } from '../text/useText.ts';
import { wallAt, zoneHere } from '../ui/zones.ts';
import { addDays, dateWords } from '../ui/localDates.ts';

/** "today", "tomorrow", "Thursday", "26 November". A date without a time is the same day everywhere. */
export function useDueWords() {
  const { locale } = useText();
  return (date: string): string => {
    const today = wallAt(zoneHere(), new Date()).date;
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    for (const days of [-1, 0, 1]) if (date === addDays(today, days)) return relative.format(days, 'day');
    const isNear = date > today && date < addDays(today, 7);
    return dateWords(date, locale, isNear ? { weekday: 'long' } : undefined);
  };
}
