import { ChangedMeanwhile } from '../../bot/app/ports.ts';
import { teamId } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aRef } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

const facts = { kind: 'team', name: 'Studio', address: '{"serviceUrl":"http://localhost"}' } as const;

test('a team that nobody installed is not there', async () => {
  expect(await storage.teams.find(aRef())).toBeNull();
});

test.each(['🎉'.repeat(150), 'x'.repeat(3000), '\ud83d', '', "' or RowKey ne '"])(
  'a team id that nobody can have is simply not there: %j',
  async (id) => {
    expect(await storage.teams.find(aRef({ teamId: teamId(id) }))).toBeNull();
  },
);

test('an installed team is as Teams told us', async () => {
  const ref = aRef();

  await storage.teams.install(ref, facts);

  const found = await storage.teams.find(ref);
  expect(found?.thing).toEqual({
    team: { id: ref.teamId, tenantId: ref.tenantId, kind: 'team', name: 'Studio', values: [], ending: null },
    rosterVersion: expect.any(String) as string,
    address: facts.address,
  });
});

test('installing again takes everything over but the values', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);
  const before = (await storage.teams.find(ref))!;
  await storage.teams.saveValues(ref, ['Care'], before.version);

  await storage.teams.install(ref, { kind: 'channel', name: 'Atelier', address: '{}' });

  const { thing } = (await storage.teams.find(ref))!;
  expect(thing.team).toEqual({ ...before.thing.team, kind: 'channel', name: 'Atelier', values: ['Care'] });
  expect(thing.address).toBe('{}');
  expect(thing.rosterVersion).not.toBe(before.thing.rosterVersion);
});

test('a team that was uninstalled is gone, and finds its values when it comes back', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);
  await storage.teams.saveValues(ref, ['Care'], (await storage.teams.find(ref))!.version);

  await storage.teams.uninstall(ref);
  await storage.teams.uninstall(ref);
  await storage.teams.touchRoster(ref);
  const gone = await storage.teams.find(ref);
  await storage.teams.install(ref, facts);

  expect(gone).toBeNull();
  expect((await storage.teams.find(ref))!.thing.team.values).toEqual(['Care']);
});

test('every change of the roster is noticed, and one of a team that is not there is not', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);
  const seen = new Set([(await storage.teams.find(ref))!.thing.rosterVersion]);

  for (let change = 0; change < 3; change++) {
    await storage.teams.touchRoster(ref);
    seen.add((await storage.teams.find(ref))!.thing.rosterVersion);
  }
  const nowhere = aRef();
  await storage.teams.touchRoster(nowhere);
  await storage.teams.uninstall(nowhere);

  expect(seen.size).toBe(4);
  expect(await storage.teams.find(nowhere)).toBeNull();
});

test('an owner who edits the values does not lose to people who come and go', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);
  const { version } = (await storage.teams.find(ref))!;

  await Promise.all([
    ...Array.from({ length: 20 }, () => storage.teams.touchRoster(ref)),
    storage.teams.install(ref, { ...facts, name: 'Atelier' }),
    storage.teams.saveValues(ref, ['Care'], version),
  ]);

  const { thing } = (await storage.teams.find(ref))!;
  expect(thing.team).toMatchObject({ name: 'Atelier', values: ['Care'] });
});

test('of two owners who edit the same values, the second is told', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);
  const { version } = (await storage.teams.find(ref))!;

  const attempts = await Promise.allSettled([
    storage.teams.saveValues(ref, ['Care'], version),
    storage.teams.saveValues(ref, ['Courage'], version),
  ]);
  await expect(storage.teams.saveValues(ref, ['Late'], version)).rejects.toThrow(ChangedMeanwhile);

  const [lost] = attempts.filter((attempt) => attempt.status === 'rejected');
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(lost?.reason).toBeInstanceOf(ChangedMeanwhile);
});

test('the version that saving answers is the one for the next edit', async () => {
  const ref = aRef();
  await storage.teams.install(ref, facts);

  const first = await storage.teams.saveValues(ref, ['Care'], (await storage.teams.find(ref))!.version);
  const second = await storage.teams.saveValues(ref, [], first);

  expect(await storage.teams.find(ref)).toMatchObject({ thing: { team: { values: [] } }, version: second });
});

test('values of a team that is not there, or was uninstalled meanwhile, are not saved', async () => {
  const ref = aRef();
  await expect(storage.teams.saveValues(ref, ['Care'], 'any')).rejects.toThrow(ChangedMeanwhile);
  await storage.teams.install(ref, facts);
  const { version } = (await storage.teams.find(ref))!;
  await storage.teams.uninstall(ref);

  await expect(storage.teams.saveValues(ref, ['Care'], version)).rejects.toThrow(ChangedMeanwhile);
});
