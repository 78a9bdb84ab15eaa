/* Every route against every way of not belonging: the answer is the same 404, and nothing is changed. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { aMember, idOf } from '../support/builders.ts';
import { fabrikam, type Service, startService } from '../support/server.ts';
import { everyTeamRoute } from './everyRoute.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const gift = { to: [idOf('Mei')], text: 'Thank you for the honest review' };
const outsiders = {
  'somebody who is in no team': aMember('Stranger'),
  'an owner of another team': aMember('Olga'),
  'a member of another team': aMember('Otis'),
  'somebody who left': aMember('Leaver'),
  'a stranger from another tenant': aMember('Faye', { tenantId: fabrikam }),
  'the same object id in another tenant': aMember('Amara', { tenantId: fabrikam }),
};

/** A team with something in it, and everything of it that a change would show in. */
async function scene() {
  const ref = await service.haveTeam(['Amara', 'Mei', 'Leaver'], { values: ['Care'] });
  const other = await service.haveTeam(['Olga', 'Otis']);
  const kudos = randomUUID();
  await service.call('PUT', paths.kudos(ref.teamId, kudos), { as: 'Amara', body: gift });
  await service.call('PUT', paths.kudosJoined(ref.teamId, kudos), { as: 'Leaver' });
  await service.setRoster(ref, [aMember('Amara', { owner: true }), 'Mei']);
  const everything = async () => {
    const addresses = [paths.team, paths.values, paths.people, paths.kudosList].map((of) => of(ref.teamId));
    return Promise.all(addresses.map(async (path) => (await service.call('GET', path, { as: 'Amara' })).body));
  };
  return { ref, other, kudos, everything };
}

const withoutId = ({ requestId, ...problem }: { requestId: string }) => {
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return problem;
};

const nothingThere = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  detail: 'There is nothing here that you can see.',
  code: 'notFound',
};

test.each(Object.entries(outsiders))(
  'for %s a team is not there, by any route, and nothing in it changes',
  async (_, who) => {
    const { ref, kudos, everything } = await scene();
    const before = await everything();

    for (const { method, path, body, version } of [
      ...everyTeamRoute(ref.teamId, kudos, 'me', gift),
      ...everyTeamRoute(ref.teamId, randomUUID(), idOf('Mei'), gift),
    ]) {
      const answer = await service.call(method, path, { as: who, body, version: version ?? null });
      expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
    }
    expect(await everything()).toEqual(before);
  },
);

test.each([
  ['that does not exist', () => `19:${randomUUID()}@thread.tacv2`],
  ['that is no team id', () => 'x'],
  ['with signs that a key must not have', () => 'a/b\\c#d?e%f\u0000'],
  ['that is too long', () => 'x'.repeat(400)],
  ['that is longer than any id', () => 'x'.repeat(2000)],
  ['named like an own property', () => '__proto__'],
])('a team %s is answered like one that is not mine', async (_, team) => {
  await service.haveTeam(['Amara', 'Mei']);

  for (const { method, path, body, version } of everyTeamRoute(team(), randomUUID(), 'me', gift)) {
    const answer = await service.call(method, path, { as: 'Amara', body, version: version ?? null });
    expect({ method, ...withoutId(answer.body) }).toEqual({ method, ...nothingThere });
  }
});

test('a kudos and a person of another team are not there, although I am in a team myself', async () => {
  const { ref, other, kudos, everything } = await scene();
  const before = await everything();
  const inTheirs = [
    ['GET', paths.kudos(other.teamId, kudos)],
    ['DELETE', paths.kudos(other.teamId, kudos)],
    ['PUT', paths.kudosJoined(other.teamId, kudos)],
    ['DELETE', paths.kudosJoined(other.teamId, kudos)],
    ['GET', paths.profile(other.teamId, idOf('Amara'))],
    ['PUT', paths.profile(other.teamId, idOf('Amara'))],
    ['GET', paths.kudos(other.teamId, 'not-an-id')],
    ['GET', paths.profile(other.teamId, 'not-an-id')],
  ] as const;

  for (const [method, path] of inTheirs) {
    const answer = await service.call(method, path, {
      as: 'Olga',
      ...(path.endsWith('profile') && method === 'PUT' ? { body: {} } : {}),
    });
    expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
  }
  // The same id may be given in another team: ids belong to their team.
  const theirs = await service.call('PUT', paths.kudos(other.teamId, kudos), {
    as: 'Olga',
    body: { ...gift, to: [idOf('Otis')] },
  });
  expect(theirs.status).toBe(201);
  expect(await everything()).toEqual(before);
  expect(ref.teamId).not.toBe(other.teamId);
});

test('somebody who is removed is out with the next request, and somebody who comes is in', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei']);
  const status = async (name: string) => (await service.call('GET', paths.team(ref.teamId), { as: name })).status;
  expect([await status('Mei'), await status('Nadia')]).toEqual([200, 404]);

  await service.setRoster(ref, ['Amara', 'Nadia']);

  expect([await status('Mei'), await status('Nadia')]).toEqual([404, 200]);
});

test('nobody is let in while Teams does not say who is in', async () => {
  const ref = await service.haveTeam(['Amara']);
  service.setTeamsAway(true);

  const answer = await service.call('GET', paths.team(ref.teamId), { as: 'Amara' });
  service.setTeamsAway(false);

  expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'away', '5']);
});
