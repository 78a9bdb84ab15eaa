/* What is deployed: built, carried to a folder where nothing else is, and started there as Azure starts it. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { levels, measures } from '../bot/app/meter.ts';
import { paths, routes } from '../bot/contract/paths.ts';
import { idOf } from './support/builders.ts';
import { type Deployment, deploy, type Instance } from './support/deployment.ts';
import { walkThrough } from './support/walk.ts';

let deployment: Deployment;
let service: Instance;
let design: string;

beforeAll(async () => {
  deployment = await deploy();
  service = await deployment.start();
}, 90_000);
afterAll(() => deployment?.stop());

test('there is nothing to install, and nothing of the local world', () => {
  const files = readdirSync(deployment.folder, { recursive: true }).map(String);

  expect(files).toEqual(expect.arrayContaining(['main.js', 'service.cjs', 'service.cjs.map', 'package.json', 'tab']));
  expect(files.filter((file) => /node_modules|azurite|playground|local/i.test(file))).toEqual([]);
  expect(existsSync(join(deployment.folder, `service-${process.version}-${process.arch}.cache`))).toBe(true);
});

test('it serves the tab, the API and the bot, and can reach what it needs', async () => {
  const { url } = service;
  const headers = {
    authorization: `Bearer ${await deployment.tokenFor('Amara')}`,
    'content-type': 'application/json',
  };

  const [ready, page, me, stranger, description] = await Promise.all([
    fetch(url + routes.ready),
    fetch(`${url}/tab/config`),
    fetch(url + routes.me, { headers }),
    fetch(url + routes.me),
    fetch(url + routes.openapi),
  ]);

  expect([ready, page, me, stranger, description].map(({ status }) => status)).toEqual([200, 200, 200, 401, 200]);
  expect(page.headers.get('content-security-policy')).not.toContain('localhost');
  expect(page.headers.get('strict-transport-security')).not.toBeNull();
  expect(await page.text()).not.toContain('host-origins');
  expect(await me.json()).toEqual({ person: { id: idOf('Amara'), name: 'Amara' }, teams: [] });
  expect(Object.keys(((await description.json()) as { paths: object }).paths)).toHaveLength(Object.keys(routes).length);
  expect((await fetch(`${url}/local`)).status).toBe(404);
  expect((await fetch(`${url}/local/token`, { method: 'POST', headers, body: '{}' })).status).toBe(404);
});

test('the walk that the local world passes', () => walkThrough(deployment.around(service.url)), 60_000);

test('a kudos goes from the message extension to the wall, a goal is begun, and an hour is held', async () => {
  const { connector, identity } = deployment;
  const ask = (method: string, path: string, as: string, body?: object) =>
    deployment.call(service.url, method, path, as, body);
  const channel = deployment.teams(service.url).channel('Design', ['Amara', 'Mei', 'Lukas']);
  expect((await channel.install('Amara')).status).toBe(200);
  design = channel.id;
  const form = await channel.as('Amara').opensForm();
  const typed = { to: [idOf('Mei')], text: 'Thank you for the honest review' };
  // The dialog closes: the kudos stands in the channel for all to see.
  expect(await channel.as('Amara').sends(form, typed)).toEqual({ status: 200 });

  await connector.untilPosts(1);
  const wall = await ask('GET', paths.kudosList(design), 'Mei');
  expect(wall.body.items.map(({ text }: { text: string }) => text)).toEqual([typed.text]);
  expect(identity.asked.at(-1)).toBe(`https://api.botframework.com as ${deployment.settings.BOT_ID}`);
  expect(connector.calls.at(-1)!.authorization).toBe(`Bearer ${identity.tokenFor('https://api.botframework.com')}`);
  expect((await ask('GET', paths.kudosList(design), 'Nadia')).status).toBe(404);

  const goal = paths.goal(design, randomUUID());
  expect((await ask('PUT', goal, 'Mei', { title: 'Estimate aloud' })).status).toBe(201);
  expect([(await ask('GET', goal, 'Mei')).status, (await ask('GET', goal, 'Amara')).status]).toEqual([200, 404]);

  const today = new Date().toISOString().slice(0, 10);
  const weekday = new Date().getUTCDay() || 7;
  const schedule = { weekday, time: '12:00', timeZone: 'Atlantic/Reykjavik', minutes: 60, startOn: today };
  expect((await ask('PUT', paths.schedule(design), 'Amara', schedule)).status).toBe(201);
  expect((await ask('POST', paths.openHour(design, today), 'Mei')).status).toBe(200);
  const line = { text: 'Say early what is unclear', kind: 'decision' };
  expect((await ask('PUT', paths.hourNote(design, today, randomUUID()), 'Lukas', line)).status).toBe(201);
  const held = await ask('POST', paths.closeHour(design, today), 'Amara');
  expect([held.body.status, held.body.notes.map(({ text }: { text: string }) => text)]).toEqual(['held', [line.text]]);
});

test('an administrator sees that all of it is there, that nobody can come by its address yet, and no secret', async () => {
  const { entra, settings } = deployment;
  const claims = entra.claims({ oid: idOf('Amara'), tid: settings.AAD_APP_TENANT_IDS!, roles: ['Administrator'] });
  const headers = { authorization: `Bearer ${await entra.sign(claims)}` };

  const answer = await fetch(service.url + routes.setup, { headers });
  const said = await answer.text();

  const { items } = JSON.parse(said) as { items: { part: string; state: string }[] };
  expect(items.map(({ part, state }) => `${part}: ${state}`)).toEqual([
    'address: wrong',
    'signIn: good',
    'tables: good',
    'queues: good',
    'exports: good',
    'bot: good',
    'teams: good',
  ]);
  const [, key] = /AccountKey=([^;]+)/.exec(settings.STORAGE_CONNECTION_STRING!)!;
  for (const secret of [key!, settings.CURSOR_SECRET!, 'token-for-'])
    expect(said + service.said()).not.toContain(secret);
});

test('an activity without a token, with one of the tab, for another bot or for another address is refused', async () => {
  const { connector, botToken } = deployment;
  const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl: connector.serviceUrl };
  const post = async (authorization?: string) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const body = JSON.stringify(activity);
    return (await fetch(service.url + routes.messages, { method: 'POST', headers, body })).status;
  };

  expect(await post()).toBe(401);
  expect(await post(`Bearer ${await deployment.tokenFor('Amara')}`)).toBe(401);
  expect(await post(await botToken.authorization(connector.serviceUrl, { aud: randomUUID() }))).toBe(401);
  expect(await post(await botToken.authorization('https://smba.trafficmanager.net/emea/'))).toBe(401);
});

test('everything can be exported and put back from the same folder', async () => {
  const operate = async (...args: string[]) => {
    const child = deployment.run({ ...deployment.settings }, args);
    let said = '';
    child.stdout!.on('data', (chunk) => (said += chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, said };
  };

  const made = await operate('export');
  // The service goes on meanwhile, so a team may have changed while it was read.
  const exported = /^Exported (\d+) rows of 1 teams as (\S+)\.$/m;
  expect(made).toEqual({ code: 0, said: expect.stringMatching(exported) });
  const [, rows, name] = exported.exec(made.said)!;
  expect(Number(rows)).toBeGreaterThan(20);
  expect(await operate('exports')).toEqual({ code: 0, said: `${name}\n` });
  expect((await operate('restore', '--from', name!)).code).toBe(1);
  expect((await operate('restore', '--from', name!, '--over-existing')).said).toMatch(`Restored ${rows} rows`);
  const tenant = ['--tenant', deployment.settings.AAD_APP_TENANT_IDS!];
  expect(await operate('erase', ...tenant)).toMatchObject({ code: 1 });
  expect(await operate('erase', ...tenant, '--person', idOf('Mei'))).toMatchObject({ code: 0 });
  const wall = await deployment.call(service.url, 'GET', paths.kudosList(design), 'Lukas');
  expect(wall.body.items).toEqual([]);
  expect((await operate('everything')).code).toBe(1);
});

test('what is loaded late is there, too', async () => {
  const script = `
    const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('./botbuilder.cjs');
    const { BlobServiceClient } = require('./azure-storage-blob.cjs');
    new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    new BlobServiceClient('https://account.blob.core.windows.net');
    console.log('all of it');`;

  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: deployment.folder });

  expect(stdout).toContain('all of it');
});

test('whatever is missing, it never falls back to local mode: it says all of it at once, and ends', async () => {
  const { settings } = deployment;
  const names = Object.keys(settings);
  const defaults = ['ENTRA_AUTHORITY', 'BOT_OPENID_METADATA_URL', 'BOT_SERVICE_HOSTS'];
  const needed = names.filter((name) => !defaults.includes(name));
  const complaintOf = async (env: Readonly<Record<string, string>>) => {
    const child = deployment.run({ ...env, PORT: '0' });
    let complaint = '';
    child.stderr!.on('data', (chunk) => (complaint += chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, complaint.includes('    at ')]).toEqual([1, false]);
    return complaint;
  };
  const namedIn = (complaint: string) => needed.filter((name) => complaint.includes(name));

  expect(namedIn(await complaintOf({}))).toEqual(needed);
  expect(namedIn(await complaintOf({ NODE_ENV: 'development' }))).toEqual(needed);
  for (const name of needed) expect(namedIn(await complaintOf({ ...settings, [name]: '' }))).toEqual([name]);
}, 60_000);

test('asked to stop, it says so to who balances the load, answers on for a while, and ends in peace', async () => {
  const ended = service.end('SIGTERM');
  const leaving = await untilNotReady(service.url);
  const answer = await fetch(service.url + routes.me, {
    headers: { authorization: `Bearer ${await deployment.tokenFor('Amara')}` },
  });

  expect(leaving).toMatchObject({ status: 503, detail: 'This instance is stopping.' });
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(await ended).toBe(0);
  expect(service.said()).toContain('"msg":"Listening"');
  expect(service.said()).not.toContain('"level":"error"');
  const refused = linesOf(service.said()).filter(({ msg }) => msg === 'an activity was refused' || msg === 'Refused');
  expect(new Set(refused.map(({ msg }) => msg)).size).toBe(2);
  for (const line of refused) expect(line.requestId).toMatch(/^[0-9a-f-]{36}$/);
  for (const name of ['Amara', 'Mei', 'Lukas']) expect(service.said()).not.toContain(idOf(name));
});

test('what it measured is sent to Application Insights, the last of it on the way out, and nothing of anybody is in it', async () => {
  const { insights, settings, identity } = deployment;
  const metrics = insights.metrics();
  const of = (name: string) => metrics.filter((metric) => metric.name === name);
  const kinds = (name: string, label: string) => new Set(of(name).map(({ labels }) => labels[label]));

  // Whether a reminder was due just now depends on the time of the day.
  const names = [...Object.keys(measures), ...Object.keys(levels)];
  expect([...new Set(['reminder.late', ...metrics.map(({ name }) => name)])].sort()).toEqual(names.sort());
  expect(of('request.ms')).toContainEqual(
    expect.objectContaining({ labels: { route: routes.me, method: 'GET', outcome: '2xx' } }),
  );
  expect(kinds('activity.ms', 'kind')).toContain('composeExtension/submitAction');
  expect(kinds('connector.ms', 'call')).toContain('startThread');
  expect(kinds('storage.ms', 'outcome')).toContain('done');
  const personal = ['Amara', 'Mei', 'Lukas'].flatMap((name) => [name, idOf(name)]);
  const said = ['honest review', 'Estimate aloud', 'Say early', 'Design'];
  const secret = [settings.CURSOR_SECRET!, identity.tokenFor(''), await deployment.tokenFor('Amara'), 'Bearer', 'eyJ'];
  for (const word of [...personal, ...said, ...secret, design, settings.AAD_APP_TENANT_IDS!])
    expect({ word, isThere: insights.everything().includes(word) }).toEqual({ word, isThere: false });
  expect(new Set(metrics.map(({ role, instance }) => `${role} on ${instance}`))).toEqual(
    new Set([`people-hour on ${hostname()}`]),
  );
  expect(insights.everything()).not.toContain('Statsbeat');
});

const linesOf = (said: string) =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, string>);

async function untilNotReady(url: string): Promise<unknown> {
  for (;;) {
    const ready = await fetch(url + routes.ready);
    if (ready.status !== 200) return ready.json();
  }
}
