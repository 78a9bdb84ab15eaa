import fc from 'fast-check';
import {
  audienceOf,
  type Gift,
  giveKudos,
  isSameGift,
  joinKudos,
  kudosLimits,
  leaveKudos,
  maySee,
  type Scene,
  takeBack,
} from '../../bot/domain/kudos.ts';
import { quietest, type Wish, wishes } from '../../bot/domain/profile.ts';
import { Refusal, type RefusalCode } from '../../bot/domain/refusal.ts';
import { aGift, aKudos, aKudosId, aMember, aPerson, aRef, aRoster, aTeam, idOf, noon } from '../support/builders.ts';

const names = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas', 'Nadia'];
const aScene = (of: Partial<Scene> = {}): Scene => ({
  id: aKudosId(),
  from: aMember('Amara'),
  team: aTeam(aRef()),
  roster: aRoster(...names),
  wishes: ['channel'],
  now: noon,
  ...of,
});

function refusalOf(deed: () => unknown): RefusalCode | null {
  try {
    deed();
    return null;
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code;
    throw trouble;
  }
}

test('a gift becomes a kudos with everything that was written', () => {
  const scene = aScene();
  const gift = aGift({
    to: [idOf('Mei'), idOf('Lukas'), idOf('Mei')],
    effect: 'I slept well again',
    value: 'care',
    messageLink: 'https://teams.microsoft.com/l/message/1',
  });

  expect(giveKudos(gift, scene)).toEqual({
    id: scene.id,
    from: aPerson('Amara'),
    to: [aPerson('Mei'), aPerson('Lukas')],
    text: gift.text,
    effect: 'I slept well again',
    value: 'Care',
    goalId: null,
    messageLink: 'https://teams.microsoft.com/l/message/1',
    visibility: 'channel',
    openedIn: null,
    joined: [],
    createdAt: noon,
  });
});

const crowd = Array.from({ length: 11 }, (_, index) => `Person ${index}`);
const refused: [string, RefusalCode, Partial<Gift>, Partial<Scene>][] = [
  ['to nobody', 'kudos.toNobody', { to: [] }, {}],
  ['to oneself', 'kudos.toSelf', { to: [idOf('Amara')] }, {}],
  ['to oneself among others', 'kudos.toSelf', { to: [idOf('Mei'), idOf('Amara')] }, {}],
  ['to eleven', 'kudos.toTooMany', { to: crowd.map(idOf) }, { roster: aRoster(...crowd) }],
  ['to somebody who is not in the team', 'kudos.notInTeam', { to: [idOf('Stranger')] }, {}],
  ['with two words', 'kudos.tooFewWords', { text: 'Thank you' }, {}],
  ['with emoji instead of words', 'kudos.tooFewWords', { text: '🎉 🎉 🎉 thank you!' }, {}],
  ['with too many words', 'kudos.tooLong', { text: 'one two three '.repeat(100) }, {}],
  ['with too much of what it changed', 'kudos.tooLong', { effect: 'x'.repeat(281) }, {}],
  ['for a value the team does not have', 'kudos.unknownValue', { value: 'Speed' }, {}],
  ['to somebody who would rather not', 'kudos.ratherNot', {}, { wishes: ['channel', 'no'] }],
];
test.each(refused)('a kudos %s is refused as %s', (_, code, gift, scene) => {
  expect(refusalOf(() => giveKudos(aGift(gift), aScene(scene)))).toBe(code);
});

test('up to the limits everything is let through', () => {
  const people = crowd.slice(0, kudosLimits.to);
  const gift = aGift({
    to: people.map(idOf),
    text: `thank you all ${'👍🏽'.repeat(kudosLimits.text - 14)}`,
    effect: '👍🏽'.repeat(280),
  });

  expect(refusalOf(() => giveKudos(gift, aScene({ roster: aRoster(...people, 'Amara') })))).toBeNull();
});

test('whatever is handed in, a kudos that comes out keeps every rule', () => {
  const anyGift = fc.record({
    to: fc.array(fc.constantFrom(...names, 'Stranger').map(idOf), { maxLength: 12 }),
    text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('Thank you all')),
    effect: fc.option(fc.string()),
    value: fc.option(fc.constantFrom('Care', 'CARE', 'Speed')),
    goalId: fc.constant(null),
    messageLink: fc.constant(null),
  });
  fc.assert(
    fc.property(anyGift, fc.array(fc.constantFrom(...wishes), { maxLength: 4 }), (gift, all) => {
      const scene = aScene({ wishes: all });
      const code = refusalOf(() => giveKudos(gift, scene));
      if (code) return;
      const kudos = giveKudos(gift, scene);
      const thanked = kudos.to.map(({ id }) => id);

      expect(thanked).toEqual([...new Set(gift.to)]);
      expect(thanked.length).toBeGreaterThan(0);
      expect(thanked).not.toContain(scene.from.id);
      expect(thanked.every((id) => scene.roster.has(id))).toBe(true);
      expect(kudos.value === null || scene.team.values.includes(kudos.value)).toBe(true);
      expect(kudos.visibility).toBe(quietest(all));
      expect(isSameGift(kudos, gift, scene.from.id)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the quietest wish wins, in whichever order people are named', () => {
  const loudness: Record<Wish, number> = { channel: 0, hour: 1, private: 2, no: 3 };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...wishes)), (all) => {
      const quiet = quietest(all);

      expect(loudness[quiet]).toBe(Math.max(0, ...all.map((wish) => loudness[wish])));
      expect(quietest([...all].reverse())).toBe(quiet);
    }),
  );
});

test('a resend is known, and anything else under the same id is not', () => {
  const scene = aScene();
  const gift = aGift({ to: [idOf('Mei'), idOf('Lukas')], value: 'Care', effect: 'Calm' });
  const kudos = giveKudos(gift, scene);
  const same: Partial<Gift>[] = [{}, { to: [idOf('Lukas'), idOf('Mei'), idOf('Lukas')] }, { value: 'CARE' }];
  const other: Partial<Gift>[] = [
    { to: [idOf('Mei')] },
    { to: [idOf('Mei'), idOf('Priya')] },
    { text: `${gift.text}.` },
    { effect: null },
    { value: null },
    { value: 'Courage' },
    { goalId: '77777777-7777-4777-8777-777777777777' },
    { messageLink: 'https://teams.microsoft.com/l/message/1' },
  ];

  for (const of of same) expect(isSameGift(kudos, { ...gift, ...of }, idOf('Amara'))).toBe(true);
  for (const of of other) expect([of, isSameGift(kudos, { ...gift, ...of }, idOf('Amara'))]).toEqual([of, false]);
  expect(isSameGift(kudos, gift, idOf('Lukas'))).toBe(false);
  expect(isSameGift(giveKudos(aGift({ effect: '' }), scene), aGift({ effect: null }), idOf('Amara'))).toBe(true);
});

test.each([
  ['channel', names],
  ['private', ['Amara', 'Mei', 'Lukas']],
  ['hour', ['Amara']],
] as const)('a kudos for the %s is seen by exactly those it is for', (visibility, readers) => {
  const kudos = aKudos({ visibility, to: [aPerson('Mei'), aPerson('Lukas')] });

  expect(names.filter((name) => maySee(kudos, idOf(name)))).toEqual(readers);
  expect(audienceOf(kudos)).toEqual(visibility === 'channel' ? null : readers.map(idOf));
});

test('joining twice is joining once, and leaving undoes it', () => {
  const kudos = aKudos();
  const once = joinKudos(kudos, aMember('Nadia'));

  expect(once.joined).toEqual([aPerson('Nadia')]);
  expect(joinKudos(once, aMember('Nadia'))).toBe(once);
  expect(leaveKudos(once, idOf('Nadia'))).toEqual(kudos);
  expect(leaveKudos(kudos, idOf('Nadia'))).toBe(kudos);
});

test('whoever is in it already has nothing to join', () => {
  const kudos = aKudos({ to: [aPerson('Mei')] });

  expect(refusalOf(() => joinKudos(kudos, aMember('Amara')))).toBe('kudos.ownJoin');
  expect(refusalOf(() => joinKudos(kudos, aMember('Mei')))).toBe('kudos.ownJoin');
  expect(refusalOf(() => joinKudos({ ...kudos, visibility: 'private' }, aMember('Nadia')))).toBe('kudos.notOpenToJoin');
  expect(refusalOf(() => joinKudos({ ...kudos, visibility: 'hour' }, aMember('Nadia')))).toBe('kudos.notOpenToJoin');
});

test('three hundred may join, and those who did stay when it is full', () => {
  const joined = Array.from({ length: kudosLimits.joined }, (_, index) => aPerson(`Person ${index}`));
  const full = aKudos({ joined });

  expect(refusalOf(() => joinKudos(full, aMember('Nadia')))).toBe('kudos.joinedByMany');
  expect(joinKudos(full, aMember('Person 0'))).toBe(full);
  expect(leaveKudos(full, idOf('Person 0')).joined).toHaveLength(kudosLimits.joined - 1);
});

test('giver and thanked may take a kudos away, and nobody else, owner or not', () => {
  const kudos = aKudos({ to: [aPerson('Mei'), aPerson('Lukas')], joined: [aPerson('Nadia')] });
  const refusals = Object.fromEntries(names.map((name) => [name, refusalOf(() => takeBack(kudos, idOf(name)))]));

  expect(refusals).toEqual({
    Amara: null,
    Mei: null,
    Lukas: null,
    Priya: 'kudos.notYours',
    Jonas: 'kudos.notYours',
    Nadia: 'kudos.notYours',
  });
});
