import { randomUUID } from 'node:crypto';
import { kudosSchema } from '../../bot/contract/kudos.ts';
import { paths } from '../../bot/contract/paths.ts';
import { aMember, idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const text = 'Thank you for the honest review';
const gift = { to: [idOf('Mei')], text };

async function given(of: object = {}, members = ['Amara', 'Mei', 'Lukas']) {
  const { teamId } = await service.haveTeam(members);
  const path = paths.kudos(teamId, randomUUID());
  const answer = await service.call('PUT', path, { as: 'Amara', body: { ...gift, ...of } });
  return { teamId, path, joined: `${path}/joined/me`, answer };
}

test('a kudos is given once: new it is 201, the same again 200, both with the same kudos and version', async () => {
  const { path, answer: first } = await given({ effect: 'I slept well.' });

  const again = await service.call('PUT', path, { as: 'Amara', body: { ...gift, effect: 'I slept well.' } });

  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect(again.version).toBe(first.version);
  expect(first.version).toMatch(/^"[\w-]+"$/);
  expect(kudosSchema.parse(first.body)).toEqual({
    id: path.split('/').at(-1),
    from: { id: idOf('Amara'), name: 'Amara' },
    to: [{ id: idOf('Mei'), name: 'Mei' }],
    text,
    effect: 'I slept well.',
    value: null,
    goalId: null,
    messageLink: null,
    visibility: 'channel',
    joined: [],
    createdAt: first.body.createdAt,
  });
});

test('the same kudos ten times at once is one kudos, told once', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const path = paths.kudos(teamId, randomUUID());

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => service.call('PUT', path, { as: 'Amara', body: gift })),
  );
  await service.settled();

  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const { body: wall } = await service.call('GET', paths.kudosList(teamId), { as: 'Mei' });
  expect(wall.items).toHaveLength(1);
  expect(service.posted.filter(({ id }) => path.endsWith(id))).toHaveLength(1);
});

test('an id that is taken is not taken over, neither by another text nor by somebody else', async () => {
  const { path } = await given();

  const otherText = await service.call('PUT', path, {
    as: 'Amara',
    body: { ...gift, text: 'Something else entirely' },
  });
  const otherGiver = await service.call('PUT', path, { as: 'Lukas', body: gift });

  expect([otherText.status, otherText.body.code]).toEqual([409, 'kudos.idTaken']);
  expect([otherGiver.status, otherGiver.body.code]).toEqual([409, 'kudos.idTaken']);
});

test('a kudos can be taken back, twice is once, and its id stays spent', async () => {
  const { teamId, path } = await given();

  const gone = [
    await service.call('DELETE', path, { as: 'Amara' }),
    await service.call('DELETE', path, { as: 'Amara' }),
  ];
  const again = await service.call('PUT', path, { as: 'Amara', body: gift });

  expect(gone.map(({ status, body }) => [status, body])).toEqual([
    [204, ''],
    [204, ''],
  ]);
  expect([again.status, again.body.code]).toEqual([409, 'kudos.takenBack']);
  expect((await service.call('GET', path, { as: 'Mei' })).status).toBe(404);
  expect((await service.call('GET', paths.kudosList(teamId), { as: 'Mei' })).body.items).toEqual([]);
});

test('who was thanked may take it off the wall; who only reads it may not', async () => {
  const { path } = await given();

  const reader = await service.call('DELETE', path, { as: 'Lukas' });
  const thanked = await service.call('DELETE', path, { as: 'Mei' });

  expect([reader.status, reader.body.code]).toEqual([403, 'kudos.notYours']);
  expect(thanked.status).toBe(204);
});

test('taking back a version that is no longer the newest changes nothing', async () => {
  const { path, joined, answer } = await given();
  await service.call('PUT', joined, { as: 'Lukas' });

  const stale = await service.call('DELETE', path, { as: 'Amara', version: answer.version });
  const { version } = await service.call('GET', path, { as: 'Amara' });
  const fresh = await service.call('DELETE', path, { as: 'Amara', version });

  expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
  expect(fresh.status).toBe(204);
});

test('others join by name, once, and may leave again', async () => {
  const { joined } = await given();

  await service.call('PUT', joined, { as: 'Lukas' });
  const twice = await service.call('PUT', joined, { as: 'Lukas' });
  const giver = await service.call('PUT', joined, { as: 'Amara' });
  const left = await service.call('DELETE', joined, { as: 'Lukas' });

  expect(twice.body.joined).toEqual([{ id: idOf('Lukas'), name: 'Lukas' }]);
  expect([giver.status, giver.body.code]).toEqual([422, 'kudos.ownJoin']);
  expect(left.body.joined).toEqual([]);
});

test('a whole team that joins in the same moment is on it', async () => {
  const many = Array.from({ length: 8 }, (_, at) => `Friend ${at}`);
  const { path, joined } = await given({}, ['Amara', 'Mei', ...many]);

  const answers = await Promise.all(many.map((name) => service.call('PUT', joined, { as: name })));

  expect(answers.map(({ status }) => status)).toEqual(many.map(() => 200));
  const { body } = await service.call('GET', path, { as: 'Mei' });
  expect(body.joined.map(({ name }: { name: string }) => name).sort()).toEqual(many);
});

test('rules are refused by their name, and nothing is written', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const refused: [object, number, string][] = [
    [{ to: [idOf('Amara')] }, 422, 'kudos.toSelf'],
    [{ to: [idOf('Stranger')] }, 422, 'kudos.notInTeam'],
    [{ text: 'Thank you' }, 422, 'kudos.tooFewWords'],
    [{ value: 'Speed' }, 422, 'kudos.unknownValue'],
    [{ to: [] }, 400, 'request.invalid'],
    [{ text: 'long '.repeat(201) }, 400, 'request.invalid'],
    [{ messageLink: 'https://evil.example/l/message/1' }, 400, 'request.invalid'],
    [{ from: idOf('Mei') }, 400, 'request.invalid'],
    [{ visibility: 'channel' }, 400, 'request.invalid'],
  ];

  for (const [of, status, code] of refused) {
    const answer = await service.call('PUT', paths.kudos(teamId, randomUUID()), {
      as: 'Amara',
      body: { ...gift, ...of },
    });
    expect({ of, status: answer.status, code: answer.body.code }).toEqual({ of, status, code });
  }
  expect((await service.call('GET', paths.kudosList(teamId), { as: 'Amara' })).body.items).toEqual([]);
});

test('a private kudos is there for the two alone, in every list, page and answer', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei', 'Lukas']);
  const profile = paths.profile(teamId, 'me');
  const { version } = await service.call('GET', profile, { as: 'Mei' });
  await service.call('PUT', profile, { as: 'Mei', body: { thankMe: 'private' }, version });
  const path = paths.kudos(teamId, randomUUID());

  const preview = await service.call('POST', paths.kudosPreview(teamId), { as: 'Amara', body: { to: [idOf('Mei')] } });
  await service.call('PUT', path, { as: 'Amara', body: { ...gift, text: 'Thank you for the walk' } });

  expect(preview.body).toEqual({ outcome: 'private' });
  const seen = async (name: string) => ({
    one: (await service.call('GET', path, { as: name })).status,
    list: (await service.call('GET', paths.kudosList(teamId), { as: name })).body.items.length,
    search: (await service.call('GET', `${paths.kudosList(teamId)}?q=walk`, { as: name })).body.items.length,
    first: (await service.call('GET', paths.team(teamId), { as: name })).body.kudos.items.length,
    join: (await service.call('PUT', `${path}/joined/me`, { as: name })).body.code,
  });
  expect(await seen('Mei')).toEqual({ one: 200, list: 1, search: 1, first: 1, join: 'kudos.notOpenToJoin' });
  expect(await seen('Lukas')).toEqual({ one: 404, list: 0, search: 0, first: 0, join: 'notFound' });
});

test('people are shown by the name they have now, and who left by the one they had', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei', 'Lukas']);
  const path = paths.kudos(ref.teamId, randomUUID());
  await service.call('PUT', path, { as: 'Amara', body: { ...gift, to: [idOf('Mei'), idOf('Lukas')] } });

  await service.setRoster(ref, ['Amara', aMember('Mei', { name: 'Mei Tanaka-Berg' })]);

  const { body } = await service.call('GET', path, { as: 'Amara' });
  expect(body.to.map(({ name }: { name: string }) => name)).toEqual(['Mei Tanaka-Berg', 'Lukas']);
});

test('the wall is paged, filtered and searched, and the pages together are the wall', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei', 'Lukas'], { values: ['Care'] });
  for (let at = 1; at <= 7; at++) {
    const body = {
      to: [idOf(at % 2 ? 'Mei' : 'Lukas')],
      text: `Thank you, number ${at}`,
      value: at === 3 ? 'Care' : null,
    };
    await service.call('PUT', paths.kudos(teamId, randomUUID()), { as: 'Amara', body });
  }
  const texts = async (question: string) => {
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = `${paths.kudosList(teamId)}?limit=3${question}${cursor && `&cursor=${cursor}`}`;
      const { body } = await service.call('GET', address, { as: 'Mei' });
      all.push(...body.items.map((item: { text: string }) => item.text.at(-1)));
      cursor = body.nextCursor;
    }
    return all.join('');
  };

  expect(await texts('')).toBe('7654321');
  expect(await texts(`&person=${idOf('Lukas')}`)).toBe('642');
  expect(await texts('&person=me')).toBe('7531');
  expect(await texts('&value=Care')).toBe('3');
  expect(await texts('&q=lukas')).toBe('642');
  const { body: first } = await service.call('GET', paths.team(teamId), { as: 'Mei' });
  expect(first.kudos.items).toHaveLength(7);
});
