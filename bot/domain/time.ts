import { Temporal } from 'temporal-polyfill';

/*
 * Dates and times as people mean them. A local date is `YYYY-MM-DD`, a wall time `HH:mm`, a zone an IANA name; an instant is a
 * Date. What a zone does to its clocks is looked up each time, never kept: governments change their minds.
 */

export type LocalDate = string;
export type WallTime = string;
export type Zone = string;

/** What a zone makes of a wall time on a date. */
export type Moment = {
  readonly at: Date;
  /** `skipped`: clocks went forward over it, and it comes that much later. `repeated`: it comes twice, and the first counts. */
  readonly clock: 'plain' | 'skipped' | 'repeated';
};

/** Zones are known by whether they can be used, never by comparing names: platforms spell the same place differently. */
export function isZone(zone: Zone): boolean {
  try {
    // An offset is a zone to Temporal; to people it is right for half of the year.
    return !/^[+-]/.test(zone) && Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false; // A RangeError is how Temporal says "no such zone".
  }
}

export function isLocalDate(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date;
  } catch {
    return false;
  }
}

export function momentOf(date: LocalDate, time: WallTime, zone: Zone): Moment {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (early.epochMilliseconds === late.epochMilliseconds) return { at: dateOf(early), clock: 'plain' };
  // Of a skipped time, "later" is what a clock shows that was not put forward in time; of a repeated one the first pass is "earlier".
  const isRepeated = early.toPlainDateTime().equals(wall);
  return isRepeated ? { at: dateOf(early), clock: 'repeated' } : { at: dateOf(late), clock: 'skipped' };
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Negative when `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** The date that people in a zone have at an instant. */
export const localDateOf = (at: Date, zone: Zone): LocalDate => zoned(at, zone).toPlainDate().toString();

/** The wall time that people in a zone have at an instant. */
export const wallTimeOf = (at: Date, zone: Zone): WallTime =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** What clocks that do nothing special show some minutes later. */
export function wallTimeAfter(date: LocalDate, time: WallTime, minutes: number): { date: LocalDate; time: WallTime } {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`).add({ minutes });
  return { date: wall.toPlainDate().toString(), time: wall.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The next moment that can be told from this one. */
export const justAfter = (at: Date): Date => new Date(at.getTime() + 1);

/** How far a zone is from UTC at an instant, in minutes, east positive. */
export const offsetOf = (at: Date, zone: Zone): number => zoned(at, zone).offsetNanoseconds / 60e9;

/** The next time after an instant at which a zone changes its clocks; `null` when it has no such plan. */
export function nextClockChange(after: Date, zone: Zone): Date | null {
  const change = zoned(after, zone).getTimeZoneTransition('next');
  return change && dateOf(change);
}

const zoned = (at: Date, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
const dateOf = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
