import { type Hour, mondayOf, plannedHour } from './hour.ts';
import type { HourDate } from './ids.ts';
import { isDateOf, occurrencesAt, occurrencesFrom, type Schedule } from './schedule.ts';
import { addDays, localDateOf, type LocalDate } from './time.ts';

/* The hours of a team as the schedule and what people did to single hours make them together. */

/**
 * An hour as it stands: what was changed about it, on the schedule of today. `null` when the schedule has none on that date, and
 * nothing ever happened to it.
 */
export function hourOn(schedule: Schedule | null, touched: Hour | null, date: LocalDate): Hour | null {
  const isDue = schedule !== null && isDateOf(schedule, date);
  if (!touched) return isDue ? plannedHour(schedule, date) : null;
  if (!followsSchedule(touched)) return touched;
  // A change of the schedule moves it along, or leaves nothing of it.
  if (!isDue) return null;
  const { startsAt, endsAt, timeZone, givesBack } = plannedHour(schedule, date);
  return { ...touched, startsAt, endsAt, timeZone, givesBack };
}

/** The hour that runs, or the one that comes next; `null` while none was chosen. */
export function nextHour(schedule: Schedule | null, touched: readonly Hour[], now: Date): Hour | null {
  const running = touched.find(({ status }) => status === 'open');
  if (running) return running;
  const known = new Map(touched.map((hour) => [hour.date, hour]));
  const due = schedule ? occurrencesAt(schedule, now, lookAhead).map(({ date }) => date as HourDate) : [];
  const coming = [...new Set([...due, ...known.keys()])]
    .map((date) => hourOn(schedule, known.get(date) ?? null, date))
    .filter((hour): hour is Hour => hour !== null && hour.status === 'planned' && hour.endsAt > now)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return coming[0] ?? null;
}
// Skipped hours stand in the way of the next one; nobody skips for longer than this and still has an hour.
const lookAhead = 26;

export type Mark = { readonly date: LocalDate; readonly kind: 'held' | 'moved' | 'skipped' };

export const keptWeeks = 12;

/** From when on the hours of the last twelve weeks are. */
export const keptSince = (today: LocalDate): LocalDate => addDays(mondayOf(today), -7 * (keptWeeks - 1));

/**
 * What became of the hours of the last twelve weeks, oldest first. An hour that nobody opened and nobody skipped was not held either.
 * @param since from when on the schedule of today counts: what was before it nobody missed
 */
export function marksOf(schedule: Schedule | null, since: Date | null, touched: readonly Hour[], now: Date): Mark[] {
  const first = keptSince(localDateOf(now, schedule?.timeZone ?? 'UTC'));
  const told = touched.filter((hour) => !followsSchedule(hour));
  const known = new Set<string>(told.map(({ date }) => date));
  const missed = schedule
    ? occurrencesFrom(schedule, first, keptWeeks + 1)
        .filter(({ date, startsAt, endsAt }) => endsAt <= now && (!since || startsAt >= since) && !known.has(date))
        .map(({ date }): Mark => ({ date, kind: 'skipped' }))
    : [];
  const lived = told.filter(({ date }) => date >= first).flatMap((hour) => markOf(hour, now) ?? []);
  return [...missed, ...lived].sort((one, other) => (one.date < other.date ? -1 : 1)).slice(-keptWeeks);
}

function markOf(hour: Hour, now: Date): Mark | null {
  if (hour.status === 'held') return { date: hour.date, kind: hour.movedFrom ? 'moved' : 'held' };
  if (hour.status === 'skipped') return { date: hour.date, kind: 'skipped' };
  // Where it was moved to is where it counts.
  if (hour.status === 'moved' || hour.status === 'open') return null;
  return hour.endsAt <= now ? { date: hour.date, kind: 'skipped' } : null;
}

/** Planned and not moved: when it is, or whether it is at all, is for the schedule to say. */
const followsSchedule = ({ status, reason }: Hour) => status === 'planned' && reason === null;
