import fc from 'fast-check';
import type { z } from 'zod';
import { giftSchema, kudosQuerySchema, previewBodySchema } from '../../bot/contract/kudos.ts';
import { peopleQuerySchema, profileSchema } from '../../bot/contract/profile.ts';
import { kudosIdSchema, teamIdSchema } from '../../bot/contract/shapes.ts';
import { valuesSchema } from '../../bot/contract/team.ts';
import { kudosLimits } from '../../bot/domain/kudos.ts';
import { emptyProfile, profileLimits } from '../../bot/domain/profile.ts';
import { teamLimits } from '../../bot/domain/team.ts';
import { fits, tidy, tidyLine } from '../../bot/domain/words.ts';
import { idOf } from '../support/builders.ts';
import { hostileStrings } from '../support/hostileStrings.ts';

const mei = idOf('Mei');
const aBody = (of: object = {}) => ({ to: [mei], text: 'Thank you all', ...of });
const read = <Schema extends z.ZodType>(schema: Schema, body: unknown) => schema.safeParse(body);

test.each(hostileStrings)('%j is kept as it was typed, tidied, or refused for its length', (typed) => {
  const gift = read(giftSchema, aBody({ text: typed, effect: typed }));
  const profile = read(profileSchema, { about: typed, strengths: [typed] });
  const values = read(valuesSchema, { values: [typed] });

  const fitsText = fits(tidy(typed), kudosLimits.text) && fits(tidy(typed), kudosLimits.effect);
  expect(gift.success).toBe(fitsText && typed.length <= kudosLimits.effect * 4);
  if (gift.success) expect(gift.data).toMatchObject({ text: tidy(typed), effect: tidy(typed) || null });
  if (profile.success) expect(profile.data).toMatchObject({ about: tidy(typed), strengths: [tidyLine(typed)] });
  if (values.success) expect(values.data).toEqual({ values: [tidyLine(typed)] });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const everySchema = [
  ['a gift', giftSchema, aBody()],
  ['a profile', profileSchema, {}],
  ['working hours', profileSchema.shape.workingHours.unwrap().unwrap(), { start: '09:00', end: '17:00' }],
  ['the values', valuesSchema, { values: [] }],
  ['a preview', previewBodySchema, { to: [] }],
  ['a question', kudosQuerySchema, {}],
  ['a page of people', peopleQuerySchema, {}],
] as const;
test.each(everySchema)('%s has no field that is not in the contract', (_, schema, body) => {
  expect(read(schema, body).success).toBe(true);
  for (const field of ['from', 'id', 'createdAt', 'visibility', 'constructor', 'toString', 'tenantId', '']) {
    expect([field, read(schema, { ...body, [field]: 'x' }).success]).toEqual([field, false]);
  }
  expect(read(schema, withPrototype(body)).success).toBe(false);
  expect('polluted' in {}).toBe(false);
});

// As it would come out of a parser: a field of its own with that name.
const withPrototype = (body: object): unknown =>
  JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(body).slice(1)}`.replace(',}', '}'));

test.each([
  null,
  undefined,
  7,
  true,
  'text',
  [],
  [aBody()],
  { to: mei },
  { to: [mei], text: {} },
  { to: [null], text: 'Thank you all' },
])('what is not a gift is no gift: %j', (body) => {
  expect(read(giftSchema, body).success).toBe(false);
});

test('whatever is sent, reading it ends in an answer and never in a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...everySchema), (body, [, schema]) => {
      expect(typeof read(schema, body).success).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});

test('missing, null and empty all mean not told', () => {
  const expected = { to: [mei], text: 'Thank you all', effect: null, value: null, goalId: null, messageLink: null };

  expect(giftSchema.parse(aBody())).toEqual(expected);
  expect(giftSchema.parse(aBody({ effect: null, value: null, goalId: null, messageLink: null }))).toEqual(expected);
  expect(giftSchema.parse(aBody({ effect: ' ', value: '\n' }))).toEqual(expected);
  expect({ ...profileSchema.parse({}), role: '', thankMe: 'channel' }).toEqual(emptyProfile);
});

test('one to ten people are thanked, each by an object id', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => idOf(`Person ${index}`));

  expect(read(giftSchema, aBody({ to: ids(10) })).success).toBe(true);
  expect(read(giftSchema, aBody({ to: ids(11) })).success).toBe(false);
  expect(read(giftSchema, aBody({ to: [] })).success).toBe(false);
  for (const id of ['mei@contoso.com', '29:1abc', '', '*', `${mei}x`, '../me']) {
    expect(read(giftSchema, aBody({ to: [id] })).success).toBe(false);
  }
  expect(giftSchema.parse(aBody({ to: [mei.toUpperCase()] })).to).toEqual([mei]);
});

test.each([
  ['https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1700000000000?tenantId=1', true],
  ['https://teams.cloud.microsoft/l/message/19:abc/1', true],
  ['https://gov.teams.microsoft.us/l/message/19:abc/1', true],
  ['http://teams.microsoft.com/l/message/19:abc/1', false],
  ['https://teams.microsoft.com.evil.example/l/message/1', false],
  ['https://teams.microsoft.com@evil.example/l/message/1', false],
  ['https://evil.example/https://teams.microsoft.com/l/message/1', false],
  ['javascript:alert(1)//https://teams.microsoft.com/l/message/1', false],
  ['https://teams.microsoft.com/l/app/1', false],
  [` https://teams.microsoft.com/l/message/1`, false],
  ['https://teams.microsoft.com/l/message/1\n<script>', false],
  ['https://teams.microsoft.com/l/message/\ud800', false],
  [`https://teams.microsoft.com/l/message/${'1'.repeat(2000)}`, false],
])('only links to Teams’ own messages are kept: %s', (messageLink, isKept) => {
  expect(read(giftSchema, aBody({ messageLink })).success).toBe(isKept);
});

test('a page has one to a hundred things', () => {
  expect(kudosQuerySchema.parse({})).toEqual({ limit: 20 });
  expect(kudosQuerySchema.parse({ limit: '100', q: ' caf\u0065\u0301 ' })).toEqual({ limit: 100, q: 'café' });
  for (const limit of ['0', '101', '-1', '1e9', '1.5', 'ten', 'NaN', '']) {
    expect([limit, read(kudosQuerySchema, { limit }).success]).toEqual([limit, false]);
  }
});

test('up to twelve values have a name each', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `Value ${index}`);

  expect(valuesSchema.parse({ values: names(teamLimits.values) }).values).toHaveLength(12);
  expect(read(valuesSchema, { values: names(13) }).success).toBe(false);
  expect(read(valuesSchema, { values: ['Care', ' \n'] }).success).toBe(false);
  expect(read(valuesSchema, { values: ['x'.repeat(41)] }).success).toBe(false);
  expect(valuesSchema.parse({ values: ['👍🏽'.repeat(40)] }).values).toEqual(['👍🏽'.repeat(40)]);
});

test('a profile has up to eight short tags of each kind, and hours of the day', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`);

  expect(
    read(profileSchema, { strengths: tags(profileLimits.tags), canShow: tags(8), wantsToLearn: tags(8) }).success,
  ).toBe(true);
  expect(read(profileSchema, { strengths: tags(9) }).success).toBe(false);
  expect(read(profileSchema, { canShow: [''] }).success).toBe(false);
  for (const start of ['9:00', '24:00', '09:60', '09:00:00', '']) {
    expect([start, read(profileSchema, { workingHours: { start, end: '17:00' } }).success]).toEqual([start, false]);
  }
  expect(read(profileSchema, { thankMe: 'loudly' }).success).toBe(false);
});

test('ids in addresses are read like those in bodies', () => {
  expect(kudosIdSchema.parse('AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA')).toBe('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  expect(read(kudosIdSchema, "' or 1 eq 1").success).toBe(false);
  expect(teamIdSchema.parse('19:Abc@thread.tacv2')).toBe('19:Abc@thread.tacv2');
  expect(read(teamIdSchema, '').success).toBe(false);
  expect(read(teamIdSchema, 'x'.repeat(301)).success).toBe(false);
});
