import type { Versioned } from '../../bot/app/ports.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { aCheckIn, aComment, aGoal, anEntryId, aSharedGoal } from '../support/buildersOfGoals.ts';
import { countsOf, offencesOf } from '../support/recorder.ts';
import { type Recorded, startStorageProxy, type StorageProxy } from '../support/storageProxy.ts';

/* What goals cost in storage, counted on the wire: someone who has been learning for years pays as little as a beginner. */

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

async function costOf(deed: () => Promise<unknown>) {
  proxy.requests.length = 0;
  await deed();
  const asked = [...proxy.requests];
  everything.push(...asked);
  return countsOf(asked);
}

/** A team in which everybody has closed many goals, and checked in on the open one very often. */
async function aLearningTeamWith(count: number): Promise<{ ref: TeamRef; goal: Versioned<Goal> }> {
  const ref = aRef();
  const closing = { status: 'reached' as const, learned: 'To ask', helpedBy: [] };
  for (let at = 0; at < count; at++) {
    const closed = { status: 'reached' as const, closings: [{ ...closing, at: laterBy(at) }] };
    const old = aSharedGoal(['Mei'], { audience: at % 2 ? 'supporters' : 'team' }, closed);
    await storage.goals.add(ref, old);
  }
  for (const [at, name] of ['Amara', 'Mei', 'Lukas', 'Priya', 'Amara', 'Mei'].entries()) {
    const edit = { audience: 'team', ask: 'Half an hour' } as const;
    await storage.goals.add(ref, aGoal(edit, { owner: aPerson(name), createdAt: laterBy(-at) }));
  }
  const thing = aSharedGoal(['Mei', 'Lukas'], { ask: 'A book' }, { createdAt: laterBy(-5000) });
  let goal: Versioned<Goal> = { thing, version: (await storage.goals.add(ref, thing)) as string };
  for (let at = 0; at < count; at++) {
    goal = await checkedIn(ref, goal, at - count);
    await storage.entries.comments.add(ref, thing.id, aComment('Mei', { at: laterBy(at - count) }));
  }
  return { ref, goal };
}

async function checkedIn(ref: TeamRef, before: Versioned<Goal>, second: number): Promise<Versioned<Goal>> {
  const latest = aCheckIn({ at: laterBy(second) });
  const thing = { ...before.thing, checkIns: [latest, ...before.thing.checkIns].slice(0, 12) };
  return { thing, version: await storage.goals.replace(ref, thing, before, latest) };
}

async function goalCostsIn({ ref, goal: before }: Awaited<ReturnType<typeof aLearningTeamWith>>) {
  const [amara, mei] = [idOf('Amara'), idOf('Mei')];
  let goal = before;
  const { id } = goal.thing;
  const changed = (change: Partial<Goal>) => async () => {
    const thing = { ...goal.thing, ...change };
    goal = { thing, version: await storage.goals.replace(ref, thing, goal) };
  };
  const comment = aComment('Mei', { at: laterBy(1) });
  const helper = { ...aPerson('Jonas'), at: laterBy(1) };
  return {
    firstScreen: await costOf(() => storage.firstScreen.read(ref, amara, 5, '2026-11-19')),
    screen: await costOf(() => storage.goals.screen(ref, mei, 3)),
    mine: await costOf(() => storage.goals.list(ref, amara, { owner: amara }, null, 2)),
    ofAnother: await costOf(() => storage.goals.list(ref, mei, { owner: amara, status: 'open' }, null, 2)),
    everybodys: await costOf(() => storage.goals.list(ref, null, { owner: amara }, null, 2)),
    all: await costOf(() => storage.goals.list(ref, mei, {}, null, 2)),
    asks: await costOf(() => storage.goals.asks(ref, null, 3)),
    find: await costOf(() => storage.goals.find(ref, id)),
    checkIns: await costOf(() => storage.entries.checkIns.list(ref, id, null, 5)),
    comments: await costOf(() => storage.entries.comments.list(ref, id, null, 5)),
    add: await costOf(() => storage.goals.add(ref, aSharedGoal(['Mei']))),
    checkIn: await costOf(async () => (goal = await checkedIn(ref, goal, 2))),
    offer: await costOf(changed({ helpers: [helper] })),
    comment: await costOf(() => storage.entries.comments.add(ref, id, comment)),
    removeComment: await costOf(() => storage.entries.comments.remove(ref, id, comment)),
    note: await costOf(() =>
      storage.entries.notes.add(ref, id, { id: anEntryId(), text: 'Tea', messageLink: null, at: laterBy(1) }),
    ),
    share: await costOf(changed({ audience: 'team' })),
    narrow: await costOf(changed({ audience: 'me', supporters: [] })),
    remove: await costOf(() => storage.goals.remove(ref, goal)),
  };
}

test('goals ask storage for as little after many check-ins, comments and closed goals', async () => {
  const young = await goalCostsIn(await aLearningTeamWith(8));
  const aged = await goalCostsIn(await aLearningTeamWith(60));

  const one = (points: number, transactions: number) => ({ points, lists: 0, transactions, rows: 0 });
  const listed = (lists: number, rows: number) => ({ points: 0, lists, transactions: 0, rows });
  expect(aged).toEqual({
    firstScreen: listed(3, 3),
    // My own two, the one that I support, and six asks.
    screen: listed(3, 2 + 1 + 6),
    mine: listed(1, 3),
    // Of those shared with me, and of those shared with the team.
    ofAnother: listed(2, 1 + 2),
    everybodys: listed(1, 3),
    // My own, and of the others those shared with me, open and closed, and those shared with the team.
    all: listed(4, 2 + 1 + 3 + 3),
    asks: listed(1, 4),
    find: one(1, 0),
    checkIns: listed(1, 6),
    comments: listed(1, 6),
    add: one(0, 1),
    // The row itself, and its head, which moves to the front.
    checkIn: one(2, 1),
    offer: one(1, 1),
    comment: one(1, 1),
    removeComment: one(2, 1),
    note: one(1, 1),
    share: one(1, 1),
    // With two supporters and the team, and its ask in two lists, five rows go.
    narrow: one(1 + 5, 1),
    remove: one(1 + 2, 1),
  });
  expect(young).toEqual(aged);
}, 120_000);

test('what was added to a deleted goal is cleared a hundred rows at a time', async () => {
  const { ref, goal } = await aLearningTeamWith(60);
  await storage.goals.remove(ref, goal);

  const cost = await costOf(() => storage.goals.clear(ref, goal.thing.id));

  // Each check-in and each comment is two rows.
  expect(cost).toEqual({ points: 0, lists: 3, transactions: 3, rows: 240 });
});

test('nothing of it is merged, overwritten unseen, or looked for outside of one range', () => {
  expect(everything.length).toBeGreaterThan(50);
  expect(everything.flatMap(offencesOf)).toEqual([]);
});
