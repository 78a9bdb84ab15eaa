/* Days as somebody says them. */

const dayInMs = 86_400_000;
// Any Monday: the days of the week are called after it.
const aMonday = Date.parse('2024-01-01T00:00:00Z');

/** 1 is Monday, 7 is Sunday. */
export const weekdayName = (weekday: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(aMonday + (weekday - 1) * dayInMs);

/** "Thursday, 26 November". */
export const dateName = (date: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );

/** The date in a zone, some days from now. */
export function dateIn(days: number, timeZone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const today = parts.format(now);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10);
}
