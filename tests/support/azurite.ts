import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { freePort } from './freePort.ts';
import { type Azurite, connectionStringTo, ownAzurite } from './tableService.ts';

export { type Azurite, connectionStringTo, emulator, ownAzurite } from './tableService.ts';

/** The one that all test files of a run share (each has tables of its own), or one of its own on a port that somebody chose. */
export async function startAzurite(port?: number): Promise<Azurite> {
  const connectionString = process.env.AZURITE_FOR_ALL;
  if (port !== undefined || !connectionString) return ownAzurite(port);
  return { connectionString, stop: () => Promise.resolve() };
}

/** As a process of its own, for tests in which somebody else dies. */
export async function startAzuriteProcess(): Promise<Azurite> {
  const { address, stop } = await startService('table');
  return { connectionString: connectionStringTo(address), stop };
}

/** One of Azurite's services as a process of its own, in memory. */
export async function startService(service: 'table' | 'queue'): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const program = join(process.cwd(), `node_modules/azurite/dist/src/${service}/main.js`);
  const settings = [`--${service}Host`, '127.0.0.1', `--${service}Port`, String(port), '--inMemoryPersistence'];
  const child = spawn(process.execPath, [program, ...settings, '--skipApiVersionCheck', '--disableTelemetry'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((listening, reject) => {
    child.once('exit', () => reject(new Error('Azurite did not start')));
    child.stdout.on('data', (line: Buffer) => {
      if (/successfully (started|listen)/.test(line.toString())) listening();
    });
  });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Storage with a table that nobody else has. */
export function freshStorage({ connectionString }: Pick<Azurite, 'connectionString'>): Promise<Storage> {
  return openStorage({ connectionString }, freshTable());
}

export const freshTable = () => `T${randomUUID().replaceAll('-', '')}`;
