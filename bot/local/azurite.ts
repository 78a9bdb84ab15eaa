import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Azurite's table service inside of this process, on any free port; what is in it is written to the folder. */
export async function startAzurite(folder: string): Promise<{ connectionString: string; stop(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const [TableServer, TableConfiguration] = await Promise.all([part('TableServer'), part('TableConfiguration')]);
  // Its constructor goes by position, which is why the version is pinned: host, port, keep-alive, file, debug and access logs off,
  // strict, any API version, and the certificates, keys and Entra roles that it does not need here.
  const file = join(folder, 'tables.json');
  const settings = ['127.0.0.1', 0, 5, file, false, false, undefined, undefined, false, true, '', '', '', undefined];
  const server = new TableServer(new TableConfiguration(...settings, false, false)) as TableServer;
  await server.start();
  const address = `${server.getHttpServerAddress()}/${account}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${wellKnownKey};TableEndpoint=${address};`,
    stop: () => server.close(),
  };
}

// The account and key of the emulator, the same on every machine in the world and printed in its documentation.
const account = 'devstoreaccount1';
const wellKnownKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

type TableServer = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };

// Azurite has no types and no door of its own into its rooms.
type Part = new (...settings: unknown[]) => unknown;
async function part(name: string): Promise<Part> {
  const path = `azurite/dist/src/table/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
