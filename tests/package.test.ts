/* What is told to npm and to the toolkit: that it can be carried out, and that every name it needs comes from somewhere. */
import Ajv from 'ajv';
import { parse } from 'yaml';
import { routes } from '../bot/contract/paths.ts';
import { readSettings, settingNames } from '../bot/settings.ts';
import { readBicep } from './support/bicep.ts';
import { filesIn, readJson, readText } from './support/files.ts';
import { filled, namesIn } from './support/toolkit.ts';

type Action = { uses: string; with: Record<string, unknown>; writeToEnvironmentFile?: Record<string, string> };
type Stages = { provision: Action[]; deploy: Action[]; publish: Action[] };

const text = readText('teamsapp.yml');
const stages = parse(text) as Stages;
const local = parse(readText('teamsapp.local.yml')) as Omit<Stages, 'publish'>;
const usesOf = (actions: Action[]) => actions.map((action) => action.uses);
const writtenBy = (actions: Action[]) =>
  actions.flatMap((action) => Object.values(action.writeToEnvironmentFile ?? {}));

/** Names in the file of an environment; the toolkit writes what it makes into the same file. */
const namesOf = (env: string) =>
  [...readText(`env/.env.${env}`).matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => ({ name: name!, value }));
const known = namesOf('dev');

test.each(['teamsapp.yml', 'teamsapp.local.yml'])('the toolkit understands every action of %s', (file) => {
  const isValid = new Ajv({ strict: false }).compile(readJson('tests/support/teamsapp.v1.11.schema.json') as object);

  isValid(parse(readText(file)));

  expect(isValid.errors).toBeNull();
});

test.each(['', '.local'])('the name that the toolkit looks for today says the same: m365agents%s.yml', (env) => {
  // The toolkit writes an id of its own for statistics into the one that it uses.
  const withoutId = (file: string) => readText(file).replace(/^projectId: .*\n/m, '');

  expect(withoutId(`m365agents${env}.yml`)).toBe(withoutId(`teamsapp${env}.yml`));
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
    ...[stages.provision, stages.deploy, stages.publish].flatMap(writtenBy),
    ...(await readBicep('infra/main.bicep')).outputs,
  ];

  const names = known.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...new Set([...needed, ...written])]));
  // Nothing is asked for that nobody needs; these the toolkit writes of its own accord.
  const ofTheToolkit = ['TEAMSFX_ENV', 'TEAMS_APP_TENANT_ID'];
  expect(names.filter((name) => ![...needed, ...written, ...ofTheToolkit].includes(name))).toEqual([]);
});

test('against this machine every name comes from the developer or an action, and secrets from the file that git ignores', () => {
  const files = ['teamsapp.local.yml', 'manifest/manifest.json', 'manifest/aad.manifest.json'];
  const needed = files.flatMap((file) => namesIn(readText(file)));
  const written = [...writtenBy([...local.provision, ...local.deploy]), 'SECRET_CURSOR'];

  const all = new Set([...needed, ...written]);
  const secrets = [...all].filter((name) => name.startsWith('SECRET_'));
  const names = namesOf('local').map(({ name }) => name);
  // The last one the toolkit writes of its own accord.
  expect([...names, ...secrets].sort()).toEqual([...all, 'TEAMS_APP_TENANT_ID'].sort());
  expect(secrets.sort()).toEqual(['SECRET_BOT_PASSWORD', 'SECRET_CURSOR']);
});

test('against this machine the service is told settings that it starts with, by the names that it reads', () => {
  const { target, envs } = local.deploy.find(({ uses }) => uses === 'file/createOrUpdateEnvironmentFile')!.with as {
    target: string;
    envs: Record<string, unknown>;
  };
  const tenant = 'aaaaaaaa-0000-4000-8000-00000000000a';
  const told = Object.entries(envs).map(([name, value]) => [
    name,
    filled(String(value).replace('${{AAD_APP_TENANT_IDS}}', tenant)),
  ]);

  expect(readSettings(Object.fromEntries(told))).toMatchObject({
    mode: 'deployed',
    appUrl: 'https://people-hour.contoso.com',
    bot: { type: 'SingleTenant', password: 'SECRET_BOT_PASSWORD' },
    storage: { connectionString: 'UseDevelopmentStorage=true' },
  });
  expect(Object.keys(envs).filter((name) => !(name in settingNames))).toEqual([]);
  expect(readText('.gitignore').split('\n')).toContain(`${target.split('/')[1]}/`);
  const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
  expect(scripts['start:tenant']).toContain(`--env-file=${target.replace('./', '')}`);
});

test('a bot outside Azure is made in the same order, and it alone has a secret', () => {
  expect(usesOf(local.provision)).toEqual([
    'aadApp/create',
    'script',
    'teamsApp/create',
    'aadApp/create',
    'botFramework/create',
    'aadApp/update',
    'teamsApp/zipAppPackage',
    'teamsApp/validateAppPackage',
    'teamsApp/update',
  ]);
  const apps = local.provision.filter(({ uses }) => uses === 'aadApp/create');
  expect(apps.map((app) => app.with.generateClientSecret)).toEqual([false, true]);
  const bot = local.provision.find(({ uses }) => uses === 'botFramework/create')!;
  expect(bot.with.messagingEndpoint).toBe('https://${{TAB_DOMAIN}}' + routes.messages);
});

test.each(['dev', 'local'])('the file of %s that is shared holds no secret and nobody’s ids', (env) => {
  const all = namesOf(env);

  expect(all.filter(({ name, value }) => value !== '' && name !== 'AZURE_SIZE')).toEqual([
    { name: 'TEAMSFX_ENV', value: env },
  ]);
  expect(all.filter(({ name }) => /SECRET|PASSWORD|KEY/.test(name))).toEqual([]);
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

test.each(['teamsapp.yml', 'teamsapp.local.yml'])('every file that %s names is there', (file) => {
  const paths = [...readText(file).matchAll(/\.\/(?!dist\/|env\b|\.local\/)[\w./-]+/g)].map(([path]) => path);

  expect(paths.length).toBeGreaterThan(1);
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

test('no workflow knows a secret: Azure knows GitHub by its own word, and only who needs more may do more', () => {
  type Workflow = { permissions: object; jobs: Record<string, { permissions?: Record<string, string> }> };
  const files = filesIn('.github/workflows');

  expect(files.map((file) => file.split('/').at(-1)).sort()).toEqual(['check.yml', 'deploy.yml', 'release.yml']);
  for (const file of files) {
    const { permissions } = parse(readText(file)) as Workflow;
    expect({ file, secrets: readText(file).match(/secrets\b/gi), permissions }).toEqual({
      file,
      secrets: null,
      permissions: { contents: 'read' },
    });
  }
  const { jobs } = parse(readText('.github/workflows/deploy.yml')) as Workflow;
  expect(jobs.deploy!.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
});

test('a release is checked like every change, and says what it is made of', () => {
  const { jobs } = parse(readText('.github/workflows/release.yml')) as {
    jobs: { release: { steps: { run?: string }[] } };
  };
  const { scripts } = readJson('package.json') as { scripts: { check: string } };
  const steps = jobs.release.steps.flatMap(({ run }) => run ?? []);

  expect(steps).toEqual(
    expect.arrayContaining(scripts.check.split(' && ').map((step) => (step === 'npm test' ? '.ci/run' : step))),
  );
  expect(steps.join('\n')).toContain('npm sbom --sbom-format cyclonedx');
  expect(steps.join('\n')).toContain('cd dist/service && zip');
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
