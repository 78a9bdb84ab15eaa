import fc from 'fast-check';
import type { Position } from '../../bot/app/kudosPorts.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { type KeyRange, place } from '../../bot/storage/keys.ts';
import { readingOf } from '../../bot/storage/kudosCopies.ts';
import { kudosCells } from '../../bot/storage/rows.ts';
import { readSlice } from '../../bot/storage/slices.ts';
import type { Row, Table } from '../../bot/storage/table.ts';
import { aKudos, laterBy } from '../support/builders.ts';

/*
 * Azurite never ends a page early, and Azure does so whenever it likes. So here the lists are in memory, and each answer ends where
 * chance wants it: after some rows, after none, with more to come or with nothing left.
 */

type Lists = ReadonlyMap<string, readonly Kudos[]>;

function moodyTable(lists: Lists, mood: () => number): Pick<Table, 'range'> {
  return {
    async range(_partition: string, { after }: KeyRange, take: number) {
      const prefix = `${after.split('.')[0]}.`;
      const rows = (lists.get(prefix) ?? [])
        .map((kudos) => rowOf(prefix, kudos))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      const rest = rows.filter(({ key }) => key > after);
      const page = rest.slice(0, Math.min(take, mood()));
      return { rows: page, isEnd: page.length === rest.length && mood() % 2 === 0 };
    },
  };
}

const rowOf = (prefix: string, kudos: Kudos): Row => ({
  key: prefix + place(kudos),
  etag: '',
  cells: { ...kudosCells(kudos), version: 'v1' },
});

async function readAll(
  table: Pick<Table, 'range'>,
  prefixes: readonly string[],
  belongs: (kudos: Kudos) => boolean,
  limit: number,
) {
  const seen: Kudos[] = [];
  const sizes: number[] = [];
  let after: Position | null = null;
  let standstill = 0;
  do {
    const sources = prefixes.map((prefix) => ({ prefix, take: limit + 1 }));
    const from: string = after ? place(after) : '';
    const slice = await readSlice(table as Table, 't.a', sources, readingOf(belongs), from, limit);
    seen.push(...slice.items.map(({ thing }) => thing));
    sizes.push(slice.items.length);
    standstill = slice.next && after && place(slice.next) === place(after) ? standstill + 1 : 0;
    if (standstill > 200) throw new Error('It never ends');
    after = slice.next;
  } while (after);
  return { seen, sizes };
}

test('however storage cuts its pages, everything is shown once, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ second: fc.nat(30), lists: fc.subarray(['a.', 'b.', 'c.'], { minLength: 1 }) }), {
        maxLength: 40,
      }),
      fc.integer({ min: 1, max: 7 }),
      fc.infiniteStream(fc.nat(6)),
      fc.nat(3),
      async (wanted, limit, moods, every) => {
        const all = wanted.map(({ second, lists }) => ({
          lists,
          kudos: aKudos({ createdAt: laterBy(second), text: `number ${second}` }),
        }));
        const lists = new Map(
          ['a.', 'b.', 'c.'].map((prefix) => [
            prefix,
            all.filter((one) => one.lists.includes(prefix)).map(({ kudos }) => kudos),
          ]),
        );
        const belongs = ({ createdAt }: Kudos) => every === 0 || createdAt.getSeconds() % (every + 1) === 0;

        const { seen, sizes } = await readAll(
          moodyTable(lists, () => moods.next().value),
          [...lists.keys()],
          belongs,
          limit,
        );

        const expected = all
          .map(({ kudos }) => kudos)
          .filter(belongs)
          .sort((one, other) => (place(one) < place(other) ? -1 : 1));
        expect(seen).toEqual(expected);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
      },
    ),
    { numRuns: 300 },
  );
});

test('a page is full as long as storage gives what it is asked for', async () => {
  const kudos = Array.from({ length: 25 }, (_, second) => aKudos({ createdAt: laterBy(second) }));
  const lists = new Map([
    ['a.', kudos.filter((_, index) => index % 3 === 0)],
    ['b.', kudos.filter((_, index) => index % 3 > 0)],
  ]);

  const { sizes } = await readAll(
    moodyTable(lists, () => 100),
    ['a.', 'b.'],
    () => true,
    10,
  );

  expect(sizes).toEqual([10, 10, 5]);
});

test('of two copies of the same kudos one is shown', async () => {
  const kudos = aKudos();
  const lists = new Map([
    ['a.', [kudos]],
    ['b.', [kudos]],
  ]);

  const { seen } = await readAll(
    moodyTable(lists, () => 100),
    ['a.', 'b.'],
    () => true,
    10,
  );

  expect(seen).toEqual([kudos]);
});
