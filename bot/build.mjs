/* Builds the service for a deployment: dist/service has everything that runs there, the tab included, and nothing to install. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// Tests build elsewhere.
const folder = process.argv[2] ?? here('../dist/service');
const file = `${folder}/service.cjs`;

/** Imported late, because nothing of a start needs them: files of their own, which are not even read until then. */
const late = ['botbuilder', '@azure/storage-blob', '@fastify/swagger'];
// A page of ours that brings its libraries along.
const latePage = './azureMonitor.ts';
const nameOf = (name) => `./${name.replace(/\W+/g, '-').replace(/^-/, '')}.cjs`;

/** What libraries load at once and this service never needs; reading it would make every start slower. */
const never = 'module.exports = () => { throw new Error("This is not part of the build."); };';
const leftOut = {
  '@fastify/ajv-compiler': never,
  '@fastify/fast-json-stringify-compiler': never,
  'light-my-request': never,
  'node:http2': never,
  // Fastify asks it whether a plugin is made for this Fastify. The lockfile says so.
  semver: 'module.exports = { satisfies: () => true };',
};

const leaner = {
  name: 'leaner',
  setup(to) {
    to.onResolve({ filter: /./ }, ({ path, importer }) =>
      path in leftOut && /node_modules.fastify./.test(importer) ? { path, namespace: 'leftOut' } : undefined,
    );
    to.onLoad({ filter: /./, namespace: 'leftOut' }, ({ path }) => ({ contents: leftOut[path] }));
    // The sentences of zod in fifty languages: what people read comes from our own catalogues.
    to.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
    to.onResolve({ filter: /azureMonitor\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && path === latePage ? { path: './azureMonitor.cjs', external: true } : undefined,
    );
    to.onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && late.includes(path) ? { path: nameOf(path), external: true } : undefined,
    );
  },
};

const options = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'linked',
  plugins: [leaner],
  // The local world is for developers; in a build there is no way into it.
  external: ['./local/world.ts'],
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'addressOfThis' },
  banner: { js: "const addressOfThis=require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
};

rmSync(folder, { recursive: true, force: true });
await build({ ...options, entryPoints: [here('main.ts')], outfile: file });
for (const name of late) {
  const stdin = { contents: `module.exports = require('${name}');`, resolveDir: here('.') };
  await build({ ...options, stdin, outfile: `${folder}/${nameOf(name)}` });
}
await build({ ...options, entryPoints: [here('telemetry/azureMonitor.ts')], outfile: `${folder}/azureMonitor.cjs` });
// A build is for production, whatever the shell says.
const banner = { js: `process.env.NODE_ENV='production';${options.banner.js}` };
await build({ ...options, banner, entryPoints: [here('main.built.ts')], outfile: `${folder}/main.js` });
writeFileSync(`${folder}/package.json`, '{ "private": true, "type": "commonjs" }\n');
if (existsSync(here('../dist/tab/index.html'))) cpSync(here('../dist/tab'), `${folder}/tab`, { recursive: true });

await keepWhatV8MadeOfIt();
process.exit(0);

/** Starts it once with settings that lead nowhere, up to its first answer, and keeps the compiled code of all that ran. */
async function keepWhatV8MadeOfIt() {
  // Regular expressions keep their letters through the bundler; as ASCII the whole file is half as large to V8.
  const ascii = readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  writeFileSync(file, ascii);
  const source = `(function(exports,require,module,__filename,__dirname){${ascii}\n})`;
  const anyId = '11111111-1111-4111-8111-111111111111';
  const port = await freePort();
  Object.assign(process.env, {
    NODE_ENV: 'production',
    PORT: `${port}`,
    APP_URL: `http://localhost:${port}`,
    AAD_APP_CLIENT_ID: anyId,
    AAD_APP_TENANT_IDS: anyId,
    BOT_ID: anyId,
    BOT_TENANT_ID: anyId,
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_ACCOUNT_NAME: 'nowhere',
    CURSOR_SECRET: 'used by nobody',
    LOG_LEVEL: 'silent',
  });
  // Whatever this was started with is not for the service to read.
  process.argv.length = 2;
  const script = new Script(source, { filename: file });
  script.runInThisContext()({}, createRequire(file), { exports: {} }, file, folder);
  while (!(await answers(`http://127.0.0.1:${port}/api/me`))) await wait(50);
  await answers(`http://127.0.0.1:${port}/tab`);
  writeFileSync(`${folder}/service-${process.version}-${process.arch}.cache`, script.createCachedData());
}

async function answers(url) {
  try {
    return Boolean(await globalThis.fetch(url));
  } catch {
    return false; // Not listening yet.
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
