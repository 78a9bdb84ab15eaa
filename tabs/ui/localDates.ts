import { firstDayOf } from './when.ts';

/* Local dates, `YYYY-MM-DD`: days on a calendar, the same everywhere. */

const dayInMs = 86_400_000;
const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date: string, days: number) =>
  new Date(midnight(date) + days * dayInMs).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string) => new Date(midnight(date)).getUTCDay() || 7;

/** The first such weekday on or after a date. */
export const firstOn = (date: string, weekday: number) => addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** "26 November", and the year where it is not this one. */
export function dateWords(
  date: string,
  locale: string,
  parts: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' },
): string {
  const year = date.startsWith(String(new Date().getFullYear())) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...parts, ...year, timeZone: 'UTC' }).format(midnight(date));
}

/** "Thursday, 26 November". */
export const dateWithWeekday = (date: string, locale: string) =>
  dateWords(date, locale, { weekday: 'long', day: 'numeric', month: 'long' });

// Any Monday: the days of the week are called after it.
const aMonday = '2024-01-01';

export const weekdayName = (weekday: number, locale: string, length: 'long' | 'short' = 'long') =>
  new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(midnight(addDays(aMonday, weekday - 1)));

/** 1 to 7, from the day on which the reader's week begins. */
export function weekFor(locale: string): readonly number[] {
  const firstDay = firstDayOf(locale);
  return Array.from({ length: 7 }, (_, at) => ((firstDay - 1 + at) % 7) + 1);
}

/** The day of a moment, by the clock of who reads. */
export const dayOf = (moment: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(moment));
