import type { Versioned } from '../../bot/app/ports.ts';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import { type HourDate, hourDate, type TeamRef } from '../../bot/domain/ids.ts';
import type { Note } from '../../bot/domain/note.ts';
import { addDays } from '../../bot/domain/time.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import { afterHour, noTurns } from '../../bot/domain/turns.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf, laterBy, noon } from '../support/builders.ts';
import {
  anAction,
  anHour,
  aNote,
  aSchedule,
  aTopic,
  done,
  nextThursday,
  thursday,
} from '../support/buildersOfHours.ts';
import { countsOf, offencesOf } from '../support/recorder.ts';
import { type Recorded, startStorageProxy, type StorageProxy } from '../support/storageProxy.ts';

/* What an hour costs in storage, counted on the wire: the hundredth one as little as the fourth. */

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

/** A team that held so many hours, one a week, each with lines, topics, marks and something that was promised and kept. */
async function aTeamAfter(count: number): Promise<TeamRef> {
  const ref = aRef();
  await storage.schedules.save(ref, aSchedule(), null, noon);
  let turns: { thing: typeof noTurns; version: string | null } = { thing: noTurns, version: null };
  for (let week = count; week > 0; week--) {
    const date = hourDate(addDays(thursday, -7 * week));
    const hour = anHour({ date, status: 'open', pairs: [['Amara', 'Mei'].map(idOf)] });
    await storage.hours.save(ref, hour, null);
    await livedIn(ref, date);
    const { version } = (await storage.hours.find(ref, date))!;
    const held = { ...hour, status: 'held' as const };
    const after = afterHour(turns.thing, held);
    await storage.hours.close(ref, held, version, after, turns.version);
    turns = (await storage.hours.turns(ref))!;
    await storage.actions.add(ref, done(anAction('Mei', { promisedTo: aPerson('Amara') }), laterBy(-week)));
  }
  await storage.hours.save(ref, anHour({ status: 'open' }), null);
  await livedIn(ref, thursday);
  await storage.topics.add(ref, aTopic('Lukas'));
  await storage.actions.add(ref, anAction('Mei', { promisedTo: aPerson('Amara') }));
  await storage.kudos.add(ref, aKudos({ visibility: 'hour' }), 'none');
  return ref;
}

async function livedIn(ref: TeamRef, date: HourDate) {
  await storage.hours.addNote(ref, date, aNote('Mei'));
  await storage.hours.addNote(ref, date, aNote('Lukas', { keep: false }));
  await storage.hours.mark(ref, date, 'present', aPerson('Mei'), true);
  await storage.topics.add(ref, aTopic('Mei', { state: 'talked', closedIn: date, raisedFor: date }));
}

async function hourCostsIn(ref: TeamRef) {
  const { hours, topics, actions, kudos } = storage;
  const [note, passing] = [aNote('Mei'), aNote('Mei', { keep: false })];
  const topic = aTopic('Mei');
  const item = anAction('Mei', { promisedTo: aPerson('Amara'), dueOn: '2026-12-01' });
  const versionOf = async (of: Note) => ((await hours.findNote(ref, thursday, of.id)) as Versioned<Note>).version;
  const found = async () => (await topics.find(ref, topic.id)) as Versioned<Topic>;
  const foundItem = async () => (await actions.find(ref, item.id)) as Versioned<ActionItem>;
  const read = {
    poll: await costOf(() => hours.pulse(ref)),
    find: await costOf(() => hours.find(ref, thursday)),
    turns: await costOf(() => hours.turns(ref)),
    entries: await costOf(() => hours.entries(ref, thursday)),
    agenda: await costOf(() => topics.open(ref)),
    openActions: await costOf(() => actions.open(ref)),
    actionsOf: await costOf(() => actions.list(ref, { person: idOf('Mei') }, null, 2)),
    coming: await costOf(() => hours.from(ref, thursday)),
    history: await costOf(() => hours.list(ref, thursday, 2)),
    waiting: await costOf(() => kudos.waiting(ref)),
    firstScreen: await costOf(() => storage.firstScreen.read(ref, idOf('Mei'), 5, thursday)),
  };
  const write = {
    note: await costOf(() => hours.addNote(ref, thursday, note)),
    passing: await costOf(() => hours.addNote(ref, thursday, passing)),
    mark: await costOf(() => hours.mark(ref, thursday, 'away', aPerson('Jonas'), true)),
    markAgain: await costOf(() => hours.mark(ref, thursday, 'away', aPerson('Jonas'), true)),
    exit: await costOf(() =>
      hours.leaveWith(ref, thursday, aPerson('Mei'), { plan: { if: 'a', then: 'b' }, isShared: false }),
    ),
    status: await costOf(() =>
      hours.sayStatus(ref, nextThursday, { by: aPerson('Mei'), text: 'Shipped', at: laterBy(0) }, null),
    ),
    topic: await costOf(() => topics.add(ref, topic)),
    action: await costOf(() => actions.add(ref, item)),
  };
  const [noteAt, passingAt, topicAt, itemAt] = [
    await versionOf(note),
    await versionOf(passing),
    await found(),
    await foundItem(),
  ];
  const [opened] = await kudos.waiting(ref);
  const hour = (await hours.find(ref, thursday))!;
  const turns = (await hours.turns(ref))!;
  return {
    ...read,
    ...write,
    editNote: await costOf(() => hours.replaceNote(ref, thursday, { ...note, edition: 2 }, noteAt)),
    keep: await costOf(() => hours.replaceNote(ref, thursday, { ...passing, keep: true, edition: 2 }, passingAt)),
    talkedAbout: await costOf(() =>
      topics.replace(ref, { ...topic, state: 'talked', closedIn: thursday, edition: 2 }, topicAt),
    ),
    kept: await costOf(() => actions.replace(ref, done(item, laterBy(1)), itemAt)),
    thanks: await costOf(() =>
      kudos.replace(ref, { ...opened!.thing, visibility: 'channel', openedIn: thursday }, opened!.version),
    ),
    open: await costOf(() => hours.save(ref, anHour({ date: nextThursday, status: 'open' }), null)),
    close: await costOf(() =>
      hours.close(ref, { ...hour.thing, status: 'held' }, hour.version, turns.thing, turns.version),
    ),
    forget: await costOf(() => hours.forgetPassing(ref, thursday)),
  };
}

test('an hour asks storage for as little after years of hours, and who polls for one row', async () => {
  const young = await hourCostsIn(await aTeamAfter(3));
  const aged = await hourCostsIn(await aTeamAfter(60));

  const one = (points: number, transactions: number) => ({ points, lists: 0, transactions, rows: 0 });
  const listed = (lists: number, rows: number) => ({ points: 0, lists, transactions: 0, rows });
  expect(aged).toEqual({
    poll: one(1, 0),
    find: one(1, 0),
    turns: one(1, 0),
    // Two lines, a mark and a topic; and the words of the line that is just for the hour.
    entries: listed(2, 4 + 1),
    agenda: listed(1, 1),
    openActions: listed(1, 1),
    actionsOf: listed(1, 3),
    coming: listed(1, 1),
    history: listed(1, 3),
    waiting: listed(1, 1),
    // My open action item; the schedule and this hour.
    firstScreen: listed(3, 1 + 2),
    note: one(0, 1),
    passing: one(0, 1),
    mark: one(1, 1),
    markAgain: one(1, 0),
    exit: one(0, 1),
    status: one(0, 1),
    topic: one(0, 1),
    action: one(0, 1),
    editNote: one(1, 1),
    // The row itself, and what leaves its place.
    keep: one(2, 1),
    talkedAbout: one(2, 1),
    // It leaves the open part of the team's list and of two people's, and a first screen.
    kept: one(5, 1),
    // It leaves what waits, and what only its giver saw.
    thanks: one(3, 1),
    open: one(0, 1),
    close: one(2, 1),
    forget: { points: 1, lists: 1, transactions: 1, rows: 1 },
  });
  expect(young).toEqual(aged);
  expect(everything.flatMap(offencesOf)).toEqual([]);
}, 120_000);
