import fc from 'fast-check';
import { moveHour, skipHour } from '../../bot/domain/hour.ts';
import type { Hour } from '../../bot/domain/hour.ts';
import type { HourDate } from '../../bot/domain/ids.ts';
import * as rules from '../../bot/domain/reminder.ts';
import { openHour, closeHour } from '../../bot/domain/runningHour.ts';
import { minutesAfter } from '../../bot/domain/time.ts';
import { aMember } from '../support/builders.ts';
import { anHour, aSchedule } from '../support/buildersOfHours.ts';
import { clockOf, wallToInstant, zones } from '../support/clocks.ts';
import { refusalOf } from '../support/refusalOf.ts';
import { expectEachHourSaidOnce, saidBy } from '../support/saidBy.ts';

const usual = rules.usualReminders;
const at = (text: string) => new Date(text);
const timesOf = (hour: Hour, wishes = usual) =>
  Object.fromEntries(rules.sayingKinds.map((kind) => [kind, rules.dueAt(kind, hour, wishes)?.toISOString() ?? null]));

test('a planned hour is spoken of the day before and as it begins, and its facilitator is asked when nobody opened it', () => {
  expect(timesOf(anHour())).toEqual({
    before: '2026-11-18T09:00:00.000Z',
    status: '2026-11-18T09:00:00.000Z',
    start: '2026-11-19T09:00:00.000Z',
    nudge: '2026-11-19T09:15:00.000Z',
    recap: null,
  });
  expect(timesOf(anHour({ givesBack: 0 }))['status']).toBeNull();
});

test('the day before is at the same time on the clock, also when clocks change in the night', () => {
  const hour = anHour({ date: '2026-03-29' as HourDate, ...occurrenceIn('2026-03-29') });
  expect(clockOf(rules.dueAt('before', hour, usual)!, 'Europe/Berlin')).toEqual({ date: '2026-03-28', time: '10:00' });
  expect(hour.startsAt.getTime() - rules.dueAt('before', hour, usual)!.getTime()).toBe(23 * 3_600_000);
});

test('of an hour that was moved, skipped or opened, only what is still true is said', () => {
  const now = at('2026-11-17T12:00:00Z');
  const hour = anHour();
  const moved = moveHour(hour, { date: '2026-11-20', time: '14:00' }, 'Fair', now);
  expect(Object.values(timesOf(moved.from)).filter(Boolean)).toEqual([]);
  expect(timesOf(moved.to)).toMatchObject({ before: '2026-11-19T13:00:00.000Z', start: '2026-11-20T13:00:00.000Z' });
  expect(Object.values(timesOf(skipHour(hour, 'Quarter end'))).filter(Boolean)).toEqual([]);
  const open = openHour(hour, aMember('Amara'), hour.startsAt);
  expect(timesOf(open)).toMatchObject({ before: null, start: '2026-11-19T09:00:00.000Z', nudge: null, recap: null });
  const held = closeHour(open, '', at('2026-11-19T09:58:00Z'));
  expect(timesOf(held)).toMatchObject({ start: null, nudge: null, recap: '2026-11-19T09:58:00.000Z' });
});

test('owners choose what is said; what was switched off is not', () => {
  const none = { before: false, start: false, recap: false };
  expect(Object.values(timesOf(anHour(), none)).filter(Boolean)).toEqual([]);
  expect(timesOf(anHour(), { ...none, start: true })).toMatchObject({
    before: null,
    status: null,
    nudge: expect.any(String),
  });
  expect(rules.chooseReminders(none, aMember('Amara', { owner: true }))).toEqual(none);
  expect(refusalOf(() => rules.chooseReminders(none, aMember('Mei')))).toBe('reminder.ownersOnly');
});

test('"tomorrow" is not said on the day itself, and "it begins" not after it ended', () => {
  const hour = anHour();
  expect(rules.isOutdated('before', hour, minutesAfter(hour.startsAt, -1))).toBe(false);
  expect(rules.isOutdated('before', hour, hour.startsAt)).toBe(true);
  expect(rules.isOutdated('start', hour, minutesAfter(hour.startsAt, 20))).toBe(false);
  expect(rules.isOutdated('start', hour, hour.endsAt)).toBe(true);
});

test('over a year, in every zone, each hour is spoken of once, at its time on the clock', () => {
  for (const timeZone of zones.slice(0, 12)) expectEachHourSaidOnce(timeZone, 1);
});

test('whatever clocks jump, nothing is said twice, and nothing later than six hours', () => {
  const jump = fc.constantFrom(1, 5, 10, 60, 61, 24 * 60, 25 * 60, -60, -24 * 60, 7 * 24 * 60);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.array(jump, { minLength: 50, maxLength: 200 }), (timeZone, jumps) => {
      const schedule = aSchedule({ timeZone, time: '02:30', startOn: '2026-01-01', weekday: 7 });
      const looks: Date[] = [];
      jumps.reduce((now, minutes) => {
        const after = minutesAfter(now, minutes);
        looks.push(after);
        return after;
      }, at('2026-03-20T00:00:00Z'));
      const said = saidBy(schedule, looks);
      for (const { due, said: when } of said)
        if (when) {
          expect(when.getTime()).toBeGreaterThanOrEqual(due.getTime());
          expect(when.getTime() - due.getTime()).toBeLessThanOrEqual(6 * 3_600_000);
        }
      const keys = said.map(({ kind, hour }) => `${kind} ${hour.date}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 10 },
  );
});

function occurrenceIn(date: string): Pick<Hour, 'startsAt' | 'endsAt'> {
  const startsAt = wallToInstant(date, '10:00', 'Europe/Berlin');
  return { startsAt, endsAt: minutesAfter(startsAt, 60) };
}
