import type { Text } from '../text/text.ts';

/* Dates of goals. A due date is a day wherever one is; everything else happened at a moment, and is shown on the reader's own day. */

const isThisYear = (at: Date, now: Date) => at.getUTCFullYear() === now.getFullYear();

/** "18 December", "18 December 2027". */
export function dueDay(date: string, now: Date, { locale }: Text): string {
  const at = new Date(`${date}T00:00:00Z`);
  const year = isThisYear(at, now) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC', ...year }).format(at);
}

/** "19 November". */
export const dayAndMonth = (at: string, { locale }: Text) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(new Date(at));

/** "19 Nov", for the ends of a plot. */
export const shortDay = (at: string, { locale }: Text) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(new Date(at));

/** "June", "June 2025". */
export function monthOf(at: string, now: Date, { locale }: Text): string {
  const when = new Date(at);
  const year = when.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { month: 'long', ...year }).format(when);
}
