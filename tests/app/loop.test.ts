import { Away } from '../../bot/app/ports.ts';
import type { Handed, Received, Target, Tick, WorkQueue } from '../../bot/app/reminderPorts.ts';
import { createLoop, type Loop } from '../../bot/reminders/loop.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable } from '../support/azurite.ts';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { aRef, noon } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
let loop: Loop | undefined;
beforeAll(async () => void (azurite = await startTablesAndQueues()));
beforeEach(async () => void (storage = await openStorage(azurite, freshTable())));
afterEach(() => loop?.stop());
afterAll(() => azurite.stop());

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const team = (): Target => ({ ref: aRef(), person: null });

/** Nobody waits here: what is to come again later comes at once. */
const impatient = (work: WorkQueue): WorkQueue => ({
  ...work,
  receive: async (...asked) =>
    (await work.receive(...asked)).map((received): Received => ({
      ...received,
      again: () => received.again(0),
      rest: () => received.rest(0),
    })),
});

function run(attend: (tick: Tick) => Promise<Date | null>, work = impatient(storage.work)): void {
  const rhythm = { firstWaitInMs: 0, shortestWaitInMs: 1, longestWaitInMs: 5, atOnce: 4 };
  const tries = async (_: Tick, { handedOut }: Handed) => handedOut;
  loop = createLoop({ work, attend, tries, clock: () => noon, log: silent, rhythm });
  loop.start();
}
const plan = async (target: Target) => storage.timer.hurry({ target, plan: 'of today', at: noon });
/** The queue is empty but for what was set aside. */
async function settled(): Promise<number> {
  for (;;) {
    const { waiting, setAside } = await storage.work.depth();
    if (waiting === 0) return setAside;
  }
}

test('a tick that nobody can work on is set aside after five tries, and keeps no other from being attended to', async () => {
  const [broken, ...others] = Array.from({ length: 10 }, team);
  await Promise.all([broken!, ...others].map(plan));
  const tried: Target[] = [];
  run(async ({ target }) => {
    tried.push(target);
    if (target.ref.teamId === broken!.ref.teamId) throw new TypeError('a fault of ours');
    return null;
  });

  expect(await settled()).toBe(1);
  expect(tried.filter(({ ref }) => ref.teamId === broken!.ref.teamId)).toHaveLength(5);
  expect(new Set(tried.map(({ ref }) => ref.teamId)).size).toBe(10);
});

test('while somebody is away, a tick is tried again for as long as it takes', async () => {
  await plan(team());
  let tries = 0;
  run(async () => {
    if (++tries < 9) throw new Away('storage');
    return null;
  });

  expect(await settled()).toBe(0);
  expect(tries).toBe(9);
});

test('a tick before its time comes again', async () => {
  await plan(team());
  let looks = 0;
  run(async () => (++looks === 1 ? noon : null));

  expect(await settled()).toBe(0);
  expect(looks).toBe(2);
});

test('who stops ends what was begun, and leaves the rest to others', async () => {
  await Promise.all(Array.from({ length: 12 }, () => plan(team())));
  let finish = () => {};
  const held = new Promise<null>((resolve) => (finish = () => resolve(null)));
  let begun = 0;
  const areBusy = new Promise<void>((resolve) =>
    run(() => {
      if (++begun === 4) resolve();
      return held;
    }),
  );
  await areBusy;
  const stopped = loop!.stop();
  finish();
  await stopped;

  expect(begun).toBe(4);
  expect(await storage.work.depth()).toEqual({ waiting: 8, setAside: 0 });
});

test('a queue that cannot be read is asked again', async () => {
  await plan(team());
  const work = impatient(storage.work);
  let fails = 3;
  let attended = 0;
  run(
    async () => {
      attended++;
      return null;
    },
    { ...work, receive: (...asked) => (fails-- > 0 ? Promise.reject(new Away('queue')) : work.receive(...asked)) },
  );

  expect(await settled()).toBe(0);
  expect(attended).toBe(1);
});
