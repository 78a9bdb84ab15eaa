import type { Text } from '../text/text.ts';

/* Moments in the life of a goal, shown on the reader's own day. */

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
