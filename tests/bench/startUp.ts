/* From spawning the built service to its first answer, against Node with an empty HTTP server, in turns. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { freePort } from '../support/freePort.ts';
import { median, table } from './print.ts';

const built = 'dist/service/main.js';
const turns = 11;
const plain = `require('node:http').createServer((_, r) => r.end('ok')).listen(process.env.PORT, '127.0.0.1')`;

export async function startUp(): Promise<string> {
  if (!existsSync(built)) throw new Error(`There is no ${built}: run npm run build first.`);
  // Certificates of one's own, as many machines have them, cost both the same at every start.
  const { PATH, NODE_EXTRA_CA_CERTS = '' } = process.env;
  const surroundings = NODE_EXTRA_CA_CERTS ? [{ PATH }, { PATH, NODE_EXTRA_CA_CERTS }] : [{ PATH }];
  const rows: string[][] = [];
  for (const around of surroundings) {
    const [floor, ours] = [[] as number[], [] as number[]];
    for (let turn = 0; turn < turns; turn++) {
      floor.push(await firstAnswer(['-e', plain], around));
      ours.push(await firstAnswer([built], around));
    }
    const ratio = median(ours) / median(floor);
    const where = 'NODE_EXTRA_CA_CERTS' in around ? 'with NODE_EXTRA_CA_CERTS' : 'with nothing set';
    rows.push([where, median(floor).toFixed(0), median(ours).toFixed(0), ratio.toFixed(2)]);
  }
  return `${table(['ms to the first answer', 'plain Node http', 'the built service', 'ratio'], rows)}\n\nMedians of ${turns}; the budget is 2.7.`;
}

async function firstAnswer(command: readonly string[], around: object): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const env = { ...around, ...settings(port) };
  const child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (!(await answers(port)))
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended at its start.`);
  const took = performance.now() - begun;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  return took;
}

const id = '11111111-1111-4111-8111-111111111111';
const settings = (port: number) => ({
  NODE_ENV: 'production',
  PORT: String(port),
  APP_URL: 'https://people-hour.example',
  AAD_APP_CLIENT_ID: id,
  AAD_APP_TENANT_IDS: id,
  BOT_ID: id,
  BOT_TENANT_ID: id,
  BOT_TYPE: 'UserAssignedMSI',
  STORAGE_ACCOUNT_NAME: 'nowhere',
  CURSOR_SECRET: 'a secret that is long enough for this',
  LOG_LEVEL: 'silent',
});

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/healthz' }, (response) => resolve(response.resume().statusCode !== 500)).on(
      'error',
      () => setTimeout(resolve, 1, false),
    );
  });
}
