/* What is told to npm and to the toolkit: that it can be carried out, and that every name it needs comes from somewhere. */
import Ajv from 'ajv';
import { parse } from 'yaml';
import { readBicep } from './support/bicep.ts';
import { readJson, readText } from './support/files.ts';
import { namesIn } from './support/toolkit.ts';

type Action = { uses: string; with: Record<string, unknown>; writeToEnvironmentFile?: Record<string, string> };
type Stages = { provision: Action[]; deploy: Action[]; publish: Action[] };

const text = readText('teamsapp.yml');
const stages = parse(text) as Stages;
const usesOf = (actions: Action[]) => actions.map((action) => action.uses);

/** Names in env/.env.dev; the toolkit writes what it makes into the same file. */
const known = [...readText('env/.env.dev').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => ({ name, value }));

test('the toolkit understands every action of teamsapp.yml', () => {
  const isValid = new Ajv({ strict: false }).compile(readJson('tests/support/teamsapp.v1.11.schema.json') as object);

  isValid(stages);

  expect(isValid.errors).toBeNull();
});

test('provisioning makes things in the order in which they need each other', () => {
  expect(usesOf(stages.provision)).toEqual([
    'aadApp/create',
    'script',
    'teamsApp/create',
    'arm/deploy',
    'aadApp/update',
    'teamsApp/zipAppPackage',
    'teamsApp/validateAppPackage',
    'teamsApp/update',
  ]);
  expect(stages.provision[0]!.with).toMatchObject({ generateClientSecret: false, signInAudience: 'AzureADMyOrg' });
});

test('the app in Teams is made with the id of the Entra app', () => {
  expect(stages.provision[1]!.with.run).toBe('echo "::set-teamsfx-env TEAMS_APP_ID=${{AAD_APP_CLIENT_ID}}"');
  expect(stages.provision[2]!.writeToEnvironmentFile).toEqual({ teamsAppId: 'TEAMS_APP_ID' });
});

test('every name that is filled in comes from the environment file, an action or the deployment', async () => {
  const files = ['teamsapp.yml', 'infra/main.parameters.json', 'manifest/manifest.json', 'manifest/aad.manifest.json'];
  const needed = files.flatMap((file) => namesIn(readText(file)));
  const written = [
    ...Object.values(stages).flatMap((actions) =>
      Array.isArray(actions) ? actions.flatMap((action) => Object.values(action.writeToEnvironmentFile ?? {})) : [],
    ),
    ...(await readBicep('infra/main.bicep')).outputs,
  ];

  const names = known.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...new Set([...needed, ...written])]));
  // Nothing is asked for that nobody needs; these the toolkit writes of its own accord.
  const ofTheToolkit = ['TEAMSFX_ENV', 'TEAMS_APP_TENANT_ID'];
  expect(names.filter((name) => ![...needed, ...written, ...ofTheToolkit].includes(name!))).toEqual([]);
});

test('the environment file that is shared holds no secret and nobody’s ids', () => {
  expect(known.filter(({ value }) => value !== '')).toEqual([{ name: 'TEAMSFX_ENV', value: 'dev' }]);
  expect(known.filter(({ name }) => /SECRET|PASSWORD|KEY/.test(name!))).toEqual([]);
  expect(readText('.gitignore').split('\n')).toContain('env/*.user');
});

test('what is built is what is deployed, and what Azure starts', () => {
  const send = stages.deploy.find((action) => action.uses === 'azureAppService/zipDeploy')!;
  const build = readText('bot/build.mjs');

  expect(send.with.artifactFolder).toBe('./dist/service');
  expect(build).toContain("here('../dist/service')");
  expect(build).toContain('`${folder}/main.js`');
  expect(readText('infra/app.bicep')).toContain("appCommandLine: 'node main.js'");
});

test('every file that teamsapp.yml names is there', () => {
  const paths = [...text.matchAll(/\.\/(?!dist\/|env\b)[\w./-]+/g)].map(([path]) => path);

  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths) expect(() => readText(path)).not.toThrow();
});

test('what is checked on every change is what is checked at home', () => {
  const { jobs } = parse(readText('.github/workflows/check.yml')) as { jobs: { check: { steps: { run?: string }[] } } };
  const { scripts } = readJson('package.json') as { scripts: { check: string } };
  const there = jobs.check.steps.flatMap(({ run }) => run ?? []);

  expect(readText('.ci/run').trimEnd()).toMatch(/\nnpm cit$/);
  expect(there).toEqual(
    expect.arrayContaining(scripts.check.split(' && ').map((step) => (step === 'npm test' ? '.ci/run' : step))),
  );
});

test('the lockfile knows every package for every machine, without which npm refuses to install', () => {
  const { packages } = readJson('package-lock.json') as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };

  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !nearestFirst(path, name).some((place) => place in packages)),
  );

  expect(missing).toEqual([]);
});

/** Where Node looks for a package that another one needs. */
function nearestFirst(path: string, name: string): string[] {
  const parts = path.split('/node_modules/');
  const above = parts.map(
    (_, at) => `${parts.slice(0, parts.length - at).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...above, `node_modules/${name}`];
}
