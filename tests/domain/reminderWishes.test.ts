import fc from 'fast-check';
import {
  afterQuiet,
  choiceOf,
  chooseWishes,
  kindsOn,
  noWishes,
  type ReminderWishes,
  snoozedForAWeek,
  snoozedOn,
  stopByItself,
  weekTimesAround,
  whenAwake,
} from '../../bot/domain/reminderWishes.ts';
import { addDays, localDateOf, momentOf, wallTimeOf, weekdayOf } from '../../bot/domain/time.ts';
import { laterBy, noon } from '../support/builders.ts';
import { clockOf, zones } from '../support/clocks.ts';
import { refusalOf } from '../support/refusalOf.ts';

const anInstant = fc
  .integer({ min: 0, max: 5 * 366 * 24 * 4 })
  .map((quarters) => new Date(1_735_689_600_000 + quarters * 900_000));
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`);
const aZone = fc.constantFrom(...zones);
const choice = { ...noWishes, on: [] };

test('nothing is on until somebody says so, and what stays on is wanted since it was chosen first', () => {
  expect(kindsOn(noWishes)).toEqual([]);

  const first = chooseWishes(noWishes, { ...choice, on: ['ifThen', 'actionDue'] }, noon);
  const later = chooseWishes(first, { ...choice, on: ['actionDue', 'helpOffered'] }, laterBy(60));

  expect(kindsOn(first)).toEqual(['actionDue', 'ifThen']);
  expect(later.since).toEqual({ actionDue: noon, helpOffered: laterBy(60) });
});

test('a kind that ended by itself says so until it is chosen again', () => {
  const on = chooseWishes(noWishes, { ...choice, on: ['ifThen', 'actionDue'] }, noon);

  const ended = stopByItself(stopByItself(on, 'ifThen'), 'ifThen');
  expect([kindsOn(ended), ended.stopped]).toEqual([['actionDue'], ['ifThen']]);
  expect(chooseWishes(ended, { ...choice, on: ['actionDue'] }, noon).stopped).toEqual(['ifThen']);
  expect(chooseWishes(ended, { ...choice, on: ['ifThen'] }, laterBy(60))).toMatchObject({
    stopped: [],
    since: { ifThen: laterBy(60) },
  });
});

test('quiet hours that never end are refused', () => {
  const always = { ...choice, quiet: { from: '08:00', to: '08:00' } };
  expect(refusalOf(() => chooseWishes(noWishes, always, noon))).toBe('reminder.alwaysQuiet');
});

test('in fourteen zones and over every change of clocks, quiet hours end, once, and never before they began', () => {
  fc.assert(
    fc.property(anInstant, aTime, aTime, aZone, (at, from, to, zone) => {
      fc.pre(from !== to);
      const awake = afterQuiet(at, { from, to }, zone);
      expect(awake.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(awake.getTime() - at.getTime()).toBeLessThan(26 * 3_600_000);
      expect(afterQuiet(awake, { from, to }, zone)).toEqual(awake);
      if (awake > at) expect(localDateOf(awake, zone) <= addDays(localDateOf(at, zone), 1)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('where clocks go forward over all that is not quiet, the moment at which they do is not quiet', () => {
  const quiet = { from: '02:15', to: '02:00' };
  const jump = new Date('2029-02-18T02:00:00Z');

  expect(afterQuiet(new Date('2029-02-17T02:15:00Z'), quiet, 'Africa/Casablanca')).toEqual(jump);
  expect(afterQuiet(jump, quiet, 'Africa/Casablanca')).toEqual(jump);
});

test.each([
  ['2026-11-19T21:30:00Z', 'Europe/Berlin', '2026-11-20 08:00'],
  ['2026-11-19T05:30:00Z', 'Europe/Berlin', '2026-11-19 08:00'],
  ['2026-11-19T12:00:00Z', 'Europe/Berlin', '2026-11-19 13:00'],
  ['2026-11-19T12:00:00Z', 'Pacific/Auckland', '2026-11-20 08:00'],
  ['2026-11-19T12:00:00Z', 'Asia/Kolkata', '2026-11-19 17:30'],
])('with quiet from six to eight, at %s in %s it is said at %s', (at, zone, shown) => {
  const { date, time } = clockOf(whenAwake(new Date(at), noWishes, zone), zone);
  expect(`${date} ${time}`).toBe(shown);
});

test('a snooze ends on its day in the morning, or when the quiet hours of that morning do', () => {
  const wishes: ReminderWishes = { ...noWishes, ...snoozedForAWeek(noWishes, '2026-11-19', 'all') };
  expect(wishes.snoozedUntil).toBe('2026-11-26');
  const until = (of: Partial<ReminderWishes>) =>
    clockOf(whenAwake(noon, { ...wishes, ...of }, 'Asia/Kolkata'), 'Asia/Kolkata');

  expect(until({})).toEqual({ date: '2026-11-26', time: '09:00' });
  expect(until({ quiet: { from: '22:00', to: '11:00' } })).toEqual({ date: '2026-11-26', time: '11:00' });
  expect(whenAwake(noon, { ...wishes, snoozedUntil: '2026-11-19' }, 'UTC')).toEqual(noon);
});

test('a kind waits for its own day as long as it is on, and forgets it when it ends or is switched off', () => {
  const on = chooseWishes(noWishes, { ...choice, on: ['ifThen', 'actionDue'] }, noon);
  const later = chooseWishes(on, snoozedForAWeek(on, '2026-11-19', 'ifThen'), noon);

  expect([later.snoozed, later.snoozedUntil]).toEqual([{ ifThen: '2026-11-26' }, null]);
  expect([snoozedOn(later, '2026-11-25'), snoozedOn(later, '2026-11-26')]).toEqual([{ ifThen: '2026-11-26' }, {}]);
  expect(chooseWishes(later, { ...choiceOf(later), on: ['actionDue'] }, noon).snoozed).toEqual({});
  expect(stopByItself(later, 'ifThen').snoozed).toEqual({});
  expect(stopByItself(later, 'actionDue').snoozed).toEqual(later.snoozed);
});

test('a time of the week comes once every seven days of the calendar, whatever clocks do', () => {
  fc.assert(
    fc.property(anInstant, fc.integer({ min: 1, max: 7 }), aTime, aZone, (now, weekday, time, zone) => {
      const { last, next } = weekTimesAround(now, { weekday, time }, zone);
      expect(last <= now && now < next).toBe(true);
      for (const at of [last, next]) expect(weekdayOf(localDateOf(at, zone))).toBe(weekday);
      expect(addDays(localDateOf(last, zone), 7)).toBe(localDateOf(next, zone));
      const isPlain = momentOf(localDateOf(next, zone), time, zone).clock !== 'skipped';
      if (isPlain) expect(wallTimeOf(next, zone)).toBe(time);
    }),
    { numRuns: 1000 },
  );
});
