import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import {
  directorySchema,
  helpSchema,
  peoplePageSchema,
  personPageSchema,
  profileViewSchema,
} from '../../bot/contract/profile.ts';
import { firstScreenSchema, meSchema } from '../../bot/contract/team.ts';
import { aMember, idOf } from '../support/builders.ts';
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
    team: { id: teamId, name: 'Studio', kind: 'team', values: ['Care'], ending: null },
    me: { id: idOf('Amara'), name: 'Amara', owner: false, thankMe: 'channel' },
    members: [
      { id: idOf('Amara'), name: 'Amara', owner: false },
      { id: idOf('Mei'), name: 'Mei', owner: true },
    ],
    goals: [],
    actions: [],
    nextHour: null,
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

/** What somebody tells the team, from whatever they told before. */
async function tell(team: string, name: string, body: object) {
  const { version } = await service.call('GET', paths.profile(team, 'me'), { as: name });
  return service.call('PUT', paths.profile(team, 'me'), { as: name, body, version });
}

test('a role that is left out stays as it was told', async () => {
  const { teamId } = await service.haveTeam(['Amara']);
  await tell(teamId, 'Amara', { role: ' Product  designer ' });

  const saved = await tell(teamId, 'Amara', { about: 'I draw.' });

  expect(saved.body).toMatchObject({ role: 'Product designer', about: 'I draw.' });
});

test('the directory is everybody by name, with what their cards show and no long texts', async () => {
  const { teamId } = await service.haveTeam(['Olga', 'Mei', 'Amara']);
  const told = { role: 'Designer', canShow: ['Figma'], wantsToLearn: ['Estimating'], timeZone: 'Asia/Tokyo' };
  await tell(teamId, 'Mei', { ...told, about: 'A long text', howToWork: 'Another', thankMe: 'no' });

  const { body } = await service.call('GET', paths.directory(teamId), { as: 'Amara' });

  const { about: _about, howToWork: _howToWork, ...nothing } = nothingTold;
  expect(directorySchema.parse(body)).toEqual({
    items: [
      { id: idOf('Amara'), name: 'Amara', owner: false, ...nothing },
      { id: idOf('Mei'), name: 'Mei', owner: false, ...nothing, ...told },
      { id: idOf('Olga'), name: 'Olga', owner: true, ...nothing },
    ],
  });
  expect(JSON.stringify(body)).not.toMatch(/thankMe|A long text/);
});

test('who can help is found by words, best fit first, with the asks that they could help with too', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei', 'Lukas', 'Priya']);
  await tell(teamId, 'Mei', { canShow: ['Estimating budgets'] });
  await tell(teamId, 'Lukas', { canShow: ['Estimating'] });
  await tell(teamId, 'Amara', { canShow: ['Estimating'] });
  const goal = paths.goal(teamId, randomUUID());
  const body = { title: 'Hidden', ask: 'Who reads my estimating notes?', askToTeam: true };
  await service.call('PUT', goal, { as: 'Priya', body });
  const find = (question: string) => service.call('GET', paths.whoCanHelp(teamId) + question, { as: 'Amara' });

  const found = await find('?q=ESTIMATING');
  const first = await find('?q=estimating&limit=1');
  const none = await find('?q=knitting');
  const wrong = [await find(''), await find('?q=%20'), await find('?q=x&limit=101')];

  const asks = [
    expect.objectContaining({ text: body.ask, offered: false, owner: { id: idOf('Priya'), name: 'Priya' } }),
  ];
  expect(helpSchema.parse(found.body).items).toMatchObject([
    { person: { name: 'Lukas' }, fits: ['Estimating'], asks },
    { person: { name: 'Mei' }, fits: ['Estimating budgets'], asks },
  ]);
  expect(JSON.stringify(found.body)).not.toMatch(/Hidden|thankMe/);
  expect([first.body.items.length, none.body.items]).toEqual([1, []]);
  expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400]);
});

test('a person’s page is their profile, what they share, what they ask for and the thanks that I may see', async () => {
  const mei = aMember('Mei', { signInName: 'mei@contoso.test' });
  const { teamId } = await service.haveTeam(['Olga', mei, 'Amara', 'Lukas']);
  await tell(teamId, 'Mei', { about: 'I draw.', canShow: ['Figma'], thankMe: 'private' });
  const goal = (body: object) =>
    service.call('PUT', paths.goal(teamId, randomUUID()), { as: 'Mei', body: { title: 'A goal', ...body } });
  const thank = (by: string, whom: string, text: string) =>
    service.call('PUT', paths.kudos(teamId, randomUUID()), { as: by, body: { to: [idOf(whom)], text } });
  await goal({ title: 'For the team', audience: 'team' });
  await goal({ title: 'For Amara', audience: 'supporters', supporters: [idOf('Amara')] });
  await goal({ title: 'Hidden', ask: 'A quiet room', askToTeam: true });
  await thank('Amara', 'Mei', 'Thank you for the drawing');
  await thank('Mei', 'Amara', 'Thank you for looking at it');
  const page = async (who: string, of: string = idOf('Mei')) =>
    (await service.call('GET', paths.person(teamId, of), { as: who })).body;

  const [amara, lukas, olga, mine] = [
    await page('Amara'),
    await page('Lukas'),
    await page('Olga'),
    await page('Mei', 'me'),
  ];

  const titles = (of: typeof amara) => of.goals.map(({ title }: { title: string }) => title);
  const shown = (of: typeof amara) => [titles(of), of.asks.length, of.thanks.length];
  expect(personPageSchema.parse(amara)).toMatchObject({
    person: { id: idOf('Mei'), name: 'Mei', about: 'I draw.', canShow: ['Figma'] },
    signInName: 'mei@contoso.test',
    asks: [{ text: 'A quiet room', offered: false }],
    thanks: [{ text: 'Thank you for the drawing' }],
  });
  expect([amara, lukas, olga].map(shown)).toEqual([
    [['For Amara', 'For the team'], 1, 1],
    [['For the team'], 1, 0],
    [['For the team'], 1, 0],
  ]);
  // My own page is what anybody sees who is nobody special.
  expect(mine).toEqual(lukas);
  expect(await page('Mei')).toEqual(lukas);
  expect(JSON.stringify([amara, lukas, olga, mine])).not.toMatch(/thankMe|Hidden/);
  expect((await service.call('GET', paths.person(teamId, idOf('Nobody')), { as: 'Amara' })).status).toBe(404);
  expect((await service.call('GET', paths.person(teamId, 'somebody'), { as: 'Amara' })).status).toBe(404);
});

test('in a team of ten thousand the first screen comes in one call, and everybody else in pages', async () => {
  const { teamId } = await service.haveTeam(['Amara', ...Array.from({ length: 10_000 }, (_, at) => `Member ${at}`)]);
  const answers = await Promise.all(
    [paths.team(teamId), paths.people(teamId), paths.kudosList(teamId), paths.hourScreen(teamId)].map((path) =>
      service.call('GET', path, { as: 'Amara' }),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const [screen, people] = answers.map(({ body }) => body);
  expect(screen.members).toHaveLength(10_001);
  expect(people.items.length).toBeLessThanOrEqual(100);
  const next = await service.call('GET', `${paths.people(teamId)}?cursor=${people.nextCursor}`, { as: 'Amara' });
  expect(next.body.items[0]).not.toEqual(people.items[0]);
});
