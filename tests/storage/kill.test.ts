import * as keys from '../../bot/storage/keys.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aRef } from '../support/builders.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';
import { killWriters } from '../support/storageKills.ts';

test('a service that is killed in the middle of writing leaves nothing half and loses nothing it has acknowledged', async () => {
  const report = await killWriters(6, Math.random);

  expect(report).toMatchObject({ doubled: 0, halfWritten: [], lost: [] });
  expect(report.acknowledged).toBeGreaterThan(0);
}, 60_000);

test('the look at what was left behind would notice', async () => {
  const azurite = await startAzurite();
  const [table, ref] = [freshTable(), aRef()];
  const storage = await openStorage(azurite, table);
  const [one, other, third] = [aKudos(), aKudos(), aKudos()];
  for (const kudos of [one, other]) await storage.kudos.add(ref, kudos, 'none');
  const client = clientFor(azurite.connectionString, table);
  const partitionKey = keys.teamPartition(ref);
  const onWall = (kudos: typeof one) => keys.wall + keys.place(kudos);
  const copy = (await rowsOf(client, partitionKey)).get(onWall(other))!;

  const before = await everyIndexMatches(client, partitionKey);
  await client.deleteEntity(partitionKey, onWall(one));
  await client.upsertEntity({ partitionKey, rowKey: onWall(other), ...copy, text: 'Something else' }, 'Replace');
  await client.upsertEntity({ partitionKey, rowKey: onWall(third), ...copy }, 'Replace');
  const after = await everyIndexMatches(client, partitionKey);
  await azurite.stop();

  expect(before).toEqual([]);
  expect(after).toEqual([`missing ${onWall(one)}`, `too many ${onWall(third)}`, `old ${onWall(other)}`]);
});
