import { Away, ChangedMeanwhile } from '../../bot/app/ports.ts';
import { emptyProfile } from '../../bot/domain/profile.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf } from '../support/builders.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';
import { startStorageProxy } from '../support/storageProxy.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

const mei = idOf('Mei');
const full = aProfile({
  about: 'Tea 🍵\nand trains',
  howToWork: 'Ask me in the morning',
  pronouns: 'she/her',
  timeZone: 'Asia/Tokyo',
  workingHours: { start: '09:30', end: '18:00' },
  strengths: ['listening', 'maps'],
  canShow: ['origami'],
  wantsToLearn: ['Rust', '"quotes"'],
  thankMe: 'private',
});

test('who has told nothing has the empty profile', async () => {
  expect(await storage.profiles.find(aRef(), mei)).toEqual({ thing: emptyProfile, version: 'none' });
});

test('a profile comes back exactly as it was saved, and again after it was emptied', async () => {
  const ref = aRef();

  const first = await storage.profiles.save(ref, mei, full, 'none');
  const found = await storage.profiles.find(ref, mei);
  const second = await storage.profiles.save(ref, mei, emptyProfile, first);

  expect(found).toEqual({ thing: full, version: first });
  expect(await storage.profiles.find(ref, mei)).toEqual({ thing: emptyProfile, version: second });
});

test('a profile belongs to one person in one team', async () => {
  const [here, there] = [aRef(), aRef()];

  await storage.profiles.save(here, mei, full, 'none');

  expect((await storage.profiles.find(there, mei)).thing).toEqual(emptyProfile);
  expect((await storage.profiles.find(here, idOf('Lukas'))).thing).toEqual(emptyProfile);
});

test('whoever saves over a newer profile is told, the very first time too', async () => {
  const ref = aRef();

  const firsts = await Promise.allSettled([
    storage.profiles.save(ref, mei, full, 'none'),
    storage.profiles.save(ref, mei, emptyProfile, 'none'),
  ]);
  const { version } = await storage.profiles.find(ref, mei);
  await storage.profiles.save(ref, mei, emptyProfile, version);

  expect(firsts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(storage.profiles.save(ref, mei, full, version)).rejects.toThrow(ChangedMeanwhile);
  await expect(storage.profiles.save(ref, mei, full, 'none')).rejects.toThrow(ChangedMeanwhile);
  await expect(storage.profiles.save(ref, idOf('Lukas'), full, version)).rejects.toThrow(ChangedMeanwhile);
});

test('wishes are told in the order in which they were asked for', async () => {
  const ref = aRef();
  await storage.profiles.save(ref, mei, full, 'none');
  await storage.profiles.save(ref, idOf('Lukas'), aProfile({ thankMe: 'no' }), 'none');

  const wishes = await storage.profiles.wishesOf(ref, [idOf('Priya'), mei, idOf('Lukas'), mei]);

  expect(wishes).toEqual(['channel', 'private', 'no', 'private']);
});

test('everybody who told something is listed, with what they told and without their kudos', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const ref = aRef();
  await own.profiles.save(ref, mei, aProfile(), 'none');
  await own.profiles.save(ref, mei, full, (await own.profiles.find(ref, mei)).version);
  await own.profiles.save(ref, idOf('Lukas'), aProfile({ about: 'Bikes' }), 'none');
  await own.kudos.add(ref, aKudos({ visibility: 'private', to: [aPerson('Mei')] }), 'none');

  expect(await own.profiles.all(ref)).toEqual(
    new Map([
      [mei, full],
      [idOf('Lukas'), aProfile({ about: 'Bikes' })],
    ]),
  );
  expect(await everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref))).toEqual([]);
});

test('a team of more than a thousand is listed whole', async () => {
  const table = freshTable();
  const own = await openStorage(azurite, table);
  const ref = aRef();
  await own.ping();
  const client = clientFor(azurite.connectionString, table);
  const people = Array.from({ length: 1100 }, (_, index) => idOf(`Person ${index}`));
  for (let at = 0; at < people.length; at += 100) {
    await client.submitTransaction(
      people
        .slice(at, at + 100)
        .map((person) => [
          'create',
          { partitionKey: keys.teamPartition(ref), rowKey: keys.personInList(person), person, about: 'here' },
        ]),
    );
  }

  expect(new Set((await own.profiles.all(ref)).keys())).toEqual(new Set(people));
});

test('a list that storage never comes to the end of is not taken for the whole of it', async () => {
  const proxy = await startStorageProxy(azurite);
  const own = await freshStorage(proxy);
  const ref = aRef();
  await own.profiles.save(ref, mei, full, 'none');

  proxy.pageOf = () => 0;
  await expect(own.profiles.all(ref)).rejects.toThrow(Away);
  proxy.pageOf = () => null;
  expect([...(await own.profiles.all(ref)).keys()]).toEqual([mei]);
  await proxy.stop();
});
