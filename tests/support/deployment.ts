/* The service as it is deployed: built, in a folder where nothing else is, with a production's settings. Around it everything that it reaches for, over HTTP. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { routes } from '../../bot/contract/paths.ts';
import type { Azurite } from './azurite.ts';
import { startBlobs } from './azuriteBlobs.ts';
import { startTablesAndQueues } from './azuriteQueues.ts';
import { contoso, idOf } from './builders.ts';
import { type FakeBotToken, startFakeBotToken } from './fakeBotToken.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';
import { type Entra, startEntra } from './fakeEntra.ts';
import { type FakeInsights, startFakeInsights } from './fakeInsights.ts';
import { type FakeManagedIdentity, startFakeManagedIdentity } from './fakeManagedIdentity.ts';
import { freePort } from './freePort.ts';
import { botId, type Teams } from './teamsWorld.ts';
import { type Answer, caller, type Surroundings, teamsOf } from './walk.ts';

export const clientId = '55555555-5555-4555-8555-555555555555';

export type Instance = {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that it wrote. */
  said(): string;
  /** Resolves with its exit code when it has ended, after this signal. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

export type Deployment = {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly azurite: Azurite;
  readonly entra: Entra;
  readonly botToken: FakeBotToken;
  readonly connector: FakeConnector;
  readonly identity: FakeManagedIdentity;
  readonly insights: FakeInsights;
  /** Another instance of it, when it answers. */
  start(): Promise<Instance>;
  /** Whatever these settings make of it. */
  run(settings: Readonly<Record<string, string>>, args?: readonly string[]): ChildProcess;
  tokenFor(name: string): Promise<string>;
  /** Asks the API of an instance, as somebody. */
  call(url: string, method: string, path: string, as: string, body?: object, version?: string): Promise<Answer>;
  /** Teams in front of an instance: every activity has a token that the Connector signed. */
  teams(url: string): Teams;
  /** All that a walk through an instance needs. */
  around(url: string): Surroundings;
  stop(): Promise<void>;
};

export async function deploy(): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'people-hour-build-'));
  const [azurite, blobs, entra, botToken, connector, identity, insights] = await Promise.all([
    startTablesAndQueues(),
    startBlobs(),
    startEntra(clientId),
    startFakeBotToken(botId),
    startFakeConnector(),
    startFakeManagedIdentity(),
    startFakeInsights(),
  ]);
  const parts = [azurite, blobs, entra, botToken, connector, identity, insights];
  await promisify(execFile)(process.execPath, ['bot/build.mjs', folder]).catch(async (trouble: unknown) => {
    await Promise.all(parts.map((part) => part.stop()));
    throw trouble;
  });
  // Whether somebody has built the tab before must not matter here.
  rmSync(join(folder, 'tab'), { recursive: true, force: true });
  mkdirSync(join(folder, 'tab'));
  writeFileSync(join(folder, 'tab/index.html'), '<head><meta name="csp-nonce" content="__NONCE__"></head>');

  const settings = {
    APP_URL: 'https://people-hour.contoso.com',
    AAD_APP_CLIENT_ID: clientId,
    AAD_APP_TENANT_IDS: contoso,
    BOT_ID: botId,
    BOT_TENANT_ID: contoso,
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_CONNECTION_STRING: azurite.connectionString + blobs.connectionString,
    CURSOR_SECRET: 'of this test alone',
    ENTRA_AUTHORITY: entra.authority,
    BOT_OPENID_METADATA_URL: botToken.metadataUrl,
    BOT_SERVICE_HOSTS: connector.host,
  };
  const instances: Instance[] = [];
  // Without the shell's own environment: what a service needs is among its settings.
  const run: Deployment['run'] = (env, args = []) =>
    spawn(process.execPath, ['main.js', ...args], { cwd: folder, env });

  async function start(): Promise<Instance> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const optional = { APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString, PORT: `${port}` };
    const child = run({ ...settings, ...identity.environment, ...optional });
    let said = '';
    child.stdout!.on('data', (chunk) => (said += chunk));
    child.stderr!.on('data', (chunk) => (said += chunk));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    };
    instances.push({ url, process: child, said: () => said, end });
    while (!(await fetch(url + routes.alive).catch(() => null))) {
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return instances.at(-1)!;
  }

  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (name: string) => {
    const token = tokens.get(name) ?? entra.sign(entra.claims({ oid: idOf(name), tid: contoso, name }));
    tokens.set(name, token);
    return token;
  };

  const around = (url: string): Surroundings => ({
    url,
    tenant: contoso,
    who: idOf,
    tokenFor,
    connector,
    botHeaders: async (serviceUrl) => ({ authorization: await botToken.authorization(serviceUrl) }),
  });

  return {
    folder,
    settings,
    azurite,
    entra,
    botToken,
    connector,
    identity,
    insights,
    start,
    run,
    tokenFor,
    call: (url, ...asked) => caller({ url, tokenFor })(...asked),
    teams: (url) => teamsOf(around(url)),
    around,
    async stop() {
      await Promise.all(instances.map((instance) => instance.end('SIGKILL')));
      await Promise.all(parts.map((part) => part.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
