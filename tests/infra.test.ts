/* There is no bicep compiler in npm. What a parser can see is checked here; that Azure accepts it is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { levels, measures } from '../bot/app/meter.ts';
import { routes } from '../bot/contract/paths.ts';
import { readSettings, settingNames } from '../bot/settings.ts';
import { type Bicep, parseBicep, readBicep } from './support/bicep.ts';
import { filesIn, readText } from './support/files.ts';

const files = readdirSync('infra').filter((file) => file.endsWith('.bicep'));
let all: ReadonlyMap<string, Bicep>;
const file = (name: string) => all.get(name)!;

beforeAll(async () => {
  const parsed = await Promise.all(files.map((name) => readBicep(`infra/${name}`)));
  all = new Map(parsed.map((bicep) => [bicep.file, bicep]));
});

test('every file is bicep, and every name in it is declared', () => {
  expect([...all.keys()].sort()).toEqual([
    'alerts.bicep',
    'app.bicep',
    'bot.bicep',
    'domain.bicep',
    'main.bicep',
    'monitoring.bicep',
    'secured.bicep',
    'storage.bicep',
  ]);
  for (const bicep of all.values()) {
    expect({ file: bicep.file, errors: bicep.errors, unknown: bicep.unknown }).toEqual({
      file: bicep.file,
      errors: [],
      unknown: [],
    });
  }
});

test('every module gets the parameters that it needs and no others, and gives the outputs that are read', () => {
  const used = new Set<string>();
  for (const bicep of all.values()) {
    for (const module of bicep.modules) {
      const target = file(module.file);
      const needed = target.params.filter((param) => param.isNeeded).map((param) => param.name);
      expect(module.params).toEqual(expect.arrayContaining(needed));
      expect(target.params.map((param) => param.name)).toEqual(expect.arrayContaining([...module.params]));
      used.add(module.file);
    }
    for (const read of bicep.outputsRead) {
      const [name, output] = read.split('.');
      const module = bicep.modules.find((candidate) => candidate.name === name);
      expect(file(module!.file).outputs).toContain(output);
    }
  }
  expect([...used, 'main.bicep'].sort()).toEqual([...all.keys()].sort());
  expect(file('main.bicep').outputsRead.length).toBeGreaterThan(0);
});

test('the parameters file gives exactly parameters that there are, and all that have no default', () => {
  const given = Object.keys(JSON.parse(readFileSync('infra/main.parameters.json', 'utf8')).parameters);
  const { params } = file('main.bicep');

  expect(params.map((param) => param.name)).toEqual(expect.arrayContaining(given));
  expect(given).toEqual(expect.arrayContaining(params.filter((param) => param.isNeeded).map((param) => param.name)));
});

test('the service is told every setting that a deployment needs, by the name it reads', () => {
  const told = [...file('app.bicep').keysOf('settings'), ...file('app.bicep').keysOf('insights')];
  const forOtherPlaces = {
    BOT_PASSWORD: 'the identity is managed, so there is no secret',
    STORAGE_CONNECTION_STRING: 'the account has no keys',
    ENTRA_AUTHORITY: 'sovereign clouds',
    BOT_OPENID_METADATA_URL: 'sovereign clouds',
    BOT_SERVICE_HOSTS: 'sovereign clouds',
  };

  expect([...told, ...Object.keys(forOtherPlaces)].sort()).toEqual(Object.keys(settingNames).sort());
});

test('what Azure tells the service is enough for it to start', () => {
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  const values: Record<string, string> = {
    APP_URL: 'https://people-hour.contoso.com',
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_ACCOUNT_NAME: 'peoplehour123456',
    CURSOR_SECRET: `${id}${id}`,
    PORT: '8080',
    LOG_LEVEL: 'info',
  };
  const told = file('app.bicep')
    .keysOf('settings')
    .map((name) => [name, values[name] ?? id]);

  expect(readSettings({ NODE_ENV: 'production', ...Object.fromEntries(told) })).toMatchObject({ mode: 'deployed' });
});

test('nothing can be reached with a key, a password or an old protocol', () => {
  const lines = [...all.values()].flatMap((bicep) => bicep.text.split('\n').map((line) => line.trim()));

  expect(lines).toEqual(
    expect.arrayContaining([
      'allowSharedKeyAccess: false',
      'allowBlobPublicAccess: false',
      'supportsHttpsTrafficOnly: true',
      "minimumTlsVersion: 'TLS1_2'",
      "minTlsVersion: '1.2'",
      'httpsOnly: true',
      "ftpsState: 'Disabled'",
      'allow: false',
      'disableLocalAuth: true',
      "msaAppType: 'UserAssignedMSI'",
    ]),
  );
  expect(lines.join('\n')).not.toMatch(/\blist\w*(Keys|Sas)\b/i);
});

test('the service stays awake, is asked whether it is alive, and any instance may answer', () => {
  const { text } = file('app.bicep');

  expect(text).toContain('alwaysOn: true');
  expect(text).toContain(`healthCheckPath: '${routes.alive}'`);
  expect(text).toContain('clientAffinityEnabled: false');
  expect(text).toContain('http20Enabled: true');
  expect(text).toContain("linuxFxVersion: 'NODE|22-lts'");
});

test('a version that takes over can reach all that it needs, and one that stops has the time that it takes', () => {
  const { text } = file('app.bicep');
  const [, patience] = /patienceInMs = ([\d_]+)/.exec(readFileSync('bot/main.ts', 'utf8'))!;
  const [, given] = /WEBSITES_CONTAINER_STOP_TIME_LIMIT: '(\d+)'/.exec(text)!;

  expect(text).toContain(`WEBSITE_SWAP_WARMUP_PING_PATH: '${routes.ready}'`);
  expect(Number(given) * 1000).toBeGreaterThan(Number(patience!.replaceAll('_', '')));
  // Waiting in the slot, it would do timed work with an older mind.
  expect(text).toContain('properties: union(properties, { enabled: false })');
});

test('the slot is the same as the place where people are: identity, settings, and no password', () => {
  const { text } = file('app.bicep');

  expect(text.match(/identity: identityOfTheApp/g)).toHaveLength(2);
  expect(text.match(/properties: union\(settings, platform, empty\(insightsConnectionString\)/g)).toHaveLength(2);
  expect(text.match(/basicPublishingCredentialsPolicies/g)).toHaveLength(2);
});

test('the identity may read and write tables, queues and blobs of this one account, and nothing else', () => {
  const { keysOf, text } = file('storage.bicep');

  expect(keysOf('roles')).toEqual(['tableDataContributor', 'queueDataContributor', 'blobDataContributor']);
  expect(text.match(/roleDefinitionId/g)).toHaveLength(1);
  expect(text.match(/scope: account/g)).toHaveLength(2);
  expect(
    [...all.values()].filter((bicep) => bicep.text.includes('roleAssignments')).map((bicep) => bicep.file),
  ).toEqual(['storage.bicep']);
});

test('exports keep their versions, and no export and no version of one stays for longer than the privacy page says', () => {
  const { text, params } = file('storage.bicep');
  const [, days] = /param exportDays int = (\d+)/.exec(text)!;

  expect(text).toContain('isVersioningEnabled: true');
  expect(text.match(/GreaterThan: exportDays/g)).toHaveLength(2);
  expect(params.find(({ name }) => name === 'exportDays')).toMatchObject({ isNeeded: false });
  expect(readFileSync('docs/privacy.md', 'utf8')).toContain(`${days} days`);
});

test('every alert listens for a line that the service says', () => {
  const source = filesIn('bot').map(readText).join('\n');
  const lines = [...file('alerts.bicep').text.matchAll(/^ +line: '(.*)'$/gm)].map(([, line]) => line!);

  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect({ line, isSaid: source.includes(`'${line}'`) }).toEqual({ line, isSaid: true });
});

test('every metric that an alert looks at is one that the service measures, and the runbook explains each', () => {
  const measured = Object.keys({ ...measures, ...levels });
  const watched = [...file('alerts.bicep').text.matchAll(/^ +metric: '([a-z]+\.\w+)'$/gm)].map(([, metric]) => metric!);
  const explained = [...readFileSync('docs/operation.md', 'utf8').matchAll(/^\| `([a-z]+\.\w+)` +\|/gm)];

  expect(watched).toEqual(['reminder.late']);
  expect(measured).toEqual(expect.arrayContaining(watched));
  expect(explained.map(([, metric]) => metric)).toEqual(measured);
});

test('addresses of requests, which hold what people search for, are collected nowhere', () => {
  const text = [...all.values()].map((bicep) => bicep.text).join('\n');

  expect(text).not.toMatch(/HTTPLogs|StorageRead|ApplicationInsightsAgent/);
});

test('the small size has nothing that its plan cannot do; the large one stays up through a restart', () => {
  const { text } = file('main.bicep');
  const sizes = (name: string) =>
    new RegExp(`param ${name} \\w+ = size == 'prod' \\? (.+) : (.+)`).exec(text)?.slice(1) ??
    new RegExp(`param ${name} \\w+ = (size == 'prod')`).exec(text)?.slice(1);

  expect(sizes('planSku')).toEqual(["'P0v3'", "'B1'"]);
  expect(sizes('instances')).toEqual(['2', '1']);
  expect(sizes('mostInstances')).toEqual(['6', '1']);
  expect(sizes('storageSku')).toEqual(["'Standard_ZRS'", "'Standard_LRS'"]);
  for (const name of ['withSlot', 'withMonitoring']) expect(sizes(name)).toEqual(["size == 'prod'"]);
});

test('Teams is the only channel of the bot, and reaches it where it listens', () => {
  const channels = [...file('bot.bicep').text.matchAll(/channelName: '(\w+)'/g)].map(([, name]) => name);

  expect(channels).toEqual(['MsTeamsChannel']);
  expect(file('main.bicep').text).toContain(`endpoint: 'https://\${app.outputs.defaultHost}${routes.messages}'`);
});

test('a mistake in a bicep file would be seen', async () => {
  const broken = await parseBicep('broken.bicep', "param name string\nvar host = 'https://${name'\n");
  const misspelled = await parseBicep('misspelled.bicep', 'param name string\noutput id string = nmae\n');

  expect(broken.errors).not.toEqual([]);
  expect(misspelled.unknown).toEqual(['nmae']);
});
