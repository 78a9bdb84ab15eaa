/* There is no bicep compiler in npm. What a parser can see is checked here; that Azure accepts it is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { routes } from '../bot/contract/paths.ts';
import { readSettings, settingNames } from '../bot/settings.ts';
import { type Bicep, parseBicep, readBicep } from './support/bicep.ts';

const files = readdirSync('infra').filter((file) => file.endsWith('.bicep'));
let all: ReadonlyMap<string, Bicep>;
const file = (name: string) => all.get(name)!;

beforeAll(async () => {
  const parsed = await Promise.all(files.map((name) => readBicep(`infra/${name}`)));
  all = new Map(parsed.map((bicep) => [bicep.file, bicep]));
});

test('every file is bicep, and every name in it is declared', () => {
  expect([...all.keys()].sort()).toEqual(['app.bicep', 'bot.bicep', 'main.bicep', 'monitoring.bicep', 'storage.bicep']);
  for (const bicep of all.values()) {
    expect({ file: bicep.file, errors: bicep.errors, unknown: bicep.unknown }).toEqual({
      file: bicep.file,
      errors: [],
      unknown: [],
    });
  }
});

test('every module gets the parameters that it needs and no others, and gives the outputs that are read', () => {
  const main = file('main.bicep');
  for (const module of main.modules) {
    const target = file(module.file);
    const needed = target.params.filter((param) => param.isNeeded).map((param) => param.name);
    expect(module.params).toEqual(expect.arrayContaining(needed));
    expect(target.params.map((param) => param.name)).toEqual(expect.arrayContaining([...module.params]));
  }
  for (const read of main.outputsRead) {
    const [name, output] = read.split('.');
    const module = main.modules.find((candidate) => candidate.name === name);
    expect(file(module!.file).outputs).toContain(output);
  }
  expect(main.outputsRead.length).toBeGreaterThan(0);
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
  // What the Azure agent beside the service reads; switched on together with it.
  const forTheAgent = ['ApplicationInsightsAgent_EXTENSION_VERSION'];

  expect([...told, ...Object.keys(forOtherPlaces)].sort()).toEqual(
    [...Object.keys(settingNames), ...forTheAgent].sort(),
  );
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
  expect(text).toContain("linuxFxVersion: 'NODE|22-lts'");
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
