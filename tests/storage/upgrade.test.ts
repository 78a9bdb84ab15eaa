/* During a deployment two versions of the service work on the same rows, in both directions. */
import { readFileSync } from 'node:fs';
import { hourDate, kudosId, goalId, noteId, personId, teamId, tenantId } from '../../bot/domain/ids.ts';
import { joinKudos } from '../../bot/domain/kudos.ts';
import { bulk } from '../../bot/storage/bulk.ts';
import * as keys from '../../bot/storage/keys.ts';
import { patience } from '../../bot/storage/connect.ts';
import { toldIn, type TypedRow, writtenCells } from '../../bot/storage/exportLines.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { openTable } from '../../bot/storage/table.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aMember, idOf, noon } from '../support/builders.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const ref = { tenantId: tenantId('11111111-1111-4111-8111-111111111111'), teamId: teamId('19:upgrade@thread.tacv2') };
const amara = personId('33333333-3333-4333-8333-5a4dd3b3a2b5');
const date = hourDate('2026-11-19');

/** An export of the first version, as it was written on 28 November 2026. Whatever comes later has to go on reading it. */
const rowsOfVersion1 = readFileSync('tests/support/rowsOfVersion1.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => toldIn(line) as TypedRow);

async function storageWith(rows: readonly TypedRow[]): Promise<Storage> {
  const name = freshTable();
  const written = bulk(await openTable({ connectionString: azurite.connectionString }, name, patience));
  for (const { partition, key, cells } of rows)
    await written.add(partition, { do: 'put', key, cells: writtenCells(cells) });
  expect(await written.end()).toBe(0);
  return openStorage({ connectionString: azurite.connectionString }, name);
}

const idOfFirst = (kind: RegExp) =>
  String(rowsOfVersion1.find(({ key, cells }) => kind.test(key) && cells['id'])!.cells['id']);

/** Everything that is to be seen, read by every store. */
async function everythingIn(storage: Storage) {
  const [me, limit] = [amara, 50];
  return {
    team: (await storage.teams.find(ref))?.thing,
    profiles: [...(await storage.profiles.all(ref))],
    wall: (await storage.kudos.list(ref, me, {}, null, limit)).items,
    goals: (await storage.goals.list(ref, me, {}, null, limit)).items,
    asks: await storage.goals.asks(ref, null, limit),
    comments: (await storage.entries.comments.list(ref, goalId(idOfFirst(/^goal\.[^.]+$/)), null, limit)).items,
    checkIns: (await storage.entries.checkIns.list(ref, goalId(idOfFirst(/^goal\.[^.]+$/)), null, limit)).items,
    schedule: await storage.schedules.find(ref),
    proposals: await storage.schedules.proposals(ref),
    hour: (await storage.hours.find(ref, date))?.thing,
    entries: await storage.hours.entries(ref, date),
    turns: await storage.hours.turns(ref),
    topics: await storage.topics.open(ref),
    actions: await storage.actions.open(ref),
    avoids: await storage.avoids.all(ref, new Date('2026-11-20')),
    firstScreen: await storage.firstScreen.read(ref, me, limit, date),
  };
}

test('rows of the first version are read as what they were', async () => {
  const { entries, ...all } = await everythingIn(await storageWith(rowsOfVersion1));

  expect(all.team).toMatchObject({ team: { name: 'Studio', values: ['Care'] } });
  expect(all.wall.map(({ thing }) => [thing.text, thing.from.name, thing.joined.map(({ name }) => name)])).toEqual([
    ['Thank you for the honest review', 'Mei', ['Lukas']],
  ]);
  expect(all.goals).toMatchObject([
    { title: 'Estimate aloud', status: 'open', checkIns: [{ learned: 'A range is enough' }] },
  ]);
  expect([all.comments.length, all.checkIns.length, all.asks.items.length]).toEqual([1, 1, 1]);
  expect(all.hour).toMatchObject({ status: 'held', facilitator: { name: 'Amara' }, plan: { length: 5 } });
  expect(entries.notes.map(({ text, kind }) => [text, kind])).toEqual([['We try it for two weeks', 'decision']]);
  expect([entries.exits.length, entries.status.length, entries.present.length]).toEqual([1, 1, 1]);
  expect(all.turns?.thing.held).toBe(1);
  expect([all.topics, all.actions, all.avoids, all.proposals].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(all.firstScreen.goals).toHaveLength(1);
});

test('rows with what only a later version knows are read all the same, and written to without harm', async () => {
  const newer = rowsOfVersion1.map((row) => ({
    ...row,
    cells: {
      ...row.cells,
      v: 2,
      mood: 'sunny',
      stickers: { type: 'Int64', value: '9007199254740993' },
      seenAt: { type: 'DateTime', value: '2027-01-01T00:00:00.000Z' },
      isPinned: true,
    },
  }));
  const [old, storage] = [await storageWith(rowsOfVersion1), await storageWith(newer)];

  expect(await everythingIn(storage)).toEqual(await everythingIn(old));

  const id = kudosId(idOfFirst(/^wall\./));
  const found = (await storage.kudos.find(ref, id)) as { thing: Parameters<typeof joinKudos>[0]; version: string };
  await storage.kudos.replace(ref, joinKudos(found.thing, aMember('Priya')), found.version);
  expect((await storage.kudos.list(ref, amara, {}, null, 5)).items[0]!.thing.joined).toHaveLength(2);
  const note = noteId(idOfFirst(/^inhour\..*note/));
  const line = (await storage.hours.findNote(ref, date, note)) as { thing: never; version: string };
  await storage.hours.removeNote(ref, date, line.thing, line.version);
  expect(await storage.hours.findNote(ref, date, note)).toBe('removed');
});

test('whom somebody would rather not be paired with is known to both versions', async () => {
  const [mei, lukas] = [idOf('Mei'), idOf('Lukas')];
  const key = keys.avoid(mei);
  const partition = keys.teamPartition(ref);
  const wishOf = (cells: object) => ({ partition, key, cells: { v: 1, person: mei, ...cells } as TypedRow['cells'] });
  const before = await storageWith([wishOf({ avoids: JSON.stringify([lukas]) })]);
  const after = await storageWith([
    wishOf({
      wishes: JSON.stringify([{ at: '2026-11-01T00:00:00.000Z', avoids: [amara] }]),
      avoids: JSON.stringify([lukas]),
    }),
  ]);

  expect([await before.avoids.of(ref, mei), await before.avoids.all(ref, noon)]).toEqual([[lukas], [[mei, lukas]]]);
  expect(await after.avoids.of(ref, mei)).toEqual([lukas]);
  await before.avoids.save(ref, mei, [amara], noon);
  expect(await before.avoids.of(ref, mei)).toEqual([amara]);
});

test('rows without any one thing that a version before did not write yet are read', async () => {
  const names = new Set(rowsOfVersion1.flatMap(({ cells }) => Object.keys(cells)));
  // What a row cannot be without: which it is, when it was, and whose.
  const needed = [
    'id',
    'version',
    'createdAt',
    'at',
    'startsAt',
    'endsAt',
    'schedule',
    'owner',
    'savedAt',
    'edition',
    'copies',
    'stems',
  ];

  for (const name of [...names].filter((each) => !needed.includes(each))) {
    const older = rowsOfVersion1.map((row) => {
      const { [name]: _, ...cells } = row.cells;
      return { ...row, cells };
    });
    await everythingIn(await storageWith(older));
  }
}, 60_000);
