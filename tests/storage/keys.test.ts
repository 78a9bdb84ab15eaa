import fc from 'fast-check';
import { kudosId, type personId, teamId, tenantId } from '../../bot/domain/ids.ts';
import * as keys from '../../bot/storage/keys.ts';
import { limits } from '../../bot/storage/limits.ts';
import { aKudosId, aRef, idOf, laterBy, noon } from '../support/builders.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
// The separator and everything that a key part could be mistaken for.
const trickyText = fc.oneof(
  anyText,
  fc.constantFrom('', '.', '..', '~', 'a.b', 'a', 'b', '.a', 'a.', '-', '_', '=', '%2e'),
);
const anyMoment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });

test('two teams, or two people, never share a partition', () => {
  fc.assert(
    fc.property(trickyText, trickyText, trickyText, trickyText, (t1, x1, t2, x2) => {
      const isSame = t1 === t2 && x1 === x2;
      const teams = [
        keys.teamPartition({ tenantId: tenantId(t1), teamId: teamId(x1) }),
        keys.teamPartition({ tenantId: tenantId(t2), teamId: teamId(x2) }),
      ];
      const people = [
        keys.personPartition(t1 as ReturnType<typeof tenantId>, x1 as ReturnType<typeof personId>),
        keys.personPartition(t2 as ReturnType<typeof tenantId>, x2 as ReturnType<typeof personId>),
      ];

      expect(people[0] === people[1]).toBe(isSame);
      expect(teams[0] === teams[1]).toBe(t1.toLowerCase() === t2.toLowerCase() && x1 === x2);
      expect(people).not.toContain(teams[0]);
    }),
  );
});

test('no row of one kind or thing can be taken for another', () => {
  const rowsOf = (text: string) => [
    keys.kudos(text as ReturnType<typeof kudosId>),
    keys.card(text as ReturnType<typeof kudosId>),
    keys.profile(text as ReturnType<typeof personId>),
    keys.personInList(text as ReturnType<typeof personId>),
    keys.hidden(text as ReturnType<typeof personId>) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.by(text as ReturnType<typeof personId>) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.word(text) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.membership(teamId(text)),
    keys.team,
  ];
  fc.assert(
    fc.property(trickyText, trickyText, (one, other) => {
      fc.pre(one !== other);
      const rows = [...rowsOf(one), ...rowsOf(other).filter((key) => key !== keys.team)];

      expect(new Set(rows).size).toBe(rows.length);
      for (const row of rows) expect(row).toMatch(/^[\w.-]+$/);
    }),
  );
});

test('a list holds its own places and nobody else’s', () => {
  fc.assert(
    fc.property(trickyText, trickyText, anyMoment, (one, other, createdAt) => {
      fc.pre(one !== other);
      const { after, before } = keys.rangeOf(keys.word(one));
      const place = keys.place({ createdAt, id: aKudosId() });
      const holds = (key: string) => key > after && key < before;

      expect(holds(keys.word(one) + place)).toBe(true);
      expect(holds(keys.word(other) + place)).toBe(false);
    }),
  );
});

test('the newest stands first, at any time since 1970', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, (one, other) => {
      fc.pre(one.getTime() !== other.getTime());
      const id = aKudosId();

      expect(keys.place({ createdAt: one, id }) < keys.place({ createdAt: other, id })).toBe(one > other);
    }),
  );
});

test('a place says which position it stands for', () => {
  fc.assert(
    fc.property(anyMoment, fc.uuid(), (createdAt, uuid) => {
      const position = { createdAt, id: kudosId(uuid) };

      expect(keys.positionAt(keys.place(position))).toEqual(position);
    }),
  );
  expect(keys.place(keys.positionAt('')) < keys.place({ createdAt: laterBy(1e9), id: aKudosId() })).toBe(true);
});

test('everything that the contract lets in fits into a key', () => {
  const longest = [
    keys.teamPartition(aRef({ teamId: teamId('x'.repeat(300)) })),
    keys.hidden(idOf('Mei')) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.value('ﷺ'.repeat(160)) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.word('𠮷'.repeat(6)) + keys.place({ createdAt: noon, id: aKudosId() }),
    keys.membership(teamId('x'.repeat(300))),
  ];

  for (const key of longest) expect(key.length).toBeLessThanOrEqual(limits.keyLength);
});

test('a team id that no key could hold is known as such', () => {
  expect(keys.fitsPartition(teamId('19:abc@thread.tacv2'))).toBe(true);
  expect(keys.fitsPartition(teamId('x'.repeat(300)))).toBe(true);
  expect(keys.fitsPartition(teamId('🎉'.repeat(150)))).toBe(false);
  expect(keys.fitsPartition(teamId('\ud83d'))).toBe(false);
});
