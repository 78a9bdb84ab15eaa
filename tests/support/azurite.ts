import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';

/** A table service of Azurite's in this process, in memory, on a port of its own. */
export type Azurite = { readonly connectionString: string; stop(): Promise<void> };

// The key of the emulator, the same on every machine in the world and printed in its documentation.
export const emulator = 'devstoreaccount1';
const wellKnownKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export const connectionStringTo = (address: string) =>
  `DefaultEndpointsProtocol=http;AccountName=${emulator};AccountKey=${wellKnownKey};TableEndpoint=${address}/${emulator};`;

export async function startAzurite(port = 0): Promise<Azurite> {
  const [TableServer, TableConfiguration] = await Promise.all([part('TableServer'), part('TableConfiguration')]);
  // Host, port (any free one), keep-alive, a file that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', port, 5, '', false, false, undefined, undefined, false, true, '', '', '', undefined];
  const server = new TableServer(new TableConfiguration(...settings, false, true)) as TableServer;
  await server.start();
  return { connectionString: connectionStringTo(server.getHttpServerAddress()), stop: () => server.close() };
}

/** As a process of its own, for tests in which somebody else dies. */
export async function startAzuriteProcess(): Promise<Azurite> {
  const port = await aFreePort();
  const program = join(process.cwd(), 'node_modules/azurite/dist/src/table/main.js');
  const settings = ['--tableHost', '127.0.0.1', '--tablePort', String(port), '--inMemoryPersistence'];
  const child = spawn(process.execPath, [program, ...settings, '--disableTelemetry'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((listening, reject) => {
    child.once('exit', () => reject(new Error('Azurite did not start')));
    child.stdout.on('data', (line: Buffer) => {
      if (line.includes('successfully started')) listening();
    });
  });
  return {
    connectionString: connectionStringTo(`http://127.0.0.1:${port}`),
    async stop() {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Storage with a table that nobody else has. */
export function freshStorage({ connectionString }: Pick<Azurite, 'connectionString'>): Promise<Storage> {
  return openStorage({ connectionString }, freshTable());
}

export const freshTable = () => `T${randomUUID().replaceAll('-', '')}`;

type TableServer = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };

// Azurite has no types and no door of its own into its rooms.
type Part = new (...settings: unknown[]) => unknown;
async function part(name: string): Promise<Part> {
  const path = `azurite/dist/src/table/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
