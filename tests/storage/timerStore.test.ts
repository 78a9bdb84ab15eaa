import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Target } from '../../bot/app/reminderPorts.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable } from '../support/azurite.ts';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { aRef, idOf, noon } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
let table: string;
beforeAll(async () => {
  azurite = await startTablesAndQueues();
});
beforeEach(async () => {
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const team = (): Target => ({ ref: aRef(), person: null });
const received = () => storage.work.receive(32, 60);

test('who is announced is looked at once the change is made, and only the newest plan counts', async () => {
  const target = team();
  await storage.timer.announce(target, noon);
  const announced = await storage.timer.announce(target, noon);
  await storage.timer.hurry(announced);

  const [first, ...others] = await received();
  expect(others).toEqual([]);
  expect(first!.tick).toEqual(announced);
  expect((await storage.timer.planned(target))!.thing).toEqual({ ...announced, waking: null });
});

test('the next look belongs to the plan and to the message that wakes up for it, and whoever planned meanwhile is not written over', async () => {
  const target: Target = { ref: aRef(), person: idOf('Mei') };
  await storage.timer.announce(target, noon);
  const planned = (await storage.timer.planned(target))!;
  const tomorrow = new Date(noon.getTime() + 86_400_000);

  const waking = { message: 'a message', handedOut: 3 };
  expect(await storage.timer.next(planned, tomorrow, waking)).toBe(true);
  expect((await storage.timer.planned(target))!.thing).toEqual({
    ...planned.thing,
    at: tomorrow,
    waking,
  });
  expect(await storage.timer.next(planned, null, waking)).toBe(false);
  expect(await storage.timer.next((await storage.timer.planned(target))!, null, waking)).toBe(true);
  expect(await storage.timer.planned(target)).toBeNull();
});

test('a plan whose message got lost is found by the sweep, and one that is on time is left alone', async () => {
  const [lost, onTime] = [team(), team()];
  await storage.timer.announce(lost, new Date(noon.getTime() - 10 * 60_000));
  await storage.timer.announce(onTime, noon);

  expect(await storage.work.sweep(noon)).toBe(1);
  expect((await received()).map(({ tick }) => tick!.target)).toEqual([lost]);
});

test('what nobody of ours wrote can be set aside, and does not keep anybody from their tick', async () => {
  const { QueueClient } = await import('@azure/storage-queue');
  const raw = new QueueClient(azurite.connectionString, `${table.toLowerCase()}-ticks`);
  const target = team();
  await storage.timer.hurry(await storage.timer.announce(target, noon));
  const odd = ['{', Buffer.from('null').toString('base64'), Buffer.from('{"v":2,"team":"x"}').toString('base64')];
  for (const text of [...odd, 'x'.repeat(60_000)]) await raw.sendMessage(text);

  const all = await received();
  for (const each of all) await (each.tick ? each.done() : each.setAside());
  expect(all.filter(({ tick }) => tick).map(({ tick }) => tick!.target)).toEqual([target]);
  expect(await received()).toEqual([]);
  // The announced one still waits in case nobody hurried it.
  expect(await storage.work.depth()).toEqual({ waiting: 1, setAside: 4 });
});

test('a message that is handed back comes again, and says how often it was handed out', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  await first!.again(0);
  const [second] = await received();
  expect([first!.handedOut, second!.handedOut]).toEqual([1, 2]);
  await second!.done();
  await second!.done();
  // Whoever was too slow holds a receipt that no longer counts.
  await first!.done();
  expect(await received()).toEqual([]);
});

test('a message that rests comes again as the same one', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  await first!.again(0);
  const [second] = await received();
  await second!.rest(0);
  const [third] = await received();

  expect(third).toMatchObject({ message: first!.message, tick: first!.tick, handedOut: 3 });
  await third!.again(0);
  const [fourth] = await received();
  expect(fourth!.handedOut).toBe(4);
  // Whoever was too slow to lay it down does not disturb who has it by now, and leaves one too many.
  await third!.rest(0);
  await fourth!.rest(3600);
  const [tooMany, ...more] = await received();
  expect([tooMany!.tick, more]).toEqual([third!.tick, []]);
  expect(tooMany!.message).not.toBe(third!.message);
});

test('a message that is gone when it is laid down leaves another in its place', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  await first!.again(0);
  // Who held it too long still goes on with the plan, when who has it now has given it up.
  const [second] = await received();
  await second!.done();
  await first!.rest(0);

  const [other, ...more] = await received();
  expect([other!.tick, more]).toEqual([first!.tick, []]);
});

test('moments of a tenant are given away once, whoever asks and however many at the same time', async () => {
  const { tenantId } = aRef();
  const another = await openStorage(azurite, table);
  const asked = Array.from({ length: 12 }, (_, at) => (at % 2 ? storage : another).pace.reserve(tenantId, 100, noon));
  const given = (await Promise.all(asked)).map((at) => at.getTime() - noon.getTime()).sort((a, b) => a - b);
  expect(given).toEqual(Array.from({ length: 12 }, (_, at) => at * 100));

  const later = new Date(noon.getTime() + 10_000);
  expect(await storage.pace.reserve(tenantId, 100, later)).toEqual(later);
});
