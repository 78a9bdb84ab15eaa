import { ChangedMeanwhile, type Versioned } from '../../bot/app/ports.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, laterBy } from '../support/builders.ts';
import { aTopic, thursday } from '../support/buildersOfHours.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const check = (ref: ReturnType<typeof aRef>) =>
  everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref));
const found = async (ref: ReturnType<typeof aRef>, topic: Topic) =>
  (await storage.topics.find(ref, topic.id)) as Versioned<Topic>;

test('topics wait oldest first, and are in the hour in which they were talked about, and never in both', async () => {
  const ref = aRef();
  const [late, early, other] = [2, 1, 3].map((second) => aTopic('Mei', { createdAt: laterBy(second) })) as [
    Topic,
    Topic,
    Topic,
  ];
  for (const topic of [late, early, other]) await storage.topics.add(ref, topic);
  const talked: Topic = { ...early, state: 'talked', closedIn: thursday, edition: 2 };
  const sent: Topic = { ...other, state: 'status', closedIn: thursday, edition: 2 };

  const before = await storage.topics.open(ref);
  await storage.topics.replace(ref, talked, await found(ref, early));
  await storage.topics.replace(ref, sent, await found(ref, other));
  const after = await storage.topics.open(ref);
  const inHour = (await storage.hours.entries(ref, thursday)).topics;
  await storage.topics.replace(ref, { ...talked, state: 'open', closedIn: null, edition: 3 }, await found(ref, early));

  expect(before).toEqual([early, late, other]);
  expect(after).toEqual([late]);
  expect(inHour).toEqual([talked, sent]);
  expect((await storage.topics.open(ref)).map(({ id }) => id)).toEqual([early.id, late.id]);
  expect((await storage.hours.entries(ref, thursday)).topics).toEqual([sent]);
  expect(await check(ref)).toEqual([]);
});

test('who supports a topic at once with somebody else is told, and a removed one is gone for good', async () => {
  const ref = aRef();
  const topic = aTopic('Mei');
  await storage.topics.add(ref, topic);
  const before = await found(ref, topic);
  const supported = { ...topic, supporters: [aPerson('Lukas')] };

  await storage.topics.replace(ref, supported, before);
  await expect(storage.topics.replace(ref, { ...topic, text: 'Mine' }, before)).rejects.toThrow(ChangedMeanwhile);
  await expect(storage.topics.remove(ref, before)).rejects.toThrow(ChangedMeanwhile);
  expect((await storage.topics.open(ref))[0]).toEqual(supported);
  await storage.topics.remove(ref, await found(ref, topic));

  expect(await storage.topics.find(ref, topic.id)).toBe('removed');
  expect(await storage.topics.add(ref, topic)).toBe('taken');
  expect(await storage.topics.open(ref)).toEqual([]);
  expect(await check(ref)).toEqual([]);
});

test('a hundred topics are enough for an agenda', async () => {
  const ref = aRef();
  for (let at = 0; at < 103; at++) await storage.topics.add(ref, aTopic('Mei', { createdAt: laterBy(at) }));

  const open = await storage.topics.open(ref);

  expect(open).toHaveLength(100);
  expect(open[0]!.createdAt).toEqual(laterBy(0));
});
