import fc from 'fast-check';
import { hourOn, keptSince, keptWeeks, marksOf, nextHour } from '../../bot/domain/calendar.ts';
import { type Hour, moveHour, plannedHour, skipHour } from '../../bot/domain/hour.ts';
import { hourDate } from '../../bot/domain/ids.ts';
import { closeHour, openHour } from '../../bot/domain/runningHour.ts';
import type { Schedule } from '../../bot/domain/schedule.ts';
import { aMember, aPerson } from '../support/builders.ts';
import { anHour, aSchedule, thursday } from '../support/buildersOfHours.ts';
import { wallToInstant, zones } from '../support/clocks.ts';

const day = 86_400_000;
const amara = aMember('Amara');
const dateOf = (utc: number) => new Date(utc).toISOString().slice(0, 10);
const utcOf = (date: string) => Date.parse(`${date}T00:00Z`);
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** All days on which a schedule has its hour, found by looking at one day after the other. */
function dueDays({ startOn, weekday, everyWeeks }: Schedule, until: number): string[] {
  const days: string[] = [];
  for (let utc = utcOf(startOn); utc < until; utc += day) {
    const isWeekday = (new Date(utc).getUTCDay() || 7) === weekday;
    const isTurn = days.length === 0 || utc - utcOf(days.at(-1)!) === 7 * day * everyWeeks;
    if (isWeekday && isTurn) days.push(dateOf(utc));
  }
  return days;
}

const aDeed = fc.constantFrom('nothing', 'arranged', 'skipped', 'held', 'moved', 'later today', 'moved and held');

/** A team's life: a schedule, an instant in it, and what became of the hours around it. */
const aLife = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom('00:15', '09:00', '14:30', '23:30'),
    timeZone: fc.constantFrom(...zones),
    minutes: fc.constantFrom(30, 60, 90),
    everyWeeks: fc.constantFrom(1 as const, 2 as const),
    startOn: fc.integer({ min: 0, max: 400 }).map((days) => dateOf(utcOf('2025-06-01') + days * day)),
    minutesIn: fc.integer({ min: 0, max: 300 * 24 * 60 }),
    deeds: fc.array(aDeed, { minLength: 40, maxLength: 40 }),
  })
  .map(({ minutesIn, deeds, ...of }) => {
    const schedule = aSchedule(of);
    const now = new Date(utcOf(schedule.startOn) + minutesIn * 60_000);
    const days = dueDays(schedule, now.getTime() + 200 * day);
    // What happens, happens around now: up to five hours before and some after.
    const first = Math.max(0, days.filter((date) => utcOf(date) < now.getTime()).length - 20);
    const touched = days.slice(first, first + deeds.length).flatMap((date, at) => lived(schedule, date, deeds[at]!));
    return { schedule, now, days, touched };
  });

function lived(schedule: Schedule, date: string, deed: string): Hour[] {
  const hour = plannedHour(schedule, date);
  const hold = (planned: Hour) => closeHour(openHour(planned, amara, planned.startsAt), '', planned.endsAt);
  // To the Sunday of its week, or to its Monday.
  const weekday = new Date(utcOf(date)).getUTCDay() || 7;
  const other = dateOf(utcOf(date) + (weekday === 7 ? -6 : 7 - weekday) * day);
  const before = later(hour.startsAt, -10 * 24 * 60);
  switch (deed) {
    case 'arranged':
      return [{ ...hour, facilitator: aPerson('Mei'), edition: 1 }];
    case 'skipped':
      return [skipHour(hour, 'Snow')];
    case 'held':
      return [hold(hour)];
    case 'later today':
      return [moveHour(hour, { date, time: '23:45' }, 'Fair', before).to];
    case 'moved':
    case 'moved and held': {
      const { from, to } = moveHour(hour, { date: other, time: '12:00' }, 'Fair', before);
      return [from, deed === 'moved' ? to : hold(to)];
    }
    default:
      return [];
  }
}

test('the next hour is the one that somebody finds who looks through all days', () => {
  fc.assert(
    fc.property(aLife, ({ schedule, now, days, touched }) => {
      const known = new Map<string, Hour>(touched.map((hour) => [hour.date, hour]));
      const isPlainlyThere = (date: string) => {
        const hour = known.get(date);
        return !hour || (hour.status === 'planned' && hour.reason === null);
      };
      const all = [
        ...days.filter(isPlainlyThere).map((date) => ({
          date,
          start: wallToInstant(date, schedule.time, schedule.timeZone).getTime(),
        })),
        ...touched
          .filter(({ status, reason }) => status === 'planned' && reason !== null)
          .map(({ date, startsAt }) => ({ date: date as string, start: startsAt.getTime() })),
      ];
      const coming = all
        .filter(({ start }) => start + schedule.minutes * 60_000 > now.getTime())
        .sort((one, other) => one.start - other.start);

      expect(nextHour(schedule, touched, now)?.date).toBe(coming[0]?.date);
    }),
    { numRuns: 100 },
  );
});

test('the marks are what became of each hour of twelve weeks, found by looking through all days', () => {
  fc.assert(
    fc.property(aLife, ({ schedule, now, days, touched }) => {
      const known = new Map<string, Hour>(touched.map((hour) => [hour.date, hour]));
      const first = keptSince(dateIn(now, schedule.timeZone));
      const kindOf = (date: string) => {
        const hour = known.get(date);
        if (hour?.status === 'held') return hour.movedFrom ? 'moved' : 'held';
        if (hour?.status === 'skipped') return 'skipped';
        if (hour?.status === 'moved') return null;
        const start = hour?.reason ? hour.startsAt : wallToInstant(date, schedule.time, schedule.timeZone);
        return start.getTime() + schedule.minutes * 60_000 <= now.getTime() ? 'skipped' : null;
      };
      const dates = [...new Set<string>([...days, ...known.keys()])].filter((date) => date >= first).sort();
      const marks = dates.flatMap((date) => {
        const kind = kindOf(date);
        return kind ? [{ date, kind }] : [];
      });

      expect(marksOf(schedule, null, touched, now)).toEqual(marks.slice(-keptWeeks));
    }),
    { numRuns: 100 },
  );
});

const dateIn = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

test('an hour that runs is the one to look at, however long ago it was to end', () => {
  const open = openHour(anHour(), amara, anHour().startsAt);

  expect(nextHour(aSchedule(), [open], later(open.endsAt, 9 * 24 * 60))).toBe(open);
});

test('what was before a team chose its hour, nobody missed', () => {
  const saved = new Date('2026-11-19T10:00:00Z');
  const now = new Date('2026-11-27T00:00:00Z');

  // It was chosen while this week's would have been.
  expect(marksOf(aSchedule(), saved, [], now).map(({ date }) => date)).toEqual(['2026-11-26']);
  expect(marksOf(null, null, [], now)).toEqual([]);
  expect(marksOf(aSchedule(), null, [], now)).toHaveLength(keptWeeks);
});

test('a change of the schedule takes along what was arranged, moves nothing that was moved, and rewrites nothing', () => {
  const arranged = anHour({ facilitator: aPerson('Mei') });
  const moved = moveHour(anHour(), { date: thursday, time: '16:00' }, 'Fair', later(arranged.startsAt, -60)).to;
  const held = closeHour(openHour(anHour(), amara, arranged.startsAt), '', arranged.endsAt);
  const other = aSchedule({ time: '15:00', minutes: 30, timeZone: 'Asia/Kolkata', replaces: null });

  expect(hourOn(other, arranged, thursday)).toEqual({
    ...arranged,
    startsAt: new Date('2026-11-19T09:30:00Z'),
    endsAt: new Date('2026-11-19T10:00:00Z'),
    timeZone: 'Asia/Kolkata',
    givesBack: 0,
  });
  expect([hourOn(other, moved, thursday), hourOn(other, held, thursday)]).toEqual([moved, held]);
  const fridays = aSchedule({ weekday: 5 });
  expect(hourOn(fridays, arranged, thursday)).toBeNull();
  expect(hourOn(fridays, held, thursday)).toBe(held);
  expect(hourOn(null, null, thursday)).toBeNull();
  // What is not there any more was not missed either.
  expect(marksOf(fridays, null, [arranged], later(arranged.endsAt, 60)).map(({ date }) => date)).not.toContain(
    thursday,
  );
  expect(hourOn(fridays, null, hourDate('2026-11-20'))?.status).toBe('planned');
});
