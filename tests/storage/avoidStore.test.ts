import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aRef, idOf, laterBy, noon } from '../support/builders.ts';
import { anHour } from '../support/buildersOfHours.ts';
import { clientFor, rowsOf } from '../support/storageCheck.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

test('whom somebody would rather not be paired with is theirs, and all of it is for the matcher', async () => {
  const ref = aRef();
  const [mei, lukas, priya] = [idOf('Mei'), idOf('Lukas'), idOf('Priya')];
  await storage.avoids.save(ref, mei, [lukas, priya], noon);
  await storage.avoids.save(ref, priya, [lukas], noon);
  await storage.avoids.save(ref, mei, [lukas], laterBy(60));
  await storage.avoids.save(ref, priya, [], laterBy(60));

  expect(await storage.avoids.of(ref, mei)).toEqual([lukas]);
  expect(await storage.avoids.of(ref, lukas)).toEqual([]);
  expect(await storage.avoids.all(ref, laterBy(60))).toEqual([[mei, lukas]]);
  // As it stood before that, whatever was wished since.
  expect((await storage.avoids.all(ref, laterBy(59))).toSorted()).toEqual(
    [
      [mei, lukas],
      [mei, priya],
      [priya, lukas],
    ].toSorted(),
  );
  expect(await storage.avoids.all(ref, laterBy(-1))).toEqual([]);
  for (let weeks = 1; weeks < 30; weeks++) await storage.avoids.save(ref, mei, [priya], laterBy(weeks * 604_800));
  expect(await storage.avoids.all(ref, laterBy(29 * 604_800 - 1))).toEqual([[mei, priya]]);
});

test('it is in one row of its own, and nobody who looks at the hour can tell that it changed', async () => {
  const ref = aRef();
  await storage.hours.save(ref, anHour(), null);
  const client = clientFor(azurite.connectionString, table);
  const before = await rowsOf(client, keys.teamPartition(ref));

  await storage.avoids.save(ref, idOf('Mei'), [idOf('Lukas')], noon);

  const after = await rowsOf(client, keys.teamPartition(ref));
  const own = keys.avoid(idOf('Mei'));
  expect([...after].filter(([key]) => key !== own)).toEqual([...before]);
  expect([...after].filter(([, cells]) => JSON.stringify(cells).includes(idOf('Lukas'))).map(([key]) => key)).toEqual([
    own,
  ]);
});
