import { teamId, tenantId } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aRef, contoso, idOf } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

const mei = idOf('Mei');
const teamsOf = async (person = mei, tenant = contoso) => (await storage.people.teamsOf(tenant, person)).sort();

test('somebody is in the teams they were added to, and in none that they left', async () => {
  const [one, other] = [aRef(), aRef()];

  await storage.people.add(one, [mei, idOf('Lukas')]);
  await storage.people.add(other, [mei]);
  await storage.people.add(other, [mei]);
  const before = await teamsOf();
  await storage.people.remove(one, [mei]);
  await storage.people.remove(one, [mei]);

  expect(before).toEqual([one.teamId, other.teamId].sort());
  expect(await teamsOf()).toEqual([other.teamId]);
  expect(await teamsOf(idOf('Lukas'))).toEqual([one.teamId]);
});

test('who leaves a team is not in it any more, and still known to have been; until that is taken away as well', async () => {
  const [ref, priya] = [aRef(), idOf('Priya')];
  const everIn = () => storage.people.everIn(contoso, priya);

  await storage.people.add(ref, [priya]);
  await storage.people.leave(ref, [priya]);
  await storage.people.leave(ref, [priya]);
  expect([await teamsOf(priya), await everIn()]).toEqual([[], [ref.teamId]]);
  await storage.people.add(ref, [priya]);
  expect([await teamsOf(priya), await everIn()]).toEqual([[ref.teamId], [ref.teamId]]);
  await storage.people.remove(ref, [priya]);
  expect([await teamsOf(priya), await everIn()]).toEqual([[], []]);
});

test('the same object id in another tenant is somebody else', async () => {
  const elsewhere = tenantId('99999999-9999-4999-8999-999999999999');
  const person = idOf('Nadia');

  await storage.people.add(aRef({ tenantId: elsewhere }), [person]);

  expect(await teamsOf(person)).toEqual([]);
  expect(await teamsOf(person, elsewhere)).toHaveLength(1);
});

test('a team id comes back as it is, whatever Teams put into it', async () => {
  const ref = aRef({ teamId: teamId("19:a/b\\c#d?e'f%2F🎉@thread.v2") });

  await storage.people.add(ref, [idOf('Priya')]);

  expect(await teamsOf(idOf('Priya'))).toEqual([ref.teamId]);
});

test('a large team is added and removed whole', async () => {
  const ref = aRef();
  const people = Array.from({ length: 150 }, (_, index) => idOf(`Person ${index}`));

  await storage.people.add(ref, people);
  const last = await teamsOf(people.at(-1));
  await storage.people.remove(ref, people);

  expect(last).toEqual([ref.teamId]);
  const left = await Promise.all(people.slice(-10).map((person) => teamsOf(person)));
  expect(left.flat()).toEqual([]);
});

test('nobody to add or to remove is nothing to do', async () => {
  await expect(storage.people.add(aRef(), [])).resolves.toBeUndefined();
  await expect(storage.people.remove(aRef(), [])).resolves.toBeUndefined();
});
