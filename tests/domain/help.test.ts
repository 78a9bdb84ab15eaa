import fc from 'fast-check';
import type { Ask } from '../../bot/domain/goalCircle.ts';
import { fit, whoCanHelp } from '../../bot/domain/help.ts';
import { byName } from '../../bot/domain/team.ts';
import { folded } from '../../bot/domain/words.ts';
import { aMember, aPerson, idOf, noon } from '../support/builders.ts';
import { aGoalId, everybody } from '../support/buildersOfGoals.ts';

const me = idOf('Amara');
const skilled = (name: string, ...canShow: string[]) => ({ person: aMember(name), canShow });
const anAsk = (owner: string, text: string): Ask => ({
  id: aGoalId(),
  owner: aPerson(owner),
  text,
  helpers: [],
  at: noon,
});
const namesOf = (found: ReturnType<typeof whoCanHelp>) => found.map(({ person }) => person.name);

test.each([
  ['the same words', 'User research', 'user RESEARCH', 1],
  ['the same word without its accent', 'Café culture', 'cafe CULTURE', 1],
  ['all words and others', 'who knows estimating', 'Estimating', 0.9],
  ['half of the words', 'research', 'User research', 0.45],
  ['a word that is begun', 'budget', 'Budgets', 0.9],
  ['a begun word the other way round', 'budgets', 'Budget', 0.9],
  ['a short word that is only begun', 'art', 'Articles', 0],
  ['another word', 'Figma', 'Excel', 0],
  ['the glue between words', 'how to do it', 'How to sell', 0.45],
  ['a tag of glue alone', 'ux', 'UX', 1],
  ['two letters where there is nothing else', 'somebody for ux', 'UX', 0.9],
  ['words without spaces', '統計', '統計', 1],
])('a tag fits words by how much of it they say: %s', (_, wanted, tag, expected) => {
  expect(fit(wanted, tag)).toBeCloseTo(expected);
});

test('who fits best comes first, then by name; and never I myself', () => {
  const people = [
    skilled('Amara', 'Estimating'),
    skilled('Priya', 'Estimating budgets'),
    skilled('Nadia', 'Knitting'),
    skilled('Mei', 'Estimating'),
    skilled('Jonas', 'Listening', 'Estimating'),
    skilled('Lukas'),
  ];

  const found = whoCanHelp('estimating', people, [], me);

  expect(namesOf(found)).toEqual(['Jonas', 'Mei', 'Priya']);
  expect(found[0]!.fits).toEqual(['Estimating']);
});

test('beside each stand the asks that they could help with as well, but their own', () => {
  const [mine, theirs, other] = [
    anAsk('Amara', 'Estimating with me'),
    anAsk('Mei', 'Help estimating'),
    anAsk('Priya', 'Tea'),
  ];

  const found = whoCanHelp(
    'estimating',
    [skilled('Mei', 'Estimating'), skilled('Jonas', 'Estimating')],
    [mine, theirs, other],
    me,
  );

  expect(found.map(({ person, asks }) => [person.name, asks])).toEqual([
    ['Jonas', [mine, theirs]],
    ['Mei', [mine]],
  ]);
});

const tag = fc.constantFrom(
  'Estimating',
  'estimating budgets',
  'Budget',
  'Listening well',
  'UX',
  'Writing',
  '統計',
  'écrire',
);
const wanted = fc.oneof(tag, fc.constantFrom('budget', 'I want to listen', 'ux', 'écrire mieux', '統計', '...', 'zzz'));
const team = fc
  .tuple(...everybody.map((name) => fc.array(tag, { maxLength: 8 }).map((tags) => skilled(name, ...tags))))
  .chain((people) => fc.shuffledSubarray(people, { minLength: 2 }));

test('the same question has the same answer, in whichever order the team is read', () => {
  fc.assert(
    fc.property(wanted, team, (words, people) => {
      const found = whoCanHelp(words, people, [], me);
      expect(whoCanHelp(words, [...people].reverse(), [], me)).toEqual(found);
      expect(found.map(({ person }) => person.id)).not.toContain(me);

      const best = found.map(({ person, fits }) => ({
        person,
        score: Math.max(...fits.map((each) => fit(words, each))),
      }));
      expect(best).toEqual([...best].sort((one, other) => other.score - one.score || byName(one.person, other.person)));
      expect(best.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    }),
  );
});

test('somebody more in the team changes nothing about the order of the others, and nobody who fits is left out', () => {
  fc.assert(
    fc.property(wanted, team, (words, people) => {
      const [newcomer, ...rest] = people;
      const without = namesOf(whoCanHelp(words, rest, [], me));
      const found = namesOf(whoCanHelp(words, people, [], me));

      expect(found.filter((name) => name !== newcomer!.person.name)).toEqual(without);
      const fitting = people.filter(
        ({ person, canShow }) => person.id !== me && canShow.some((each) => fit(words, each) > 0),
      );
      expect(found).toHaveLength(fitting.length);
    }),
  );
});

test('a tag always fits itself, however it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(fit(words, folded(words))).toBe(1);
    }),
  );
});
