import { isTakenBack } from '../../bot/app/kudosPorts.ts';
import type { Versioned } from '../../bot/app/ports.ts';
import { type Kudos, openKudos } from '../../bot/domain/kudos.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { thursday } from '../support/buildersOfHours.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

/* Kudos that are wished "in the hour": how they wait, come into sight, and are taken back. */

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const client = () => clientFor(azurite.connectionString, table);
const wallOf = async (ref: ReturnType<typeof aRef>, name: string) =>
  (await storage.kudos.list(ref, idOf(name), {}, null, 9)).items.map(({ thing }) => thing);
const found = async (ref: ReturnType<typeof aRef>, { id }: Kudos) =>
  (await storage.kudos.find(ref, id)) as Versioned<Kudos>;

test('they wait oldest first, are the giver’s alone, and with the hour everybody’s', async () => {
  const ref = aRef();
  const [late, early] = [2, 1].map((second) => aKudos({ visibility: 'hour', createdAt: laterBy(second) }));
  const other = aKudos({ createdAt: laterBy(3) });
  for (const kudos of [late!, other, early!]) await storage.kudos.add(ref, kudos, 'none');

  const waiting = await storage.kudos.waiting(ref);
  const before = { giver: await wallOf(ref, 'Amara'), thanked: await wallOf(ref, 'Mei') };
  const pulse = await storage.hours.pulse(ref);
  for (const { thing, version } of waiting) await storage.kudos.replace(ref, openKudos(thing, thursday), version);
  const opened = [early!, late!].map((kudos) => openKudos(kudos, thursday));

  expect(waiting.map(({ thing }) => thing)).toEqual([early, late]);
  expect(before).toEqual({ giver: [other, late, early], thanked: [other] });
  expect(await storage.kudos.waiting(ref)).toEqual([]);
  expect(await wallOf(ref, 'Amara')).toEqual([other, opened[1], opened[0]]);
  expect(await wallOf(ref, 'Mei')).toEqual([other, opened[1], opened[0]]);
  expect((await storage.hours.entries(ref, thursday)).thanks).toEqual(opened);
  expect(await storage.hours.pulse(ref)).not.toBe(pulse);
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});

test('who joins in is seen in the hour too, and what is taken back is gone from it', async () => {
  const ref = aRef();
  const kudos = openKudos(aKudos({ visibility: 'hour' }), thursday);
  await storage.kudos.add(ref, kudos, 'none');
  const joined = { ...kudos, joined: [aPerson('Lukas')] };

  await storage.kudos.replace(ref, joined, (await found(ref, kudos)).version);
  const seen = (await storage.hours.entries(ref, thursday)).thanks;
  const before = await storage.hours.pulse(ref);
  await storage.kudos.takeBack(ref, joined, (await found(ref, kudos)).version, idOf('Mei'));

  expect(seen).toEqual([joined]);
  expect((await storage.hours.entries(ref, thursday)).thanks).toEqual([]);
  expect(await storage.hours.pulse(ref)).not.toBe(before);
  expect(isTakenBack((await storage.kudos.find(ref, kudos.id))!)).toBe(true);
  const left = [...(await rowsOf(client(), keys.teamPartition(ref))).keys()];
  expect(left.sort()).toEqual([keys.kudos(kudos.id), keys.pulse]);
});

test('what is taken back while it waits never comes into sight', async () => {
  const ref = aRef();
  const kudos = aKudos({ visibility: 'hour' });
  await storage.kudos.add(ref, kudos, 'none');

  await storage.kudos.takeBack(ref, kudos, (await found(ref, kudos)).version, kudos.from.id);

  expect(await storage.kudos.waiting(ref)).toEqual([]);
  expect([...(await rowsOf(client(), keys.teamPartition(ref))).keys()]).toEqual([keys.kudos(kudos.id)]);
});

test('the largest kudos there can be still opens in one transaction', async () => {
  const ref = aRef();
  const words = Array.from({ length: 160 }, (_, at) => `${String.fromCharCode(97 + (at % 26))}word${at}`).join(' ');
  const to = Array.from({ length: 10 }, (_, at) => aPerson(`Person ${at}`));
  const kudos = aKudos({ visibility: 'hour', text: words, to, value: 'Care' });
  await storage.kudos.add(ref, kudos, 'none');

  await storage.kudos.replace(ref, openKudos(kudos, thursday), (await found(ref, kudos)).version);
  const opened = await found(ref, kudos);
  await storage.kudos.takeBack(ref, opened.thing, opened.version, kudos.from.id);

  expect(opened.thing.openedIn).toBe(thursday);
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});
