import type { ScheduleBody } from '#contract/schedule';
import type { Text } from '../text/text.ts';
import { cityOf } from '../ui/zones.ts';
import { dateWithWeekday, firstOn, weekdayName } from '../ui/localDates.ts';

/** "10:00", as the reader writes it. */
export const timeIn = (zone: string, at: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(at);

/** "10:00", without the half of the day: for where the whole hour stands and there is little room. */
export const clockIn = (zone: string, at: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone })
    .formatToParts(at)
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();

/** "10:00–11:00". */
export const rangeIn = (zone: string, from: Date, to: Date, { t, locale }: Text) =>
  t('hour.range', { start: timeIn(zone, from, locale), end: timeIn(zone, to, locale) });

type Slot = Pick<ScheduleBody, 'weekday' | 'time' | 'minutes' | 'everyWeeks'>;

/** "Every Thursday, 10:00–11:00". */
export function slotWords({ weekday, time, minutes, everyWeeks }: Slot, text: Text): string {
  // A wall time is the same in every zone, so any will do to write it.
  const from = Date.parse(`2000-01-01T${time}:00Z`);
  return text.t(everyWeeks === 2 ? 'hour.everySecond' : 'hour.every', {
    weekday: weekdayName(weekday, text.locale),
    time: rangeIn('UTC', new Date(from), new Date(from + minutes * 60_000), text),
  });
}

/** The whole of it, for telling two versions apart. */
export function scheduleWords(schedule: ScheduleBody, text: Text): string {
  const { startOn, weekday, timeZone, replaces } = schedule;
  const values = {
    slot: slotWords(schedule, text),
    city: cityOf(timeZone),
    date: dateWithWeekday(firstOn(startOn, weekday), text.locale),
    name: replaces?.name ?? '',
    minutes: replaces?.minutes ?? 0,
  };
  return text.t(replaces ? 'hour.whole.instead' : 'hour.whole', values);
}
