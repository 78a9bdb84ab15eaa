import type { Text } from '../text/text.ts';

const [minuteInMs, hourInMs, dayInMs] = [60_000, 3_600_000, 86_400_000];

/** "in 2 days", "tomorrow", "in 3 hours", "in 20 minutes", "now". Days are the reader's: midnight is where they are. */
export function timeLeft({ startsAt, endsAt }: { startsAt: string; endsAt: string }, now: Date, text: Text): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  if (start <= now) return text.t(now < end ? 'hour.now' : 'hour.over');
  const left = start.getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(text.locale, { numeric: 'auto' });
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  const days = Math.round((midnight(start) - midnight(now)) / dayInMs);
  // Tonight's is soon, even if midnight lies between.
  if (days > 1 || (days === 1 && left >= 12 * hourInMs)) return relative.format(days, 'day');
  if (left >= hourInMs) return relative.format(Math.round(left / hourInMs), 'hour');
  return relative.format(Math.ceil(left / minuteInMs), 'minute');
}
