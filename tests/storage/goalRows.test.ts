import fc from 'fast-check';
import { audiences, type Goal } from '../../bot/domain/goal.ts';
import { askOf, standingOf } from '../../bot/domain/goalCircle.ts';
import { goalId, kudosId } from '../../bot/domain/ids.ts';
import { type Entries, entryRows } from '../../bot/storage/entryRows.ts';
import { askCells, askRowOf, goalCells, goalOf, headCells, headOf } from '../../bot/storage/goalRows.ts';
import { limits } from '../../bot/storage/limits.ts';
import { listCells, listOf } from '../../bot/storage/longCells.ts';
import { aPerson, idOf, noon } from '../support/builders.ts';
import {
  aCheckIn,
  aComment,
  aGoal,
  aGoalId,
  anEntryId,
  aSharedGoal,
  aStep,
  aSupporter,
} from '../support/buildersOfGoals.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 100 });
const person = text.map((name) => ({ id: idOf(name), name }));
const moment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
const personAt = fc.tuple(person, moment).map(([who, at]) => ({ ...who, at }));
const aList = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 5 });

const anyCheckIn = fc
  .record({
    learned: text,
    confidence: fc.constantFrom(1, 2, 3, 4, 5),
    progress: fc.record({ done: fc.nat(12), total: fc.nat(12) }),
    at: moment,
  })
  .map(aCheckIn);
const anyClosing = fc.record({
  status: fc.constantFrom('reached' as const, 'dropped' as const),
  learned: text,
  helpedBy: aList(person),
  at: moment,
});
const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    id: fc.uuid().map(goalId),
    owner: person,
    title: text,
    outcome: text,
    why: text,
    dueOn: fc.option(fc.constant('2026-12-18')),
    steps: aList(fc.tuple(text, fc.boolean()).map(([what, done]) => aStep(what, done))),
    ifThen: fc.option(fc.record({ if: text, then: text })),
    ask: text,
    askToTeam: fc.boolean(),
    audience: fc.constantFrom(...audiences),
    supporters: aList(
      fc
        .tuple(text, fc.constantFrom('asked' as const, 'accepted' as const, 'declined' as const), moment)
        .map(([name, answer, since]) => aSupporter(name, answer, since)),
    ),
    cheers: aList(personAt),
    helpers: aList(personAt),
    evidence: aList(fc.uuid().map(kudosId)),
    checkIns: aList(anyCheckIn),
    closings: fc.array(anyClosing, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom('open' as const, 'reached' as const, 'dropped' as const),
    edition: fc.integer({ min: 1, max: 5000 }),
    createdAt: moment,
  })
  .map((of) => aGoal({}, of));

test('what is written is read: goals, their heads and their asks', () => {
  fc.assert(
    fc.property(anyGoal, (goal) => {
      expect(goalOf(goalCells(goal))).toEqual(goal);
      expect(headOf(headCells(goal))).toMatchObject({ id: goal.id, title: goal.title, dueOn: goal.dueOn });
      const ask = askOf(goal);
      if (ask) expect(askRowOf(askCells(ask))).toEqual(ask);
    }),
  );
});

test('what is written is read: check-ins, comments and notes', () => {
  const note = fc
    .record({ text, messageLink: fc.option(text.filter(Boolean)), at: moment })
    .map((of): Entries['note'] => ({ id: anEntryId(), ...of }));
  const comment = fc.record({ author: person, text, at: moment }).map((of) => aComment('Mei', of));
  fc.assert(
    fc.property(anyCheckIn, comment, note, (aCheckIn, aComment, aNote) => {
      expect(entryRows.checkIn.entryOf(entryRows.checkIn.cellsOf(aCheckIn))).toEqual(aCheckIn);
      expect(entryRows.comment.entryOf(entryRows.comment.cellsOf(aComment))).toEqual(aComment);
      expect(entryRows.note.entryOf(entryRows.note.cellsOf(aNote))).toEqual(aNote);
    }),
  );
});

test('a list takes as many cells as it needs, and no character is cut in two', () => {
  const longText = fc
    .tuple(fc.constantFrom('a', '👍🏽', '"', '\n', 'ท\u20d0'), fc.integer({ min: 0, max: 40_000 }), fc.nat(3))
    .map(([letter, count, before]) => 'x'.repeat(before) + letter.repeat(count));
  fc.assert(
    fc.property(fc.array(longText, { maxLength: 3 }), (lines) => {
      const cells = listCells('lines', lines);

      expect(listOf<string>(cells, 'lines', (line) => line)).toEqual(lines);
      for (const cell of Object.values(cells)) {
        expect(String(cell).length).toBeLessThanOrEqual(limits.stringLength);
        expect(String(cell).isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('what a newer version of the service wrote is read without what is new', () => {
  const goal = aSharedGoal(['Mei'], { steps: [aStep('Ask Jonas')] }, { checkIns: [aCheckIn()] });
  const cells = goalCells(goal);
  const steps = JSON.stringify([{ ...goal.steps[0], estimate: 3 }]);

  expect(goalOf({ ...cells, steps, v: 2, mood: 'sunny', weight: 3n })).toEqual(goal);
});

test('what an older version did not write yet is as if not told', () => {
  const { id, owner, title, createdAt } = goalCells(aGoal({ title: 'Estimate aloud' }));

  expect(goalOf({ id, owner, title, createdAt })).toEqual({
    ...aGoal({ title: 'Estimate aloud' }),
    id,
    createdAt: noon,
  });
  expect(headOf({ id: aGoalId(), title: 'Estimate aloud' })).toMatchObject({ dueOn: null, nextStep: null });
  expect(entryRows.note.entryOf({ id: anEntryId(), text: 'Tea' })).toMatchObject({ text: 'Tea', messageLink: null });
  expect(entryRows.comment.entryOf({ text: 'Tea' })).toMatchObject({ author: { id: '', name: '' } });
});

test('where a row says something unknown about who may see it, it is kept quiet', () => {
  const goal = aSharedGoal(['Mei'], { audience: 'team', ask: 'Half an hour' });
  const cells = goalCells(goal);
  const supporters = JSON.stringify([{ ...goal.supporters[0], answer: 'maybe' }]);

  expect(standingOf(goalOf({ ...cells, audience: 'company' }), idOf('Mei'))).toBeNull();
  expect(standingOf(goalOf({ ...cells, supporters, audience: 'supporters' }), idOf('Mei'))).toBeNull();
  expect(askOf(goalOf({ ...cells, audience: 'me', askToTeam: 'perhaps' }))).toBeNull();
});

test('a state that is not known is read as closed, where there is a closing, and as open where there is none', () => {
  const closing = { status: 'reached' as const, learned: '', helpedBy: [aPerson('Mei')], at: noon };
  const closed = goalCells(aGoal({}, { status: 'reached', closings: [closing] }));

  expect(goalOf({ ...closed, status: 'paused' })).toMatchObject({ status: 'dropped', closings: [closing] });
  expect(goalOf({ ...goalCells(aGoal()), status: 'paused' }).status).toBe('open');
  expect(goalOf({ ...closed, checkIns: JSON.stringify([{ ...aCheckIn(), confidence: 9 }]) }).checkIns[0]).toMatchObject(
    { confidence: 3 },
  );
});
