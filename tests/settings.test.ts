import { MissingSettings, readSettings, settingNames } from '../bot/settings.ts';

const id = (digit: number) =>
  `${digit}`.repeat(8) + `-${digit}${digit}${digit}${digit}`.repeat(3) + `-${`${digit}`.repeat(12)}`;
const complete = {
  APP_URL: 'https://people-hour.contoso.com',
  AAD_APP_CLIENT_ID: id(1),
  AAD_APP_TENANT_IDS: `${id(2)}, ${id(3)}`,
  BOT_ID: id(4),
  BOT_TENANT_ID: id(5),
  BOT_TYPE: 'UserAssignedMSI',
  STORAGE_ACCOUNT_NAME: 'peoplehour',
  CURSOR_SECRET: 'not a secret, but long',
};

function troublesOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (trouble) {
    if (trouble instanceof MissingSettings) return trouble.missing;
    throw trouble;
  }
}

test('without any setting everything is local', () => {
  expect(readSettings({ PATH: '/bin', NODE_ENV: 'development' })).toEqual({
    mode: 'local',
    port: 3978,
    playgroundPort: 56150,
    dataDir: '.local',
    storageConnectionString: null,
    demo: true,
    logLevel: 'warn',
  });
  const settings = {
    PORT: '4000',
    PLAYGROUND_PORT: '4001',
    DATA_DIR: '/data',
    STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  };
  expect(readSettings(settings, ['--no-demo'])).toMatchObject({
    port: 4000,
    playgroundPort: 4001,
    dataDir: '/data',
    storageConnectionString: 'UseDevelopmentStorage=true',
    demo: false,
  });
  expect(readSettings({}, ['--no-playground'])).toMatchObject({ playgroundPort: null, demo: true });
});

test('a deployment has them all, with the public cloud where nothing else is said, and nobody can change them', () => {
  const settings = readSettings(complete);

  expect(settings).toEqual({
    mode: 'deployed',
    port: 3978,
    appUrl: 'https://people-hour.contoso.com',
    sso: { clientId: id(1), tenantIds: [id(2), id(3)], authority: 'https://login.microsoftonline.com' },
    bot: {
      id: id(4),
      tenantId: id(5),
      type: 'UserAssignedMSI',
      openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      serviceHosts: ['smba.trafficmanager.net', '*.teams.microsoft.com'],
    },
    storage: { accountName: 'peoplehour' },
    cursorSecret: 'not a secret, but long',
    insights: null,
    logLevel: 'info',
  });
  expect(() => Object.assign(settings, { port: 1 })).toThrow(TypeError);
  expect(() => Object.assign((settings as { bot: object }).bot, { id: '' })).toThrow(TypeError);
});

test('in production everything that is missing is named at once', () => {
  expect(troublesOf({ NODE_ENV: 'production' })).toEqual([
    'AAD_APP_TENANT_IDS',
    'BOT_TYPE',
    'STORAGE_ACCOUNT_NAME',
    'APP_URL',
    'AAD_APP_CLIENT_ID',
    'BOT_ID',
    'BOT_TENANT_ID',
    'CURSOR_SECRET',
  ]);
});

test.each(Object.keys(complete))('nothing starts without %s, nor with an empty one', (name) => {
  expect(troublesOf({ ...complete, [name]: undefined })).toEqual([name]);
  expect(troublesOf({ ...complete, [name]: '' })).toEqual([name]);
  expect(troublesOf({ ...complete, [name]: '   ' })).toEqual([name]);
});

test.each(Object.keys(settingNames).filter((name) => name.startsWith('BOT_')))(
  '%s alone, even empty, is a deployment that lacks the rest',
  (name) => {
    expect(troublesOf({ [name]: '' })).toEqual(expect.arrayContaining(['BOT_ID', 'APP_URL', 'CURSOR_SECRET']));
  },
);

test.each([
  ['BOT_ID', 'not-an-id'],
  ['BOT_ID', '00000000-0000-0000-0000-000000000000'],
  ['BOT_TYPE', 'MultiTenant'],
  ['BOT_TYPE', 'Unknown'],
  ['AAD_APP_TENANT_IDS', 'common'],
  ['AAD_APP_TENANT_IDS', `${id(2)},*`],
  ['APP_URL', 'http://people-hour.contoso.com'],
  ['APP_URL', 'people-hour.contoso.com'],
  ['ENTRA_AUTHORITY', 'http://login.evil.example'],
  ['BOT_OPENID_METADATA_URL', 'not an address'],
  ['STORAGE_ACCOUNT_NAME', 'Not_An_Account'],
  ['CURSOR_SECRET', 'short'],
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['LOG_LEVEL', 'loud'],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'InstrumentationKey=none'],
  ['APPLICATIONINSIGHTS_CONNECTION_STRING', `InstrumentationKey=${id(6)};IngestionEndpoint=http://insights.example/`],
])('%s may not be %j', (name, value) => {
  expect(troublesOf({ ...complete, [name]: value })).toEqual([name]);
});

test('a bot with a secret needs the secret, and storage is named one way', () => {
  expect(troublesOf({ ...complete, BOT_TYPE: 'SingleTenant' })).toEqual(['BOT_PASSWORD']);
  expect(readSettings({ ...complete, BOT_TYPE: 'singletenant', BOT_PASSWORD: 'secret' })).toMatchObject({
    bot: { type: 'SingleTenant', password: 'secret' },
  });
  expect(readSettings({ ...complete, BOT_PASSWORD: 'unused' })).not.toMatchObject({ bot: { password: 'unused' } });
  expect(troublesOf({ ...complete, STORAGE_CONNECTION_STRING: 'x' })).toEqual(['STORAGE_CONNECTION_STRING']);
  const byKey = { ...complete, STORAGE_ACCOUNT_NAME: undefined, STORAGE_CONNECTION_STRING: 'x' };
  expect(readSettings(byKey)).toMatchObject({ storage: { connectionString: 'x' } });
});

test('metrics go where Application Insights says, and nowhere when it is not told', () => {
  const insights = `InstrumentationKey=${id(6)};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/;LiveEndpoint=https://westeurope.livediagnostics.monitor.azure.com/`;

  expect(readSettings({ ...complete, APPLICATIONINSIGHTS_CONNECTION_STRING: insights })).toMatchObject({ insights });
  expect(readSettings({ ...complete, APPLICATIONINSIGHTS_CONNECTION_STRING: '' })).toMatchObject({ insights: null });
});

test('what is missing is said in words for whoever runs it', () => {
  expect(() => readSettings({ ...complete, BOT_ID: '' })).toThrow(
    "People Hour cannot start. These settings are missing or wrong:\n  BOT_ID: the bot's Microsoft app id",
  );
});
