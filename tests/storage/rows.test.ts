import fc from 'fast-check';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { emptyProfile, wishes } from '../../bot/domain/profile.ts';
import { kudosCells, kudosOf, profileCells, profileOf, teamCells, teamRowOf, wishOf } from '../../bot/storage/rows.ts';
import { aKudos, aPerson, aProfile, idOf } from '../support/builders.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const told = fc.option(text.filter(Boolean));
const person = text.map((name) => ({ id: idOf(name), name }));

test('what is written is read: kudos', () => {
  const anyKudos: fc.Arbitrary<Kudos> = fc
    .record({
      from: person,
      to: fc.array(person, { minLength: 1, maxLength: 10 }),
      text,
      effect: told,
      value: told,
      goalId: told,
      messageLink: told,
      visibility: fc.constantFrom('channel', 'private', 'hour'),
      joined: fc.array(person, { maxLength: 20 }),
      createdAt: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
    })
    .map(aKudos);
  fc.assert(fc.property(anyKudos, (kudos) => expect(kudosOf(kudosCells(kudos))).toEqual(kudos)));
});

test('what is written is read: profiles', () => {
  const tags = fc.array(text, { maxLength: 8 });
  const anyProfile = fc
    .record({
      about: text,
      howToWork: text,
      pronouns: text,
      timeZone: text,
      workingHours: fc.option(fc.constant({ start: '09:00', end: '17:30' })),
      strengths: tags,
      canShow: tags,
      wantsToLearn: tags,
      thankMe: fc.constantFrom(...wishes),
    })
    .map(aProfile);
  fc.assert(
    fc.property(anyProfile, (profile) => expect(profileOf(profileCells(idOf('Mei'), profile))).toEqual(profile)),
  );
});

test('what is written is read: teams', () => {
  const anyTeam = fc.record({
    kind: fc.constantFrom('team' as const, 'channel' as const, 'groupChat' as const),
    name: text,
    address: text,
    values: fc.array(text, { maxLength: 12 }),
    valuesVersion: text,
    rosterVersion: text,
    uninstalledAt: fc.option(fc.constant('2026-11-19T12:00:00.000Z')),
    ending: fc.option(
      text.map((name) => ({ by: { ...aPerson('Mei'), name }, endsAt: new Date('2026-12-19T12:00:00Z') })),
    ),
  });
  fc.assert(fc.property(anyTeam, (team) => expect(teamRowOf(teamCells(team))).toEqual(team)));
});

test('what a newer version of the service wrote is read without what is new', () => {
  const kudos = aKudos({ joined: [aPerson('Nadia')] });

  expect(kudosOf({ ...kudosCells(kudos), v: 2, mood: 'sunny', stickers: 3n, seenAt: new Date() })).toEqual(kudos);
});

test('what an older version did not write yet is as if not told', () => {
  const { joined: _, ...older } = kudosCells(aKudos());

  expect(kudosOf(older).joined).toEqual([]);
  expect(profileOf({ about: 'Tea' })).toEqual({ ...emptyProfile, about: 'Tea' });
  expect(teamRowOf({ name: 'Studio' })).toMatchObject({
    name: 'Studio',
    kind: 'team',
    values: [],
    uninstalledAt: null,
  });
});

test('where a row says something unknown about who may see it, it is kept quiet', () => {
  expect(kudosOf({ ...kudosCells(aKudos()), visibility: 'company' }).visibility).toBe('hour');
  expect(wishOf('whisper')).toBe('no');
  expect([undefined, null].map(wishOf)).toEqual(['channel', 'channel']);
});
