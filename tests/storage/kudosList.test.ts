import fc from 'fast-check';
import type { KudosFilter, KudosTerm, Position } from '../../bot/app/kudosPorts.ts';
import type { PersonId, TeamRef } from '../../bot/domain/ids.ts';
import { type Kudos, maySee } from '../../bot/domain/kudos.ts';
import { folded, wordsOf } from '../../bot/domain/words.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { often } from '../support/chance.ts';
import { startStorageProxy, type StorageProxy } from '../support/storageProxy.ts';

/* What a list finds is compared with simply looking at every kudos there is, page by page, for questions of every kind. */

const names = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas'];
const values = ['Courage', 'Care', 'Kindness to ourselves'];
const vocabulary = [
  'thank',
  'you',
  'review',
  'reviewing',
  'honest',
  'honesty',
  'Café',
  'demo',
  '感谢',
  'a',
  'Größe',
  'retrospective',
];

let azurite: Azurite;
let proxy: StorageProxy;
let storage: Storage;
let ref: TeamRef;
let all: Kudos[];
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  storage = await freshStorage(proxy);
  ref = aRef();
  const pick = <Thing>(things: readonly Thing[], seed: number) => things[seed % things.length]!;
  all = Array.from({ length: 140 }, (_, n) =>
    aKudos({
      from: aPerson(pick(names, n)),
      to: [aPerson(pick(names, n + 1 + (n % 3))), ...(n % 4 === 0 ? [aPerson('Nadia')] : [])],
      text: [0, 1, 2, 3].map((word) => pick(vocabulary, n * 7 + word * (1 + (n % 5)))).join(' '),
      effect: n % 3 === 0 ? pick(vocabulary, n * 5) : null,
      value: n % 2 === 0 ? pick(values, n / 2) : null,
      visibility: n % 7 === 0 ? 'private' : n % 11 === 0 ? 'hour' : 'channel',
      // Some are given in the very same moment.
      createdAt: laterBy(Math.floor(n / 2)),
    }),
  );
  for (const kudos of all) await storage.kudos.add(ref, kudos, 'none');
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
afterEach(() => {
  proxy.pageOf = () => null;
});

async function readAll(viewer: PersonId, filter: KudosFilter, limit: number): Promise<Kudos[]> {
  const found: Kudos[] = [];
  let after: Position | null = null;
  do {
    const slice = await storage.kudos.list(ref, viewer, filter, after, limit);
    expect(slice.items.length).toBeLessThanOrEqual(limit);
    found.push(...slice.items.map(({ thing }) => thing));
    after = slice.next;
  } while (after);
  return found;
}

function lookedFor(viewer: PersonId, { person, value, terms = [] }: KudosFilter): string[] {
  const isBetween = (kudos: Kudos, id: PersonId) => [kudos.from, ...kudos.to].some((one) => one.id === id);
  const says = (kudos: Kudos, word: string) =>
    wordsOf(folded(`${kudos.text} ${kudos.effect ?? ''}`)).some((said) =>
      word.length < 6 ? said === word : said.startsWith(word),
    );
  const meets = (kudos: Kudos, term: KudosTerm) =>
    term.people.some((id) => isBetween(kudos, id)) || term.values.includes(kudos.value ?? '') || says(kudos, term.word);
  return all
    .filter((kudos) => maySee(kudos, viewer))
    .filter((kudos) => person === undefined || isBetween(kudos, person))
    .filter((kudos) => value === undefined || kudos.value === value)
    .filter((kudos) => terms.every((term) => meets(kudos, term)))
    .map(({ id }) => id)
    .sort();
}

const anyName = fc.constantFrom(...names, 'Nadia').map(idOf);
const anyTerm = fc.record({
  word: fc.constantFrom(
    'thank',
    'review',
    'honest',
    'cafe',
    'grosse',
    'große',
    '感谢',
    'retrosp',
    'retro',
    'nobodysaysthis',
  ),
  people: fc.uniqueArray(anyName, { maxLength: 2 }),
  values: fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }),
});
const anyFilter: fc.Arbitrary<KudosFilter> = fc.record(
  { person: anyName, value: fc.constantFrom(...values), terms: fc.array(anyTerm, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: [] },
);

test('whatever is asked for is found: all of it, once, newest first', async () => {
  await fc.assert(
    fc.asyncProperty(anyName, anyFilter, fc.integer({ min: 1, max: 60 }), async (viewer, filter, limit) => {
      const found = await readAll(viewer, filter, limit);

      expect(found.map(({ id }) => id).sort()).toEqual(lookedFor(viewer, filter));
      const moments = found.map(({ createdAt }) => createdAt.getTime());
      expect(moments).toEqual([...moments].sort((one, other) => other - one));
    }),
    often(20),
  );
});

test('also when storage ends its pages early, or sends empty ones first', async () => {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(anyName, anyFilter, fc.integer({ min: 1, max: 9 }), async (viewer, filter, size) => {
      proxy.pageOf = () => (++requests % 3 === 0 ? 0 : size);

      const found = await readAll(viewer, filter, 20);

      expect(found.map(({ id }) => id).sort()).toEqual(lookedFor(viewer, filter));
    }),
    often(8),
  );
});

test('when storage sends nothing but empty pages, the slice is empty and says that there is more', async () => {
  proxy.pageOf = () => 0;
  const nothing = await storage.kudos.list(ref, idOf('Mei'), {}, null, 20);
  proxy.pageOf = () => null;
  const rest = await storage.kudos.list(ref, idOf('Mei'), {}, nothing.next, 20);

  expect(nothing.items).toEqual([]);
  expect(nothing.next).not.toBeNull();
  expect(rest).toEqual(await storage.kudos.list(ref, idOf('Mei'), {}, null, 20));
});

test('a page goes on where the one before ended, also when newer kudos came in between', async () => {
  const own = aRef();
  const older = [1, 2, 3, 4].map((second) => aKudos({ createdAt: laterBy(second) }));
  for (const kudos of older) await storage.kudos.add(own, kudos, 'none');

  const first = await storage.kudos.list(own, idOf('Mei'), {}, null, 2);
  await storage.kudos.add(own, aKudos({ createdAt: laterBy(9) }), 'none');
  const second = await storage.kudos.list(own, idOf('Mei'), {}, first.next, 2);

  expect([...first.items, ...second.items].map(({ thing }) => thing)).toEqual(older.reverse());
  expect(second.next).toBeNull();
});
