import fc from 'fast-check';
import { cheapestPairs } from '../../bot/domain/matching.ts';

/** The least that pairs can cost, by trying every way. */
function least(people: readonly number[], cost: (one: number, other: number) => number): number {
  const [first, ...rest] = people;
  if (first === undefined) return 0;
  return Math.min(
    ...rest.map(
      (other) =>
        cost(first, other) +
        least(
          rest.filter((each) => each !== other),
          cost,
        ),
    ),
  );
}

// Costs as they come up: a few kinds of very different size, with a little chance in each.
const aCost = fc
  .tuple(fc.constantFrom(0, 0, 1000, 10_000_000, 10_020_000, 10_000_000_000), fc.integer({ min: 0, max: 9 }))
  .map(([kind, chance]) => kind + chance);

test('no way to make pairs is cheaper', () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 4, 6, 8), fc.array(aCost, { minLength: 64, maxLength: 64 }), (count, costs) => {
      const cost = (one: number, other: number) => costs[8 * Math.min(one, other) + Math.max(one, other)]!;
      const pairs = cheapestPairs(count, cost);

      expect(pairs.flat().sort()).toEqual([...Array(count).keys()]);
      expect(pairs.reduce((sum, [one, other]) => sum + cost(one, other), 0)).toBe(
        least([...Array(count).keys()], cost),
      );
    }),
    { numRuns: 1000 },
  );
});

test('nobody makes no pairs', () => {
  expect(cheapestPairs(0, () => 0)).toEqual([]);
});
