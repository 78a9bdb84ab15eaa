/* One configuration, three kinds of rooms: pure and service tests in Node, tab tests in jsdom, browser tests in Chromium
   (those drive a real browser from Node). Long fault runs and benchmarks have commands of their own. */
import { prebundled } from './tests/support/prebundled.mjs';

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];

// Packages that ship ES modules only: Jest's CommonJS world needs them compiled.
const esmOnly = [
  'jose',
  'temporal-polyfill',
  'temporal-utils',
  'temporal-spec',
  '@lingui',
  'wouter',
  'regexparam',
  'fastify-type-provider-zod',
  '@sparticuz',
].join('|');

const shared = {
  transform: { '^.+\\.(m?[jt]sx?)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  // .js before .mjs: where a package has both, this world needs the former.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  // What was built has a package.json of its own, under the same name.
  modulePathIgnorePatterns: ['<rootDir>/(dist|\\.local)/'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/quiet.ts'],
};

// Whoever needs storage shares one table service.
const withStorage = {
  globalSetup: '<rootDir>/tests/support/azuriteForAll.ts',
  globalTeardown: '<rootDir>/tests/support/azuriteAfterAll.ts',
};

const service = (displayName, folders) => ({
  ...shared,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
});

// What is left to chance is tried ten times as often here.
const properties = ['domain/personalDue', 'app/tickOrders', 'storage/goalAudiences', 'storage/kudosList'];
const long = {
  ...service('faults', ['faults']),
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts', ...properties.map((name) => `<rootDir>/tests/${name}.test.ts`)],
};

export default {
  projects: [
    service('domain', ['domain', 'contract']),
    { ...service('house', []), testMatch: ['<rootDir>/tests/*.test.ts'] },
    { ...service('service', ['app', 'storage', 'http', 'teams', 'local', 'text']), ...withStorage },
    {
      ...shared,
      ...withStorage,
      displayName: 'tabs',
      moduleNameMapper: {
        '^@fluentui/react-components$': prebundled('@fluentui/react-components', ['react', 'react-dom']),
      },
      testEnvironment: '<rootDir>/tests/support/jsdomWithFetch.ts',
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/tests/support/dom.ts'],
      testMatch: ['<rootDir>/tests/tabs/**/*.test.tsx'],
    },
    { ...service('e2e', ['e2e']), globalSetup: '<rootDir>/tests/support/tabForAll.ts' },
    ...(process.env.FAULTS ? [long] : []),
  ],
  reporters: ['default', '<rootDir>/tests/support/closingLine.mjs'],
  testSequencer: '<rootDir>/tests/support/longestFirst.mjs',
  // Two more than two cores: browser tests and tests of whole processes spend much of their time waiting.
  maxWorkers: 4,
  // For a machine that does much else besides; Jest reads this here only, not in a project.
  testTimeout: 60_000,
};
