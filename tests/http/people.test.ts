import { paths } from '../../bot/contract/paths.ts';
import { peoplePageSchema, profileViewSchema } from '../../bot/contract/profile.ts';
import { firstScreenSchema, meSchema } from '../../bot/contract/team.ts';
import { idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const nothingTold = {
  role: '',
  about: '',
  howToWork: '',
  pronouns: '',
  timeZone: '',
  workingHours: null,
  strengths: [],
  canShow: [],
  wantsToLearn: [],
};

test('me is who I am and the teams I am in, by name', async () => {
  const studio = await service.haveTeam(['Ida', 'Mei'], { name: 'Studio' });
  const atelier = await service.haveTeam(['Ida'], { name: 'Atelier' });
  for (const { teamId } of [studio, atelier]) await service.call('GET', paths.team(teamId), { as: 'Ida' });
  await service.settled();

  const { status, body } = await service.call('GET', paths.me(), { as: 'Ida' });

  expect(status).toBe(200);
  expect(meSchema.parse(body)).toEqual({
    person: { id: idOf('Ida'), name: 'Ida' },
    teams: [
      { id: atelier.teamId, name: 'Atelier' },
      { id: studio.teamId, name: 'Studio' },
    ],
  });
});

test('the first screen brings the team, its members by name, my own place in it and the newest kudos', async () => {
  const { teamId } = await service.haveTeam(['Mei', 'Amara'], { values: ['Care'] });

  const { body } = await service.call('GET', paths.team(teamId), { as: 'Amara' });

  expect(firstScreenSchema.parse(body)).toEqual({
    team: { id: teamId, name: 'Studio', kind: 'team', values: ['Care'] },
    me: { id: idOf('Amara'), name: 'Amara', owner: false, thankMe: 'channel' },
    members: [
      { id: idOf('Amara'), name: 'Amara', owner: false },
      { id: idOf('Mei'), name: 'Mei', owner: true },
    ],
    goals: [],
    kudos: { items: [], nextCursor: null },
  });
});

test('owners choose the values: with the version they saw, and nobody else', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const path = paths.values(teamId);
  const body = { values: ['Care', 'Clear words'] };
  const { version } = await service.call('GET', path, { as: 'Amara' });

  const blind = await service.call('PUT', path, { as: 'Amara', body });
  const anyVersion = await service.call('PUT', path, { as: 'Amara', body, version: '*' });
  const saved = await service.call('PUT', path, { as: 'Amara', body, version });
  const stale = await service.call('PUT', path, { as: 'Amara', body: { values: [] }, version });
  const member = await service.call('PUT', path, { as: 'Mei', body, version: saved.version });
  const twice = await service.call('PUT', path, {
    as: 'Amara',
    body: { values: ['Care', 'CARE'] },
    version: saved.version,
  });

  expect([blind, anyVersion, saved, stale, member, twice].map(({ status, body }) => [status, body.code])).toEqual([
    [428, 'version.missing'],
    [412, 'version.stale'],
    [200, undefined],
    [412, 'version.stale'],
    [403, 'values.ownersOnly'],
    [422, 'values.twice'],
  ]);
  const now = await service.call('GET', path, { as: 'Mei' });
  expect([now.body, now.version]).toEqual([body, saved.version]);
});

test('a profile is told to the team, but never how its person likes to be thanked', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const mine = paths.profile(teamId, 'me');
  const { version, body: before } = await service.call('GET', mine, { as: 'Mei' });
  const told = { about: 'I draw.', canShow: ['Figma'], timeZone: 'Europe/Berlin', thankMe: 'private' };

  const saved = await service.call('PUT', mine, { as: 'Mei', body: told, version });
  const again = await service.call('PUT', paths.profile(teamId, idOf('Mei')), {
    as: 'Mei',
    body: told,
    version: saved.version,
  });
  const theirs = await service.call('GET', paths.profile(teamId, idOf('Mei')), { as: 'Amara' });
  const list = await service.call('GET', paths.people(teamId), { as: 'Amara' });

  expect(before).toEqual({ person: { id: idOf('Mei'), name: 'Mei' }, ...nothingTold, thankMe: 'channel' });
  expect(profileViewSchema.parse(saved.body)).toEqual({ ...before, ...told });
  expect(again.status).toBe(200);
  const { thankMe: _, ...shown } = told;
  expect(theirs.body).toEqual({ person: { id: idOf('Mei'), name: 'Mei' }, ...nothingTold, ...shown });
  expect(peoplePageSchema.parse(list.body).items).toEqual([
    { id: idOf('Amara'), name: 'Amara', owner: true, ...nothingTold },
    { id: idOf('Mei'), name: 'Mei', owner: false, ...nothingTold, ...shown },
  ]);
  expect(JSON.stringify([theirs.body, list.body])).not.toContain('thankMe');
});

test('a profile is one’s own: changing another’s is refused, by owners too', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const path = paths.profile(teamId, idOf('Mei'));
  const { version } = await service.call('GET', path, { as: 'Amara' });

  const another = await service.call('PUT', path, { as: 'Amara', body: { about: 'Not me' }, version });
  const nobody = await service.call('PUT', paths.profile(teamId, idOf('Nobody')), { as: 'Amara', body: {}, version });

  expect([another.status, another.body.code]).toEqual([403, 'profile.notYours']);
  expect([nobody.status, nobody.body.code]).toEqual([404, 'notFound']);
  expect((await service.call('GET', path, { as: 'Mei' })).body.about).toBe('');
});

test('two edits from one version: the first is kept, the second is told', async () => {
  const { teamId } = await service.haveTeam(['Amara']);
  const path = paths.profile(teamId, 'me');
  const { version } = await service.call('GET', path, { as: 'Amara' });

  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map((about) => service.call('PUT', path, { as: 'Amara', body: { about }, version })),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const winner = answers.find(({ status }) => status === 200)!;
  const now = await service.call('GET', path, { as: 'Amara' });
  expect([now.body.about, now.version]).toEqual([winner.body.about, winner.version]);
});

test('hours that end before they start, and zones that are none, are refused by name', async () => {
  const { teamId } = await service.haveTeam(['Amara']);
  const path = paths.profile(teamId, 'me');
  const { version } = await service.call('GET', path, { as: 'Amara' });
  const put = (body: object) => service.call('PUT', path, { as: 'Amara', body, version });

  const turned = await put({ workingHours: { start: '17:00', end: '09:00' } });
  const nowhere = await put({ timeZone: 'Middle/Earth' });
  const noTime = await put({ workingHours: { start: '9', end: '17:00' } });

  expect([turned, nowhere, noTime].map(({ status, body }) => [status, body.code])).toEqual([
    [422, 'profile.hoursTurned'],
    [422, 'profile.unknownZone'],
    [400, 'request.invalid'],
  ]);
  expect(noTime.body.errors).toEqual([{ path: 'workingHours.start', message: expect.any(String) }]);
});

test('people are paged by name, and whoever leaves meanwhile leaves no hole', async () => {
  const names = ['Amara', 'Mei', 'Åsa', 'Öl', 'Zoë', 'Lukas', 'Nadia'];
  const ref = await service.haveTeam(names);
  const page = async (cursor: string | null) =>
    (
      await service.call('GET', `${paths.people(ref.teamId)}?limit=2${cursor ? `&cursor=${cursor}` : ''}`, {
        as: 'Amara',
      })
    ).body;

  const first = await page(null);
  await service.setRoster(
    ref,
    names.filter((name) => name !== first.items[1].name),
  );
  const rest: { name: string }[] = [];
  for (let cursor = first.nextCursor; cursor;) {
    const { items, nextCursor } = await page(cursor);
    rest.push(...items);
    cursor = nextCursor;
  }

  const inOrder = [...names].sort((one, other) => one.localeCompare(other));
  expect([...first.items, ...rest].map(({ name }) => name)).toEqual(inOrder);
});
