import fc from 'fast-check';
import { isDateOf, occurrencesFrom, possible, type Schedule } from '../../bot/domain/schedule.ts';
import { addDays, daysBetween, weekdayOf } from '../../bot/domain/time.ts';
import { clockOf, wallToInstant, zones } from '../support/clocks.ts';
import { refusalOf } from '../support/refusalOf.ts';

const thursdays: Schedule = {
  weekday: 4,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  everyWeeks: 1,
  startOn: '2026-11-02',
  replaces: null,
};

const aSchedule: fc.Arbitrary<Schedule> = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`),
  timeZone: fc.constantFrom(...zones),
  minutes: fc.integer({ min: 30, max: 90 }),
  everyWeeks: fc.constantFrom(1 as const, 2 as const),
  startOn: fc.integer({ min: 0, max: 365 }).map((days) => addDays('2025-01-01', days)),
  replaces: fc.constant(null),
});

test('the hour of a team is on its weekday, from the first one on', () => {
  const dates = occurrencesFrom(thursdays, '2026-11-02', 3).map(({ date }) => date);

  expect(dates).toEqual(['2026-11-05', '2026-11-12', '2026-11-19']);
});

test('every second week counts from the start, whenever one looks', () => {
  const everySecond = { ...thursdays, everyWeeks: 2 } as const;

  expect(occurrencesFrom(everySecond, '2026-11-06', 2).map(({ date }) => date)).toEqual(['2026-11-19', '2026-12-03']);
  expect(occurrencesFrom(everySecond, '2026-11-19', 1).map(({ date }) => date)).toEqual(['2026-11-19']);
  expect(isDateOf(everySecond, '2026-11-12')).toBe(false);
});

test('over five years, in every zone, each hour is on its own date, at the wall time that was chosen', () => {
  fc.assert(
    fc.property(aSchedule, (schedule) => {
      const all = occurrencesFrom(schedule, schedule.startOn, Math.ceil((5 * 52) / schedule.everyWeeks));

      expect(new Set(all.map(({ date }) => date)).size).toBe(all.length);
      for (const { date, startsAt, endsAt, clock } of all) {
        expect(weekdayOf(date)).toBe(schedule.weekday);
        expect(startsAt).toEqual(wallToInstant(date, schedule.time, schedule.timeZone));
        expect(endsAt.getTime() - startsAt.getTime()).toBe(schedule.minutes * 60_000);
        expect(clockOf(startsAt, schedule.timeZone).date).toBe(date);
        expect(clockOf(startsAt, schedule.timeZone).time === schedule.time).toBe(clock !== 'skipped');
        expect(isDateOf(schedule, date)).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
});

test('wherever one begins to look, the dates are the same', () => {
  fc.assert(
    fc.property(aSchedule, fc.integer({ min: -30, max: 800 }), (schedule, days) => {
      const from = addDays(schedule.startOn, days);
      const seen = occurrencesFrom(schedule, from, 3).map(({ date }) => date);
      const all = occurrencesFrom(schedule, schedule.startOn, 130).map(({ date }) => date);

      expect(seen).toEqual(all.filter((date) => daysBetween(from, date) >= 0).slice(0, 3));
    }),
  );
});

test('a schedule in a zone that nobody knows is refused', () => {
  expect(refusalOf(() => possible({ ...thursdays, timeZone: '+01:00' }))).toBe('schedule.unknownZone');
});
