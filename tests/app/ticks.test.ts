import type { Received, Target } from '../../bot/app/reminderPorts.ts';
import { createWaker, tickUseCases } from '../../bot/app/ticks.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable } from '../support/azurite.ts';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { aRef, noon } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
let now: Date;
let looks: Date[];
let next: Date | null;
beforeAll(async () => void (azurite = await startTablesAndQueues()));
beforeEach(async () => {
  storage = await openStorage(azurite, freshTable());
  [now, looks, next] = [noon, [], later(7 * 24 * 60)];
});
afterAll(() => azurite.stop());

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const team = (): Target => ({ ref: aRef(), person: null });
const ticks = () =>
  tickUseCases({
    timer: storage.timer,
    team: async () => {
      looks.push(now);
      return next;
    },
    person: () => Promise.reject(new Error('nobody asked')),
    clock: () => now,
  });
const received = () => storage.work.receive(32, 60);
const attend = (received: Received) => ticks().attend(received.tick!, received);

test('one message stays with its plan from look to look', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  expect(await attend(first!)).toEqual(later(7 * 24 * 60));
  await first!.rest(0);

  now = later(7 * 24 * 60);
  const [second] = await received();
  expect(second!.message).toBe(first!.message);
  await attend(second!);
  expect(looks).toEqual([noon, now]);
});

test('who ends between the plan and the message leaves one that comes again and finds out when', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  await attend(first!);
  // Nobody laid it down: it comes back by itself.
  expect(await attend(first!)).toEqual(later(7 * 24 * 60));
  expect(looks).toEqual([noon]);
});

test('of several messages for a plan one stays, whichever came first', async () => {
  const target = team();
  const announced = await storage.timer.announce(target, noon);
  for (let copy = 0; copy < 4; copy++) await storage.timer.hurry(announced);
  const all = await received();
  expect(all).toHaveLength(4);

  const atOnce = await Promise.all(all.map(attend));
  const again = await Promise.all(all.map(attend));
  const stay = again.filter((at) => at !== null);
  expect(atOnce.filter((at) => at !== null)).toHaveLength(1);
  expect(stay).toEqual([next]);
  expect(again.indexOf(stay[0]!)).toBe(atOnce.findIndex((at) => at !== null));
});

test('a message that is in two hands is given up by neither', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const [first] = await received();
  expect(await Promise.all([attend(first!), attend(first!)])).toEqual([next, next]);
});

test('a message that got lost is taken the place of by the one that the sweep sends', async () => {
  const target = team();
  await storage.timer.hurry(await storage.timer.announce(target, noon));
  const [lost] = await received();
  next = later(60);
  await attend(lost!);
  await lost!.done();

  now = later(70);
  next = later(120);
  expect(await storage.work.sweep(now)).toBe(1);
  const [found] = await received();
  expect(found!.message).not.toBe(lost!.message);
  expect(await attend(found!)).toEqual(next);
  expect((await storage.timer.planned(target))!.thing).toMatchObject({ at: next, waking: { message: found!.message } });
});

test('only what was tried since the last look counts as tried', async () => {
  await storage.timer.hurry(await storage.timer.announce(team(), noon));
  const hand = async () => (await received())[0]!;
  const tries = (handed: Received) => ticks().tries(handed.tick!, handed);
  const first = await hand();
  await first.again(0);
  const second = await hand();
  expect([await tries(first), await tries(second)]).toEqual([1, 2]);

  // Seven days are over, and it is not its time: that was no try either.
  next = later(14 * 24 * 60);
  await attend(second);
  await second.rest(0);
  const early = await hand();
  await attend(early);
  await early.rest(0);
  expect(await tries(await hand())).toBe(1);
  expect(looks).toEqual([noon]);
});

test('a plan that somebody changed meanwhile is not gone on with, nor one that ended', async () => {
  const target = team();
  await storage.timer.hurry(await storage.timer.announce(target, noon));
  const [old] = await received();
  await storage.timer.announce(target, noon);
  expect(await attend(old!)).toBeNull();
  expect(looks).toEqual([]);

  next = null;
  await storage.timer.hurry((await storage.timer.planned(target))!.thing);
  const [last] = await received();
  expect(await attend(last!)).toBeNull();
  expect(await storage.timer.planned(target)).toBeNull();
});

test('a change that takes longer than its announcement waits is looked at when it is made', async () => {
  const background: Promise<unknown>[] = [];
  const waker = createWaker({
    timer: storage.timer,
    clock: () => now,
    background: (work) => void background.push(work),
  });
  const target = team();
  await waker.around(target, async () => {
    // What stands in for the message that comes after half a minute.
    await storage.timer.hurry((await storage.timer.planned(target))!.thing);
    const [early] = await received();
    await early!.rest((await attend(early!))!.getTime());
    now = later(1);
  });
  await Promise.all(background);

  const [after] = await received();
  await attend(after!);
  expect(looks).toEqual([noon, now]);
});
