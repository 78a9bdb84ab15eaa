import fc from 'fast-check';
import type { EntryId, GoalId, PersonId } from '../../bot/domain/ids.ts';
import * as keys from '../../bot/storage/keys.ts';
import { limits } from '../../bot/storage/limits.ts';
import { laterBy, noon } from '../support/builders.ts';

// The separator and everything that a key part could be mistaken for.
const trickyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', '.', '..', '~', 'a.b', 'a', 'b', '.a', 'a.', '-', '_', '=', '0', '1'),
);
const anyMoment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
const anyPlace = fc.record({
  owner: fc.uuid().map((id) => id as PersonId),
  isClosed: fc.boolean(),
  at: anyMoment,
  id: fc.uuid().map((id) => id as GoalId),
});

test('no row of a goal can be taken for another, or for one of another kind', () => {
  const rowsOf = (text: string) => {
    const [goal, person, entry] = [text as GoalId, text as PersonId, text as EntryId];
    const place = keys.goalPlace({ owner: person, isClosed: false, at: noon, id: goal });
    const added = keys.addedPlace({ at: noon, id: goal });
    return [
      keys.goal(goal),
      ...(['checkIn', 'comment', 'note'] as const).flatMap((kind) => [
        keys.entry(goal, kind, entry),
        keys.entries(goal, kind) + added,
      ]),
      keys.ownGoals + place,
      keys.teamGoals + place,
      keys.goalsFor(person, false) + place,
      keys.goalsFor(person, true) + place,
      keys.goalHead(person, { checkedInAt: null, createdAt: noon, id: goal }),
      keys.goalHead(person, { checkedInAt: noon, createdAt: noon, id: goal }),
      keys.profile(person),
      keys.hidden(person) + added,
      keys.asks + added,
      keys.asksOf(person) + added,
    ];
  };
  fc.assert(
    fc.property(trickyText, trickyText, (one, other) => {
      fc.pre(one !== other);
      const rows = [...rowsOf(one), ...rowsOf(other)];

      expect(new Set(rows).size).toBe(rows.length);
      for (const row of rows) expect(row).toMatch(/^[\w.-]+$/);
    }),
  );
});

test('what was added to a goal is behind it, and not behind another', () => {
  fc.assert(
    fc.property(trickyText, trickyText, (one, other) => {
      fc.pre(one !== other);
      const { after, before } = keys.rangeOf(keys.addedTo(one as GoalId));
      const holds = (key: string) => key > after && key < before;

      expect(holds(keys.entry(one as GoalId, 'note', 'x' as EntryId))).toBe(true);
      expect(holds(keys.entry(other as GoalId, 'note', 'x' as EntryId))).toBe(false);
      expect(holds(keys.goal(one as GoalId))).toBe(false);
    }),
  );
});

test('a place says who, whether closed, when and which, and stands by owner, open before closed, newest first', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, (one, other) => {
      expect(keys.goalPlaceAt(keys.goalPlace(one))).toEqual(one);
      const sorted = [one, { ...other, owner: one.owner }].sort((a, b) =>
        keys.goalPlace(a) < keys.goalPlace(b) ? -1 : 1,
      );
      const rank = ({ isClosed, at }: typeof one) => (isClosed ? 1e17 : 0) - at.getTime();
      expect(rank(sorted[0]!)).toBeLessThanOrEqual(rank(sorted[1]!));
    }),
  );
  expect(keys.addedPlaceAt(keys.addedPlace({ at: noon, id: 'a' as EntryId }))).toEqual({ at: noon, id: 'a' });
});

test('the open goals of a person stand between their profile and their hidden kudos', () => {
  const me = '33333333-3333-4333-8333-333333333333' as PersonId;
  const id = '88888888-8888-4888-8888-888888888888' as GoalId;
  const head = (checkedInAt: Date | null) => keys.goalHead(me, { checkedInAt, createdAt: laterBy(9), id });
  const inOrder = [keys.profile(me), head(laterBy(5)), head(laterBy(1)), head(null), keys.hidden(me)];

  expect([...inOrder].sort()).toEqual(inOrder);
});

test('the longest key of a goal is far from what a key may be', () => {
  const guid = '33333333-3333-4333-8333-333333333333';
  const place = keys.goalPlace({ owner: guid as PersonId, isClosed: true, at: noon, id: guid as GoalId });

  expect((keys.goalsFor(guid as PersonId, true) + place).length).toBeLessThan(limits.keyLength / 2);
});
