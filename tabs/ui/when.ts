import type { Text } from '../text/text.ts';

/* Dates as somebody says them. Days are the reader's own: midnight is where they are. */

const dayInMs = 86_400_000;

/** "today", "yesterday", "Monday", "19 November", "19 November 2025". */
export function dayOf(at: Date, now: Date, { locale, t }: Text): string {
  const days = daysBetween(at, now);
  if (days <= 0) return t('when.today');
  if (days === 1) return t('when.yesterday');
  if (days < 6) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(at);
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(at);
}

/** "Sunday, 22 November 2026 at 14:05": the whole, for who wants to know exactly. */
export function exactly(at: Date, { locale }: Text): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** "This week", "Last week", "9 – 15 November". Weeks start where the reader's calendar starts them. */
export function weekOf(at: Date, now: Date, text: Text): { readonly key: string; readonly name: string } {
  const start = startOfWeek(at, text.locale);
  const weeksAgo = Math.round(daysBetween(start, startOfWeek(now, text.locale)) / 7);
  const key = `${start.getFullYear()}-${start.getMonth() + 1}-${start.getDate()}`;
  if (weeksAgo <= 0) return { key, name: text.t('when.thisWeek') };
  if (weeksAgo === 1) return { key, name: text.t('when.lastWeek') };
  const end = new Date(start.getFullYear(), start.getMonth(), start.getDate() + 6);
  const year = end.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const range = new Intl.DateTimeFormat(text.locale, { day: 'numeric', month: 'long', ...year });
  return { key, name: range.formatRange(start, end) };
}

const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate());
// Rounded, because the day on which clocks change has 23 or 25 hours.
const daysBetween = (one: Date, other: Date) => Math.round((+midnight(other) - +midnight(one)) / dayInMs);

function startOfWeek(at: Date, locale: string): Date {
  const back = (at.getDay() - (firstDayOf(locale) % 7) + 7) % 7;
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - back);
}

type WithWeek = Intl.Locale & {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
};

/** 1 is Monday, 7 is Sunday. A browser that does not know says Monday. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale) as WithWeek;
  return (known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 }).firstDay;
}
