/* How a built service gets to Azure. `az` and `curl` are played, for there is no Azure here; what is theirs to do is not tested. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'people-hour-deploy-'));
const said = join(folder, 'said');
const environment = join(folder, '.env.prod');
const site = '/subscriptions/s/resourceGroups/people/providers/Microsoft.Web/sites/peoplehour1';
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts programs of these names before the real ones. */
function play(programs: Record<string, string>) {
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
}

const az = (slots: string) => `
echo "az $*" >> ${said}
case "$*" in
  *"slot list"*) printf '${slots}' ;;
  *"webapp show"*staging*) echo peoplehour1-staging.example ;;
  *"webapp show"*) echo peoplehour1.example ;;
esac`;
const curl = (exitCode: number) => `for last; do :; done; echo "ready? $last" >> ${said}; exit ${exitCode}`;

async function deploy(file = environment): Promise<{ code: number; steps: string[]; complaint: string }> {
  writeFileSync(said, '');
  const env = { PATH: `${folder}:${process.env.PATH}` };
  return new Promise((resolve) => {
    execFile('.ci/deploy', [file, 'service.zip'], { env }, (trouble, _out, complaint) => {
      const steps = readFileSync(said, 'utf8')
        .split('\n')
        .filter((line) => line && !/slot list|webapp show/.test(line))
        .map((line) => line.replace(' --resource-group people --name peoplehour1', ''));
      resolve({ code: trouble ? 1 : 0, steps, complaint });
    });
  });
}

beforeEach(() => writeFileSync(environment, `TEAMSFX_ENV=prod\nAZURE_APP_SERVICE_RESOURCE_ID=${site}\nTAB_DOMAIN=x\n`));

test('with a staging slot a version takes over when it is ready, and the one before it is stopped', async () => {
  play({ az: az('peoplehour1/staging'), curl: curl(0), sleep: 'exit 0' });

  expect(await deploy()).toMatchObject({
    code: 0,
    steps: [
      'az webapp start --slot staging',
      'az webapp deploy --slot staging --src-path service.zip --type zip --clean true',
      'ready? https://peoplehour1-staging.example/readyz',
      'az webapp deployment slot swap --slot staging',
      'ready? https://peoplehour1.example/readyz',
      'az webapp stop --slot staging',
    ],
  });
});

test('a version that does not become ready never takes over', async () => {
  play({ az: az('peoplehour1/staging'), curl: curl(22), sleep: 'exit 0' });

  const { code, steps, complaint } = await deploy();

  expect(code).toBe(1);
  expect(complaint).toContain('peoplehour1-staging.example did not become ready');
  expect(steps.filter((step) => step.startsWith('ready?'))).toHaveLength(60);
  expect(steps.some((step) => /swap|stop/.test(step))).toBe(false);
});

test('without a slot it takes the place of the running version, and is asked whether it is ready', async () => {
  play({ az: az(''), curl: curl(0), sleep: 'exit 0' });

  expect((await deploy()).steps).toEqual([
    'az webapp deploy --src-path service.zip --type zip --clean true',
    'ready? https://peoplehour1.example/readyz',
  ]);
});

test('an environment that was never provisioned is not guessed at', async () => {
  play({ az: az(''), curl: curl(0), sleep: 'exit 0' });
  writeFileSync(environment, 'AZURE_APP_SERVICE_RESOURCE_ID=\n');

  const { code, steps, complaint } = await deploy();

  expect({ code, steps }).toEqual({ code: 1, steps: [] });
  expect(complaint).toContain('does not name an app');
});
