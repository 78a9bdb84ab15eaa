/* Erasing takes a while, and the world goes on: who begins anew keeps what is new, and nothing old comes after them. */
import { randomUUID } from 'node:crypto';
import { dataRightsUseCases } from '../../bot/app/dataRights.ts';
import type { EraseStore } from '../../bot/app/operationPorts.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { Actor, TeamRef } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { contoso, idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';
import { clientFor } from '../support/storageCheck.ts';
import { myReminders } from './everyRoute.ts';

let azurite: Azurite;
let tableName: string;
let service: Service;
let other: Service;
let laterInMs = 0;
const clock = () => new Date(Date.now() + laterInMs);
beforeAll(async () => void (azurite = await startAzurite()));
beforeEach(async () => {
  tableName = freshTable();
  const same = { connectionString: azurite.connectionString, tableName, clock };
  laterInMs = 0;
  [service, other] = await Promise.all([startService(same), startService(same)]);
});
afterEach(() => Promise.all([service.stop(), other.stop()]));
afterAll(() => azurite.stop());

const amara: Actor = { tenantId: contoso, personId: idOf('Amara'), name: 'Amara' };
const [old, fresh] = ['Words of before', 'Words of afterwards'];

/** Erasing with a background of the test's own, and with a clock. */
function rights(erasures: EraseStore = service.storage.erasures) {
  const { storage } = service;
  const underWay: Promise<unknown>[] = [];
  const useCases = dataRightsUseCases({
    door: { enter: async () => Promise.reject(new Error()), rosterOf: async () => null, forget() {} },
    teams: storage.teams,
    people: storage.people,
    schedules: storage.schedules,
    hours: storage.hours,
    records: storage.records,
    erasures,
    messenger: { post: async () => [], update: async () => undefined, withdraw: async () => true },
    cards: { refresh: () => undefined },
    posts: { showAgain: async () => undefined },
    clock,
    background: (work) => void underWay.push(work),
  });
  return { ...useCases, finished: () => Promise.all(underWay) };
}
const secondsLater = (seconds: number) => void (laterInMs += seconds * 1000);

/** Erasing whose second look, through everything, does not begin before it is let. */
function held(storage: Storage) {
  let letIt = () => {};
  const gate = new Promise<void>((resolve) => (letIt = resolve));
  const erasures: EraseStore = {
    ...storage.erasures,
    personEverywhere: async (asked) => {
      await gate;
      return storage.erasures.personEverywhere(asked);
    },
  };
  return { erasures, letIt };
}

async function tell(team: string, about: string) {
  const { version } = await service.call('GET', paths.profile(team, 'me'), { as: 'Amara' });
  const body = { about };
  expect((await service.call('PUT', paths.profile(team, 'me'), { as: 'Amara', body, version })).status).toBe(200);
}

async function thank(team: string, text: string, by = service) {
  const body = { to: [idOf('Mei')], text };
  return by.call('PUT', paths.kudos(team, randomUUID()), { as: 'Amara', body });
}

async function wish(team: string) {
  const { version } = await service.call('GET', paths.myReminders(team), { as: 'Amara' });
  expect((await service.call('PUT', paths.myReminders(team), { as: 'Amara', body: myReminders, version })).status).toBe(
    200,
  );
}

async function rows(): Promise<{ partitionKey?: string; rowKey?: string }[]> {
  const found = [];
  for await (const row of clientFor(azurite.connectionString, tableName).listEntities()) found.push(row);
  return found;
}
const said = async () => JSON.stringify(await rows());

async function aTeamOfOld(): Promise<TeamRef> {
  const ref = await service.haveTeam(['Amara', 'Mei']);
  await tell(ref.teamId, old);
  await thank(ref.teamId, old);
  await service.settled();
  return ref;
}

/** Everything of Amara is new, and all of it is there. */
async function expectNewOnly(ref: TeamRef) {
  expect(await said()).not.toContain(old);
  const { about } = (await service.call('GET', paths.profile(ref.teamId, 'me'), { as: 'Amara' })).body;
  expect(about).toBe(fresh);
  const { items } = (await service.call('GET', paths.kudosList(ref.teamId), { as: 'Amara' })).body;
  expect(items.map(({ text }: { text: string }) => text)).toEqual([fresh]);
  const { teams } = (await service.call('GET', paths.me(), { as: 'Amara' })).body;
  expect(teams.map(({ id }: { id: string }) => id)).toEqual([ref.teamId]);
  const { body } = await service.call('GET', paths.myExport(), { as: 'Amara' });
  expect(JSON.stringify(body)).toContain(fresh);
}

async function beginAnew(ref: TeamRef) {
  // An instance that somebody else's erasing went by notices it by then.
  secondsLater(6);
  await tell(ref.teamId, fresh);
  expect((await thank(ref.teamId, fresh)).status).toBe(201);
  await wish(ref.teamId);
  await service.settled();
}

test('what somebody writes seconds after they were erased stays, and nothing of before does', async () => {
  const ref = await aTeamOfOld();
  await wish(ref.teamId);
  await service.settled();
  const { erasures, letIt } = held(service.storage);
  const { eraseMe, finished } = rights(erasures);

  await eraseMe(amara);
  await beginAnew(ref);
  const wishes = await service.storage.wishes.find(ref, amara.personId);
  letIt();
  await finished();

  await expectNewOnly(ref);
  expect(await service.storage.wishes.find(ref, amara.personId)).toEqual(wishes);
  expect(await service.storage.erasures.asked()).toEqual([]);
  expect((await rows()).filter(({ partitionKey }) => /^(erasures|begun)$/.test(partitionKey!))).toEqual([]);
});

test('also when the one who erased ended in the middle, and the night goes on', async () => {
  const ref = await aTeamOfOld();
  const forgotten = await aTeamOfOld();
  // Nobody knows any more that Amara was there.
  await service.storage.people.remove(forgotten, [amara.personId]);
  await rights(held(service.storage).erasures).eraseMe(amara);
  await beginAnew(ref);
  expect(await said()).toContain(old);

  secondsLater(3600);
  await rights().nightly();

  await expectNewOnly(ref);
  expect(await service.storage.erasures.asked()).toEqual([]);
});

test('who asks again while the first time is not over is erased again', async () => {
  const ref = await aTeamOfOld();
  const first = held(service.storage);
  const [one, two] = [rights(first.erasures), rights()];
  await one.eraseMe(amara);
  await beginAnew(ref);

  await two.eraseMe(amara);
  await two.finished();
  first.letIt();
  await one.finished();

  const left = await said();
  expect([left.includes(old), left.includes(fresh), left.includes(idOf('Amara'))]).toEqual([false, false, false]);
  expect(await service.storage.erasures.asked()).toEqual([]);
});

test('what another instance still let in after a team was deleted goes after it', async () => {
  const ref = await aTeamOfOld();
  await other.setRoster(ref, ['Amara', 'Mei']);
  // The other instance knows the team now, and does not look again for a while.
  expect((await other.call('GET', paths.team(ref.teamId), { as: 'Amara' })).status).toBe(200);
  await other.settled();

  expect((await service.call('DELETE', paths.team(ref.teamId), { as: 'Amara' })).status).toBe(204);
  expect((await thank(ref.teamId, fresh, other)).status).toBe(201);
  await other.settled();
  secondsLater(3600);
  await rights().nightly();

  const left = await said();
  const part = Buffer.from(ref.teamId).toString('base64url');
  expect([left.includes(fresh), left.includes(old), left.includes(part)]).toEqual([false, false, false]);
  expect(await service.storage.erasures.asked()).toEqual([]);
});
