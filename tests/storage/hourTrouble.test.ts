import { Away, ChangedMeanwhile, type Versioned } from '../../bot/app/ports.ts';
import type { Note } from '../../bot/domain/note.ts';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import { afterHour, noTurns } from '../../bot/domain/turns.ts';
import { patience } from '../../bot/storage/connect.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { anAction, anHour, aNote, aTopic, done, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { isTransaction } from '../support/recorder.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';
import { startStorageProxy, type StorageProxy, type Trouble, troubleOnce, troubles } from '../support/storageProxy.ts';

/* Storage that fails in the middle of an hour, or does what it was asked for and does not say so: no word is lost, doubled or in dispute. */

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
const lostAnswer: Trouble = { when: 'after', how: 'reset' };
const check = (ref: ReturnType<typeof aRef>) =>
  everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref));

test.each(troubles)('an hour is lived through once, with trouble $when: $how', async (trouble) => {
  const ref = aRef();
  const { hours, topics, actions } = storage;
  const [line, passing] = [aNote('Mei'), aNote('Lukas', { keep: false, at: laterBy(1) })];
  const [topic, item] = [aTopic('Mei'), anAction('Mei', { promisedTo: aPerson('Amara') })];
  const open = anHour({ status: 'open' });
  const held = anHour({ status: 'held', edition: 2 });
  const turns = afterHour(noTurns, held);
  const deed = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    once(trouble);
    return work();
  };
  const found = async (note: Note) => (await hours.findNote(ref, thursday, note.id)) as Versioned<Note>;

  await deed(() => hours.save(ref, open, null));
  const added = [
    await deed(() => topics.add(ref, topic)),
    await deed(() => actions.add(ref, item)),
    await deed(() => hours.addNote(ref, thursday, line)),
    await deed(() => hours.addNote(ref, thursday, passing)),
  ];
  const kept = { ...passing, keep: true, edition: 2 };
  const before = await found(passing);
  await deed(() => hours.replaceNote(ref, thursday, kept, before.version));
  const foundTopic = (await topics.find(ref, topic.id)) as Versioned<Topic>;
  await deed(() => topics.replace(ref, { ...topic, state: 'talked', closedIn: thursday, edition: 2 }, foundTopic));
  const foundItem = (await actions.find(ref, item.id)) as Versioned<ActionItem>;
  await deed(() => actions.replace(ref, done(item, laterBy(2)), foundItem));
  await deed(() => hours.mark(ref, thursday, 'present', aPerson('Mei'), true));
  await deed(() => hours.leaveWith(ref, thursday, aPerson('Mei'), { plan: { if: 'a', then: 'b' }, isShared: true }));
  const first = { by: aPerson('Mei'), text: 'Release is out', at: laterBy(1) };
  const second = { ...first, text: 'Release is late', at: laterBy(2) };
  await deed(() => hours.sayStatus(ref, thursday, first, null));
  const said = await storage.hours.findStatus(ref, thursday, first.by.id);
  await deed(() => hours.sayStatus(ref, thursday, second, said!.version));
  await storage.hours.sayStatus(ref, thursday, { ...first, by: aPerson('Jonas') }, null);
  const takenBack = await storage.hours.findStatus(ref, thursday, aPerson('Jonas').id);
  await deed(() => hours.takeStatusBack(ref, thursday, aPerson('Jonas').id, takenBack!.version));
  const gone = await found(line);
  await deed(() => hours.removeNote(ref, thursday, line, gone.version));
  const { version } = (await hours.find(ref, thursday))!;
  await deed(() => hours.close(ref, held, version, turns, null));

  expect(added).toEqual(['added', 'added', 'added', 'added']);
  expect(await besides.hours.entries(ref, thursday)).toMatchObject({
    notes: [kept],
    topics: [{ id: topic.id, state: 'talked' }],
    present: [aPerson('Mei')],
    exits: [{ person: aPerson('Mei') }],
    status: [second],
  });
  expect((await besides.hours.find(ref, thursday))!.thing).toEqual(held);
  expect((await besides.hours.turns(ref))!.thing).toEqual(turns);
  expect((await besides.actions.list(ref, { status: 'closed' }, null, 5)).items).toEqual([done(item, laterBy(2))]);
  expect(await check(ref)).toEqual([]);
});

test('a move whose answer got lost is one move, also when the hour was opened on its new day since', async () => {
  const ref = aRef();
  const there = anHour({ date: nextThursday, movedFrom: thursday });
  once(lostAnswer, async () => {
    const { version } = (await besides.hours.find(ref, nextThursday))!;
    await besides.hours.save(ref, { ...there, status: 'open', edition: 2 }, version);
  });

  await storage.hours.move(ref, anHour({ status: 'moved', movedTo: nextThursday }), null, there);

  expect((await storage.hours.from(ref, thursday)).map(({ status }) => status)).toEqual(['moved', 'open']);
});

test('a real conflict is still one when the first answer was lost before anything happened', async () => {
  const ref = aRef();
  await storage.hours.save(ref, anHour(), null);
  const { version } = (await storage.hours.find(ref, thursday))!;
  const theirs = anHour({ edition: 2, facilitator: aPerson('Mei') });
  once({ when: 'before', how: 500 }, () => besides.hours.save(ref, theirs, version));

  const mine = storage.hours.save(ref, anHour({ edition: 2, facilitator: aPerson('Amara') }), version);

  await expect(mine).rejects.toThrow(ChangedMeanwhile);
  expect((await storage.hours.find(ref, thursday))!.thing).toEqual(theirs);
});

test('a line that others marked as decided while its answer got lost is there once, decided', async () => {
  const ref = aRef();
  const line = aNote('Mei');
  once(lostAnswer, async () => {
    const { version } = (await besides.hours.findNote(ref, thursday, line.id)) as Versioned<Note>;
    await besides.hours.replaceNote(ref, thursday, { ...line, kind: 'decision', edition: 2 }, version);
  });

  expect(await storage.hours.addNote(ref, thursday, line)).toBe('added');

  expect((await storage.hours.entries(ref, thursday)).notes).toEqual([{ ...line, kind: 'decision', edition: 2 }]);
});

test('what was forgotten while somebody kept it is either kept or forgotten, and never both', async () => {
  for (let round = 0; round < 10; round++) {
    const ref = aRef();
    const line = aNote('Mei', { keep: false });
    await besides.hours.addNote(ref, thursday, line);
    const { version } = (await besides.hours.findNote(ref, thursday, line.id)) as Versioned<Note>;

    const [keeping] = await Promise.allSettled([
      storage.hours.replaceNote(ref, thursday, { ...line, keep: true, edition: 2 }, version),
      besides.hours.forgetPassing(ref, thursday),
    ]);

    const { notes } = await besides.hours.entries(ref, thursday);
    expect(notes.map(({ keep }) => keep)).toEqual(keeping.status === 'fulfilled' ? [true] : []);
    expect(await check(ref)).toEqual([]);
  }
});

test.each(troubles)(
  'kudos that waited for the hour come into sight once, with trouble $when: $how',
  async (trouble) => {
    const ref = aRef();
    const kudos = aKudos({ visibility: 'hour', value: 'Care' });
    await besides.kudos.add(ref, kudos, 'none');
    const [waiting] = await storage.kudos.waiting(ref);
    const opened = { ...kudos, visibility: 'channel' as const, openedIn: thursday };

    once(trouble);
    await storage.kudos.replace(ref, opened, waiting!.version);

    expect(await besides.kudos.waiting(ref)).toEqual([]);
    const wall = await besides.kudos.list(ref, idOf('Lukas'), {}, null, 5);
    expect(wall.items.map(({ thing }) => thing)).toEqual([opened]);
    expect((await besides.hours.entries(ref, thursday)).thanks).toEqual([opened]);
    expect(await check(ref)).toEqual([]);
  },
);

test('what storage refuses because many write in the same moment is written in the next', async () => {
  const ref = aRef();
  const line = aNote('Mei');
  const plan = { if: 'It is Monday', then: 'I ask first' };
  const crowded: Trouble = { when: 'before', how: 409 };

  once(crowded);
  const added = await storage.hours.addNote(ref, thursday, line);
  once(crowded);
  await storage.hours.mark(ref, thursday, 'present', aPerson('Mei'), true);
  once(crowded);
  await storage.hours.leaveWith(ref, thursday, aPerson('Mei'), { plan, isShared: false });
  const status = { by: aPerson('Mei'), text: 'Release is out', at: laterBy(1) };
  once(crowded);
  await storage.hours.sayStatus(ref, thursday, status, null);
  const entries = await storage.hours.entries(ref, thursday);
  once(crowded);
  await storage.hours.leaveWith(ref, thursday, aPerson('Mei'), null);
  proxy.trouble = (request) => (isTransaction(request) ? crowded : null);
  const never = storage.hours.mark(ref, thursday, 'away', aPerson('Mei'), true);

  await expect(never).rejects.toThrow(Away);
  expect(added).toBe('added');
  expect(entries).toMatchObject({ notes: [line], present: [aPerson('Mei')], exits: [{ plan }], status: [status] });
  const other = { ...status, text: 'Release is late' };
  await expect(storage.hours.sayStatus(ref, thursday, other, null)).rejects.toThrow(ChangedMeanwhile);
  expect((await besides.hours.entries(ref, thursday)).exits).toEqual([]);
});
