import type { EntryPlace } from '../../bot/app/goalPorts.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import * as keys from '../../bot/storage/keys.ts';
import { aRef, laterBy, noon } from '../support/builders.ts';
import { aComment, aGoalId, anEntryId } from '../support/buildersOfGoals.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const client = () => clientFor(azurite.connectionString, table);
const aNote = (text: string) => ({ id: anEntryId(), text, messageLink: null, at: noon });

test('comments and notes come back exactly as they were written', async () => {
  const [ref, goal] = [aRef(), aGoalId()];
  const comment = aComment('Mei', { text: 'Line one\nline two' });
  const note = { ...aNote('What Jonas said'), messageLink: 'https://teams.microsoft.com/l/message/19:abc/1' };

  expect(await storage.entries.comments.add(ref, goal, comment)).toBe('added');
  expect(await storage.entries.notes.add(ref, goal, note)).toBe('added');

  expect(await storage.entries.comments.find(ref, goal, comment.id)).toEqual(comment);
  expect(await storage.entries.comments.list(ref, goal, null, 5)).toEqual({ items: [comment], next: null });
  expect(await storage.entries.notes.find(ref, goal, note.id)).toEqual(note);
  expect(await storage.entries.notes.list(ref, goal, null, 5)).toEqual({ items: [note], next: null });
  expect(await storage.entries.checkIns.list(ref, goal, null, 5)).toEqual({ items: [], next: null });
});

test('an entry belongs to one goal in one team', async () => {
  const [ref, goal, comment] = [aRef(), aGoalId(), aComment('Mei')];

  await storage.entries.comments.add(ref, goal, comment);

  expect(await storage.entries.comments.find(ref, aGoalId(), comment.id)).toBeNull();
  expect(await storage.entries.comments.find(aRef(), goal, comment.id)).toBeNull();
  expect(await storage.entries.comments.add(ref, aGoalId(), comment)).toBe('added');
});

test('an id is taken once, by whoever is first, and stays taken', async () => {
  const [ref, goal, comment] = [aRef(), aGoalId(), aComment('Mei')];

  const answers = await Promise.all(Array.from({ length: 8 }, () => storage.entries.comments.add(ref, goal, comment)));
  await storage.entries.comments.remove(ref, goal, comment);

  expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
  expect(await storage.entries.comments.add(ref, goal, comment)).toBe('taken');
});

test('what was removed is gone with its words, and removing it again changes nothing', async () => {
  const [ref, goal] = [aRef(), aGoalId()];
  const [gone, kept] = [aComment('Mei', { text: 'Not meant so' }), aComment('Mei', { at: laterBy(1) })];
  for (const comment of [gone, kept]) await storage.entries.comments.add(ref, goal, comment);

  await Promise.all([1, 2, 3].map(() => storage.entries.comments.remove(ref, goal, gone)));
  await storage.entries.comments.remove(ref, goal, gone);

  expect(await storage.entries.comments.find(ref, goal, gone.id)).toBe('removed');
  expect(await storage.entries.comments.list(ref, goal, null, 5)).toEqual({ items: [kept], next: null });
  const rows = await rowsOf(client(), keys.teamPartition(ref));
  expect(JSON.stringify([...rows.values()])).not.toMatch(/Not meant so/);
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});

test('the newest stands first, page by page, also of those written in the same moment', async () => {
  const [ref, goal] = [aRef(), aGoalId()];
  const all = Array.from({ length: 11 }, (_, at) => aComment('Mei', { at: laterBy(Math.floor(at / 3)) }));
  for (const comment of all) await storage.entries.comments.add(ref, goal, comment);

  for (const limit of [1, 3, 10, 11, 100]) {
    const read: string[] = [];
    const times: number[] = [];
    let after: EntryPlace | null = null;
    do {
      const slice: Awaited<ReturnType<typeof storage.entries.comments.list>> = await storage.entries.comments.list(
        ref,
        goal,
        after,
        limit,
      );
      read.push(...slice.items.map(({ id }) => id));
      times.push(...slice.items.map(({ at }) => at.getTime()));
      after = slice.next;
    } while (after);

    expect(new Set(read)).toEqual(new Set(all.map(({ id }) => id)));
    expect(read).toHaveLength(all.length);
    expect(times).toEqual([...times].sort((one, other) => other - one));
  }
});
