import { expect } from '@jest/globals';
import * as rules from '../../bot/domain/reminder.ts';
import { hourOn } from '../../bot/domain/calendar.ts';
import type { Hour } from '../../bot/domain/hour.ts';
import { occurrencesFrom, type Schedule } from '../../bot/domain/schedule.ts';
import { addDays, localDateOf, minutesAfter } from '../../bot/domain/time.ts';
import { aSchedule } from './buildersOfHours.ts';
import { clockOf, wallToInstant } from './clocks.ts';

export type SaidOnce = { kind: rules.SayingKind; hour: Hour; due: Date; said: Date | null };

/** What a bot would say that is woken at these instants, and remembers what it said. */
export function saidBy(schedule: Schedule, looks: readonly Date[]): SaidOnce[] {
  const hoursAround = hoursOf(schedule);
  const said = new Map<string, SaidOnce>();
  let next = looks[0]!;
  for (const now of looks) {
    // Woken by its own plan alone, unless clocks were turned back, which wakes nobody.
    if (now < next) continue;
    const hours = hoursAround(now);
    for (const due of rules.dueNow(hours, rules.usualReminders, now)) {
      const key = `${due.kind} ${due.hour.date}`;
      if (said.has(key)) continue;
      const lapsed = rules.isLate(due.at, now) || rules.isOutdated(due.kind, due.hour, now);
      said.set(key, { kind: due.kind, hour: due.hour, due: due.at, said: lapsed ? null : now });
    }
    next = rules.nextDueAt(hours, rules.usualReminders, now) ?? next;
  }
  return [...said.values()];
}

/** Those of a schedule around an instant; worked out once, for calendars take their time. */
function hoursOf(schedule: Schedule): (now: Date) => readonly Hour[] {
  const known = new Map<string, readonly Hour[]>();
  return (now) => {
    const from = addDays(localDateOf(now, 'UTC'), -2);
    const key = occurrencesFrom(schedule, from, 1)[0]!.date;
    const hours = known.get(key) ?? occurrencesFrom(schedule, from, 2).map(({ date }) => hourOn(schedule, null, date)!);
    known.set(key, hours);
    return hours;
  };
}

/** Each hour is spoken of once, at its time on the clock. */
export function expectEachHourSaidOnce(timeZone: string, years: number): void {
  const weeks = years * 52;
  const schedule = aSchedule({ timeZone, time: '09:30', startOn: '2025-01-02' });
  const minutes = occurrencesFrom(schedule, '2025-01-02', weeks).flatMap(({ startsAt, date }) => {
    const dayBefore = wallToInstant(addDays(date, -1), '09:30', timeZone);
    return [dayBefore, startsAt, minutesAfter(startsAt, 15)];
  });
  // Looked at on the minute, and a little early.
  const looks = minutes.flatMap((minute) => [minutesAfter(minute, -1), minute]);
  const said = saidBy(schedule, [new Date('2024-12-31T00:00:00Z'), ...looks]);
  const onTime = said.filter(({ due, said: when }) => when && when.getTime() === due.getTime());
  expect(onTime).toHaveLength(said.length);
  // Before, status, start and nudge.
  expect(said).toHaveLength(weeks * 4);
  for (const { kind, hour, due } of said.filter((each) => each.kind === 'before' || each.kind === 'start')) {
    const date = kind === 'before' ? addDays(hour.date, -1) : hour.date;
    expect(clockOf(due, timeZone)).toEqual({ date, time: '09:30' });
  }
}
