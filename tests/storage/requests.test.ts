import type { KudosFilter } from '../../bot/app/kudosPorts.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { inParallel } from '../../bot/storage/inParallel.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf, laterBy } from '../support/builders.ts';
import { countsOf, offencesOf } from '../support/recorder.ts';
import { type Recorded, startStorageProxy, type StorageProxy } from '../support/storageProxy.ts';

/*
 * Azurite is quick at what Azure is slow at, so time says nothing here. What is counted is what storage is asked for: a young team and
 * an old one must cost the same.
 */

let azurite: Azurite;
let proxy: StorageProxy;
let storage: Storage;
const everything: Recorded[] = [];
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  storage = await freshStorage(proxy);
  await storage.ping();
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});

const names = ['Amara', 'Mei', 'Lukas', 'Priya'];
const old = (index: number, of: Partial<Kudos> = {}) =>
  aKudos({
    text: 'An honest review',
    from: aPerson(names[index % 4]!),
    to: [aPerson(names[(index + 1) % 4]!)],
    visibility: index % 5 === 0 ? 'private' : 'channel',
    value: index % 2 ? 'Care' : 'Courage',
    createdAt: laterBy(index - 10_000),
    ...of,
  });

async function aTeamWith(count: number): Promise<TeamRef> {
  const ref = aRef();
  await storage.teams.install(ref, { kind: 'team', name: 'Studio', address: '{}' });
  await storage.profiles.save(ref, idOf('Mei'), aProfile({ about: 'Tea' }), 'none');
  for (let index = 0; index < count; index++) await storage.kudos.add(ref, old(index), 'none');
  return ref;
}

/** What storage is asked for while something is done: reads, transactions, and rows read. */
async function costOf(deed: () => Promise<unknown>) {
  proxy.requests.length = 0;
  await deed();
  const asked = [...proxy.requests];
  everything.push(...asked);
  return countsOf(asked);
}

async function costsIn(ref: TeamRef) {
  const mei = idOf('Mei');
  const list = (filter: KudosFilter) => costOf(() => storage.kudos.list(ref, mei, filter, null, 5));
  const kudos = old(4, { to: [aPerson('Mei'), aPerson('Nadia')], createdAt: laterBy(1) });
  let version = '';
  const terms = [{ word: 'honest', people: [], values: [] }];
  return {
    team: await costOf(() => storage.teams.find(ref)),
    firstScreen: await costOf(() => storage.firstScreen.read(ref, mei, 5, '2026-11-19')),
    wall: await list({}),
    person: await list({ person: idOf('Amara') }),
    value: await list({ value: 'Care' }),
    search: await list({ terms }),
    wishes: await costOf(() => storage.profiles.wishesOf(ref, [mei, idOf('Nadia')])),
    give: await costOf(async () => (version = (await storage.kudos.add(ref, kudos, 'bot')) as string)),
    find: await costOf(() => storage.kudos.find(ref, kudos.id)),
    join: await costOf(
      async () => (version = await storage.kudos.replace(ref, { ...kudos, joined: [aPerson('Jonas')] }, version)),
    ),
    takeBack: await costOf(() => storage.kudos.takeBack(ref, kudos, version, mei)),
    saveProfile: await costOf(async () => storage.profiles.save(ref, idOf('Jonas'), aProfile(), 'none')),
  };
}

test('every screen and command asks storage for as little, however old the team', async () => {
  const young = await costsIn(await aTeamWith(10));
  const aged = await costsIn(await aTeamWith(600));

  expect(aged).toEqual({
    team: { points: 1, lists: 0, transactions: 0, rows: 0 },
    firstScreen: { points: 0, lists: 3, transactions: 0, rows: 24 },
    wall: { points: 0, lists: 2, transactions: 0, rows: 12 },
    person: { points: 0, lists: 2, transactions: 0, rows: 6 + 60 },
    value: { points: 0, lists: 2, transactions: 0, rows: 6 + 60 },
    search: { points: 0, lists: 2, transactions: 0, rows: 6 + 60 },
    wishes: { points: 2, lists: 0, transactions: 0, rows: 0 },
    give: { points: 0, lists: 0, transactions: 1, rows: 0 },
    find: { points: 1, lists: 0, transactions: 0, rows: 0 },
    join: { points: 1, lists: 0, transactions: 1, rows: 0 },
    // The three words of its text, three people, its value and the wall: each copy is looked at before it goes.
    takeBack: { points: 1 + 8, lists: 0, transactions: 1, rows: 0 },
    saveProfile: { points: 0, lists: 0, transactions: 1, rows: 0 },
  });
  const shape = ({ points, lists, transactions }: (typeof aged)['give']) => [points, lists, transactions];
  expect(Object.values(young).map(shape)).toEqual(Object.values(aged).map(shape));
}, 120_000);

test('everybody’s profiles are one request, also of a team of five hundred', async () => {
  const ref = aRef();
  const people = Array.from({ length: 500 }, (_, at) => idOf(`Person ${at}`));
  await inParallel(people, (person) => storage.profiles.save(ref, person, aProfile({ about: 'Tea' }), 'none'));

  expect(await costOf(() => storage.profiles.all(ref))).toEqual({ points: 0, lists: 1, transactions: 0, rows: 500 });
}, 60_000);

test('nothing is ever merged, overwritten unseen, or looked for outside of one range', async () => {
  const ref = aRef();
  await costOf(async () => {
    await storage.ping();
    await storage.teams.install(ref, { kind: 'team', name: 'Studio', address: '{}' });
    await storage.teams.touchRoster(ref);
    await storage.teams.saveValues(ref, ['Care'], (await storage.teams.find(ref))!.version);
    await storage.people.add(ref, [idOf('Mei')]);
    await storage.people.teamsOf(ref.tenantId, idOf('Mei'));
    await storage.people.remove(ref, [idOf('Mei')]);
    await storage.profiles.all(ref);
    await storage.cards.settle(ref, aKudos().id, ['1']);
    await storage.cards.find(ref, aKudos().id);
    await storage.teams.uninstall(ref);
  });

  expect(everything.length).toBeGreaterThan(30);
  expect(everything.flatMap(offencesOf)).toEqual([]);
});

test('the recorder knows what it is looking for', () => {
  const asked = (of: Partial<Recorded>): Recorded => ({
    method: 'GET',
    url: '/a',
    headers: {},
    body: '',
    rows: 0,
    status: 200,
    ...of,
  });
  const list = (filter: string) => asked({ url: `/T()?$filter=${encodeURIComponent(filter)}` });
  const batch = (line: string) =>
    asked({ method: 'POST', body: `--batch_1\r\n--changeset_1\r\n\r\n${line}\r\n\r\n--changeset_1--\r\n` });
  const guilty = [
    list("PartitionKey eq 'a'"),
    list("PartitionKey eq 'a' and text eq 'b'"),
    list("PartitionKey eq 'a' and RowKey gt 'b' and RowKey lt 'c' or RowKey gt 'd'"),
    asked({ url: '/T()' }),
    asked({ method: 'PATCH', url: "/T(PartitionKey='a',RowKey='b')" }),
    asked({ method: 'DELETE', url: "/T(PartitionKey='a',RowKey='b')", headers: { 'if-match': '*' } }),
    asked({ method: 'DELETE', url: "/T(PartitionKey='a',RowKey='b')" }),
    batch('MERGE http://storage/T HTTP/1.1'),
    batch('DELETE http://storage/T HTTP/1.1\r\nIf-Match: *'),
    batch('DELETE http://storage/T HTTP/1.1'),
  ];

  for (const request of guilty) expect([request, offencesOf(request)]).toEqual([request, [expect.any(String)]]);
});
