import { isRemoved } from '../../bot/app/goalPorts.ts';
import { ChangedMeanwhile, type Versioned } from '../../bot/app/ports.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import { patience } from '../../bot/storage/connect.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, laterBy } from '../support/builders.ts';
import { aCheckIn, aComment, aSharedGoal, aSupporter } from '../support/buildersOfGoals.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';
import { startStorageProxy, type StorageProxy, type Trouble, troubleOnce, troubles } from '../support/storageProxy.ts';

/* Storage that fails, or does what it was asked for and does not say so: nothing is half, lost or done twice, and no conflict is made up. */

let azurite: Azurite;
let proxy: StorageProxy;
let table: string;
let storage: Storage;
let besides: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  table = freshTable();
  storage = await openStorage(proxy, table, { ...patience, firstPauseInMs: 5 });
  // Somebody whose connection is fine.
  besides = await openStorage(azurite, table);
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
beforeEach(() => {
  proxy.trouble = () => null;
});

const once = (trouble: Trouble, meanwhile?: () => Promise<unknown>) => troubleOnce(proxy, trouble, meanwhile);
const client = () => clientFor(azurite.connectionString, table);
const lostAnswer: Trouble = { when: 'after', how: 'reset' };
const goal = () => aSharedGoal(['Mei'], { audience: 'team', ask: 'Half an hour' });
const withCheckIn = (thing: Goal): Goal => ({ ...thing, checkIns: [aCheckIn({ at: laterBy(1) })] });

test.each(troubles)('a goal lives through everything once, with trouble $when: $how', async (trouble) => {
  const ref = aRef();
  const thing = goal();
  const comment = aComment('Mei');

  once(trouble);
  const begun = { thing, version: (await storage.goals.add(ref, thing)) as string };
  const checkedIn = withCheckIn(thing);
  once(trouble);
  const version = await storage.goals.replace(ref, checkedIn, begun, checkedIn.checkIns[0]);
  const narrow = { ...checkedIn, audience: 'me' as const };
  once(trouble);
  const last = { thing: narrow, version: await storage.goals.replace(ref, narrow, { thing: checkedIn, version }) };
  once(trouble);
  const added = await storage.entries.comments.add(ref, thing.id, comment);
  const whole = await everyIndexMatches(client(), keys.teamPartition(ref));
  once(trouble);
  await storage.entries.comments.remove(ref, thing.id, comment);
  const found = await storage.goals.find(ref, thing.id);
  const history = await storage.entries.checkIns.list(ref, thing.id, null, 5);
  once(trouble);
  await storage.goals.remove(ref, last);
  const gone = await storage.goals.find(ref, thing.id);
  once(trouble);
  await storage.goals.clear(ref, thing.id);

  expect([begun.version, added, whole]).not.toContain('taken');
  expect(whole).toEqual([]);
  expect(found).toEqual(last);
  expect(history.items).toEqual(checkedIn.checkIns);
  expect(gone && isRemoved(gone)).toBe(true);
  expect([...(await rowsOf(client(), keys.teamPartition(ref))).keys()]).toEqual([keys.goal(thing.id)]);
});

test('who began a goal is not told that the id was taken, even when it was changed before the lost answer was asked for again', async () => {
  const ref = aRef();
  const thing = goal();
  once(lostAnswer, async () => {
    const found = (await besides.goals.find(ref, thing.id)) as Versioned<Goal>;
    const cheered = { ...thing, cheers: [{ ...aPerson('Mei'), at: laterBy(1) }] };
    await besides.goals.replace(ref, cheered, found);
  });

  expect(await storage.goals.add(ref, thing)).not.toBe('taken');

  expect(await storage.goals.find(ref, thing.id)).toMatchObject({ thing: { cheers: [aPerson('Mei')] } });
});

test('a check-in whose answer got lost is there once, also when others changed the goal since', async () => {
  const ref = aRef();
  const before = { thing: goal(), version: '' };
  before.version = (await storage.goals.add(ref, before.thing)) as string;
  const after = withCheckIn(before.thing);
  once(lostAnswer, async () => {
    for (const name of ['Mei', 'Lukas', 'Priya']) {
      const found = (await besides.goals.find(ref, after.id)) as Versioned<Goal>;
      const supporters = [...found.thing.supporters, aSupporter(name)];
      await besides.goals.replace(ref, { ...found.thing, supporters }, found);
    }
  });

  await storage.goals.replace(ref, after, before, after.checkIns[0]);

  const found = (await storage.goals.find(ref, after.id)) as Versioned<Goal>;
  expect(found.thing.checkIns).toEqual(after.checkIns);
  expect(found.thing.supporters).toHaveLength(4);
  expect((await storage.entries.checkIns.list(ref, after.id, null, 5)).items).toEqual(after.checkIns);
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});

test('a real conflict is still one when the first answer was lost before anything happened', async () => {
  const ref = aRef();
  const before = { thing: goal(), version: '' };
  before.version = (await storage.goals.add(ref, before.thing)) as string;
  const theirs = { ...before.thing, title: 'Theirs' };
  once({ when: 'before', how: 500 }, () => besides.goals.replace(ref, theirs, before));

  await expect(storage.goals.replace(ref, { ...before.thing, title: 'Mine' }, before)).rejects.toThrow(
    ChangedMeanwhile,
  );

  expect(await storage.goals.find(ref, before.thing.id)).toMatchObject({ thing: { title: 'Theirs' } });
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});

test('a comment that was removed while its answer got lost stays removed', async () => {
  const ref = aRef();
  const { id } = goal();
  const comment = aComment('Mei');
  once(lostAnswer, () => besides.entries.comments.remove(ref, id, comment));

  expect(await storage.entries.comments.add(ref, id, comment)).toBe('added');

  expect(await storage.entries.comments.find(ref, id, comment.id)).toBe('removed');
  expect((await storage.entries.comments.list(ref, id, null, 5)).items).toEqual([]);
});
