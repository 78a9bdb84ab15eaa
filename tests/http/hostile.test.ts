/* Bodies, headers and addresses that nobody sends by accident, on every route: a refusal each time, and the process lives. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { giftSchema } from '../../bot/contract/kudos.ts';
import { paths, routes } from '../../bot/contract/paths.ts';
import { schemaController } from '../../bot/http/byZod.ts';
import { type Service, startService } from '../support/server.ts';
import { everyRoute } from './everyRoute.ts';

let service: Service;
let team: string;
// The bot's room would refuse what it does not understand; here every body that reaches it is counted.
const reached: unknown[] = [];
beforeAll(async () => {
  service = await startService({
    receiver: async ({ body }) => {
      reached.push(body);
      return { status: 400 };
    },
  });
  team = (await service.haveTeam(['Amara', ...Object.keys(shapes)])).teamId;
});
afterAll(() => service.stop());

const json = 'application/json';
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const shapes: Record<string, { body: string | Buffer; type?: string; headers?: Record<string, string> }> = {
  null: { body: 'null' },
  'a list': { body: '[]' },
  'a list of objects': { body: '[{"text":"Thank you so much"}]' },
  'a number': { body: '1' },
  'a huge number': { body: '1e999999' },
  'a text': { body: '"text"' },
  'a truth': { body: 'true' },
  'not JSON': { body: '{to: "Mei"}' },
  'cut off': { body: '{"text":"Thank you' },
  'two values': { body: '{}{}' },
  'a trailing comma': { body: '{"text":"a",}' },
  'a comment': { body: '{} // hello' },
  NaN: { body: '{"text":NaN}' },
  blank: { body: '   ' },
  'a byte order mark': { body: '\ufeff{}' },
  'not UTF-8': { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  'UTF-16': { body: Buffer.from('{"text":"a"}', 'utf16le') },
  'a control character': { body: '{"text":"a\u0000b"}' },
  'a key that is there twice': { body: '{"text":"Thank you so much","text":"Something else"}' },
  'a key that is there twice, spelled differently': { body: '{"text":"Thank you","\\u0074ext":"Something else"}' },
  'a prototype': { body: '{"__proto__":{"admin":true}}' },
  'a prototype, spelled differently': { body: '{"\\u005f_proto__":{"admin":true}}' },
  'a constructor': { body: '{"constructor":{"prototype":{"admin":true}}}' },
  'a prototype inside': { body: '{"text":{"__proto__":{"admin":true}}}' },
  'unknown fields': { body: '{"admin":true}' },
  'nested 33 deep': { body: deepObject(33) },
  'nested 20,000 deep': { body: deep(20_000) },
  'objects nested 10,000 deep': { body: deepObject(10_000) },
  'brackets that never close': { body: '['.repeat(50_000) },
  'plain text': { body: '{}', type: 'text/plain' },
  'a form': { body: 'to=Mei&text=hello', type: 'application/x-www-form-urlencoded' },
  'a form of parts': { body: '--x\r\n\r\n--x--', type: 'multipart/form-data; boundary=x' },
  XML: { body: '<a/>', type: 'application/xml' },
  'a type that is none': { body: '{}', type: 'json' },
  'nothing said about its type': { body: '{"text":"a"}', type: '' },
  'a type with a line in it': { body: '{}', type: 'text/html; charset=application/json' },
  compressed: { body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } },
  'a bomb': { body: gzipSync(Buffer.alloc(2 ** 20, 32)), headers: { 'content-encoding': 'gzip' } },
  '2 MiB': { body: `{"text":"${'x'.repeat(2 ** 21)}"}` },
  'as many fields as fit': {
    body: `{${Array.from({ length: 5000 }, (_, at) => `"${at}":1`).join()}}`,
  },
};

const targets = () => [
  ...everyRoute(team).filter(({ method }) => method !== 'GET'),
  { method: 'POST', path: routes.messages, version: undefined },
];

test.each(Object.entries(shapes))(
  'a body that is %s is refused by every route',
  async (name, { body, type = json, headers }) => {
    // Each by somebody else, or their hurry would be refused instead.
    const authorization = `Bearer ${await service.tokenFor(name)}`;

    for (const { method, path, version } of targets()) {
      const answer = await fetch(service.url + path, {
        method,
        body: new Uint8Array(Buffer.from(body)),
        headers: { authorization, 'content-type': type, ...(version ? { 'if-match': version } : {}), ...headers },
      });
      const problem = JSON.parse(await answer.text());
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: problem.status });
      expect([400, 412, 413, 415]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|position|Unexpected token/);
    }
    expect((await service.call('GET', routes.alive)).status).toBe(200);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(service.logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('the bot is handed no body that a reader could choke on', () => {
  const json = reached.map((body) => JSON.stringify(body) ?? '');

  expect(json.filter((body) => body.length > 256 * 1024 || body.includes('__proto__'))).toEqual([]);
});

test('a question with strange parts is refused', async () => {
  const list = `/api/teams/${encodeURIComponent(team)}/kudos`;
  const questions = ['?admin=1', '?limit=0', '?limit=101', '?limit=-1', '?limit=1e9', '?limit=a', '?limit=5&limit=6'];
  const more = [
    '?person=myself',
    '?person=amara@contoso.test',
    '?value[]=a',
    `?q=${'x'.repeat(900)}`,
    '?__proto__=1',
    '?cursor=',
  ];

  for (const question of [...questions, ...more]) {
    const answer = await service.call('GET', list + question, { as: 'Amara' });
    expect({ question, status: answer.status, code: answer.body.code }).toEqual({
      question,
      status: 400,
      code: 'request.invalid',
    });
  }
  expect((await service.call('GET', '/api/me?x=1', { as: 'Amara' })).status).toBe(400);
});

test('fields and questions that nobody knows are named where they stand', async () => {
  const step = { id: randomUUID(), text: 'Watch', done: false };
  const [body, query] = [
    { title: 'Speak', admin: true, rank: 1, steps: [{ ...step, owner: 'me' }] },
    { limit: '1', page: '2' },
  ];

  const field = await service.call('PUT', paths.goal(team, randomUUID()), { as: 'Amara', body });
  const question = await service.call('GET', `${paths.people(team)}?${new URLSearchParams(query)}`, { as: 'Amara' });

  const named = ({ body }: typeof field) => body.errors.map(({ path }: { path: string }) => path);
  expect(named(field)).toEqual(['steps.0.owner', 'admin', 'rank']);
  expect(named(question)).toEqual(['querystring.page']);
});

test('what is wrong with thousands of fields is no longer than what was sent', () => {
  const { compilersFactory } = schemaController as {
    compilersFactory: { buildValidator(): (of: { schema: unknown }) => (sent: unknown) => object };
  };
  const sent = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, 1]));

  const found = compilersFactory.buildValidator()({ schema: giftSchema })(sent);

  expect(JSON.stringify(found).length).toBeLessThan(10_000);
});

test('a question for goals or people with strange parts is refused', async () => {
  const goal = paths.goal(team, randomUUID());
  const questions = [
    ...['?admin=1', '?limit=0', '?limit=5&limit=6', '?person=you', '?status=reached', '?cursor=', '?__proto__=1'],
    ...[`?q=${'x'.repeat(900)}`, '?status=open&status=closed', '?owner=me'],
  ].map((question) => paths.goals(team) + question);
  const more = [
    `${paths.goalsScreen(team)}?limit=5`,
    `${paths.growthRecord(team)}?person=${randomUUID()}`,
    `${paths.asks(team)}?person=me`,
    `${paths.checkIns(team, randomUUID())}?limit=101`,
    `${paths.comments(team, randomUUID())}?since=0`,
    `${goal}?version=1`,
    `${paths.directory(team)}?limit=1`,
    `${paths.whoCanHelp(team)}?q=`,
    `${paths.whoCanHelp(team)}?limit=1`,
    `${paths.person(team, 'me')}?as=team`,
  ];

  for (const path of [...questions, ...more]) {
    const { status, body } = await service.call('GET', path, { as: 'Amara' });
    expect({ path, status, code: body.code }).toEqual({ path, status: 400, code: 'request.invalid' });
  }
});

test('a cursor that was not handed out leads nowhere, in any list', async () => {
  const lists = [paths.goals(team), paths.asks(team), paths.people(team), paths.kudosList(team)];

  for (const path of lists)
    for (const cursor of ['x', 'a'.repeat(100), Buffer.from('["",""]').toString('base64url')]) {
      const { status, body } = await service.call('GET', `${path}?cursor=${cursor}`, { as: 'Amara' });
      expect({ path, status, code: body.code }).toEqual({ path, status: 400, code: 'request.badCursor' });
    }
});

test('addresses that are none get an answer that is one', async () => {
  const paths = [
    '/api/teams/%E0%A4%A/kudos',
    '/api/%',
    '/api/nothing',
    '/api/teams//kudos',
    '/../../etc/passwd',
    '/%2e%2e/x',
  ];

  for (const path of paths) {
    const { status, body, headers } = await service.call('GET', path, { as: 'Amara' });
    expect({ path, isRefused: [400, 404].includes(status), type: headers.get('content-type') }).toEqual({
      path,
      isRefused: true,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test.each([
  ['is no HTTP', 'HELLO\r\n\r\n', 400],
  [
    'has more headers than fit',
    `GET /healthz HTTP/1.1\r\nHost: x\r\n${'X-A: '.concat('a'.repeat(8000), '\r\n').repeat(100)}\r\n`,
    431,
  ],
  [
    'says two lengths',
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    400,
  ],
  [
    'smuggles a second one',
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\n\r\n',
    400,
  ],
  ['has a length that is none', 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
  [
    'has chunks that are none',
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
    400,
  ],
  ['carries a body where none can be', 'GET /api/me HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}', 401],
])('a request that %s is answered, and nothing else happens', async (_, request, status) => {
  const answer = await raw(request);

  expect(Number(answer.split(' ')[1])).toBe(status);
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
  expect((await service.call('GET', routes.alive)).status).toBe(200);
});

test('reading takes no body', async () => {
  const token = await service.tokenFor('Amara');

  const answer = await raw(
    `GET /api/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  );

  expect(answer).toMatch(/^HTTP\/1.1 400/);
});

test('a fault says nothing of itself outside, and is logged once by its request', async () => {
  const broken = await startService({
    connectionString: 'UseDevelopmentStorage=true',
    receiver: async () => {
      throw new TypeError('secret detail');
    },
  });
  const answer = await broken.call('POST', routes.messages, { body: { type: 'message', text: randomUUID() } });
  await broken.stop();

  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong on our side. The request id helps to find out what.',
    code: 'internal',
    requestId: answer.headers.get('x-request-id'),
  });
  const errors = broken.logged.filter(({ level }) => level === 'error');
  expect(errors.map(({ facts }) => (facts as { requestId: string }).requestId)).toEqual([answer.body.requestId]);
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
      if (/\r\n\r\n.*}$/s.test(answer)) socket.end();
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
