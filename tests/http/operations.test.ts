import { routes } from '../../bot/contract/paths.ts';
import { createReadiness } from '../../bot/http/readiness.ts';
import { paths } from '../../bot/contract/paths.ts';
import { laterBy } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

const started: Service[] = [];
const start: typeof startService = async (options) => {
  const service = await startService(options);
  started.push(service);
  return service;
};
afterAll(() => Promise.all(started.map((service) => service.stop())));

test('the process says that it is alive, and ready as long as everything answers', async () => {
  const service = await start();

  const alive = await service.call('GET', routes.alive);
  const ready = await service.call('GET', routes.ready);

  expect([alive.status, alive.body]).toEqual([200, { alive: true }]);
  expect([ready.status, ready.body]).toEqual([200, { ready: true, missing: [] }]);
});

test('a service without storage starts, is alive, and names what is missing', async () => {
  const nowhere = 'DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA==;TableEndpoint=http://127.0.0.1:9/x;';
  const service = await start({ connectionString: nowhere });

  const alive = await service.call('GET', routes.alive);
  const ready = await service.call('GET', routes.ready);

  expect(alive.status).toBe(200);
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
  expect(ready.headers.get('content-type')).toContain('application/problem+json');
  expect(ready.body).toMatchObject({ code: 'away', detail: 'Missing: storage.', missing: ['storage'] });
});

test('everything is looked at once in five seconds, however often somebody asks', async () => {
  let now = laterBy(0);
  let looks = 0;
  const log = { info() {}, warn() {}, error() {} };
  const checks = { storage: async () => void looks++, 'sign-in': () => Promise.reject(new Error('away')) };
  const ready = createReadiness(checks, log, () => now);

  const answers = await Promise.all(Array.from({ length: 20 }, ready));
  expect(looks).toBe(1);
  expect(new Set(answers.map(String))).toEqual(new Set(['sign-in']));

  now = laterBy(6);
  await ready();
  expect(looks).toBe(2);
});

test('the bot is handed what Teams posted, and its answer goes back as it is', async () => {
  const heard: unknown[] = [];
  const service = await start({
    receiver: async (request) => {
      heard.push(request);
      return { status: 200, body: { task: { type: 'continue' } } };
    },
  });
  // As large as an activity may be, which is more than the tab may send.
  const body = { type: 'invoke', text: 'x'.repeat(200 * 1024) };

  const answer = await service.call('POST', routes.messages, { body, headers: { authorization: 'Bearer of-teams' } });

  expect([answer.status, answer.body]).toEqual([200, { task: { type: 'continue' } }]);
  expect(heard).toEqual([{ authorization: 'Bearer of-teams', body }]);
  const tooLarge = await service.call('POST', routes.messages, { body: { text: 'x'.repeat(257 * 1024) } });
  expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'request.tooLarge']);
});

test('what the bot refuses is refused in the form of every refusal', async () => {
  let status = 401;
  const service = await start({ receiver: async () => ({ status }) });

  for (const [given, code] of [
    [401, 'token.invalid'],
    [400, 'request.invalid'],
    [403, 'activity.refused'],
    [501, 'activity.unknown'],
    [503, 'away'],
  ] as const) {
    status = given;
    const answer = await service.call('POST', routes.messages, { body: {} });
    expect([answer.status, answer.body.status, answer.body.code]).toEqual([given, given, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  status = 202;
  expect(await service.call('POST', routes.messages, { body: {} })).toMatchObject({ status: 202, body: '' });
});

test('a person in a hurry is asked to wait; nobody else notices', async () => {
  const service = await start();
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const write = (as: string) => service.call('POST', paths.kudosPreview(teamId), { as, body: { to: [] } });
  await service.call('GET', paths.team(teamId), { as: 'Amara' });

  const hurried = await Promise.all(Array.from({ length: 200 }, () => write('Amara')));
  const refused = hurried.filter(({ status }) => status === 429);

  expect(refused.length).toBeGreaterThan(50);
  expect(hurried.length - refused.length).toBeGreaterThanOrEqual(120);
  expect(refused[0]!.body).toMatchObject({ code: 'tooFast', status: 429 });
  expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await write('Mei')).status).toBe(200);
  // Reading has a measure of its own.
  expect((await service.call('GET', paths.team(teamId), { as: 'Amara' })).status).toBe(200);
});

test('whoever asks again and again for everything there is has to wait sooner, and can go on with the rest', async () => {
  const service = await start();
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const whole = [
    ['GET', paths.myExport()],
    ['DELETE', paths.me()],
    ['GET', paths.teamExport(teamId)],
    ['GET', paths.growthRecord(teamId)],
  ] as const;
  const ask = (as: string) =>
    Promise.all(Array.from({ length: 10 }, () => whole.map(([how, path]) => service.call(how, path, { as }))).flat());

  const served = (await ask('Amara')).filter(({ status }) => status !== 429).length;

  expect(served).toBeGreaterThanOrEqual(20);
  expect(served).toBeLessThan(25);
  expect((await service.call('GET', paths.team(teamId), { as: 'Amara' })).status).toBe(200);
  expect((await service.call('GET', paths.myExport(), { as: 'Mei' })).status).toBe(200);
});

test('each answer carries the id of its request, and the log has those that were refused, with nobody’s name or words', async () => {
  const service = await start();
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const path = paths.kudos(teamId, '12121212-1212-4212-8212-121212121212');
  const body = { to: ['33333333-3333-4333-8333-333333333333'], text: 'Words that nobody should log' };

  const answers = [
    await service.call('GET', paths.team(teamId), { as: 'Amara' }),
    await service.call('PUT', path, { as: 'Amara', body }),
    await service.call('GET', paths.me()),
    await service.call('GET', '/nothing/here?secret=1'),
  ];

  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  const refused = service.logged.filter(({ message }) => message === 'Refused').map(({ facts }) => facts);
  expect(new Set(ids).size).toBe(4);
  expect(refused).toMatchObject(ids.slice(1).map((requestId) => ({ requestId })));
  expect(refused.map((facts) => (facts as { status: number }).status)).toEqual([422, 401, 404]);
  const log = JSON.stringify(service.logged);
  const token = await service.tokenFor('Amara');
  for (const secret of ['Amara', 'Words', token.slice(0, 40), '33333333-3333', 'secret=1'])
    expect(log).not.toContain(secret);
});

test('only this machine is answered when only this machine is meant', async () => {
  const service = await start({ onlyHosts: ['localhost', '127.0.0.1', '[::1]'] });
  const port = new URL(service.url).port;
  const ask = async (host: string) => {
    const { get } = await import('node:http');
    return new Promise<number>((resolve, reject) => {
      get(`${service.url}/healthz`, { headers: { host } }, (response) => resolve(response.resume().statusCode!)).on(
        'error',
        reject,
      );
    });
  };

  expect(await Promise.all(['localhost', '127.0.0.1', '[::1]'].map((host) => ask(`${host}:${port}`)))).toEqual([
    200, 200, 200,
  ]);
  expect(await Promise.all(['evil.example', 'localhost.evil.example', `evil.example:${port}`].map(ask))).toEqual([
    400, 400, 400,
  ]);
});
