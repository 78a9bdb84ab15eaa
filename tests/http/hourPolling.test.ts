/* Everybody asks every three seconds while an hour is open: who has seen the newest is told no more than that, by one point read. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { createLimiter, readLimit, writeLimit } from '../../bot/http/limits.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { laterBy } from '../support/builders.ts';
import { aClock, hourCalls, nextWeek, today } from '../support/hourCalls.ts';
import { countsOf, offencesOf } from '../support/recorder.ts';
import { type Service, startService } from '../support/server.ts';
import { startStorageProxy } from '../support/storageProxy.ts';

let service: Service;
let azurite: Awaited<ReturnType<typeof startAzurite>>;
let proxy: Awaited<ReturnType<typeof startStorageProxy>>;
let time: ReturnType<typeof aClock>;
beforeAll(async () => {
  time = aClock();
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  service = await startService({
    connectionString: proxy.connectionString,
    tableName: freshTable(),
    clock: () => time.clock(),
  });
});
beforeEach(() => time.backToNoon());
afterAll(async () => {
  await service.stop();
  await proxy.stop();
  await azurite.stop();
});
const { call, aTeam, open, close, step, arrange, raise, settle, write, promise } = hourCalls(() => service);

const poll = (path: string, as: string, seen: string | null) =>
  call('GET', path, as, { headers: seen ? { 'if-none-match': seen } : {} });

test.each([
  ['the hour', (team: string) => paths.hour(team, today)],
  ['the page of it', paths.hourScreen],
])('who has seen the newest of %s pays one point read', async (_, pathOf) => {
  const team = await aTeam();
  await open(team);
  const path = pathOf(team);
  const { version } = await poll(path, 'Mei', null);
  await service.settled();

  proxy.requests.length = 0;
  const same = await poll(path, 'Mei', version);
  const asked = countsOf(proxy.requests);
  const weak = await poll(path, 'Mei', `W/${version}`);

  expect([same.status, same.body, same.version, same.headers.get('cache-control')]).toEqual([
    304,
    '',
    version,
    'no-store',
  ]);
  expect(weak.status).toBe(304);
  expect(asked).toEqual({ points: 1, lists: 0, transactions: 0, rows: 0 });
});

test('whatever anybody does about an hour is seen with the next look', async () => {
  const team = await aTeam();
  const path = paths.hour(team, today);
  let { version } = await poll(path, 'Mei', null);
  const topic = randomUUID();
  const line = randomUUID();
  const item = randomUUID();
  const deeds: Record<string, () => Promise<{ status: number }>> = {
    'a topic is raised': () => raise(team, {}, 'Amara', topic),
    'it is supported': () => call('PUT', paths.topicSupport(team, today, topic), 'Lukas'),
    'the hour is arranged': () => arrange(team, { order: [topic] }),
    'somebody cannot come': () => call('PUT', paths.awayFromHour(team, today), 'Nadia'),
    'it is opened': () => open(team),
    'it goes on': () => step(team, { segment: 1 }),
    'somebody talked': () => call('PUT', paths.talkedInHour(team, today), 'Lukas'),
    'a line is written': () => write(team, { keep: false }, 'Priya', line),
    'a line is taken away': () => call('DELETE', paths.hourNote(team, today, line), 'Priya'),
    'somebody promises something': () => promise(team, {}, 'Jonas', item),
    'it is done': () => call('POST', paths.actionDone(team, item), 'Jonas'),
    'a topic is talked about': () => settle(team, topic, 'talked'),
    'somebody leaves with a plan': () =>
      call('PUT', paths.exitFromHour(team, today), 'Lukas', {
        body: { if: 'I see it', then: 'I say it', isShared: true },
      }),
    'somebody says in two lines how it is': () =>
      call('PUT', paths.myStatus(team, today), 'Lukas', { body: { text: 'Release is out' } }),
    'and takes it back': () => call('DELETE', paths.myStatus(team, today), 'Lukas'),
    'it is closed': () => close(team),
  };

  for (const [what, deed] of Object.entries(deeds)) {
    expect([what, (await poll(path, 'Mei', version)).status]).toEqual([what, 304]);
    expect([200, 201, 204]).toContain((await deed()).status);
    const after = await poll(path, 'Mei', version);
    expect([what, after.status]).toEqual([what, 200]);
    version = after.version;
  }
  expect(proxy.requests.flatMap(offencesOf)).toEqual([]);
});

test('a new schedule is seen with the next look, and what only time changes after a quarter of an hour', async () => {
  const team = await aTeam();
  const path = paths.hourScreen(team);
  const { version } = await poll(path, 'Mei', null);
  const schedule = await call('GET', paths.schedule(team), 'Amara');
  await call('PUT', paths.schedule(team), 'Amara', {
    body: { ...schedule.body, time: '15:00' },
    version: schedule.version,
  });

  const after = await poll(path, 'Mei', version);
  time.laterBy(15);
  const later = await poll(path, 'Mei', after.version);

  expect([after.status, later.status]).toEqual([200, 200]);
  expect(after.body.hour.startsAt).toBe('2026-11-19T14:00:00.000Z');
});

test('what somebody has seen counts for that address alone, and only for who is in the team', async () => {
  const team = await aTeam();
  const { version } = await poll(paths.hour(team, today), 'Mei', null);

  const elsewhere = await poll(paths.hour(team, nextWeek), 'Mei', version);
  const nowhere = await poll(paths.hour(team, '2026-11-20'), 'Mei', version);
  const stranger = await poll(paths.hour(team, today), 'Stranger', version);
  const odd = await Promise.all(
    ['*', '"', '"MQ"', 'x', `${version}, "MQ"`].map((tag) => poll(paths.hour(team, today), 'Mei', tag)),
  );

  expect([elsewhere.status, nowhere.status, stranger.status]).toEqual([200, 404, 404]);
  expect(odd.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

test('asking every three seconds in three windows, and typing all the while, is nobody’s hurry', () => {
  let now = laterBy(0);
  const [ask, type] = [createLimiter(readLimit, () => now), createLimiter(writeLimit, () => now)];

  for (let second = 0; second < 90 * 60; second++) {
    now = laterBy(second);
    if (second % 3 === 0) for (let window = 0; window < 3; window++) ask('Amara');
    type('Amara');
    type('Amara');
  }
});
