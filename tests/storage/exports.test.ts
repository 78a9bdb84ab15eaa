import { gunzipSync, gzipSync } from 'node:zlib';
import { BlobServiceClient } from '@azure/storage-blob';
import { exportUseCases, keptForInDays } from '../../bot/app/exports.ts';
import { patience } from '../../bot/storage/connect.ts';
import { openBlobs } from '../../bot/storage/blobs.ts';
import { openWholeTable, type Which } from '../../bot/storage/wholeTable.ts';
import { exportStore, rowsFile } from '../../bot/storage/exportStore.ts';
import { noWishes } from '../../bot/domain/reminderWishes.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { openTable } from '../../bot/storage/table.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { startBlobs } from '../support/azuriteBlobs.ts';
import { aKudos, aPerson, aProfile, aRef, idOf, laterBy, noon } from '../support/builders.ts';
import { aGoal } from '../support/buildersOfGoals.ts';
import { aNote, anHour, aTopic, thursday } from '../support/buildersOfHours.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';

let azurites: Azurite[];
let connectionString: string;
beforeAll(async () => {
  azurites = await Promise.all([startAzurite(), startBlobs()]);
  connectionString = azurites.map((azurite) => azurite.connectionString).join('');
});
afterAll(() => Promise.all(azurites.map((azurite) => azurite.stop())));

const trouble = ['two\nlines\r\nand\u2028\u2029more', '👩‍👩‍👧 ﷽ \u202e', '{"p":"t."}', '__proto__', 'x'.repeat(1000)];
const passing = 'This is just for this hour';

async function aHouse() {
  const table = freshTable();
  const storage = await openStorage({ connectionString }, table);
  const [design, studio] = [aRef(), aRef()];
  for (const ref of [design, studio]) {
    await storage.teams.install(ref, { kind: 'team', name: 'Design ☕', address: '{"serviceUrl":"https://…"}' });
    await storage.people.add(ref, ['Amara', 'Mei'].map(idOf));
    await storage.profiles.save(ref, idOf('Amara'), aProfile({ about: trouble[1]! }), 'none');
    for (const text of trouble) await storage.kudos.add(ref, aKudos({ text }), 'none');
    await storage.goals.add(ref, aGoal({ audience: 'team' }));
    await storage.hours.save(ref, anHour({ status: 'open' }), null);
    await storage.topics.add(ref, aTopic('Mei'));
    await storage.hours.addNote(ref, thursday, aNote('Amara'));
    await storage.hours.addNote(ref, thursday, aNote('Mei', { keep: false, text: passing }));
  }
  const client = clientFor(connectionString, table);
  await client.createEntity({
    partitionKey: 'of a newer version',
    rowKey: 'every type',
    text: '5',
    whole: 5,
    huge: 9007199254740993n,
    exact: { type: 'Double', value: '5' },
    half: 0.5,
    at: new Date(noon),
    id: { type: 'Guid', value: '33333333-3333-4333-8333-333333333333' },
    bytes: new Uint8Array([0, 255, 10]),
    yes: true,
  });
  return { table, storage, client, design, studio };
}
type House = Awaited<ReturnType<typeof aHouse>>;

/** Every row with the types that storage knows. */
async function rowsIn({ client }: Pick<House, 'client'>): Promise<object[]> {
  const rows = [];
  for await (const { etag: _, timestamp: _at, ...row } of client.listEntities({ disableTypeConversion: true }))
    if (row.partitionKey !== keys.exportsPartition) rows.push(row);
  return rows;
}

/** What a row is after it was put back: of a line that was just for an hour only that its id is taken. */
const putBack = (rows: object[]) =>
  (rows as { rowKey: string; passing?: object }[])
    .filter(({ rowKey }) => !rowKey.startsWith('passing.'))
    .map((row) =>
      row.passing
        ? {
            partitionKey: expect.anything(),
            rowKey: row.rowKey,
            v: expect.anything(),
            version: expect.anything(),
            before: expect.anything(),
            removedAt: expect.anything(),
          }
        : row,
    );

async function wipe({ client }: Pick<House, 'client'>): Promise<void> {
  for await (const { partitionKey, rowKey } of client.listEntities()) await client.deleteEntity(partitionKey!, rowKey!);
}

const restored = (storage: Storage, of: Partial<Parameters<NonNullable<Storage['exports']>['restore']>[0]> = {}) =>
  storage.exports!.restore({ from: 'tonight', team: null, overExisting: false, ...of });

const blobOf = (table: string, name: string) =>
  BlobServiceClient.fromConnectionString(connectionString)
    .getContainerClient('exports')
    .getBlockBlobClient(`${table}/${name}`);

test('exported, wiped and restored, every row is what it was, and what was just for an hour is nowhere', async () => {
  const house = await aHouse();
  const before = (await rowsIn(house)) as { rowKey: string }[];

  const facts = await house.storage.exports!.make('tonight');
  await wipe(house);
  expect(await rowsIn(house)).toEqual([]);
  const { rows } = await restored(house.storage);

  const kept = before.filter(({ rowKey }) => !rowKey.startsWith('passing.'));
  expect(before.length - kept.length).toBe(2);
  expect(await rowsIn(house)).toEqual(putBack(before));
  expect([facts.rows, rows, facts.teams, facts.changedMeanwhile]).toEqual([kept.length, kept.length, 2, 0]);
  const packed = await blobOf(house.table, rowsFile('tonight')).downloadToBuffer();
  expect(gunzipSync(packed).toString()).not.toContain(passing);
  expect((await house.storage.hours.entries(house.design, thursday)).notes.map(({ text }) => text)).toEqual([
    aNote('Amara').text,
  ]);
});

test('where something is, nothing is written, unless one says so; and one team can be restored alone', async () => {
  const house = await aHouse();
  const before = await rowsIn(house);
  await house.storage.exports!.make('tonight');
  const kudos = aKudos({ text: 'Given after the export' });
  await house.storage.kudos.add(house.design, kudos, 'none');

  await expect(restored(house.storage)).rejects.toThrow('There is something where this would go.');
  await restored(house.storage, { overExisting: true });
  expect((await rowsIn(house)).length).toBeGreaterThan(before.length);

  await wipe(house);
  await house.storage.teams.install(house.studio, { kind: 'team', name: 'Begun again', address: 'x' });
  await expect(restored(house.storage, { team: '19:of-nobody' })).rejects.toThrow('There is nothing of 19:of-nobody');
  await restored(house.storage, { team: house.design.teamId });

  const ours = (rows: object[]) =>
    (rows as { partitionKey: string; rowKey: string }[]).filter(
      ({ partitionKey, rowKey }) => partitionKey === keys.teamPartition(house.design) && !rowKey.startsWith('passing.'),
    );
  expect(ours(await rowsIn(house))).toEqual(putBack(ours(before)));
  expect(await rowsIn(house)).toHaveLength(ours(before).length + 1);
});

test('what is put back is looked at when the service starts again: the messages that were to wake up for it are not put back', async () => {
  const house = await aHouse();
  const mei = { ref: house.design, person: idOf('Mei') };
  const targets = [mei, { ref: house.design, person: null }, { ref: house.studio, person: null }];
  for (const target of targets) {
    await house.storage.timer.announce(target, noon);
    const planned = (await house.storage.timer.planned(target))!;
    await house.storage.timer.next(planned, laterBy(3 * 24 * 3600), { message: 'a message', handedOut: 3 });
  }
  expect(await house.storage.work.sweep(noon)).toBe(0);
  await house.storage.exports!.make('tonight');

  await wipe(house);
  await restored(house.storage);
  expect(await house.storage.work.sweep(noon)).toBe(3);

  await wipe(house);
  await restored(house.storage, { team: house.design.teamId });
  expect(await house.storage.work.sweep(noon)).toBe(2);
  expect(await house.storage.timer.planned(targets[2]!)).toBeNull();
  expect((await house.storage.timer.planned(mei))!.thing.waking).toBeNull();
});

test('an export that was carried to another account is put back there, and nothing more is needed', async () => {
  const [house, there] = [await aHouse(), freshTable()];
  const before = (await rowsIn(house)) as { rowKey: string }[];
  await house.storage.exports!.make('tonight');
  const container = BlobServiceClient.fromConnectionString(connectionString).getContainerClient('exports');
  for await (const { name } of container.listBlobsFlat({ prefix: `${house.table}/tonight/` }))
    await blobOf(there, name.slice(house.table.length + 1)).uploadData(
      await container.getBlobClient(name).downloadToBuffer(),
    );
  const elsewhere = await openStorage({ connectionString }, there);

  expect(await elsewhere.exports!.names()).toEqual(['tonight']);
  await restored(elsewhere);

  expect(await rowsIn({ client: clientFor(connectionString, there) })).toEqual(putBack(before));
});

test('what changes while it is read is in the export as a whole, or not at all', async () => {
  const house = await aHouse();
  const table = await openTable({ connectionString }, house.table, patience);
  const whole = await openWholeTable({ connectionString }, house.table);
  const kudos = aKudos({ text: 'Taken back in the middle of it' });
  await house.storage.kudos.add(house.design, kudos, 'none');
  let isFirst = true;
  const blobs = openBlobs({ connectionString }, 'exports', house.table)!;
  const store = exportStore(table, { now: whole.now, rows: busy }, blobs);
  async function* busy(which?: Which) {
    for await (const page of whole.rows(which)) {
      if (isFirst) {
        isFirst = false;
        const { version } = (await house.storage.kudos.find(house.design, kudos.id)) as { version: string };
        await house.storage.kudos.takeBack(house.design, kudos, version, idOf('Amara'));
        await house.storage.kudos.add(house.design, aKudos({ joined: [aPerson('Lukas')] }), 'none');
      }
      yield page;
    }
  }
  const facts = await store.make('tonight');
  const now = await rowsIn(house);
  await wipe(house);
  await restored(house.storage);

  expect(await everyIndexMatches(house.client, keys.teamPartition(house.design))).toEqual([]);
  expect(await rowsIn(house)).toEqual(putBack(now));
  expect(facts.rows).toBe((await rowsIn(house)).length);
});

test('a damaged export is refused before anything is written, and one that was broken off is none', async () => {
  const house = await aHouse();
  await house.storage.exports!.make('tonight');
  await wipe(house);
  const file = blobOf(house.table, rowsFile('tonight'));
  const packed = await file.downloadToBuffer();
  const text = gunzipSync(packed).toString();

  for (const damaged of [
    gzipSync(text.replace('Amara', 'Nadia')),
    gzipSync(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
    packed.subarray(0, packed.length - 9),
    Buffer.from('no gzip at all'),
  ]) {
    await file.uploadData(damaged);
    await expect(restored(house.storage)).rejects.toThrow('tonight is damaged.');
    expect(await rowsIn(house)).toEqual([]);
  }
  await blobOf(house.table, 'tonight/manifest.json').delete();
  await expect(restored(house.storage)).rejects.toThrow('There is no whole export that is called tonight.');
  expect(await house.storage.exports!.names()).toEqual([]);
});

test('who was erased after the export is erased again from what it brings back, and a deleted team only comes when it is named', async () => {
  const house = await aHouse();
  await house.storage.exports!.make('tonight');
  const { tenantId } = house.design;
  const now = new Date(Date.now() + 1000);
  await house.storage.erasures.ask({ person: { tenantId, personId: idOf('Amara') } }, now);
  await house.storage.erasures.ask({ team: house.studio }, now);
  await wipe(house);

  await restored(house.storage);
  const said = JSON.stringify(await rowsIn(house));
  expect(said).not.toContain(idOf('Amara'));
  expect(said).not.toContain(keys.teamPartition(house.studio));
  expect(said).toContain(keys.teamPartition(house.design));
  await house.storage.erasures.ask({ team: house.studio }, now);
  await restored(house.storage, { team: house.studio.teamId });
  expect(await house.storage.teams.find(house.studio)).not.toBeNull();
  // The night, which looks once more for what is left of a deleted team, leaves it alone.
  expect(await house.storage.erasures.askedFor({ team: house.studio })).toBeNull();
  expect(JSON.stringify(await rowsIn(house))).not.toContain(idOf('Amara'));
});

test('who was erased does not come back either where nothing but a key names them', async () => {
  const house = await aHouse();
  const [priya, { tenantId }] = [idOf('Priya'), house.design];
  await house.storage.wishes.save(house.design, priya, { ...noWishes, since: { ifThen: noon } }, 'none');
  await house.storage.wishes.reads(house.design, priya, 'de');
  await house.storage.timer.announce({ ref: house.design, person: priya }, noon);
  await house.storage.timer.announce({ ref: house.studio, person: null }, noon);
  await house.storage.exports!.make('tonight');
  const now = new Date(Date.now() + 1000);
  await house.storage.erasures.ask({ person: { tenantId, personId: priya } }, now);
  await house.storage.erasures.ask({ team: house.studio }, now);
  await wipe(house);

  await restored(house.storage);
  const rows = (await rowsIn(house)) as { partitionKey: string; rowKey: string }[];
  const ofErasures = [keys.erasuresPartition, keys.begunPartition];
  const left = rows.filter(
    ({ partitionKey, rowKey }) => !ofErasures.includes(partitionKey) && keys.isAbout(rowKey, priya),
  );
  expect(left.map(({ rowKey }) => rowKey)).toEqual([]);
  expect(await house.storage.timer.planned({ ref: house.studio, person: null })).toBeNull();
});

test('who was being erased while the export was made does not come back with it either', async () => {
  const house = await aHouse();
  const { exports, erasures } = house.storage;
  const person = { tenantId: house.design.tenantId, personId: idOf('Amara') };

  const asked = await erasures.ask({ person }, new Date());
  await exports!.make('tonight');
  await erasures.personEverywhere(asked);
  await erasures.done(asked);
  await wipe(house);
  await restored(house.storage);

  expect(JSON.stringify(await rowsIn(house))).not.toContain(idOf('Amara'));
  expect(JSON.stringify(await rowsIn(house))).toContain(keys.teamPartition(house.design));
});

test('of four instances one makes the export of a night, once; who ends in the middle is followed; old ones go', async () => {
  const { storage } = await aHouse();
  let now = new Date('2026-11-28T02:00:00Z');
  const log = { info() {}, warn() {}, error() {} };
  const instance = () => exportUseCases({ exports: storage.exports, clock: () => now, log });
  const hoursLater = (hours: number) => void (now = new Date(now.getTime() + hours * 3600_000));

  const made = await Promise.all([1, 2, 3, 4].map(() => instance().nightly()));
  expect(made.map((facts) => facts?.name ?? null).sort()).toEqual(['2026-11-28T02-00-00Z', null, null, null]);
  hoursLater(1);
  expect(await instance().nightly()).toBeNull();

  hoursLater(23);
  await storage.exports!.claim('2026-11-29', now);
  hoursLater(1);
  expect(await instance().nightly()).toBeNull();
  hoursLater(2);
  expect((await instance().nightly())?.name).toBe('2026-11-29T05-00-00Z');
  expect(await instance().list()).toEqual(['2026-11-28T02-00-00Z', '2026-11-29T05-00-00Z']);

  hoursLater((keptForInDays - 1) * 24);
  await instance().nightly();
  expect(await instance().list()).toHaveLength(3);
  hoursLater(24);
  await instance().nightly();
  expect(await instance().list()).toEqual(['2026-11-29T05-00-00Z', '2026-12-28T05-00-00Z', '2026-12-29T05-00-00Z']);
});

test('without a place for exports the house works as ever, and makes none', async () => {
  const storage = await openStorage({ connectionString: azurites[0]!.connectionString }, freshTable());
  const log = { info() {}, warn() {}, error() {} };

  expect(storage.exports).toBeNull();
  expect(await exportUseCases({ exports: null, clock: () => noon, log }).nightly()).toBeNull();
});
