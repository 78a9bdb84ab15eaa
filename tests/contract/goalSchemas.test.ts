import fc from 'fast-check';
import type { z } from 'zod';
import {
  answerBodySchema,
  checkInBodySchema,
  closeBodySchema,
  commentBodySchema,
  goalBodySchema,
  goalQuerySchema,
  listQuerySchema,
  noteBodySchema,
} from '../../bot/contract/goal.ts';
import { helpQuerySchema } from '../../bot/contract/profile.ts';
import { goalLimits } from '../../bot/domain/goal.ts';
import { fits, tidy, tidyLine } from '../../bot/domain/words.ts';
import { idOf } from '../support/builders.ts';
import { aStep } from '../support/buildersOfGoals.ts';
import { hostileStrings } from '../support/hostileStrings.ts';

const aBody = (of: object = {}) => ({ title: 'Estimate aloud', ...of });
const read = <Schema extends z.ZodType>(schema: Schema, body: unknown) => schema.safeParse(body);
const step = aStep('Ask two people');

const everySchema = [
  ['a goal', goalBodySchema, aBody()],
  ['a step', goalBodySchema.shape.steps.unwrap().element, step],
  ['a check-in', checkInBodySchema, { confidence: 3 }],
  ['a closing', closeBodySchema, {}],
  ['an answer', answerBodySchema, { accepts: true }],
  ['a comment', commentBodySchema, { text: 'Yes' }],
  ['a note', noteBodySchema, { text: 'Yes' }],
  ['a question for goals', goalQuerySchema, {}],
  ['a page', listQuerySchema, {}],
  ['a question for help', helpQuerySchema, { q: 'Figma' }],
] as const;

test.each(everySchema)('%s has no field that is not in the contract', (_, schema, body) => {
  expect(read(schema, body).success).toBe(true);
  const foreign = ['owner', 'status', 'edition', 'standing', 'helpers', 'evidence', 'constructor', '__proto__', ''];
  for (const field of foreign.filter((name) => name !== 'status' || schema !== goalQuerySchema)) {
    const sent: unknown = JSON.parse(
      `{${JSON.stringify(field)}:"x",${JSON.stringify(body).slice(1)}`.replace(',}', '}'),
    );
    expect([field, read(schema, sent).success]).toEqual([field, false]);
  }
});

test.each(hostileStrings)('%j is kept as it was typed, tidied, or refused for its length', (typed) => {
  const line = (max: number) => fits(tidyLine(typed), max) && tidyLine(typed) !== '' && typed.length <= max * 4;
  const goal = read(goalBodySchema, aBody({ why: typed }));
  const title = read(goalBodySchema, { title: typed });
  const comment = read(commentBodySchema, { text: typed });

  expect(goal.success).toBe(fits(tidy(typed), goalLimits.why) && typed.length <= goalLimits.why * 4);
  expect(title.success).toBe(line(goalLimits.title));
  if (goal.success) expect(goal.data.why).toBe(tidy(typed));
  if (title.success) expect(title.data.title).toBe(tidyLine(typed));
  if (comment.success) expect(comment.data.text).toBe(tidy(typed));
});

test('whatever is sent, reading it ends in an answer and never in a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...everySchema), (body, [, schema]) => {
      expect(typeof read(schema, body).success).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});

test('a goal that says only its title is for its owner alone, and asks nobody for anything', () => {
  expect(goalBodySchema.parse(aBody())).toEqual({
    title: 'Estimate aloud',
    outcome: '',
    why: '',
    dueOn: null,
    steps: [],
    ifThen: null,
    ask: '',
    askToTeam: false,
    audience: 'me',
    supporters: [],
  });
});

test('reading what was read changes nothing more: what is saved again is the same', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom(...hostileStrings));
  fc.assert(
    fc.property(text, text, text, (title, why, then) => {
      const once = read(goalBodySchema, aBody({ title, why, ifThen: { if: title, then } }));
      if (once.success) expect(goalBodySchema.parse(once.data)).toEqual(once.data);
    }),
  );
});

test.each([
  ['2026-12-24', true],
  ['2028-02-29', true],
  [null, true],
  ['2026-02-29', false],
  ['24.12.2026', false],
  ['2026-12-24T00:00:00Z', false],
  ['', false],
  [20261224, false],
])('a goal is due on a day that there is, or on none: %s', (dueOn, isDay) => {
  expect(read(goalBodySchema, aBody({ dueOn })).success).toBe(isDay);
});

test('an if-then plan that says nothing is none, and half of one is kept', () => {
  const planOf = (ifThen: unknown) => goalBodySchema.parse(aBody({ ifThen })).ifThen;

  expect([planOf(null), planOf({ if: ' ', then: '\n' })]).toEqual([null, null]);
  expect(planOf({ if: 'it rains', then: '' })).toEqual({ if: 'it rains', then: '' });
  expect(read(goalBodySchema, aBody({ ifThen: { if: 'x' } })).success).toBe(false);
});

test('steps have an id and a word each, twelve at most, and no two share an id however it is written', () => {
  const steps = (count: number) => Array.from({ length: count }, (_, at) => aStep(`Step ${at}`));
  const shouted = { ...step, id: step.id.toUpperCase() };

  expect(goalBodySchema.parse(aBody({ steps: [shouted] })).steps).toEqual([step]);
  expect(checkInBodySchema.parse({ confidence: 1, ticked: [shouted.id] }).ticked).toEqual([step.id]);
  expect(read(goalBodySchema, aBody({ steps: steps(goalLimits.steps) })).success).toBe(true);
  const refused = [
    steps(13),
    [step, shouted],
    [{ ...step, text: ' ' }],
    [{ ...step, id: 'first' }],
    [{ text: 'x' }],
    [null],
  ];
  expect(refused.filter((each) => read(goalBodySchema, aBody({ steps: each })).success)).toEqual([]);
});

test('up to ten supporters, by their object ids, however they are written', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => idOf(`Person ${at}`));

  expect(goalBodySchema.parse(aBody({ supporters: [idOf('Mei').toUpperCase()] })).supporters).toEqual([idOf('Mei')]);
  expect(read(goalBodySchema, aBody({ supporters: ids(10) })).success).toBe(true);
  expect(read(goalBodySchema, aBody({ supporters: ids(11) })).success).toBe(false);
  expect(read(goalBodySchema, aBody({ supporters: ['mei@contoso.test'] })).success).toBe(false);
});

test.each([0, 6, 2.5, '3', null, NaN, true, -1])('confidence is a whole number from 1 to 5, not %p', (confidence) => {
  expect(read(checkInBodySchema, { confidence }).success).toBe(false);
});

test('what was learned may be left out; a comment and a note say something', () => {
  expect(checkInBodySchema.parse({ confidence: 5 })).toEqual({ learned: '', confidence: 5, ticked: [] });
  expect(closeBodySchema.parse({})).toEqual({ learned: '', helpedBy: [] });
  for (const text of ['', ' \n\t', '\u0000']) {
    expect(read(commentBodySchema, { text }).success).toBe(false);
    expect(read(noteBodySchema, { text }).success).toBe(false);
  }
  expect(noteBodySchema.parse({ text: 'Kept' })).toEqual({ text: 'Kept', messageLink: null });
});

test('a question for goals names a person, me, or nobody', () => {
  expect(goalQuerySchema.parse({ person: 'me' })).toEqual({ person: 'me', limit: 20 });
  expect(goalQuerySchema.parse({ person: idOf('Mei').toUpperCase() }).person).toBe(idOf('Mei'));
  for (const odd of [{ person: 'you' }, { status: 'reached' }, { q: 'x'.repeat(201) }, { limit: '0' }, { cursor: '' }])
    expect([odd, read(goalQuerySchema, odd).success]).toEqual([odd, false]);
});
