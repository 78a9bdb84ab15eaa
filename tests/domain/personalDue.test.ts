import fc from 'fast-check';
import type { Goal } from '../../bot/domain/goal.ts';
import {
  digestNow,
  keysOf,
  nextLookAt,
  personalLimits,
  placeFor,
  type Standing,
  type Told,
  weekTurn,
  type WeekTurn,
} from '../../bot/domain/personalDue.ts';
import {
  kindsOn,
  noWishes,
  type ReminderKind,
  reminderKinds,
  type ReminderWishes,
  whenAwake,
} from '../../bot/domain/reminderWishes.ts';
import { addDays, localDateOf, minutesAfter } from '../../bot/domain/time.ts';
import { aPerson, idOf } from '../support/builders.ts';
import { aGoal } from '../support/buildersOfGoals.ts';
import { anAction, anHour } from '../support/buildersOfHours.ts';
import { often } from '../support/chance.ts';
import { zones } from '../support/clocks.ts';

const since = new Date('2026-11-01T00:00:00Z');
const mei = idOf('Mei');
const on = (kinds: readonly ReminderKind[], of: Partial<ReminderWishes> = {}): ReminderWishes => ({
  ...noWishes,
  quiet: null,
  since: Object.fromEntries(kinds.map((kind) => [kind, since])),
  ...of,
});
const standing = (of: Partial<Standing> = {}): Standing => ({
  person: mei,
  zone: 'UTC',
  actions: [],
  goals: [],
  exit: null,
  hour: null,
  ...of,
});
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const told = (date: string, keys: readonly string[], of: Partial<Told> = {}): Told => ({
  date: `2026-11-${date}`,
  at: at(`${date}T09:00`),
  isSent: true,
  keys,
  ...of,
});
const said = (
  of: Standing,
  wishes: ReminderWishes,
  now: Date,
  before: readonly Told[] = [],
  answered: Date | null = null,
) => {
  const digest = digestNow(of, wishes, before, answered, now);
  return digest && keysOf(digest);
};

const action = anAction('Mei', { dueOn: '2026-11-19' });
const mineDue = `actionDue.${action.id}.2026-11-19`;
const promise = anAction('Amara', { dueOn: '2026-11-19', promisedTo: aPerson('Mei') });
const promiseDue = `promiseDue.${promise.id}.2026-11-19`;
const plan = { if: 'an invoice lands', then: 'I find its line' };
const old = (of: Partial<Goal> = {}) => aGoal({}, { owner: aPerson('Mei'), createdAt: at('02T00:00'), ...of });

test('who switched nothing on is told nothing, and not even looked at', () => {
  expect(said(standing({ actions: [action, promise] }), on([]), at('19T09:00'))).toBeNull();
  expect(nextLookAt(standing(), on([]), at('19T09:00'))).toBeNull();
});

test('what is due is told on its morning, once, and together', () => {
  const scene = standing({ actions: [action, promise] });
  const wishes = on(['actionDue', 'promiseDue']);

  expect(said(scene, wishes, at('19T08:59'))).toBeNull();
  expect(said(scene, wishes, at('19T09:00'))).toEqual([mineDue, promiseDue]);
  expect(said(scene, wishes, at('19T09:01'), [told('19', [mineDue, promiseDue])])).toBeNull();
  expect(said(scene, wishes, at('20T09:01'), [told('19', [mineDue, promiseDue])])).toBeNull();
  expect(said(scene, on(['promiseDue']), at('19T09:00'))).toEqual([promiseDue]);
});

test('one that was given a new date is told again on that, one that is closed or long over is not', () => {
  const postponed = standing({ actions: [{ ...action, dueOn: '2026-11-24' }] });
  const wishes = on(['actionDue']);

  expect(said(postponed, wishes, at('24T09:00'), [told('19', [mineDue])])).toEqual([
    `actionDue.${action.id}.2026-11-24`,
  ]);
  expect(said(standing(), wishes, at('24T09:00'))).toBeNull();
  expect(said(standing({ actions: [{ ...action, dueOn: '2026-11-02' }] }), wishes, at('19T09:00'))).toBeNull();
  expect(
    said(standing({ actions: [action] }), on(['actionDue'], { since: { actionDue: at('19T10:00') } }), at('19T10:01')),
  ).toBeNull();
});

test('the if-then has its own time, and what is due that day comes with it', () => {
  const scene = standing({ actions: [action], goals: [old({ ifThen: plan })] });
  const wishes = on(['actionDue', 'ifThen'], { ifThenAt: { weekday: 4, time: '14:00' } });

  expect(said(scene, wishes, at('19T09:00'))).toBeNull();
  expect(nextLookAt(scene, wishes, at('19T09:00'))).toEqual(at('19T14:00'));
  expect(said(scene, wishes, at('19T14:00'))).toEqual(['ifThen.2026-11-19', mineDue]);
  // Six hours later it is noise; the action item still waits.
  expect(said(scene, wishes, at('19T20:00'))).toEqual([mineDue]);
  expect(said(standing({ exit: plan }), wishes, at('19T14:00'))).toEqual(['ifThen.2026-11-19']);
  expect(said(standing({ goals: [old()] }), wishes, at('19T14:00'))).toBeNull();
});

test('the check-in asks about the goal that was looked at longest ago, and spares who just did', () => {
  const wishes = on(['goalCheckIn'], { checkInAt: { weekday: 4, time: '15:00' } });
  const checked = (day: string) =>
    [{ id: 'x', learned: '', confidence: 3, progress: { done: 0, total: 0 }, at: at(day) }] as never;
  const [first, second] = [old({ checkIns: checked('12T10:00') }), old({ checkIns: checked('10T10:00') })];
  const asked = `goalCheckIn.2026-11-19.${second.id}`;

  expect(said(standing({ goals: [first, second] }), wishes, at('19T15:00'))).toEqual([asked]);
  expect(said(standing({ goals: [first, second] }), wishes, at('20T09:00'))).toEqual([asked]);
  expect(said(standing({ goals: [first] }), wishes, at('20T09:00'), [told('19', [asked])])).toBeNull();
  expect(said(standing({ goals: [old({ checkIns: checked('18T10:00') })] }), wishes, at('19T15:00'))).toBeNull();
});

test('a topic is asked for a day before the hour, and help is told when it is offered', () => {
  const wishes = on(['topicAsked', 'helpOffered']);
  const goal = old({ helpers: [{ ...aPerson('Lukas'), at: at('18T11:00') }] });

  expect(said(standing({ hour: anHour() }), wishes, at('18T08:59'))).toBeNull();
  expect(said(standing({ hour: anHour(), goals: [goal] }), wishes, at('18T11:00'))).toEqual([
    `helpOffered.${goal.id}.${idOf('Lukas')}`,
    'topicAsked.2026-11-19',
  ]);
  expect(said(standing({ hour: anHour() }), wishes, anHour().startsAt)).toBeNull();
  expect(nextLookAt(standing({ hour: anHour() }), on(['topicAsked']), at('18T08:00'))).toEqual(at('18T09:00'));
});

test('nothing is said in quiet hours or in a snooze, and what is still so is said after them', () => {
  const scene = standing({ actions: [action] });
  const quiet = on(['actionDue'], { quiet: { from: '08:00', to: '11:00' } });
  const snoozed = on(['actionDue'], { snoozedUntil: '2026-11-23' });

  expect(said(scene, quiet, at('19T09:00'))).toBeNull();
  expect(nextLookAt(scene, quiet, at('19T09:00'))).toEqual(at('19T11:00'));
  expect(said(scene, quiet, at('19T11:00'))).toEqual([mineDue]);
  expect(said(scene, snoozed, at('22T12:00'))).toBeNull();
  expect(nextLookAt(scene, snoozed, at('19T09:00'))).toEqual(at('23T09:00'));
  expect(said(scene, snoozed, at('23T09:00'))).toEqual([mineDue]);
});

test('a kind that waits for its day takes nobody else with it, and is told on that day if it is still so', () => {
  const scene = standing({ actions: [action, promise], goals: [old({ ifThen: plan })] });
  const wishes = on(['actionDue', 'promiseDue', 'ifThen'], {
    ifThenAt: { weekday: 4, time: '14:00' },
    snoozed: { actionDue: '2026-11-23', ifThen: '2026-11-23' },
  });

  // The if-then of that afternoon would have had the promise come along with it.
  expect(said(scene, wishes, at('19T09:00'))).toEqual([promiseDue]);
  expect(said(scene, wishes, at('19T14:00'), [told('18', [promiseDue])])).toBeNull();
  expect(said(scene, wishes, at('22T23:59'), [told('19', [promiseDue])])).toBeNull();
  expect(said(scene, wishes, at('23T09:00'), [told('19', [promiseDue])])).toEqual([mineDue]);
});

test('more than a message holds waits for the next one', () => {
  const many = Array.from({ length: 7 }, (_, no) => anAction('Mei', { dueOn: `2026-11-1${no}` }));
  const first = said(standing({ actions: many }), on(['actionDue']), at('19T09:00'))!;
  expect(first).toHaveLength(personalLimits.things);

  const second = said(standing({ actions: many }), on(['actionDue']), at('20T09:00'), [told('19', first)])!;
  expect([...first, ...second].sort()).toEqual(many.map(({ id, dueOn }) => `actionDue.${id}.${dueOn}`).sort());
});

describe('three that nobody looked at', () => {
  const helped = (days: readonly string[]) =>
    old({ helpers: days.map((day) => ({ ...aPerson(`of ${day}`), at: at(`${day}T08:00`) })) });
  const goal = helped(['09', '11', '16', '18', '23']);
  const key = (day: string) => `helpOffered.${goal.id}.${idOf(`of ${day}`)}`;
  const three = ['09', '11', '16'].map((day) => told(day, [key(day)]));
  const wishes = on(['helpOffered', 'actionDue']);
  const scene = standing({ goals: [goal] });

  test('are enough: the kind says so once and ends', () => {
    expect(said(scene, wishes, at('18T09:00'), three)).toEqual(['ended.helpOffered']);
    expect(said(scene, wishes, at('23T09:00'), [...three, told('18', ['ended.helpOffered'])])).toBeNull();
  });

  test('another kind goes on beside it', () => {
    const both = standing({ goals: [goal], actions: [{ ...action, dueOn: '2026-11-18' }] });
    expect(said(both, wishes, at('18T09:00'), three)).toEqual([
      `actionDue.${action.id}.2026-11-18`,
      'ended.helpOffered',
    ]);
  });

  test('begin anew after whatever was heard of the person', () => {
    expect(said(scene, wishes, at('18T09:00'), three, at('16T10:00'))).toEqual([key('18')]);
    expect(said(scene, wishes, at('18T09:00'), three, at('09T08:59'))).toEqual(['ended.helpOffered']);
  });

  test('do not count those that may never have arrived, or were before it was switched on again', () => {
    const lost = three.map((each, no) => ({ ...each, isSent: no > 0 }));
    const again = { ...wishes, since: { helpOffered: at('12T00:00') } };
    expect(said(scene, wishes, at('18T09:00'), lost)).toEqual([key('18')]);
    expect(said(scene, again, at('18T09:00'), three)).toEqual([key('18')]);
  });

  test('do not count action items that are closed by now', () => {
    const [open, ...closed] = [1, 2, 3].map((day) => anAction('Mei', { dueOn: `2026-11-1${day}` }));
    const before = [open!, ...closed].map(({ id, dueOn }) => told(dueOn!.slice(-2), [`actionDue.${id}.${dueOn}`]));
    const due = anAction('Mei', { dueOn: '2026-11-18' });
    const keys = (actions: readonly (typeof due)[]) =>
      said(standing({ actions: [...actions, due] }), wishes, at('18T09:00'), before);

    expect(keys([open!])).toEqual([`actionDue.${due.id}.2026-11-18`]);
    expect(keys([open!, ...closed])).toEqual(['ended.actionDue']);
  });
});

test('two messages a week, from whichever team, also when each is asked for again and again', () => {
  const turns: (WeekTurn | null)[] = [null, null];
  const take = (date: string, team: string) => {
    const place = placeFor(turns, weekTurn(date, team));
    if (typeof place === 'number') turns[place] = weekTurn(date, team);
    return place;
  };

  expect(['2026-11-16', '2026-11-16', '2026-11-22', '2026-11-22'].map((date) => take(date, 'Studio'))).toEqual([
    0,
    'taken',
    1,
    'taken',
  ]);
  expect(take('2026-11-19', 'Lab')).toBeNull();
  expect(take('2026-11-23', 'Lab')).toBe(0);
  // A clock that goes back a week finds that one full.
  expect(take('2026-11-20', 'Lab')).toBeNull();
});

test('over five years in fourteen zones, with ticks twice, late and jumps of the clock, nothing is said twice, at night or too often', () => {
  const actions = Array.from({ length: 12 }, (_, no) =>
    anAction(no % 2 ? 'Mei' : 'Amara', {
      dueOn: addDays('2026-11-16', no * 3),
      promisedTo: no % 2 ? null : aPerson('Mei'),
    }),
  );
  const goals = [old({ ifThen: plan, helpers: [{ ...aPerson('Lukas'), at: at('20T23:00') }] }), old()];
  const minutes = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 5 * 365 }),
      fc.subarray([...reminderKinds], { minLength: 1 }),
      fc.record({ from: minutes, to: minutes }).filter(({ from, to }) => from !== to),
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), time: minutes }),
      fc.dictionary(fc.constantFrom(...reminderKinds), fc.integer({ min: 0, max: 30 })),
      fc.array(fc.constantFrom(0, 0, 0, 60, -60, 24 * 60, -24 * 60, 7 * 60), { minLength: 40, maxLength: 40 }),
      (zone, shift, kinds, quiet, weekTime, waits, jumps) => {
        const start = minutesAfter(at('15T00:00'), shift * 24 * 60);
        const days = Object.entries(waits).map(([kind, wait]) => [kind, addDays(localDateOf(start, zone), wait)]);
        const snoozed = Object.fromEntries(days) as ReminderWishes['snoozed'];
        const moved = { actions: actions.map((each) => ({ ...each, dueOn: addDays(each.dueOn!, shift) })), goals };
        const scene = standing({ zone, ...moved });
        const wishes = on(kinds, {
          quiet,
          ifThenAt: weekTime,
          checkInAt: weekTime,
          snoozed,
          since: Object.fromEntries(kinds.map((kind) => [kind, new Date(start.getTime() - 86_400_000)])),
        });
        const heard: Told[] = [];
        let now = start;
        for (const jump of jumps) {
          for (const tick of [now, now, minutesAfter(now, 1)]) {
            const digest = digestNow(scene, wishes, heard, null, tick);
            if (!digest) continue;
            expect(whenAwake(tick, wishes, zone)).toEqual(tick);
            for (const { kind } of digest.things) expect(localDateOf(tick, zone) >= (snoozed[kind] ?? '')).toBe(true);
            heard.push({ date: localDateOf(tick, zone), at: tick, isSent: true, keys: keysOf(digest) });
          }
          const next = nextLookAt(scene, wishes, now)!;
          expect(next > now).toBe(true);
          expect(next.getTime() - now.getTime()).toBeLessThan(50 * 3_600_000);
          now = minutesAfter(next, jump);
        }
        const keys = heard.flatMap(({ keys: all }) => all);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(heard.map(({ date }) => date)).size).toBe(heard.length);
        for (const kind of kindsOn(wishes)) {
          const of = heard.filter(({ keys: all }) => all.some((key) => key.startsWith(`${kind}.`)));
          expect(of.length).toBeLessThanOrEqual(personalLimits.ignored);
        }
        expect(
          keys.filter((key) => !kinds.some((kind) => key.startsWith(`${kind}.`) || key === `ended.${kind}`)),
        ).toEqual([]);
      },
    ),
    often(12),
  );
});
