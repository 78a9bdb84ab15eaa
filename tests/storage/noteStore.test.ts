import { ChangedMeanwhile, type Versioned } from '../../bot/app/ports.ts';
import type { Note } from '../../bot/domain/note.ts';
import { inParallel } from '../../bot/storage/inParallel.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, laterBy } from '../support/builders.ts';
import { anHour, aNote, aTopic, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
let another: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  // Two instances of the service side by side.
  storage = await openStorage(azurite, table);
  another = await openStorage(azurite, table);
  await storage.ping();
});
afterAll(() => azurite.stop());

const notesOf = async (ref: ReturnType<typeof aRef>) => (await another.hours.entries(ref, thursday)).notes;
const found = async (ref: ReturnType<typeof aRef>, note: Note) =>
  (await storage.hours.findNote(ref, thursday, note.id)) as Versioned<Note>;
const everything = async (ref: ReturnType<typeof aRef>) =>
  [...(await rowsOf(clientFor(azurite.connectionString, table), keys.teamPartition(ref)))].map(
    ([key, cells]) => [key, JSON.stringify(cells)] as const,
  );

test('lines stand in the order in which they were begun, whoever wrote them, kept or not', async () => {
  const ref = aRef();
  const lines = [3, 1, 2].map((second) => aNote('Mei', { at: laterBy(second), keep: second !== 2 }));

  for (const line of lines) expect(await storage.hours.addNote(ref, thursday, line)).toBe('added');
  const again = await storage.hours.addNote(ref, thursday, lines[0]!);
  const elsewhere = await storage.hours.entries(ref, nextThursday);

  expect(again).toBe('taken');
  expect(await notesOf(ref)).toEqual([lines[1], lines[2], lines[0]]);
  expect(elsewhere.notes).toEqual([]);
});

test('forty people who write at once, through two instances, lose no line and no change of one', async () => {
  const ref = aRef();
  const lines = Array.from({ length: 40 }, (_, at) => aNote(`Person ${at}`, { at: laterBy(at), keep: at % 3 > 0 }));

  await inParallel(
    lines,
    async (line) => {
      const here = line.keep ? storage : another;
      await here.hours.addNote(ref, thursday, line);
      const { version } = (await here.hours.findNote(ref, thursday, line.id)) as Versioned<Note>;
      await here.hours.replaceNote(ref, thursday, { ...line, text: `${line.author.name} said`, edition: 2 }, version);
    },
    40,
  );

  expect((await notesOf(ref)).map(({ text }) => text)).toEqual(lines.map(({ author }) => `${author.name} said`));
  expect(await everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref))).toEqual([]);
});

test('two windows of one author do not write over each other', async () => {
  const ref = aRef();
  const line = aNote('Mei');
  await storage.hours.addNote(ref, thursday, line);
  const { version } = await found(ref, line);

  await storage.hours.replaceNote(ref, thursday, { ...line, text: 'First', edition: 2 }, version);
  const second = another.hours.replaceNote(ref, thursday, { ...line, text: 'Second', edition: 2 }, version);

  await expect(second).rejects.toThrow(ChangedMeanwhile);
  expect((await found(ref, line)).thing.text).toBe('First');
});

test('a removed line is gone, and its id stays taken, kept or not', async () => {
  const ref = aRef();
  for (const keep of [true, false]) {
    const line = aNote('Mei', { keep, text: 'Never mind this' });
    await storage.hours.addNote(ref, thursday, line);

    await storage.hours.removeNote(ref, thursday, line, (await found(ref, line)).version);

    expect(await found(ref, line)).toBe('removed');
    expect(await storage.hours.addNote(ref, thursday, line)).toBe('taken');
  }
  expect(await notesOf(ref)).toEqual([]);
  expect((await everything(ref)).filter(([, cells]) => cells.includes('Never mind'))).toEqual([]);
});

test('what is just for the hour is in no other row, whatever becomes of it, and after it nowhere', async () => {
  const ref = aRef();
  const secret = 'I am afraid of the merger';
  const rowsWithIt = async () => (await everything(ref)).filter(([, cells]) => cells.includes(secret));
  const line = aNote('Mei', { keep: false, text: secret });
  await storage.hours.save(ref, anHour({ status: 'open' }), null);
  await storage.topics.add(ref, aTopic('Amara'));
  await storage.hours.addNote(ref, thursday, line);
  const apart = [[keys.passingNote(thursday, line.id), expect.anything()]];
  const states: unknown[] = [await rowsWithIt()];

  for (const [edition, keep] of [
    [2, true],
    [3, false],
    [4, false],
  ] as const) {
    const { version } = await found(ref, line);
    await storage.hours.replaceNote(ref, thursday, { ...line, keep, edition }, version);
    expect((await found(ref, line)).thing).toEqual({ ...line, keep, edition });
    expect(await notesOf(ref)).toEqual([{ ...line, keep, edition }]);
    states.push(await rowsWithIt());
  }
  const others = Array.from({ length: 95 }, (_, at) => aNote('Lukas', { keep: false, text: `${secret} ${at}` }));
  await inParallel(others, (other) => storage.hours.addNote(ref, thursday, other));
  await storage.hours.addNote(ref, nextThursday, aNote('Mei', { keep: false, text: 'Next week' }));
  const before = await storage.hours.pulse(ref);
  await Promise.all([storage.hours.forgetPassing(ref, thursday), another.hours.forgetPassing(ref, thursday)]);

  expect(states).toEqual([apart, [[keys.note(thursday, line.id), expect.anything()]], apart, apart]);
  expect(await rowsWithIt()).toEqual([]);
  expect(await notesOf(ref)).toEqual([]);
  expect(await found(ref, line)).toBe('removed');
  expect(await storage.hours.addNote(ref, thursday, line)).toBe('taken');
  expect(await storage.hours.pulse(ref)).not.toBe(before);
  expect((await storage.hours.entries(ref, nextThursday)).notes).toHaveLength(1);
});

test('forgetting where there is nothing to forget changes nothing', async () => {
  const ref = aRef();
  await storage.hours.addNote(ref, thursday, aNote('Mei'));
  const before = await everything(ref);

  await storage.hours.forgetPassing(ref, thursday);

  expect(await everything(ref)).toEqual(before);
});

test('who marks twice has marked once, and who takes it back is not marked', async () => {
  const ref = aRef();
  const [mei, lukas] = [aPerson('Mei'), aPerson('Lukas')];
  await storage.hours.mark(ref, thursday, 'away', mei, true);
  await storage.hours.mark(ref, thursday, 'present', lukas, true);
  await storage.hours.mark(ref, thursday, 'talked', lukas, true);
  const before = await storage.hours.pulse(ref);

  await another.hours.mark(ref, thursday, 'present', lukas, true);
  await another.hours.mark(ref, thursday, 'talked', mei, false);
  const unchanged = await storage.hours.pulse(ref);
  await another.hours.mark(ref, thursday, 'away', mei, false);

  expect(unchanged).toBe(before);
  expect(await storage.hours.pulse(ref)).not.toBe(before);
  expect(await storage.hours.entries(ref, thursday)).toMatchObject({ away: [], present: [lukas], talked: [lukas] });
});

test('everybody leaves an hour with one plan, the latest, or with none', async () => {
  const ref = aRef();
  const plan = { if: 'It is Monday', then: 'I ask first' };
  await storage.hours.leaveWith(ref, thursday, aPerson('Mei'), { plan, isShared: false });
  await storage.hours.leaveWith(ref, thursday, aPerson('Lukas'), { plan, isShared: true });
  await another.hours.leaveWith(ref, thursday, aPerson('Mei'), { plan, isShared: true });
  await another.hours.leaveWith(ref, thursday, aPerson('Lukas'), null);
  await another.hours.leaveWith(ref, thursday, aPerson('Lukas'), null);

  const { exits } = await storage.hours.entries(ref, thursday);

  expect(exits).toEqual([{ person: aPerson('Mei'), plan, isShared: true }]);
});
