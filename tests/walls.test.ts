/* The walls of the house: what a room may not reach for. Each is climbed here once, to see that it stands. */
import { ESLint, type Linter } from 'eslint';
import { filesIn, readText } from './support/files.ts';

// Plain JavaScript, because ESLint reads it itself: so its type is said here.
const { default: config } = jest.requireActual<{ default: Linter.Config[] }>('../eslint.config.js');
const walls = config.filter((part) => part.name?.startsWith('wall/'));
const reader = config.filter((part) => part.name === 'typescript-eslint/base');

const whole = new ESLint({ overrideConfigFile: true, overrideConfig: config });
// Nobody opens a door in a wall with a comment.
const bare = new ESLint({ overrideConfigFile: true, overrideConfig: [...reader, ...walls], allowInlineConfig: false });

async function climb(file: string, code: string): Promise<string> {
  const [result] = await whole.lintText(code, { filePath: file });
  return result!.messages
    .filter(({ ruleId }) => ruleId?.startsWith('no-restricted'))
    .map(({ message }) => message)
    .join('\n');
}

const azure = ['@azure/data-tables', 'Only bot/storage talks to Azure'];
const insights = ['@opentelemetry/sdk-metrics', 'Only bot/telemetry sends numbers away'];
const botbuilder = ['botbuilder', 'Bot Framework types stay in bot/teams'];
const fastify = ['fastify', 'Only bot/http knows the HTTP library'];
const tab = ['../../tabs/app/App.tsx', 'The service does not know the tab'];
const compose = ['../compose.ts', 'compose.ts knows everyone and is known by no one'];
const edge = (name: string) => [`../${name}/x.ts`, 'Edges do not know each other'];
const service = ['../../bot/domain/ids.ts', 'The tab reaches the service through #contract only'];
const node = ['node:fs', 'The tab runs in a browser'];

const forbidden: Record<string, string[][]> = {
  'bot/domain/x.ts': [
    ['zod', 'The domain is pure'],
    ['node:crypto', 'The domain is pure'],
    ['../app/ports.ts', 'The domain imports nothing but its own'],
  ],
  'bot/domain/time.ts': [['zod', 'Only Temporal']],
  'bot/domain/matching.ts': [['zod', 'Only the matching algorithm']],
  'bot/contract/x.ts': [
    ['react', 'The contract knows zod and the domain'],
    ['../app/ports.ts', 'The contract knows only the domain'],
    compose,
  ],
  'bot/app/x.ts': [
    ['pino', 'Use cases speak to ports'],
    ['../contract/kudos.ts', 'Use cases know the domain and their own ports'],
    compose,
  ],
  'bot/storage/x.ts': [
    insights,
    botbuilder,
    fastify,
    tab,
    compose,
    ...['teams', 'http', 'local', 'contract', 'text'].map(edge),
  ],
  'bot/teams/cards/x.ts': [
    insights,
    azure,
    fastify,
    ['../../../tabs/x.ts', tab[1]!],
    compose,
    ...['storage', 'http', 'local'].map(edge),
  ],
  'bot/http/x.ts': [insights, azure, botbuilder, tab, compose, ...['storage', 'teams', 'local'].map(edge)],
  'bot/reminders/x.ts': [
    ['pino', 'The loop knows neither queues nor Teams'],
    ['../storage/queue.ts', 'The loop runs use cases'],
    tab,
    compose,
  ],
  'bot/telemetry/x.ts': [
    ['pino', 'Telemetry knows its libraries'],
    ['../storage/queue.ts', 'it does not go and look'],
    tab,
    compose,
  ],
  'bot/text/x.ts': [azure, botbuilder, fastify, tab, compose, ...['storage', 'teams', 'http', 'local'].map(edge)],
  'bot/local/x.ts': [azure, botbuilder, tab],
  'bot/compose.ts': [insights, azure, botbuilder, ['../tabs/main.tsx', tab[1]!]],
  'tabs/app/x.tsx': [service, node, azure, botbuilder],
  'tabs/ui/x.tsx': [service, node, azure, botbuilder, ['../kudos/KudosCard.tsx', 'ui knows no feature']],
  ...Object.fromEntries(
    ['kudos', 'people', 'goals', 'hour', 'ideas', 'insights', 'settings'].map((door) => [
      `tabs/${door}/x.tsx`,
      [
        service,
        node,
        azure,
        botbuilder,
        [door === 'kudos' ? '../goals/x.tsx' : '../kudos/x.tsx', 'never another feature'],
        ['../app/App.tsx', 'a feature does not know where it stands'],
      ],
    ]),
  ),
};

test.each(Object.entries(forbidden))('%s is told why it may not reach there', async (file, attempts) => {
  for (const [path, reason] of attempts) {
    expect(await climb(file, `import { x } from '${path}'; export { x };`)).toContain(reason);
    expect(await climb(file, `export * from '${path}';`)).toContain(reason);
  }
});

test('no wall, and no stone of one, is left untried', async () => {
  const standing = new Map<string, string>();
  for (const [file, attempts] of Object.entries(forbidden)) {
    const { rules } = (await whole.calculateConfigForFile(file)) as Linter.Config;
    const patterns = patternsOf(rules);
    const untried = patterns.filter(({ regex }) => !attempts.some(([path]) => new RegExp(regex, 'u').test(path!)));
    expect({ file, untried }).toEqual({ file, untried: [] });
    standing.set(JSON.stringify(patterns), file);
  }
  for (const { name, rules } of walls) {
    expect({ name, triedFrom: standing.get(JSON.stringify(patternsOf(rules))) }).toEqual({
      name,
      triedFrom: expect.any(String),
    });
  }
});

function patternsOf(rules: Linter.Config['rules']): { regex: string; message: string }[] {
  const [, { patterns }] = rules!['no-restricted-imports'] as [
    unknown,
    { patterns: { regex: string; message: string }[] },
  ];
  return patterns;
}

test('the domain is handed its clock and its chance, and does not wait', async () => {
  expect(await climb('bot/domain/x.ts', 'export const now = () => new Date();')).toContain('The clock is handed in');
  expect(await climb('bot/domain/x.ts', 'export const dice = () => Math.random();')).toContain('Chance is handed in');
  expect(await climb('bot/domain/x.ts', 'export const wait = async () => await f();')).toContain('Rules do not wait');
  expect(await climb('bot/http/x.ts', 'export const port = process.env.PORT;')).toContain('Settings are read once');
});

test('every import of the house respects its walls, also those that wait until they are needed', async () => {
  const rooms = [...filesIn('bot'), ...filesIn('tabs')].filter((file) => /\.tsx?$/.test(file));
  // What builds the tab is outside of it.
  for (const file of rooms.filter((name) => !/^tabs\/(build\/|vite\.config)/.test(name))) {
    const late = [...readText(file).matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, path]) => `import '${path}';`);
    const results = await bare.lintText([readText(file), ...late].join('\n'), { filePath: file });
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${file}: ${message}`))).toEqual([]);
  }
});

test('the local world is never part of the service: nobody outside of it imports it at once', () => {
  const visitors = filesIn('bot').filter(
    (file) => !file.startsWith('bot/local/') && /^(im|ex)port\b[^;]*'\.{1,2}\/(.*\/)?local\//m.test(readText(file)),
  );

  expect(visitors).toEqual([]);
});
