import fc from 'fast-check';
import { addDays, isLocalDate, isZone, localDateOf, momentOf, offsetOf, wallTimeOf } from '../../bot/domain/time.ts';
import { clockOf, wallToInstant, zones } from '../support/clocks.ts';

const aDate = fc.integer({ min: 0, max: 5 * 366 }).map((days) => addDays('2025-01-01', days));
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);

test('a wall time is the instant at which clocks there show it, worked out in another way', () => {
  fc.assert(
    fc.property(aDate, aTime, fc.constantFrom(...zones), (date, time, zone) => {
      expect(momentOf(date, time, zone).at.toISOString()).toBe(wallToInstant(date, time, zone).toISOString());
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['2026-03-29', '01:30', 'Europe/London', 'skipped', '02:30'],
  ['2026-10-25', '01:30', 'Europe/London', 'repeated', '01:30'],
  ['2026-11-01', '01:30', 'America/New_York', 'repeated', '01:30'],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', 'skipped', '02:45'],
  ['2026-09-06', '00:00', 'America/Santiago', 'skipped', '01:00'],
  ['2026-04-24', '00:30', 'Africa/Cairo', 'skipped', '01:30'],
  ['2026-03-29', '00:00', 'Asia/Beirut', 'skipped', '01:00'],
  ['2026-07-01', '09:00', 'Asia/Kolkata', 'plain', '09:00'],
])('%s %s in %s is %s, and clocks show %s', (date, time, zone, clock, shown) => {
  const moment = momentOf(date, time, zone);

  expect(moment.clock).toBe(clock);
  expect(clockOf(moment.at, zone)).toEqual({ date, time: shown });
  expect([localDateOf(moment.at, zone), wallTimeOf(moment.at, zone)]).toEqual([date, shown]);
});

test('of a time that comes twice the first counts', () => {
  const { at } = momentOf('2026-10-25', '01:30', 'Europe/London');

  expect(at.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(offsetOf(at, 'Europe/London')).toBe(60);
});

test('a zone is one that can be used, by whatever name the platform knows it', () => {
  expect(['Europe/Kyiv', 'europe/berlin', 'UTC', 'Etc/GMT+5'].filter(isZone)).toHaveLength(4);
  expect(['+05:30', 'Nowhere/Else', 'GMT Standard Time', '', '../etc/passwd'].filter(isZone)).toEqual([]);
});

test('a date is one that a calendar has', () => {
  expect(['2026-02-28', '2028-02-29'].every(isLocalDate)).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-2-1', '20260201', 'today', '2026-02-01T00:00'].filter(isLocalDate)).toEqual(
    [],
  );
});
