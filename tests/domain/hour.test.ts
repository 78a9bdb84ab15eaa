import fc from 'fast-check';
import {
  arrangeHour,
  defaultPlan,
  type Hour,
  hourLimits,
  type HourStatus,
  isArrangedAs,
  isLocked,
  keptUnder,
  mondayOf,
  moveHour,
  passesAt,
  plannedHour,
  skipHour,
} from '../../bot/domain/hour.ts';
import { Refusal } from '../../bot/domain/refusal.ts';
import { clockOf, closeHour, extend, goTo, openHour, pause } from '../../bot/domain/runningHour.ts';
import { addDays, minutesAfter } from '../../bot/domain/time.ts';
import { aMember, aPerson, aRoster, idOf } from '../support/builders.ts';
import { anHour, aSchedule, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { clockOf as clockIn, zones } from '../support/clocks.ts';
import { refusalOf } from '../support/refusalOf.ts';

const roster = aRoster('Amara', 'Mei', 'Lukas');
const amara = aMember('Amara');
const start = anHour().startsAt;
const at = (minutes: number) => minutesAfter(start, minutes);
const anOpenHour = (of: Partial<Hour> = {}) => openHour(anHour(of), amara, start);

type Deed = { readonly name: string; readonly do: (hour: Hour, now: Date) => Hour };

const aMinute = fc.integer({ min: 1, max: 30 });
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constant({ name: 'open', do: (hour: Hour, now: Date) => openHour(hour, amara, now) }),
  fc.constant({ name: 'close', do: (hour: Hour, now: Date) => closeHour(hour, 'What we said', now) }),
  fc.constant({ name: 'skip', do: (hour: Hour) => skipHour(hour, 'Snow') }),
  fc.integer({ min: -10, max: 10 }).map((days) => ({
    name: 'move',
    do: (hour: Hour, now: Date) => moveHour(hour, { date: addDays(hour.date, days), time: '10:00' }, 'Fair', now).from,
  })),
  fc
    .integer({ min: 0, max: 6 })
    .map((segment) => ({ name: 'go', do: (hour: Hour, now: Date) => goTo(hour, segment, now) })),
  aMinute.map((minutes) => ({ name: 'extend', do: (hour: Hour) => extend(hour, minutes) })),
  fc.boolean().map((on) => ({ name: 'pause', do: (hour: Hour, now: Date) => pause(hour, on, now) })),
  fc.constantFrom('Mei', 'Lukas').map((who) => ({
    name: 'arrange',
    do: (hour: Hour) => arrangeHour(hour, { facilitator: idOf(who) }, amara.id, roster, false),
  })),
);

const follows: Record<HourStatus, readonly HourStatus[]> = {
  planned: ['planned', 'open', 'moved', 'skipped'],
  open: ['open', 'held'],
  held: ['held'],
  moved: ['moved'],
  skipped: ['skipped'],
};

/** The hour after a deed; when the deed is refused, as before. */
function after(hour: Hour, deed: Deed, now: Date): Hour {
  try {
    return deed.do(hour, now);
  } catch (trouble) {
    if (trouble instanceof Refusal) return hour;
    throw trouble;
  }
}

test('whatever people try, an hour is planned, open and held, or moved, or skipped, and what it became it stays', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.tuple(aDeed, aMinute), { maxLength: 25 }), (deeds) => {
      let hour = anHour();
      let minutes = -60;
      for (const [deed, later] of deeds) {
        minutes += later;
        const next = after(hour, deed, at(minutes));
        expect(follows[hour.status]).toContain(next.status);
        met.add(`${hour.status} ${next.status}`);
        // An hour that is over is never written again, not even the same.
        if (['held', 'moved', 'skipped'].includes(hour.status)) expect(next).toBe(hour);
        if (next !== hour) expect(next.edition).toBeGreaterThan(hour.edition);
        expect(next.running !== null).toBe(next.status === 'open');
        expect(next.closedAt !== null).toBe(next.status === 'held');
        expect(next.openedAt !== null).toBe(next.status === 'open' || next.status === 'held');
        hour = next;
      }
    }),
  );
  expect([...met]).toEqual(
    expect.arrayContaining(['planned open', 'open held', 'planned moved', 'planned skipped', 'held held']),
  );
});

test('the clock of a running hour is the time that it ran, whatever people do, and never goes backwards', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aDeed, aMinute), { maxLength: 40 }), (deeds) => {
      let hour = anOpenHour();
      let now = 0;
      // Counted minute by minute, as somebody would with a watch in their hand.
      let counted = 0;
      let isPaused = false;
      for (const [deed, later] of deeds.filter(([{ name }]) => name !== 'close')) {
        for (let minute = 0; minute < later; minute++) {
          const before = clockOf(hour, at(now))!.elapsedInMs;
          now++;
          if (!isPaused) counted++;
          expect(clockOf(hour, at(now))!.elapsedInMs).toBeGreaterThanOrEqual(before);
          expect(clockOf(hour, at(now))!.elapsedInMs).toBe(counted * 60_000);
        }
        const segment = hour.running!.segment;
        hour = after(hour, deed, at(now));
        if (hour.running!.segment !== segment) counted = 0;
        isPaused = hour.running!.pausedAt !== null;
        expect(clockOf(hour, at(now))!.elapsedInMs).toBe(counted * 60_000);
      }
    }),
  );
});

test('a segment is as long as its plan and what was added to it, up to an hour more', () => {
  fc.assert(
    fc.property(fc.array(aMinute, { maxLength: 8 }), (added) => {
      const hour = added.reduce((one, minutes) => extend(one, minutes), anOpenHour());

      const extra = Math.min(
        hourLimits.extraMinutes,
        added.reduce((sum, minutes) => sum + minutes, 0),
      );
      expect(clockOf(hour, start)!.lengthInMs).toBe((10 + extra) * 60_000);
    }),
  );
});

test('an hour that does not run has no clock, and one that was planned later does not run backwards', () => {
  expect(clockOf(anHour(), start)).toBeNull();
  expect(clockOf(closeHour(anOpenHour(), '', at(60)), at(61))).toBeNull();
  // Two machines do not agree to the millisecond.
  expect(clockOf(anOpenHour(), minutesAfter(start, -1))!.elapsedInMs).toBe(0);
});

test('an hour is locked a day after it was closed, and not a moment before', () => {
  const held = closeHour(anOpenHour(), '', at(70));
  const day = 24 * 60;

  expect(isLocked(held, at(70 + day - 1 / 60_000))).toBe(false);
  expect(isLocked(held, at(70 + day))).toBe(true);
  expect(passesAt(held)).toEqual(at(70 + day));
});

test('what nobody opens or closes ends when it was to end, or as much later as it began', () => {
  const day = 24 * 60;
  expect(passesAt(anHour())).toEqual(at(60 + day));
  expect(passesAt(anOpenHour())).toEqual(at(60 + day));
  expect(passesAt(openHour(anHour(), amara, at(-30)))).toEqual(at(60 + day));
  expect(passesAt(openHour(anHour(), amara, at(2 * day)))).toEqual(at(2 * day + 60 + day));
  expect(isLocked(openHour(anHour(), amara, at(2 * day)), at(2 * day + 59))).toBe(false);
});

test('an hour moves within its week, keeps its length and the wall time that was said, and is one chain', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: -8, max: 8 }),
      fc.constantFrom('07:00', '12:30', '18:45'),
      (timeZone, weeks, days, time) => {
        const hour = plannedHour(aSchedule({ timeZone, minutes: 45 }), addDays('2020-01-02', 7 * weeks));
        const date = addDays(hour.date, days);
        const now = minutesAfter(hour.startsAt, -10 * 24 * 60);
        const move = () => moveHour(hour, { date, time }, 'Fair', now);
        if (mondayOf(date) !== mondayOf(hour.date)) return expect(refusalOf(move)).toBe('hour.otherWeek');

        const { from, to } = move();

        expect(to).toMatchObject({ date, status: 'planned', reason: 'Fair', plan: hour.plan });
        expect(clockIn(to.startsAt, timeZone)).toEqual({ date, time });
        expect(to.endsAt.getTime() - to.startsAt.getTime()).toBe(45 * 60_000);
        if (days === 0) return expect(from).toBe(to);
        expect(from).toMatchObject({ date: hour.date, status: 'moved', movedTo: date });
        expect([to.movedFrom, keptUnder(to), keptUnder(from)]).toEqual([hour.date, hour.date, null]);
        const next = moveHour(to, { date: addDays(mondayOf(date), 6), time: '20:00' }, 'Again', now).to;
        expect(keptUnder(next)).toBe(hour.date);
      },
    ),
  );
});

test('an hour moves only to a time that is still to come, and back to where it is, is no move', () => {
  const early = moveHour(anHour(), { date: thursday, time: '12:00' }, 'Fair', start).to;

  expect(refusalOf(() => moveHour(anHour(), { date: thursday, time: '09:59' }, 'Fair', at(0)))).toBe('hour.tooLate');
  expect(moveHour(early, { date: thursday, time: '12:00' }, 'Fair', start).to).toBe(early);
  // Daylight saving skips half past two: the hour is as long after midnight as it would have been.
  const sunday = plannedHour(aSchedule({ weekday: 7 }), '2026-03-29');
  const skipped = moveHour(
    sunday,
    { date: '2026-03-29', time: '02:30' },
    'Early',
    minutesAfter(sunday.startsAt, -9999),
  );
  expect(skipped.to.startsAt).toEqual(new Date('2026-03-29T01:30:00Z'));
});

test('the plan fills an hour of any length, and every part of it is worth beginning', () => {
  for (let minutes = 30; minutes <= 90; minutes++) {
    const { plan } = plannedHour(aSchedule({ minutes }), thursday);
    expect(plan.reduce((sum, segment) => sum + segment.minutes, 0)).toBe(minutes);
    expect(plan.map(({ kind }) => kind)).toEqual(defaultPlan.map(({ kind }) => kind));
    expect(Math.min(...plan.map((segment) => segment.minutes))).toBeGreaterThanOrEqual(2);
  }
  expect(plannedHour(aSchedule(), thursday).plan).toEqual(defaultPlan);
});

test('the part that runs stays in the plan, where it is; its length and its name may change', () => {
  const hour = goTo(anOpenHour(), 1, start);
  const arrange = (plan: Hour['plan']) => arrangeHour(hour, { plan }, amara.id, roster, false);
  const [welcome, pairs, ...rest] = hour.plan as [Hour['plan'][0], Hour['plan'][0]];

  expect(refusalOf(() => arrange([welcome]))).toBe('hour.segmentRuns');
  expect(refusalOf(() => arrange([pairs, welcome, ...rest]))).toBe('hour.segmentRuns');
  expect(clockOf(arrange([welcome, { ...pairs, minutes: 20, title: 'In twos' }]), at(5))).toEqual({
    elapsedInMs: 5 * 60_000,
    lengthInMs: 20 * 60_000,
  });
});

test('whoever stands in the spotlight chooses what stands in it, and takes it with them', () => {
  const goal = 'goal' as NonNullable<Hour['spotlightGoal']>;
  const hour = anHour({ spotlight: aPerson('Mei') });
  const choose = (edit: object, by = 'Mei', isShared = true) =>
    arrangeHour(hour, { spotlightGoal: goal, ...edit }, idOf(by), roster, isShared);

  expect(choose({}).spotlightGoal).toBe(goal);
  expect(refusalOf(() => choose({}, 'Lukas'))).toBe('hour.goalNotShared');
  expect(refusalOf(() => choose({}, 'Mei', false))).toBe('hour.goalNotShared');
  expect(refusalOf(() => choose({ spotlight: null }))).toBe('hour.goalNotShared');
  expect(choose({ spotlight: idOf('Lukas') }, 'Lukas')).toMatchObject({
    spotlight: aPerson('Lukas'),
    spotlightGoal: goal,
  });
  const passedOn = arrangeHour(choose({}), { spotlight: idOf('Lukas') }, idOf('Amara'), roster, false);
  expect(passedOn.spotlightGoal).toBeNull();
});

test('an hour that is arranged as it was is known as the same', () => {
  const hour = anHour({ facilitator: aPerson('Mei'), order: ['one', 'two'] });
  const arrange = (edit: object) => arrangeHour(hour, edit, amara.id, roster, false);

  expect(isArrangedAs(hour, arrange({ facilitator: idOf('Mei'), order: ['one', 'two', 'one'] }))).toBe(true);
  expect(isArrangedAs(hour, arrange({ order: ['two', 'one'] }))).toBe(false);
  expect(isArrangedAs(hour, arrange({ facilitator: idOf('Lukas') }))).toBe(false);
  expect(isArrangedAs(hour, arrange({ plan: hour.plan.slice(1) }))).toBe(false);
  expect(refusalOf(() => arrange({ facilitator: idOf('Stranger') }))).toBe('hour.notInTeam');
  expect(nextThursday > thursday).toBe(true);
});
