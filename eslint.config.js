import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/**
 * One wall per room: what a room may not reach for, and why. The message is the reason; `tests/walls.test.ts` checks that
 * each wall stands by trying to climb it.
 */
const wall = (room, files, forbidden) => ({
  name: `wall/${room}`,
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: forbidden.map(([regex, message]) => ({ regex, message })) }],
  },
});

const botbuilder = [
  '^botbuilder|^botframework',
  'Bot Framework types stay in bot/teams, so that the room can be replaced in days.',
];
const azure = ['^@azure/', 'Only bot/storage talks to Azure; everybody else talks to a port.'];
const insights = [
  '^@opentelemetry/|^@azure/monitor',
  'Only bot/telemetry sends numbers away; everybody else has a meter.',
];
const fastify = ['^(@fastify|fastify)', 'Only bot/http knows the HTTP library.'];
const edge = (name) => [`/${name}/`, `Edges do not know each other; compose.ts introduces them (${name}).`];
const above = ['/(compose|useCases|main)\\.ts$', 'compose.ts knows everyone and is known by no one.'];
const tabs = ['/tabs/', 'The service does not know the tab; the contract is what they share.'];
const browser = [
  ['/bot/', 'The tab reaches the service through #contract only.'],
  ['^node:', 'The tab runs in a browser.'],
  botbuilder,
  azure,
];

export default ts.config(
  { ignores: ['dist/', '.local/', 'node_modules/', 'devTools/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['tabs/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['bot/**/*.ts'],
    ignores: ['bot/settings.ts', 'bot/main.ts', 'bot/local/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in settings.ts.' },
      ],
    },
  },
  wall(
    'domain',
    ['bot/domain/**/*.ts'],
    [
      ['^[^.]', 'The domain is pure: no packages, no Node.'],
      ['^\\.\\./', 'The domain imports nothing but its own.'],
    ],
  ),
  // Calendars and zones are the one thing that nobody should write themselves: one file of the domain knows Temporal.
  wall('domain/time', ['bot/domain/time.ts'], [['^(?!temporal-polyfill$)', 'Only Temporal.']]),
  wall(
    'domain/matching',
    ['bot/domain/matching.ts'],
    [['^(?!edmonds-blossom-fixed$)', 'Only the matching algorithm, which nobody should write twice.']],
  ),
  {
    files: ['bot/domain/**/*.ts'],
    ignores: ['bot/domain/time.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The clock is handed in.' },
        'crypto',
        'setTimeout',
        'fetch',
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'Rules do not wait; use cases do.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is handed in.' },
      ],
    },
  },
  wall(
    'contract',
    ['bot/contract/**/*.ts'],
    [
      ['^[^.#](?!od$)', 'The contract knows zod and the domain, for it travels to the browser.'],
      ['/(app|storage|teams|http|local|text|reminders)/', 'The contract knows only the domain.'],
      above,
    ],
  ),
  wall(
    'app',
    ['bot/app/**/*.ts'],
    [
      ['^[^.]', 'Use cases speak to ports; no packages, no Node.'],
      ['/(contract|storage|teams|http|local|text|reminders)/', 'Use cases know the domain and their own ports.'],
      above,
    ],
  ),
  wall(
    'telemetry',
    ['bot/telemetry/**/*.ts'],
    [
      [
        '^(?!\\.|node:|@opentelemetry/sdk-metrics$|@azure/monitor-opentelemetry-exporter$)',
        'Telemetry knows its libraries, and nothing else.',
      ],
      ['/(contract|storage|teams|http|local|text|reminders)/', 'Telemetry is given numbers; it does not go and look.'],
      tabs,
      above,
    ],
  ),
  wall(
    'storage',
    ['bot/storage/**/*.ts'],
    [
      insights,
      botbuilder,
      fastify,
      tabs,
      above,
      edge('teams'),
      edge('http'),
      edge('local'),
      edge('contract'),
      edge('text'),
    ],
  ),
  wall(
    'teams',
    ['bot/teams/**/*.ts'],
    [insights, azure, fastify, tabs, above, edge('storage'), edge('http'), edge('local')],
  ),
  wall(
    'http',
    ['bot/http/**/*.ts'],
    [insights, azure, botbuilder, tabs, above, edge('storage'), edge('teams'), edge('local')],
  ),
  wall(
    'reminders',
    ['bot/reminders/**/*.ts'],
    [
      ['^[^.]', 'The loop knows neither queues nor Teams; compose.ts hands them to it.'],
      ['/(contract|storage|teams|http|local|text)/', 'The loop runs use cases, and knows nothing else.'],
      tabs,
      above,
    ],
  ),
  wall(
    'text',
    ['bot/text/**/*.ts'],
    [azure, botbuilder, fastify, tabs, above, edge('storage'), edge('teams'), edge('http'), edge('local')],
  ),
  // The local world puts a house together like compose.ts, so it may know the other edges.
  wall('local', ['bot/local/**/*.ts'], [botbuilder, azure, tabs]),
  wall('main', ['bot/*.ts'], [insights, botbuilder, azure, tabs]),
  // What is in tabs/build runs when the tab is built, not in it.
  wall('tabs', ['tabs/*.tsx', 'tabs/!(build)/**/*.{ts,tsx}'], browser),
  ...['kudos', 'people', 'goals', 'hour', 'ideas', 'insights', 'settings'].map((door, _, doors) =>
    wall(
      `tabs/${door}`,
      [`tabs/${door}/**/*.{ts,tsx}`],
      [
        ...browser,
        [
          `/(${doors.filter((other) => other !== door).join('|')})/`,
          'A feature knows ui, api, text and the contract, never another feature.',
        ],
        ['/app/', 'The app arranges the features; a feature does not know where it stands.'],
      ],
    ),
  ),
  wall(
    'tabs/ui',
    ['tabs/ui/**/*.{ts,tsx}'],
    [...browser, ['/(kudos|people|goals|hour|ideas|insights|settings|app|api)/', 'ui knows no feature.']],
  ),
);
