/* What is deployed: built, carried to a folder where nothing else is, and started there as Azure starts it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { routes } from '../bot/contract/paths.ts';
import { startAzurite } from './support/azurite.ts';
import { contoso, idOf } from './support/builders.ts';
import { type Entra, startEntra } from './support/fakeEntra.ts';
import { freePort } from './support/localWorld.ts';

const run = promisify(execFile);
const anyId = '55555555-5555-4555-8555-555555555555';
const folder = mkdtempSync(join(tmpdir(), 'people-hour-build-'));
let azurite: Awaited<ReturnType<typeof startAzurite>>;
let entra: Entra;
let settings: Record<string, string>;
let service: ChildProcess;
let url: string;
let said = '';

beforeAll(async () => {
  [azurite, entra] = await Promise.all([
    startAzurite(),
    startEntra(anyId),
    run(process.execPath, ['bot/build.mjs', folder]),
  ]);
  rmSync(join(folder, 'tab'), { recursive: true, force: true });
  mkdirSync(join(folder, 'tab'));
  writeFileSync(join(folder, 'tab/index.html'), '<head><meta name="csp-nonce" content="__NONCE__"></head>');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  settings = {
    PORT: `${port}`,
    APP_URL: 'https://people-hour.contoso.com',
    AAD_APP_CLIENT_ID: anyId,
    AAD_APP_TENANT_IDS: contoso,
    BOT_ID: anyId,
    BOT_TENANT_ID: contoso,
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_CONNECTION_STRING: azurite.connectionString,
    CURSOR_SECRET: 'of this test alone',
    ENTRA_AUTHORITY: entra.authority,
    BOT_OPENID_METADATA_URL: `${entra.authority}/${contoso}/v2.0/.well-known/openid-configuration`,
  };
  service = start(settings);
  service.stdout!.on('data', (chunk) => (said += chunk));
  service.stderr!.on('data', (chunk) => (said += chunk));
  while (!(await fetch(url + routes.alive).catch(() => null))) {
    if (service.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}, 90_000);

afterAll(async () => {
  service?.kill('SIGKILL');
  await Promise.all([azurite?.stop(), entra?.stop()]);
  rmSync(folder, { recursive: true });
});

/** Without the shell's own environment: what a service needs is among its settings. */
const start = (env: Record<string, string>) => spawn(process.execPath, ['main.js'], { cwd: folder, env });

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: '19:x@thread.tacv2', tenantId: contoso },
  from: { id: '29:1', aadObjectId: idOf('Amara') },
  recipient: { id: `28:${anyId}` },
  channelData: { tenant: { id: contoso } },
};

test('there is nothing to install, and nothing of the local world', () => {
  const files = readdirSync(folder, { recursive: true }).map(String);

  expect(files).toEqual(expect.arrayContaining(['main.js', 'service.cjs', 'service.cjs.map', 'package.json', 'tab']));
  expect(files.filter((file) => /node_modules|azurite|playground|local/i.test(file))).toEqual([]);
  expect(existsSync(join(folder, `service-${process.version}-${process.arch}.cache`))).toBe(true);
});

test('it serves the tab, the API and the bot, and can reach what it needs', async () => {
  const token = await entra.sign(entra.claims({ oid: idOf('Amara'), tid: contoso }));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

  const [ready, page, me, stranger, description, posted] = await Promise.all([
    fetch(url + routes.ready),
    fetch(`${url}/tab/config`),
    fetch(url + routes.me, { headers }),
    fetch(url + routes.me),
    fetch(url + routes.openapi),
    fetch(url + routes.messages, { method: 'POST', headers, body: JSON.stringify(activity) }),
  ]);

  expect([ready, page, me, stranger, description, posted].map(({ status }) => status)).toEqual([
    200, 200, 200, 401, 200, 401,
  ]);
  expect(page.headers.get('content-security-policy')).not.toContain('localhost');
  expect(page.headers.get('strict-transport-security')).not.toBeNull();
  expect(await page.text()).not.toContain('host-origins');
  expect(await me.json()).toEqual({ person: { id: idOf('Amara'), name: 'Amara Okafor' }, teams: [] });
  expect(Object.keys(((await description.json()) as { paths: object }).paths)).toHaveLength(Object.keys(routes).length);
  expect((await fetch(`${url}/local`)).status).toBe(404);
  expect((await fetch(`${url}/local/token`, { method: 'POST', headers, body: '{}' })).status).toBe(404);
});

test('what is loaded late is there, too', async () => {
  const script = `
    const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('./botbuilder.cjs');
    const { DefaultAzureCredential } = require('./azure-identity.cjs');
    new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    new DefaultAzureCredential();
    console.log('all of it');`;

  const { stdout } = await run(process.execPath, ['-e', script], { cwd: folder });

  expect(stdout).toContain('all of it');
});

test('it never falls back to local mode, whatever is missing: it says what, and ends', async () => {
  for (const env of [{}, { NODE_ENV: 'development' }, { ...settings, BOT_ID: '' }] as Record<string, string>[]) {
    const child = start({ ...env, PORT: '0' });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    const code = await new Promise((resolve) => child.once('exit', resolve));

    expect(code).toBe(1);
    expect(complaint).toContain('BOT_ID');
    expect(complaint).not.toContain('    at ');
  }
});

test('asked to stop, it ends in peace', async () => {
  const ended = new Promise((resolve) => service.once('exit', resolve));

  service.kill('SIGTERM');

  expect(await ended).toBe(0);
  expect(said).toContain('"msg":"Listening"');
  expect(said).not.toContain('"level":"error"');
});
