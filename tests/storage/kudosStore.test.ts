import { ChangedMeanwhile } from '../../bot/app/ports.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf, laterBy, noon } from '../support/builders.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

const everything = (viewer: string) => ({ viewer: idOf(viewer), filter: {} });
async function wallOf(ref: ReturnType<typeof aRef>, viewer: string) {
  const asked = everything(viewer);
  return (await storage.kudos.list(ref, asked.viewer, asked.filter, null, 100)).items.map(({ thing }) => thing);
}

test('a kudos comes back exactly as it was given, on its own and on the wall', async () => {
  const ref = aRef();
  const kudos = aKudos({
    to: [aPerson('Mei'), aPerson('Lukas')],
    effect: 'I slept well again',
    value: 'Courage',
    goalId: '77777777-7777-4777-8777-777777777777',
    messageLink: 'https://teams.microsoft.com/l/message/19:abc/1',
  });

  const version = await storage.kudos.add(ref, kudos, 'none');

  expect(await storage.kudos.find(ref, kudos.id)).toEqual({ thing: kudos, version });
  expect(await storage.kudos.list(ref, idOf('Nadia'), {}, null, 10)).toEqual({
    items: [{ thing: kudos, version }],
    next: null,
  });
});

test('an id is taken once, whoever comes second', async () => {
  const ref = aRef();
  const kudos = aKudos();

  const answers = await Promise.all(Array.from({ length: 10 }, () => storage.kudos.add(ref, kudos, 'bot')));

  expect(answers.filter((answer) => answer !== 'taken')).toHaveLength(1);
  expect(await wallOf(ref, 'Nadia')).toEqual([kudos]);
});

test('the same id in another team, or another tenant, is another kudos', async () => {
  const kudos = aKudos();
  const [here, there] = [aRef(), aRef()];
  const elsewhere = { ...here, tenantId: '99999999-9999-4999-8999-999999999999' as typeof here.tenantId };

  await storage.kudos.add(here, kudos, 'none');

  expect(await storage.kudos.find(there, kudos.id)).toBeNull();
  expect(await storage.kudos.find(elsewhere, kudos.id)).toBeNull();
  expect(await wallOf(there, 'Mei')).toEqual([]);
  expect(await wallOf(elsewhere, 'Mei')).toEqual([]);
});

test('who joins in is shown wherever the kudos is', async () => {
  const ref = aRef();
  const kudos = aKudos({ value: 'Care' });
  const before = await storage.kudos.add(ref, kudos, 'none');
  const joined: Kudos = { ...kudos, joined: [aPerson('Nadia')] };

  const version = await storage.kudos.replace(ref, joined, before as string);

  const filters = [
    {},
    { person: idOf('Mei') },
    { value: 'Care' },
    { terms: [{ word: 'honest', people: [], values: [] }] },
  ];
  const lists = await Promise.all(filters.map((filter) => storage.kudos.list(ref, idOf('Jonas'), filter, null, 10)));
  expect(lists).toEqual(filters.map(() => ({ items: [{ thing: joined, version }], next: null })));
  expect(await storage.kudos.find(ref, kudos.id)).toEqual({ thing: joined, version });
  expect(version).not.toBe(before);
});

test('whoever changes what was changed meanwhile is told, and nothing is lost', async () => {
  const ref = aRef();
  const kudos = aKudos();
  const before = (await storage.kudos.add(ref, kudos, 'none')) as string;
  const joined = { ...kudos, joined: [aPerson('Nadia')] };
  await storage.kudos.replace(ref, joined, before);

  await expect(storage.kudos.replace(ref, { ...kudos, joined: [aPerson('Jonas')] }, before)).rejects.toThrow(
    ChangedMeanwhile,
  );
  await expect(storage.kudos.takeBack(ref, kudos, before, kudos.from.id)).rejects.toThrow(ChangedMeanwhile);

  expect(await wallOf(ref, 'Mei')).toEqual([joined]);
});

test('of two who change the same version at once, one is told', async () => {
  const ref = aRef();
  const kudos = aKudos();
  const version = (await storage.kudos.add(ref, kudos, 'none')) as string;
  const names = ['Nadia', 'Jonas', 'Priya', 'Lukas'];

  const attempts = await Promise.allSettled(
    names.map((name) => storage.kudos.replace(ref, { ...kudos, joined: [aPerson(name)] }, version)),
  );

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what was taken back is gone from everywhere, and its id stays taken', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const ref = aRef();
  const kudos = aKudos({ to: [aPerson('Mei'), aPerson('Lukas')], value: 'Care', effect: 'Calm again' });
  const version = (await own.kudos.add(ref, kudos, 'bot')) as string;

  await own.kudos.takeBack(ref, kudos, version, idOf('Mei'));

  expect(await own.kudos.find(ref, kudos.id)).toEqual({ takenBackBy: idOf('Mei') });
  expect(await own.kudos.add(ref, kudos, 'none')).toBe('taken');
  const rows = await rowsOf(clientFor(azurite.connectionString, table), keys.teamPartition(ref));
  expect([...rows.keys()].sort()).toEqual([keys.card(kudos.id), keys.kudos(kudos.id)]);
  expect(JSON.stringify([...rows.values()])).not.toMatch(/Thank|Calm|Amara|Lukas/);
});

test('what was written under other words than today’s is found again and taken back', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const client = clientFor(azurite.connectionString, table);
  const ref = aRef();
  const kudos = aKudos({ text: '手伝ってくれてありがとう' });
  const version = (await own.kudos.add(ref, kudos, 'none')) as string;
  const partition = keys.teamPartition(ref);
  const copy = (await rowsOf(client, partition)).get(keys.wall + keys.place(kudos))!;
  const guard = (await rowsOf(client, partition)).get(keys.kudos(kudos.id))!;
  const stems = [...(JSON.parse(String(guard['stems'])) as string[]), 'older'];
  await client.upsertEntity(
    { partitionKey: partition, rowKey: keys.kudos(kudos.id), ...guard, stems: JSON.stringify(stems) },
    'Replace',
  );
  await client.upsertEntity(
    { partitionKey: partition, rowKey: keys.word('older') + keys.place(kudos), ...copy },
    'Replace',
  );

  await own.kudos.takeBack(ref, kudos, version, kudos.from.id);

  expect([...(await rowsOf(client, partition)).keys()]).toEqual([keys.kudos(kudos.id)]);
});

test.each([
  ['privately', 'private', ['Amara', 'Mei'], ['Lukas', 'Nadia']],
  ['in the hour', 'hour', ['Amara'], ['Mei', 'Lukas', 'Nadia']],
] as const)(
  'what was given %s is with those who may see it and with nobody else',
  async (_, visibility, some, others) => {
    const ref = aRef();
    const kudos = aKudos({ visibility, value: 'Care', createdAt: noon });
    const open = aKudos({ createdAt: laterBy(1), from: aPerson('Lukas') });
    await storage.kudos.add(ref, kudos, 'none');
    await storage.kudos.add(ref, open, 'none');
    const terms = [{ word: 'honest', people: [], values: [] }];
    const filters = [{}, { value: 'Care' }, { terms }, { person: idOf('Amara') }, { person: idOf('Mei') }];
    const seenBy = async (name: string, filter: object) =>
      (await storage.kudos.list(ref, idOf(name), filter, null, 10)).items.some(({ thing }) => thing.id === kudos.id);

    for (const filter of filters) {
      for (const name of some) expect([name, filter, await seenBy(name, filter)]).toEqual([name, filter, true]);
      for (const name of others) expect([name, filter, await seenBy(name, filter)]).toEqual([name, filter, false]);
    }
    const first = await storage.firstScreen.read(ref, idOf('Lukas'), 10, '2026-11-19');
    expect(first.slice.items.map(({ thing }) => thing)).toEqual([open]);
  },
);

test('a thousand words, ten who are thanked and many who join in fit into one transaction', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const ref = aRef();
  const words = (count: number, letter: string) =>
    Array.from({ length: count }, (_, i) => `${letter}${i.toString(36).padStart(5, 'q')}`).join(' ');
  const kudos = aKudos({
    to: Array.from({ length: 10 }, (_, index) => aPerson(`Person ${index}`)),
    text: words(140, 'a'),
    effect: words(40, 'b'),
    value: 'Care',
    messageLink: `https://teams.microsoft.com/l/message/${'x'.repeat(1900)}`,
  });
  const joined = Array.from({ length: 300 }, (_, index) => aPerson(`Somebody with an ordinary name ${index}`));

  const version = (await own.kudos.add(ref, kudos, 'bot')) as string;
  await own.kudos.replace(ref, { ...kudos, joined }, version);

  expect(((await own.kudos.find(ref, kudos.id)) as { thing: Kudos }).thing.joined).toEqual(joined);
  expect(await everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref))).toEqual([]);
});

test('when the names of all who joined in do not fit any more, whoever comes next is told kindly', async () => {
  const ref = aRef();
  const kudos = aKudos();
  const version = (await storage.kudos.add(ref, kudos, 'none')) as string;
  const joined = Array.from({ length: 300 }, (_, index) => ({ ...aPerson(`${index}`), name: 'N'.repeat(200) }));

  await expect(storage.kudos.replace(ref, { ...kudos, joined }, version)).rejects.toThrow('kudos.joinedByMany');

  expect(await storage.kudos.find(ref, kudos.id)).toEqual({ thing: kudos, version });
});

test('every copy is what follows from the kudos itself, after any mixture of changes', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const ref = aRef();
  const visibilities = ['channel', 'private', 'hour'] as const;
  for (let index = 0; index < 30; index++) {
    const kudos = aKudos({
      visibility: visibilities[index % 3]!,
      value: index % 2 ? 'Care' : null,
      createdAt: laterBy(index),
      text: `Thanks for number ${index}`,
    });
    let version = (await own.kudos.add(ref, kudos, index % 4 ? 'bot' : 'none')) as string;
    if (index % 3 === 0) version = await own.kudos.replace(ref, { ...kudos, joined: [aPerson('Nadia')] }, version);
    if (index % 5 === 0) await own.kudos.takeBack(ref, kudos, version, kudos.from.id);
  }
  await own.profiles.save(
    ref,
    idOf('Mei'),
    { ...(await own.profiles.find(ref, idOf('Mei'))).thing, about: 'Tea' },
    'none',
  );

  expect(await everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref))).toEqual([]);
});
