import { tenantId, type TenantId } from './domain/ids.ts';

/** Everything the service is told from outside, read once. The names below are the only ones there are. */
export type Settings = DeployedSettings | LocalSettings;

export type DeployedSettings = {
  readonly mode: 'deployed';
  readonly port: number;
  readonly appUrl: string;
  readonly sso: { readonly clientId: string; readonly tenantIds: readonly TenantId[]; readonly authority: string };
  readonly bot: {
    readonly id: string;
    readonly tenantId: string;
    readonly type: BotType;
    readonly password?: string;
    readonly openIdMetadataUrl: string;
    readonly serviceHosts: readonly string[];
  };
  readonly storage: { readonly accountName: string } | { readonly connectionString: string };
  readonly cursorSecret: string;
  /** The connection string of Application Insights; `null`: nothing is sent, and nothing loaded that could. */
  readonly insights: string | null;
  readonly logLevel: LogLevel;
};

/** No tenant, no cloud: everything on this machine, and for this machine only. */
export type LocalSettings = {
  readonly mode: 'local';
  readonly port: number;
  /** `null`: without the Playground. */
  readonly playgroundPort: number | null;
  readonly dataDir: string;
  /** Another Azurite than the one in process. */
  readonly storageConnectionString: string | null;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
};

const botTypes = ['UserAssignedMSI', 'SingleTenant'] as const;
export type BotType = (typeof botTypes)[number];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What an operator has to know of each name; shown when it is missing. */
export const settingNames = {
  PORT: 'the port to listen on; 3978 when not told',
  APP_URL: 'the public https address of the tab, such as https://people-hour.contoso.com',
  AAD_APP_CLIENT_ID: 'the client id of the Entra app that people sign in to; tokens for anything else are refused',
  AAD_APP_TENANT_IDS: 'the ids of the tenants whose people may come in, separated by commas',
  BOT_ID: "the bot's Microsoft app id; without it nobody could tell Teams from a stranger",
  BOT_TENANT_ID: "the tenant of the bot's identity",
  BOT_TYPE: 'UserAssignedMSI (a managed identity, no secret) or SingleTenant (with BOT_PASSWORD)',
  BOT_PASSWORD: 'the client secret of a SingleTenant bot',
  STORAGE_ACCOUNT_NAME: 'the storage account, reached with the managed identity and without a key',
  STORAGE_CONNECTION_STRING: 'a storage account with its key, for development only; instead of STORAGE_ACCOUNT_NAME',
  CURSOR_SECRET: 'a random text of at least 12 characters, the same on every instance; it seals the cursors of lists',
  ENTRA_AUTHORITY: "where tokens come from; the public cloud's when not told",
  BOT_OPENID_METADATA_URL: "where the keys of the Bot Connector are; the public cloud's when not told",
  BOT_SERVICE_HOSTS: "the hosts the bot may answer to, separated by commas; the public cloud's when not told",
  APPLICATIONINSIGHTS_CONNECTION_STRING:
    'where metrics go (InstrumentationKey=…;IngestionEndpoint=…); nowhere when not told',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent; info when not told',
} as const;
type Name = keyof typeof settingNames;

/** These alone do not make a deployment: they are the ones that a developer sets, too. */
const alsoLocal: readonly Name[] = [
  'PORT',
  'STORAGE_CONNECTION_STRING',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'LOG_LEVEL',
];

/** Lists everything that keeps the service from starting, at once. */
export class MissingSettings extends Error {
  override name = 'MissingSettings';
  readonly missing: readonly string[];

  constructor(missing: ReadonlyMap<string, string>) {
    const lines = [...missing].map(([name, why]) => `  ${name}: ${why}`);
    super(`People Hour cannot start. These settings are missing or wrong:\n${lines.join('\n')}`);
    this.missing = [...missing.keys()];
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Without any setting: local mode. As soon as one of a deployment is there, even an empty one, all of them have to be, because
 * a bot without an id would take anybody's word for being Teams.
 * @throws MissingSettings
 */
export function readSettings(environment: Environment, flags: readonly string[] = []): Settings {
  const isDeployed =
    environment.NODE_ENV === 'production' ||
    (Object.keys(settingNames) as Name[]).some((name) => environment[name] !== undefined && !alsoLocal.includes(name));
  const reading = read(environment);
  const settings = isDeployed ? deployed(reading) : local(reading, flags);
  if (reading.troubles.size > 0) throw new MissingSettings(reading.troubles);
  return deepFreeze(settings);
}

function deployed({ needed, optional, either, troubles }: Reading): DeployedSettings {
  const tenantIds = needed('AAD_APP_TENANT_IDS', list, (all) => all.length > 0 && all.every(isGuid));
  const type = needed('BOT_TYPE', (text) => botTypes.find((known) => known.toLowerCase() === text.toLowerCase()));
  const password = type === 'SingleTenant' ? needed('BOT_PASSWORD') : undefined;
  const [accountName, connectionString] = either('STORAGE_ACCOUNT_NAME', 'STORAGE_CONNECTION_STRING');
  if (accountName && !/^[a-z0-9]{3,24}$/.test(accountName))
    troubles.set('STORAGE_ACCOUNT_NAME', settingNames.STORAGE_ACCOUNT_NAME);
  return {
    mode: 'deployed',
    port: optional('PORT', port) ?? 3978,
    appUrl: needed('APP_URL', withoutSlash, isSafeUrl) ?? '',
    sso: {
      clientId: needed('AAD_APP_CLIENT_ID', lower, isGuid) ?? '',
      tenantIds: (tenantIds ?? []).map(tenantId),
      authority: optional('ENTRA_AUTHORITY', withoutSlash, isSafeUrl) ?? 'https://login.microsoftonline.com',
    },
    bot: {
      id: needed('BOT_ID', lower, isGuid) ?? '',
      tenantId: needed('BOT_TENANT_ID', lower, isGuid) ?? '',
      type: type ?? 'UserAssignedMSI',
      ...(password ? { password } : {}),
      openIdMetadataUrl:
        optional('BOT_OPENID_METADATA_URL', asIs, isSafeUrl) ??
        'https://login.botframework.com/v1/.well-known/openidconfiguration',
      serviceHosts: optional('BOT_SERVICE_HOSTS', list, (hosts) => hosts.length > 0) ?? publicServiceHosts,
    },
    storage: connectionString ? { connectionString } : { accountName: accountName ?? '' },
    cursorSecret: needed('CURSOR_SECRET', asIs, (secret) => secret.length >= 12) ?? '',
    insights: optional('APPLICATIONINSIGHTS_CONNECTION_STRING', asIs, isInsights) ?? null,
    logLevel: optional('LOG_LEVEL', logLevel) ?? 'info',
  };
}

function local({ optional }: Reading, flags: readonly string[]): LocalSettings {
  return {
    mode: 'local',
    port: optional('PORT', port) ?? 3978,
    playgroundPort: flags.includes('--no-playground') ? null : (optional('PLAYGROUND_PORT', port) ?? 56150),
    dataDir: optional('DATA_DIR') ?? '.local',
    storageConnectionString: optional('STORAGE_CONNECTION_STRING') ?? null,
    demo: !flags.includes('--no-demo'),
    logLevel: optional('LOG_LEVEL', logLevel) ?? 'warn',
  };
}

const publicServiceHosts = ['smba.trafficmanager.net', '*.teams.microsoft.com'];

type Reading = ReturnType<typeof read>;

/** Reads names and remembers every trouble instead of stopping at the first. */
function read(environment: Environment) {
  const troubles = new Map<string, string>();
  const valueOf = (name: string) => environment[name]?.trim() || undefined;
  const why = (name: string) => settingNames[name as Name] ?? 'not in a form that can be used';

  function optional<Value = string>(
    name: string,
    parse: (text: string) => Value | undefined = asIs as (text: string) => Value,
    fits: (value: Value) => boolean = () => true,
  ): Value | undefined {
    const text = valueOf(name);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value !== undefined && fits(value)) return value;
    troubles.set(name, why(name));
    return undefined;
  }

  const needed: typeof optional = (name, ...rules) => {
    if (valueOf(name) === undefined) troubles.set(name, why(name));
    return optional(name, ...rules);
  };

  function either(one: Name, other: Name) {
    const values = [valueOf(one), valueOf(other)] as const;
    if (!values[0] && !values[1]) troubles.set(one, `${why(one)} (or ${other}: ${why(other)})`);
    if (values[0] && values[1]) troubles.set(other, `only one of ${one} and ${other}, not both`);
    return values;
  }

  return { needed, optional, either, troubles };
}

const asIs = (text: string) => text;
const lower = (text: string) => text.toLowerCase();
const list = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
const withoutSlash = (text: string) => text.replace(/\/+$/, '');
const isGuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) && !/^[0-]+$/.test(text);
const logLevel = (text: string) => logLevels.find((level) => level === text.toLowerCase());

function port(text: string): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= 65_535 ? value : undefined;
}

/** Tokens travel to these addresses: https, or this very machine. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function isInsights(text: string): boolean {
  const parts = new Map(text.split(';').map((part) => [part.split('=')[0]!.trim().toLowerCase(), part.split('=')[1]]));
  const endpoint = parts.get('ingestionendpoint')?.trim();
  return isGuid(parts.get('instrumentationkey')?.trim().toLowerCase() ?? '') && (!endpoint || isSafeUrl(endpoint));
}

function deepFreeze<Thing extends object>(thing: Thing): Thing {
  for (const part of Object.values(thing)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(thing);
}
