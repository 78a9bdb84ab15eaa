import { goalBodySchema } from '../../bot/contract/goal.ts';
import { actionBodySchema, exitBodySchema, noteBodySchema, topicBodySchema } from '../../bot/contract/hour.ts';
import { profileSchema } from '../../bot/contract/profile.ts';
import { marksOf, nextHour } from '../../bot/domain/calendar.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import { makeDemo } from '../../bot/local/demo.ts';
import { demoAgenda, demoHours, type HourStory } from '../../bot/local/demoHourStories.ts';
import { demoProfiles } from '../../bot/local/demoStories.ts';
import { localMembers, studioRef } from '../../bot/local/people.ts';
import { patience } from '../../bot/storage/connect.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { noon } from '../support/builders.ts';
import { isTransaction } from '../support/recorder.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';
import { startStorageProxy } from '../support/storageProxy.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
});
beforeEach(async () => {
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const [amara, mei, , priya, jonas, nadia] = localMembers().map(({ id }) => id);
const titles = async (viewer: typeof amara, owner = viewer) =>
  (await storage.goals.list(studioRef, viewer!, owner ? { owner } : {}, null, 20)).items.map(({ title }) => title);
const everyday = Array.from({ length: 7 }, (_, day) => new Date(noon.getTime() + day * 86_400_000));

/** All that was written, without the stamps of the writes, and by which people it can be read. */
async function whatIsThere(of: string) {
  const rows = await rowsOf(clientFor(azurite.connectionString, of), keys.teamPartition(studioRef));
  return [...rows]
    .map(([key, { version: _, before: _before, rosterVersion: _r, valuesVersion: _v, ...cells }]) => [key, cells])
    .sort(([one], [other]) => (one! < other! ? -1 : 1));
}

test('each of the six has goals, and each sees what is theirs to see', async () => {
  await makeDemo(storage, noon);

  expect(await titles(amara)).toEqual([
    'Listen for ten minutes before I advise',
    'Read a budget before I sign it',
    'Give notes that people can use',
  ]);
  expect(await titles(nadia, amara)).toEqual(['Read a budget before I sign it', 'Give notes that people can use']);
  expect(await titles(mei, amara)).toEqual(['Give notes that people can use']);
  expect(await titles(jonas, priya)).toEqual([]);
  const { supporting, asks } = await storage.goals.screen(studioRef, amara!, 20);
  expect(supporting.map(({ title }) => title).sort()).toEqual([
    'Say one thing in front of forty people',
    'Tell somebody the hard thing in the same week',
  ]);
  expect(asks.map(({ owner }) => owner.name.split(' ')[0])).toEqual(['Jonas', 'Amara', 'Priya', 'Lukas', 'Mei']);
  const partition = keys.teamPartition(studioRef);
  expect(await everyIndexMatches(clientFor(azurite.connectionString, table), partition)).toEqual([]);
});

async function everythingComesInItsOrder(now: Date) {
  const { items } = await storage.goals.list(studioRef, amara!, { owner: amara! }, null, 20);
  const budget = items.find(({ title }) => title.startsWith('Read a budget'))!;
  expect(budget.checkIns.map(({ confidence }) => confidence)).toEqual([4, 3, 3, 2, 2, 1]);
  expect(budget.cheers.every(({ at }) => at > budget.checkIns[0]!.at)).toBe(true);
  const inOrder = (goal: Goal) => {
    const times = [goal.createdAt, ...[...goal.checkIns].reverse().map(({ at }) => at)];
    return times.every((at, index) => index === 0 || at > times[index - 1]!) && at(times) < now;
  };
  const at = (times: readonly Date[]) => times.at(-1)!;
  expect(items.filter((goal) => !inOrder(goal))).toEqual([]);
  const { items: said } = await storage.entries.comments.list(studioRef, budget.id, null, 10);
  expect(said.map(({ author }) => author.name.split(' ')[0])).toEqual(['Jonas', 'Amara', 'Nadia']);
}

test.each(everyday)(
  'what was lived comes in its order, five hours are behind it, one was skipped, and the next one has its topics, on %p',
  async (now) => {
    await makeDemo(storage, now);
    await everythingComesInItsOrder(now);

    const { thing: schedule, savedAt } = (await storage.schedules.find(studioRef))!;
    const touched = await storage.hours.from(studioRef, '2026-01-01');
    const next = nextHour(schedule, touched, now)!;
    expect(schedule).toMatchObject({ weekday: 4, time: '10:00', replaces: { name: 'Weekly status', minutes: 45 } });
    expect(touched.map(({ status }) => status)).toEqual(['held', 'held', 'skipped', 'held', 'held', 'held']);
    expect(next.startsAt.getTime()).toBeGreaterThan(now.getTime() - 3_600_000);
    expect(marksOf(schedule, savedAt, touched, now)).toHaveLength(6);

    const { thing: turns } = (await storage.hours.turns(studioRef))!;
    const held = touched.filter(({ status }) => status === 'held');
    expect(turns).toMatchObject({ held: 5, givenBack: 225 });
    // Everybody has their turn before anybody has a second one.
    expect(new Set(held.map(({ facilitator }) => facilitator!.id)).size).toBe(5);
    expect(turns.met.size).toBeGreaterThanOrEqual(13);
    for (const { date, pairs } of held) {
      const { present, talked, notes, topics } = await storage.hours.entries(studioRef, date);
      expect(talked.map(({ id }) => id).sort()).toEqual(pairs.flat().sort());
      expect(present).toHaveLength(talked.length);
      expect(notes.length * topics.length).toBeGreaterThan(0);
      expect([...notes.map(({ at }) => at), ...topics.map(({ createdAt }) => createdAt)].every((at) => at < now)).toBe(
        true,
      );
    }

    const open = await storage.topics.open(studioRef);
    expect(open.map(({ raisedFor }) => raisedFor)).toEqual([held.at(-1)!.date, next.date, next.date, next.date]);
    const actions = await storage.actions.open(studioRef);
    expect(actions.map(({ promisedTo }) => promisedTo?.name.split(' ')[0])).toEqual([
      'Amara',
      undefined,
      'Mei',
      undefined,
    ]);
    const partition = keys.teamPartition(studioRef);
    expect(await everyIndexMatches(clientFor(azurite.connectionString, table), partition)).toEqual([]);
  },
);

test('it is made once, and what a power cut left half done is completed', async () => {
  await makeDemo(storage, noon);
  const whole = await whatIsThere(table);
  await makeDemo(storage, new Date(noon.getTime() + 3_600_000));
  expect(await whatIsThere(table)).toEqual(whole);

  const proxy = await startStorageProxy(azurite);
  const hurried = { oneTryInMs: 1000, firstPauseInMs: 1, wholeCallInMs: 100 };
  for (const lasts of [9, 33, 60, 80, 110, 150]) {
    const cut = freshTable();
    let done = 0;
    proxy.trouble = (request) => (isTransaction(request) && ++done > lasts ? { when: 'before', how: 'reset' } : null);
    await expect(makeDemo(await openStorage(proxy, cut, { ...patience, ...hurried }), noon)).rejects.toThrow();
    await makeDemo(await openStorage(azurite, cut), noon);

    expect(await whatIsThere(cut)).toEqual(whole);
  }
  await proxy.stop();
}, 60_000);

const allHours: readonly Partial<HourStory>[] = [...demoHours, { topics: demoAgenda }];

test('nothing is said in it that nobody could have typed', async () => {
  await makeDemo(storage, noon);
  for (const told of Object.values(demoProfiles)) expect(profileSchema.parse(told)).toMatchObject(told);
  for (const { id } of localMembers()) {
    const { items } = await storage.goals.list(studioRef, id, { owner: id }, null, 20);
    for (const { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam, audience, supporters } of items) {
      const body = { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam, audience };
      expect(goalBodySchema.parse({ ...body, supporters: supporters.map((one) => one.id) })).toMatchObject(body);
    }
    expect(items.length).toBeGreaterThan(0);
  }
  for (const { topics = [], notes = [], actions = [], leaves = [] } of allHours) {
    for (const { text, kind = 'talk' } of topics) expect(topicBodySchema.parse({ text, kind })).toMatchObject({ text });
    for (const [, text] of notes) expect(noteBodySchema.parse({ text })).toMatchObject({ text });
    for (const { text } of actions) expect(actionBodySchema.parse({ text })).toMatchObject({ text });
    for (const [, when, then] of leaves) expect(exitBodySchema.parse({ if: when, then })).toMatchObject({ then });
  }
});
