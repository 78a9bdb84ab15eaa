import fc from 'fast-check';
import { hourDate, type PersonId } from '../../bot/domain/ids.ts';
import { makePairs, meetingKey, meetingsIn, type Pair, type PairFacts } from '../../bot/domain/pair.ts';
import { seeded } from '../support/chance.ts';

import { idOf } from '../support/builders.ts';
import { addDays } from '../../bot/domain/time.ts';
import { afterHour, noTurns } from '../../bot/domain/turns.ts';

const aTeam = (size: number) => Array.from({ length: size }, (_, at) => idOf(`Member ${at}`));
const facts = (of: Partial<PairFacts> & Pick<PairFacts, 'team'>): PairFacts => ({
  present: of.team,
  turns: noTurns,
  avoids: [],
  chance: seeded(1).chance,
  ...of,
});
const keysIn = (pairs: readonly Pair[]) => pairs.flatMap(meetingsIn).map((pair) => meetingKey(...pair));

/** The hours of a team, one after the other, with who is there in each. */
function live(
  team: readonly PersonId[],
  present: readonly (readonly PersonId[])[],
  { seed = 1, avoids = [] as PairFacts['avoids'], turns = noTurns } = {},
) {
  const { chance } = seeded(seed);
  const hours: (readonly Pair[])[] = [];
  for (const here of present) {
    const pairs = makePairs({ team, present: here, turns, avoids, chance });
    const date = hourDate(addDays('2026-01-01', turns.held));
    turns = afterHour(turns, { date, facilitator: null, spotlight: null, givesBack: 0, pairs });
    hours.push(pairs);
  }
  return { hours, turns };
}

/** Every way to put people into pairs, with one trio when they are odd. */
function everyWay(people: readonly PersonId[]): Pair[][] {
  if (people.length === 0) return [[]];
  const [first, ...rest] = people as [PersonId, ...PersonId[]];
  const inPairs = rest.flatMap((other) =>
    everyWay(rest.filter((each) => each !== other)).map((way) => [[first, other], ...way]),
  );
  if (people.length % 2 === 0) return inPairs;
  const inTrio = rest.flatMap((second, at) =>
    rest
      .slice(at + 1)
      .flatMap((third) =>
        everyWay(rest.filter((each) => each !== second && each !== third)).map((way) => [
          [first, second, third],
          ...way,
        ]),
      ),
  );
  return [...inPairs.filter((way) => way.every(({ length }) => length > 1)), ...(inTrio as Pair[][])];
}

test.each([...Array.from({ length: 13 }, (_, at) => 2 * (at + 1)), 32, 40, 50, 60])(
  'in a team of %i every two talk with each other before any two do so again',
  (size) => {
    const team = aTeam(size);
    const met = keysIn(
      live(
        team,
        Array.from({ length: size - 1 }, () => team),
      ).hours.flat(),
    );

    expect(met).toHaveLength((size * (size - 1)) / 2);
    expect(new Set(met).size).toBe(met.length);
  },
);

test.each([3, 5, 7, 9, 11, 13, 21, 33])(
  'in a team of %i everybody has talked with everybody after as many hours',
  (size) => {
    const team = aTeam(size);
    const { hours } = live(
      team,
      Array.from({ length: size }, () => team),
    );

    expect(new Set(keysIn(hours.flat())).size).toBe((size * (size - 1)) / 2);
  },
);

test('the second time round, those talk first whose talk is longest ago', () => {
  const team = aTeam(6);
  const { hours } = live(
    team,
    Array.from({ length: 10 }, () => team),
  );

  const sorted = (pairs: readonly Pair[]) => keysIn(pairs).sort();
  for (let at = 0; at < 5; at++) expect(sorted(hours[at + 5]!)).toEqual(sorted(hours[at]!));
});

const somePresent = (team: readonly PersonId[]) =>
  fc.array(fc.subarray([...team], { minLength: 2 }), { minLength: 1, maxLength: 8 });

test('whoever is absent, nobody who is there is left out, nobody is twice, and there is one trio at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 14 }).chain((size) => fc.tuple(fc.constant(aTeam(size)), somePresent(aTeam(size)))),
      fc.integer(),
      ([team, present], seed) => {
        live(team, present, { seed }).hours.forEach((pairs, hour) => {
          expect(pairs.flat().sort()).toEqual([...present[hour]!].sort());
          const trios = pairs.filter(({ length }) => length === 3).length;
          expect([pairs.every(({ length }) => length === 2 || length === 3), trios]).toEqual([
            true,
            present[hour]!.length % 2,
          ]);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('with absences, an hour has as few repeats as any way to make pairs could have', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }).chain((size) => fc.tuple(fc.constant(aTeam(size)), somePresent(aTeam(size)))),
      fc.integer(),
      ([team, present], seed) => {
        const { hours } = live(team, present, { seed });
        hours.forEach((pairs, hour) => {
          const met = new Set(keysIn(hours.slice(0, hour).flat()));
          const repeats = (way: readonly Pair[]) => keysIn(way).filter((key) => met.has(key)).length;
          expect(repeats(pairs)).toBe(Math.min(...everyWay(present[hour]!).map(repeats)));
        });
      },
    ),
    { numRuns: 100 },
  );
});

test('two who would rather not are not put together while there is any other way', () => {
  const team = aTeam(6);
  const avoids = [[team[0]!, team[1]!]] as const;
  const met = keysIn(
    live(
      team,
      Array.from({ length: 20 }, () => team),
      { seed: 7, avoids },
    ).hours.flat(),
  );

  expect(met).not.toContain(meetingKey(team[0]!, team[1]!));
});

test('when there is no other way, nobody is left alone', () => {
  const team = aTeam(2);

  expect(makePairs(facts({ team, avoids: [[team[0]!, team[1]!]] }))).toEqual([team]);
});

test('whoever is alone has nobody to talk with, and whoever left is not among the pairs', () => {
  const team = aTeam(4);

  expect(makePairs(facts({ team, present: team.slice(0, 1) }))).toEqual([]);
  expect(makePairs(facts({ team: team.slice(0, 3), present: team })).flat()).not.toContain(team[3]);
});

test('somebody new talks with everybody in as many hours as there are others', () => {
  const before = aTeam(5);
  const { turns } = live(
    before,
    Array.from({ length: 5 }, () => before),
  );
  const team = aTeam(6);

  const { hours } = live(
    team,
    Array.from({ length: 5 }, () => team),
    { turns },
  );

  const withNew = keysIn(hours.flat()).filter((key) => key.includes(team[5]!));
  expect(new Set(withNew).size).toBe(5);
});

test.each([81, 100, 161, 240])('in a team of %i nobody is left out either', (size) => {
  const team = aTeam(size);

  const pairs = makePairs(facts({ team }));

  expect(pairs.flat().sort()).toEqual([...team].sort());
  expect(pairs.every(({ length }) => length === 2 || length === 3)).toBe(true);
});
