/** A table service of Azurite's, in memory. */
export type Azurite = { readonly connectionString: string; stop(): Promise<void> };

// The key of the emulator, the same on every machine in the world and printed in its documentation.
export const emulator = 'devstoreaccount1';
const wellKnownKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export const connectionStringTo = (address: string) =>
  `DefaultEndpointsProtocol=http;AccountName=${emulator};AccountKey=${wellKnownKey};TableEndpoint=${address}/${emulator};`;

/** In this process, on a port of its own. */
export async function ownAzurite(port = 0): Promise<Azurite> {
  const [TableServer, TableConfiguration] = await Promise.all([part('TableServer'), part('TableConfiguration')]);
  // Host, port (any free one), keep-alive, a file that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', port, 5, '', false, false, undefined, undefined, false, true, '', '', '', undefined];
  const server = new TableServer(new TableConfiguration(...settings, false, true)) as TableServer;
  await server.start();
  return { connectionString: connectionStringTo(server.getHttpServerAddress()), stop: () => server.close() };
}

type TableServer = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };

// Azurite has no types and no door of its own into its rooms.
type Part = new (...settings: unknown[]) => unknown;
async function part(name: string): Promise<Part> {
  const path = `azurite/dist/src/table/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
