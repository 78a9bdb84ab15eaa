import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { botAccount, botId } from '../support/teamsWorld.ts';
import { type FakeBotToken, startFakeBotToken } from '../support/fakeBotToken.ts';
import { contoso, idOf } from '../support/builders.ts';
import { startTeamsRoom, type TeamsRoom, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();

const message = (room: TeamsRoom, of: object = {}) => ({
  type: 'message',
  id: 'a',
  channelId: 'msteams',
  serviceUrl: room.connector.serviceUrl,
  from: { id: '29:ana', name: 'Ana', aadObjectId: idOf('Ana') },
  recipient: { id: botAccount },
  conversation: { id: 'a:ana', conversationType: 'personal', tenantId: contoso },
  channelData: { tenant: { id: contoso } },
  text: 'hi',
  ...of,
});

describe('what is no activity of Teams’ is refused, and the service lives on', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { value };
    return value;
  };

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['text', 'hello'],
    ['true', true],
    ['a list', []],
    ['a list of activities', [{ type: 'message' }]],
    ['an empty thing', {}],
    ['a thing of something else', { a: 1 }],
    ['a type that is a number', { type: 5 }],
    ['only a type', { type: 'message' }],
    ['an empty type', { type: '', channelId: 'msteams', serviceUrl: 'http://127.0.0.1' }],
    ['prototype keys', JSON.parse('{"__proto__":{"type":"message"},"constructor":1}')],
    ['twenty thousand brackets', deep(20_000)],
  ])('%s', async (_, body) => {
    expect(await here.room.receive({ authorization: undefined, body })).toEqual({ status: 400 });
  });

  test.each([
    ['from', 5],
    ['from', []],
    ['recipient', 'x'],
    ['conversation', 'x'],
    ['conversation', { id: {} }],
    ['channelData', 7],
    ['channelData', { tenant: 'x' }],
    ['channelData', { team: { id: [] } }],
    ['entities', {}],
    ['membersAdded', {}],
    ['membersAdded', [{ id: 5 }]],
    ['text', {}],
    ['serviceUrl', null],
    ['serviceUrl', ''],
    ['channelId', {}],
    ['value', deep(100)],
  ])('a wrong %s: %j', async (field, wrong) => {
    const body = message(here.room, { [field]: wrong });
    expect(await here.room.receive({ authorization: undefined, body })).toEqual({ status: 400 });
    expect(here.room.connector.calls).toEqual([]);
  });

  test.each([
    null,
    5,
    'x',
    [],
    {},
    { data: null },
    { data: [] },
    { action: 5 },
    { commandId: {} },
    { parameters: 1 },
    deep(60),
  ])('every invoke answers a value of %j', async (value) => {
    const names = ['fetchTask', 'submitAction', 'query', 'selectItem', 'querySettingUrl'].map(
      (name) => `composeExtension/${name}`,
    );
    for (const name of [
      ...names,
      'task/fetch',
      'task/submit',
      'adaptiveCard/action',
      'application/search',
      'signin/verifyState',
      '',
      '__proto__',
      'toString',
    ]) {
      const { status } = await here.room.receive({
        authorization: undefined,
        body: message(here.room, { type: 'invoke', name, value }),
      });
      expect([200, 400, 501]).toContain(status);
    }
    expect(here.room.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('who may not come in', () => {
  const refused = async (of: object) => here.room.receive({ authorization: undefined, body: message(here.room, of) });

  test.each([
    ['another channel of the bot’s', { channelId: 'webchat' }],
    ['another channel of the bot’s', { channelId: 'directline' }],
    [
      'another tenant',
      { conversation: { id: 'a', tenantId: '99999999-9999-4999-8999-999999999999' }, channelData: {} },
    ],
    [
      'another tenant in one of two places',
      { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } },
    ],
    ['no tenant', { conversation: { id: 'a' }, channelData: {} }],
    ['nobody in particular', { from: { id: '29:x', name: 'Ana' } }],
    ['somebody by a name', { from: { id: '29:x', name: 'Ana', aadObjectId: 'ana@contoso.test' } }],
    ['nobody at all', { from: null }],
  ])('%s', async (_, of) => {
    expect(await refused(of)).toEqual({ status: 403 });
    expect(here.room.connector.calls).toEqual([]);
  });

  test('the same message, sent again by Teams for whatever reason, is answered once; an old one, or one for another bot of ours, is no other', async () => {
    here.room.connector.addConversation({ id: 'a:ana', kind: 'personal', members: [] });
    const again = Array.from({ length: 10 }, () => refused({ id: 'the same', timestamp: '2001-01-01T00:00:00Z' }));
    for (const answer of await Promise.all(again)) expect(answer).toEqual({ status: 200 });
    await refused({ id: 'the same', recipient: { id: '28:somebody-else' } });
    await here.room.settled();
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('in local mode a connector on another machine is never talked to', async () => {
    for (const serviceUrl of [
      'http://169.254.169.254/latest',
      'https://smba.trafficmanager.net/teams/',
      'http://127.0.0.1.evil.test/',
      'http://localhost@evil.test/',
      'http://evil.test#127.0.0.1',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '//127.0.0.1',
    ])
      expect([serviceUrl, await refused({ serviceUrl })]).toEqual([serviceUrl, { status: 403 }]);
  });
});

describe('deployed, with tokens', () => {
  let tokens: FakeBotToken;
  let room: TeamsRoom;

  beforeEach(async () => {
    tokens = await startFakeBotToken(botId);
    room = await startTeamsRoom(here.room.storage, {
      bot: { id: botId, tenantId: contoso, type: 'SingleTenant', password: 'secret' },
      openIdMetadataUrl: tokens.metadataUrl,
      token: async () => 'the-bot-itself',
    });
  });
  afterEach(async () => {
    await room.stop();
    await tokens.stop();
  });

  const receive = (authorization: string | undefined, of: object = {}) =>
    room.receive({ authorization, body: message(room, of) });

  test('an activity that Teams signed is answered, with the bot’s own token', async () => {
    const open = await startTeamsRoom(here.room.storage, {
      bot: { id: botId, tenantId: contoso, type: 'SingleTenant', password: 'secret' },
      openIdMetadataUrl: tokens.metadataUrl,
      token: async () => 'the-bot-itself',
      serviceHosts: [room.connector.host],
    });
    room.connector.addConversation({ id: 'a:ana', kind: 'personal', members: [] });
    const authorization = await tokens.authorization(room.connector.serviceUrl);
    expect(await open.receive({ authorization, body: message(room) })).toEqual({ status: 200 });
    expect(room.connector.calls.map(({ authorization: sent }) => sent)).toEqual(['Bearer the-bot-itself']);
    expect(room.connector.posts).toHaveLength(1);
    await open.stop();
  });

  test('a service URL that nobody named is not talked to, however well it is signed', async () => {
    expect(await receive(await tokens.authorization(room.connector.serviceUrl))).toEqual({ status: 403 });
    expect(room.connector.calls).toEqual([]);
  });

  const now = Math.floor(Date.now() / 1000);
  const bad: [string, (url: string) => Promise<string | undefined>][] = [
    ['none', async () => undefined],
    ['an empty one', async () => ''],
    ['another scheme', async (url) => (await tokens.authorization(url)).replace('Bearer', 'Basic')],
    ['two', async (url) => `${await tokens.authorization(url)}, ${await tokens.authorization(url)}`],
    ['not a token', async () => 'Bearer a.b.c'],
    ['half a token', async (url) => (await tokens.authorization(url)).slice(0, 200)],
    ['a megabyte', async () => `Bearer ${'a'.repeat(500_000)}.${'b'.repeat(500_000)}.c`],
    ['expired', (url) => tokens.authorization(url, { nbf: now - 7200, exp: now - 400 })],
    ['not valid yet', (url) => tokens.authorization(url, { nbf: now + 400 })],
    ['without an end', (url) => tokens.authorization(url, { exp: undefined })],
    ['without a beginning', (url) => tokens.authorization(url, { nbf: undefined })],
    ['for another bot', (url) => tokens.authorization(url, { aud: '99999999-9999-4999-8999-999999999999' })],
    ['for several bots', (url) => tokens.authorization(url, { aud: [botId, 'another'] })],
    ['of another issuer', (url) => tokens.authorization(url, { iss: 'https://evil.test' })],
    [
      'of the emulator’s family',
      (url) => tokens.authorization(url, { iss: `https://sts.windows.net/${contoso}/`, appid: botId }),
    ],
    [
      'of the skills’ family',
      (url) =>
        tokens.authorization(url, { iss: `https://login.microsoftonline.com/${contoso}/v2.0`, azp: 'x', ver: '2.0' }),
    ],
    ['for another service URL', (url) => tokens.authorization(`${url}/other`)],
    ['without a service URL', (url) => tokens.authorization(url, { serviceurl: undefined })],
    ['of an unknown key', (url) => tokens.authorization(url, {}, { kid: 'nobody' })],
    ['of a key with a path for a name', (url) => tokens.authorization(url, {}, { kid: '../../etc/passwd' })],
    ['of no key', (url) => tokens.authorization(url, {}, { kid: undefined })],
    [
      'that brings its own key along',
      async (url) => {
        const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
        const jwk = await crypto.subtle.exportKey('jwk', publicKey as CryptoKey);
        const header = {
          alg: 'RS256',
          kid: 'connector-1',
          jwk,
          jku: 'https://evil.test/keys',
          x5u: 'https://evil.test/x',
        };
        const token = await new SignJWT(tokens.claims(url)).setProtectedHeader(header as never).sign(privateKey);
        return `Bearer ${token}`;
      },
    ],
    ['unsigned', async (url) => `Bearer ${new UnsecuredJWT(tokens.claims(url)).encode()}`],
    [
      'signed with the public key as if it were a secret',
      async (url) => {
        const secret = new TextEncoder().encode(await tokens.publicPem());
        const header = { alg: 'HS256', kid: 'connector-1' };
        return `Bearer ${await new SignJWT(tokens.claims(url)).setProtectedHeader(header).sign(secret)}`;
      },
    ],
    [
      'with one letter changed',
      async (url) => {
        const [head, claims, signature] = (await tokens.authorization(url)).split('.');
        return [head, `${claims!.slice(0, 20)}${claims![20] === 'A' ? 'B' : 'A'}${claims!.slice(21)}`, signature].join(
          '.',
        );
      },
    ],
  ];

  test.each(bad)('a token that is bad is a token that is bad: %s', async (_, make) => {
    expect(await receive(await make(room.connector.serviceUrl))).toEqual({ status: 401 });
    expect(room.connector.calls).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['half an activity', { type: 'message' }],
  ])('without a token nobody learns what an activity looks like: %s', async (_, body) => {
    expect(await room.receive({ authorization: undefined, body })).toEqual({ status: 401 });
    const authorization = await tokens.authorization(room.connector.serviceUrl);
    expect(await room.receive({ authorization, body })).toEqual({ status: 400 });
  });

  test('a key that may not sign for Teams is not enough', async () => {
    tokens.endorse('webchat');
    expect(await receive(await tokens.authorization(room.connector.serviceUrl))).toEqual({ status: 403 });
  });

  test('an invented key is not looked for each time', async () => {
    const url = room.connector.serviceUrl;
    for (let tries = 0; tries < 20; tries++)
      await receive(await tokens.authorization(url, {}, { kid: `invented-${tries}` }));
    expect(tokens.asked()).toBe(1);
  });

  test('while the keys cannot be had, nobody is believed', async () => {
    tokens.setAway(true);
    expect(await receive(await tokens.authorization(room.connector.serviceUrl))).toEqual({ status: 503 });
  });
});
