/* What an administrator is told of the service, and that nobody else is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paths } from '../../bot/contract/paths.ts';
import { hearing } from '../../bot/app/heard.ts';
import { administratorRole } from '../../bot/http/auth.ts';
import { reach } from '../../bot/http/readiness.ts';
import type { Setup } from '../../bot/http/setup.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { contoso, idOf, laterBy } from '../support/builders.ts';
import { fabrikam, type Service, startService } from '../support/server.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const teamsAdministrator = '69091246-20e8-4a56-aa4d-066075b2a7a8';
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';

let service: Service;
let parts: Setup['parts'] = {};
beforeAll(async () => {
  const heardAt: Setup['heardAt'] = () => service.storage.house.lastHeard();
  service = await startService({
    setup: {
      get parts() {
        return parts;
      },
      identity: idOf('the service'),
      heardAt,
    },
  });
});
afterAll(() => service.stop());
beforeEach(() => (parts = { tables: { value: 'peoplehour', look: () => service.storage.house.probe() } }));

async function ask(claims: object, tenant: string = contoso) {
  const token = await service.entra.sign(service.entra.claims({ oid: idOf('Amara'), tid: tenant, ...claims }));
  return service.call('GET', paths.setup(), { headers: { authorization: `Bearer ${token}` } });
}
const look = async () => (await ask({ roles: [administratorRole] })).body.items;

test.each([
  ['whom the tenant gave the role of this app', { roles: [administratorRole] }],
  ['a global administrator', { wids: [userAdministrator, globalAdministrator] }],
  ['an administrator of Teams', { wids: [teamsAdministrator] }],
])('%s sees what is set up', async (_, claims) => {
  const { status, body, headers } = await ask(claims);

  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    items: [
      { part: 'tables', state: 'good', reason: null, value: 'peoplehour' },
      { part: 'teams', state: 'waiting', reason: 'silent', value: '' },
    ],
    identity: idOf('the service'),
  });
});

test.each([
  ['a member', {}],
  ['an administrator of something else', { wids: [userAdministrator] }],
  ['who has a role of a similar name', { roles: ['administrator', 'Administrators', ''] }],
  ['who has roles that are none', { roles: administratorRole, wids: globalAdministrator }],
])('%s does not', async (_, claims) => {
  const { status, body } = await ask(claims);

  expect([status, body.code]).toEqual([403, 'setup.administratorsOnly']);
});

test('an administrator of another tenant that is let in is none here', async () => {
  const { status } = await ask({ roles: [administratorRole], wids: [globalAdministrator] }, fabrikam);

  expect(status).toBe(403);
});

test('an administrator is nobody in particular in a team', async () => {
  const ref = await service.haveTeam(['Mei', 'Lukas']);
  const token = await service.entra.sign(
    service.entra.claims({ oid: idOf('Amara'), tid: contoso, roles: [administratorRole] }),
  );
  const headers = { authorization: `Bearer ${token}` };

  expect((await service.call('GET', paths.team(ref.teamId), { headers })).status).toBe(404);
});

test('what does not work is said with a reason that one can do something about', async () => {
  const azurite = await startAzurite();
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const withWrongKey = azurite.connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=d3Jvbmc=');
  const locked = await openStorage({ connectionString: withWrongKey }, freshTable());
  parts = {
    address: { value: 'https://nowhere.invalid', look: () => reach('http://nowhere.invalid/healthz') },
    signIn: { value: 'an id', look: () => reach(url) },
    tables: { value: 'peoplehour', look: locked.house.probe },
    bot: { value: 'an id', look: () => reach('http://127.0.0.1:9/') },
  };

  const items = (await look()) as { part: string; reason: string | null; state: string }[];

  expect(items.map(({ part, state, reason }) => [part, state, reason])).toEqual([
    ['address', 'wrong', 'notThere'],
    ['signIn', 'wrong', 'slow'],
    ['tables', 'wrong', 'forbidden'],
    ['bot', 'wrong', 'unreachable'],
    ['teams', 'waiting', 'silent'],
  ]);
  silent.closeAllConnections();
  silent.close();
  await azurite.stop();
}, 30_000);

test('nothing is said about Teams while storage, which would know, does not answer', async () => {
  const nowhere = 'DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA==;TableEndpoint=http://127.0.0.1:9/x;';
  const lame = await startService({ connectionString: nowhere });
  const token = await lame.entra.sign(
    lame.entra.claims({ oid: idOf('Amara'), tid: contoso, roles: [administratorRole] }),
  );

  const { body } = await lame.call('GET', paths.setup(), { headers: { authorization: `Bearer ${token}` } });

  expect(body.items).toEqual([{ part: 'tables', state: 'wrong', reason: expect.any(String), value: 'azurite' }]);
  await lame.stop();
}, 30_000);

test('that Teams reaches the service is noted once an hour', async () => {
  let [now, writes] = [laterBy(0), 0];
  const { house } = service.storage;
  const counting = { ...house, heardFromTeams: (at: Date) => (writes++, house.heardFromTeams(at)) };
  const underWay: Promise<unknown>[] = [];
  const heard = hearing({ house: counting, clock: () => now, background: (work) => void underWay.push(work) });

  for (const minutes of [0, 1, 59]) {
    now = laterBy(minutes * 60);
    heard();
  }
  await Promise.all(underWay);
  expect([writes, (await look()).at(-1)]).toEqual([
    1,
    { part: 'teams', state: 'good', reason: null, value: laterBy(0).toISOString() },
  ]);

  now = laterBy(3601);
  heard();
  await Promise.all(underWay);
  expect([writes, (await look()).at(-1).value]).toEqual([2, laterBy(3601).toISOString()]);
});
