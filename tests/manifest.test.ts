import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { tabPaths } from '../bot/contract/paths.ts';
import { administratorRole, teamsClients } from '../bot/http/auth.ts';
import { readingOf } from '../bot/teams/commandText.ts';
import { createText, languages as languagesOfBot } from '../bot/text/text.ts';
import { filesIn, readJson, readText } from './support/files.ts';
import { readPng } from './support/png.ts';
import { filled } from './support/toolkit.ts';

type Command = { id: string; type: string; title: string; description: string };
type Manifest = {
  $schema: string;
  manifestVersion: string;
  version: string;
  id: string;
  name: { short: string; full: string };
  description: { short: string; full: string };
  localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] };
  supportsChannelFeatures?: string;
  configurableTabs: { configurationUrl: string; scopes: string[] }[];
  staticTabs: { entityId: string; name?: string; contentUrl?: string }[];
  bots: { botId: string; scopes: string[]; commandLists: { commands: { title: string; description: string }[] }[] }[];
  composeExtensions: { botId: string; commands: Command[]; messageHandlers: object[] }[];
  validDomains: string[];
  webApplicationInfo: { id: string; resource: string };
  authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
};
type Words = Readonly<Record<string, string>>;

const text = readText('manifest/manifest.json');
const manifest = JSON.parse(filled(text)) as Manifest;
const languages = manifest.localizationInfo.additionalLanguages;
const extension = manifest.composeExtensions[0]!;
const bot = manifest.bots[0]!;

/** What the official schema has against a file: https://github.com/OfficeDev/microsoft-teams-app-schema */
function troublesOf(file: unknown, schema: string): string[] {
  // Some of its patterns are not in the stricter grammar that goes with the u flag.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
  addFormats(ajv, ['uri', 'email', 'regex']);
  const folder = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}`;
  const isValid = ajv.compile(readJson(`${folder}/${schema}`) as object);
  isValid(file);
  return (isValid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

test('the manifest is what Teams expects of its version', () => {
  expect(troublesOf(manifest, 'MicrosoftTeams.schema.json')).toEqual([]);
  expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
});

test.each(languages)('the words of $languageTag are what Teams expects', ({ file }) => {
  expect(troublesOf(readJson(`manifest/${file}`), 'MicrosoftTeams.Localization.schema.json')).toEqual([]);
});

test.each(languages)('every word that Teams shows is there in $languageTag, and none that it does not', ({ file }) => {
  const { $schema, ...words } = readJson(`manifest/${file}`) as Words;

  expect(Object.keys(words).sort()).toEqual(Object.keys(wordsOf(manifest)).sort());
  expect($schema).toContain(`/v${manifest.manifestVersion}/`);
});

/** Every sentence of the manifest that can be said in another language, under the name that it has there. */
function wordsOf({ name, description, staticTabs, bots, composeExtensions }: Manifest): Words {
  const words: Record<string, string> = {};
  const gather = (path: string, things: unknown) => {
    if (Array.isArray(things)) things.forEach((thing, at) => gather(`${path}[${at}]`, thing));
    else if (typeof things === 'object' && things !== null) {
      for (const [key, thing] of Object.entries(things)) gather(path ? `${path}.${key}` : key, thing);
    } else if (/\.(title|description|short|full)$|^staticTabs.*\.name$/.test(path)) words[path] = String(things);
  };
  gather('', { name, description, staticTabs, bots, composeExtensions });
  return words;
}

test('an app that lives in teams says what it makes of private and shared channels', () => {
  const scopes = [...bot.scopes, ...manifest.configurableTabs.flatMap((tab) => tab.scopes)];

  expect(scopes).toContain('team');
  expect(manifest.supportsChannelFeatures).toBe('tier1');
});

test('every command of the message extension and of the bot is answered by the service', () => {
  const room = filesIn('bot/teams').map(readText).join('\n');

  const titles = languages.map(({ file }) => Object.entries(readJson(`manifest/${file}`) as Words));
  const commands = [...titles.flat(), ...Object.entries(wordsOf(manifest))].flatMap(([path, word]) =>
    /^bots.*\.title$/.test(path) ? word : [],
  );
  for (const id of [...extension.commands.map((command) => command.id), ...commands]) {
    expect({ id, isKnown: room.includes(`'${id}'`) }).toEqual({ id, isKnown: true });
  }
});

test('the bot calls the commands what Teams calls them, in every language', () => {
  expect(['en', ...languages.map((language) => language.languageTag)]).toEqual(languagesOfBot);
  for (const language of languagesOfBot) {
    const file = languages.find(({ languageTag }) => languageTag === language)?.file;
    const words = file ? (readJson(`manifest/${file}`) as Words) : wordsOf(manifest);
    const said = createText(language);
    expect(said('help.team')).toContain(words['composeExtensions[0].commands[0].title']);
    expect(said('help.find')).toContain(words['composeExtensions[0].commands[1].title']);
    expect(said('help.people')).toContain(words['composeExtensions[0].commands[2].title']);
    expect(said('help.goals')).toContain(words['bots[0].commandLists[1].commands[1].title']);
    expect(said('help.hour')).toContain(words['bots[0].commandLists[1].commands[2].title']);
    expect(said('help.actions')).toContain(words['bots[0].commandLists[1].commands[3].title']);
    expect(said('note.title')).toBe(words['composeExtensions[0].commands[3].title']);
    expect(said('topic.title')).toBe(words['composeExtensions[0].commands[4].title']);
    expect(said('help.hour')).toContain(said('topic.title'));
  }
});

test('a command of the message extension is in the manifest, but for those that only the Playground needs', () => {
  const room = filesIn('bot/teams').map(readText).join('\n');

  const answered = [...room.matchAll(/\bid: '(\w+)', answer\b|searchCommand\(room, '(\w+)'/g)].map(
    ([, action, search]) => action ?? search,
  );
  const declared = extension.commands.map((command) => command.id);
  expect(answered.sort()).toEqual([...declared, 'actions', 'goals', 'hour', 'schedule'].sort());
});

test('whoever asks in a language of the manifest is understood by the bot', () => {
  const asked = ['en', ...languages.map(({ languageTag }) => languageTag)].flatMap((language) => {
    const file = languages.find(({ languageTag }) => languageTag === language)?.file;
    const words = file ? (readJson(`manifest/${file}`) as Words) : wordsOf(manifest);
    return Object.entries(words).flatMap(([path, title]) => (/^bots.*\.title$/.test(path) ? title : []));
  });

  const understood = asked.map((title) =>
    readingOf({ type: 'message', channelId: 'msteams', serviceUrl: 'x', text: title }),
  );
  expect(understood.map(({ command }) => command)).not.toContain('other');
  expect(new Set(understood.map(({ command }) => command))).toEqual(
    new Set(['kudos', 'goals', 'hour', 'actions', 'remind', 'stop', 'help']),
  );
});

test('titles fit where Teams shows them, in every language', () => {
  for (const { file } of [{ file: 'manifest.json' }, ...languages]) {
    const words = file === 'manifest.json' ? wordsOf(manifest) : (readJson(`manifest/${file}`) as Words);
    const titles = Object.entries(words).filter(
      ([path]) => path.startsWith('composeExtensions') && /title$/.test(path),
    );
    expect(titles.length).toBeGreaterThan(0);
    for (const [path, title] of titles) expect(`${path}: ${[...title].length <= 32}`).toBe(`${path}: true`);
    expect(words['name.short']!.length).toBeLessThanOrEqual(30);
    expect(words['description.short']!.length).toBeLessThanOrEqual(80);
  }
});

test('the tab is where the service serves it, on the one domain that the app may show', () => {
  const ours = 'https://people-hour.contoso.com';

  expect(manifest.configurableTabs.map((tab) => tab.configurationUrl)).toEqual([ours + tabPaths.config]);
  expect(manifest.staticTabs.flatMap((tab) => tab.contentUrl ?? [])).toEqual([ours + tabPaths.root]);
  expect(manifest.validDomains).toEqual(['people-hour.contoso.com']);
  // Wildcards, and domains that others share, are refused by the store.
  expect(text).not.toMatch(/\*\.|azurewebsites|onmicrosoft/);
});

test('links are unfurled for the tab’s own domain alone, and the service answers them', () => {
  expect(extension.messageHandlers).toEqual([
    { type: 'link', value: { domains: manifest.validDomains, supportsAnonymizedPayloads: false } },
  ]);
  expect(readText('bot/teams/activities.ts')).toContain("'composeExtension/queryLink'");
});

test('in Teams the app goes by the id of the Entra app, which links into the tab rely on', () => {
  expect(manifest.id).toBe(manifest.webApplicationInfo.id);
  expect(manifest.webApplicationInfo.resource).toBe(`api://people-hour.contoso.com/${manifest.id}`);
  expect([bot.botId, extension.botId]).toEqual(['bbbbbbbb-0000-4000-8000-000000000001', bot.botId]);
});

test('a team is asked for nothing but who is in its channels, and a meeting for when it begins and ends', () => {
  expect(manifest.authorization.permissions.resourceSpecific).toEqual([
    { name: 'ChannelMember.Read.Group', type: 'Application' },
    { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
    { name: 'ChannelMeeting.ReadBasic.Group', type: 'Application' },
  ]);
});

test('the version is the one of the package', () => {
  expect(manifest.version).toBe((readJson('package.json') as Manifest).version);
});

test('the colour icon is 192 points wide and leaves nothing open', () => {
  const { width, height, points } = readPng(readFileSync('manifest/color.png'));

  expect([width, height]).toEqual([192, 192]);
  expect(points.every(([, , , opacity]) => opacity === 255)).toBe(true);
});

test('the outline icon is 32 points wide, white, on nothing', () => {
  const { width, height, points } = readPng(readFileSync('manifest/outline.png'));
  const drawn = points.filter(([, , , opacity]) => opacity > 0);

  expect([width, height]).toEqual([32, 32]);
  expect(drawn.every(([red, green, blue]) => Math.min(red, green, blue) === 255)).toBe(true);
  expect(drawn.length).toBeGreaterThan(100);
  expect(drawn.length).toBeLessThan(points.length / 2);
});

test('people sign in with a token of version 2 for one scope, and Teams may ask for it without asking them', () => {
  const entra = JSON.parse(filled(readText('manifest/aad.manifest.json'))) as {
    appId: string;
    identifierUris: string[];
    api: {
      requestedAccessTokenVersion: number;
      oauth2PermissionScopes: { id: string; value: string; isEnabled: boolean }[];
      preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[];
    };
    requiredResourceAccess: unknown[];
    groupMembershipClaims: string;
    appRoles: { value: string; allowedMemberTypes: string[]; isEnabled: boolean }[];
  };
  const [scope] = entra.api.oauth2PermissionScopes;

  expect(entra.appId).toBe(manifest.webApplicationInfo.id);
  expect(entra.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  expect(entra.api.requestedAccessTokenVersion).toBe(2);
  expect(scope).toMatchObject({ value: 'access_as_user', isEnabled: true });
  // The service lets in exactly the clients that are let in here.
  expect(entra.api.preAuthorizedApplications.map((client) => client.appId).sort()).toEqual([...teamsClients].sort());
  expect(entra.api.preAuthorizedApplications.every((client) => client.delegatedPermissionIds[0] === scope!.id)).toBe(
    true,
  );
  // Roles come with the token; who has none of the directory's may be given ours.
  expect(entra.groupMembershipClaims).toBe('DirectoryRole');
  expect(entra.appRoles).toMatchObject([{ value: administratorRole, allowedMemberTypes: ['User'], isEnabled: true }]);
  // Nothing of Microsoft Graph, so there is nothing that an administrator would have to consent to for everybody.
  expect(entra.requiredResourceAccess).toEqual([]);
});
