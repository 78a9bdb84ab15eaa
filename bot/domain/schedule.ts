import { Refusal } from './refusal.ts';
import type { Member, Person } from './team.ts';
import {
  addDays,
  daysBetween,
  isZone,
  type LocalDate,
  localDateOf,
  minutesAfter,
  type Moment,
  momentOf,
  offsetOf,
  type WallTime,
  weekdayOf,
  type Zone,
} from './time.ts';

/** When the hour is: wall time and zone are the truth, instants follow from them and are never kept. */
export type Schedule = {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly time: WallTime;
  readonly timeZone: Zone;
  readonly minutes: number;
  readonly everyWeeks: 1 | 2;
  /** Every second week counts from the first hour on or after this date. */
  readonly startOn: LocalDate;
  /** The status meeting that the team gives up for it. */
  readonly replaces: { readonly name: string; readonly minutes: number } | null;
  /** Where everybody joins, once somebody made the meeting in Teams. */
  readonly meetingLink?: string | null;
};

/** One date of a schedule. The local date is its id: it can be there only once, whatever clocks do. */
export type Occurrence = {
  readonly date: LocalDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly clock: Moment['clock'];
};

export const scheduleLimits = { minMinutes: 30, maxMinutes: 90, name: 80, replacedMinutes: 480, preview: 60 } as const;

/** Teams' own links to a meeting and nothing else: nobody is led to a stranger's page from here. */
export const isMeetingLink = (text: string): boolean =>
  text.length <= 2000 &&
  /^https:\/\/(teams\.(microsoft\.com|cloud\.microsoft|live\.com|microsoft\.us)|(gov|dod)\.teams\.microsoft\.us)\/(l\/meetup-join|meet)\/[!#$%&'()*+,\-./:;=?@\w~[\]]+$/.test(
    text,
  );

/** Owners set the slot up; they do not see more than members do. */
export function chooseSchedule(schedule: Schedule, by: Member): Schedule {
  if (!by.owner) throw new Refusal('schedule.ownersOnly');
  return possible(schedule);
}

/** A schedule that can be: for showing its dates, nobody needs to own anything. */
export function possible(schedule: Schedule): Schedule {
  if (!isZone(schedule.timeZone)) throw new Refusal('schedule.unknownZone');
  return schedule;
}

/** The dates of a schedule from a day on, that day included. */
export function occurrencesFrom(schedule: Schedule, from: LocalDate, count: number): Occurrence[] {
  const first = firstOn(schedule);
  const step = 7 * schedule.everyWeeks;
  const passed = Math.max(0, Math.ceil(daysBetween(first, from) / step));
  return Array.from({ length: count }, (_, at) => occurrenceOn(schedule, addDays(first, (passed + at) * step)));
}

export function occurrenceOn({ time, timeZone, minutes }: Schedule, date: LocalDate): Occurrence {
  const { at, clock } = momentOf(date, time, timeZone);
  return { date, startsAt: at, endsAt: minutesAfter(at, minutes), clock };
}

/** Whether the schedule has an hour on this date. */
export function isDateOf(schedule: Schedule, date: LocalDate): boolean {
  const days = daysBetween(firstOn(schedule), date);
  return days >= 0 && days % (7 * schedule.everyWeeks) === 0;
}

/** The dates that are not over at an instant. */
export function occurrencesAt(schedule: Schedule, now: Date, count: number): Occurrence[] {
  // Yesterday's hour may go on past midnight.
  const from = addDays(localDateOf(now, schedule.timeZone), -1);
  return occurrencesFrom(schedule, from, count + 2)
    .filter(({ endsAt }) => endsAt.getTime() > now.getTime())
    .slice(0, count);
}

/** By how many minutes clocks moved between two hours: 60 is an hour forward. */
export const shiftBetween = ({ timeZone }: Schedule, before: Occurrence, after: Occurrence): number =>
  offsetOf(after.startsAt, timeZone) - offsetOf(before.startsAt, timeZone);

/** The one before this, were the schedule older than it is: to say what clocks did meanwhile. */
export const occurrenceBefore = (schedule: Schedule, { date }: Occurrence): Occurrence =>
  occurrenceOn(schedule, addDays(date, -7 * schedule.everyWeeks));

/** What a member would choose. */
export type Proposal = { readonly by: Person; readonly schedule: Schedule; readonly at: Date };

function firstOn({ startOn, weekday }: Schedule): LocalDate {
  return addDays(startOn, (weekday - weekdayOf(startOn) + 7) % 7);
}

/** Whether two schedules say the same, whatever they were put together from. */
export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  const words = ({ replaces, ...when }: Schedule) =>
    JSON.stringify([
      ...[when.weekday, when.time, when.timeZone, when.minutes, when.everyWeeks, when.startOn],
      ...[replaces?.name, replaces?.minutes, when.meetingLink ?? null],
    ]);
  return words(one) === words(other);
}
