import { azuritePart, type AzuriteServer } from './azuriteParts.ts';

/** A table service of Azurite's, in memory. */
export type Azurite = { readonly connectionString: string; stop(): Promise<void> };

// The key of the emulator, the same on every machine in the world and printed in its documentation.
export const emulator = 'devstoreaccount1';
const wellKnownKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export const connectionStringTo = (address: string) =>
  `DefaultEndpointsProtocol=http;AccountName=${emulator};AccountKey=${wellKnownKey};TableEndpoint=${address}/${emulator};`;

/** In this process, on a port of its own. */
export async function ownAzurite(port = 0): Promise<Azurite> {
  const [TableServer, TableConfiguration] = await Promise.all([
    azuritePart('table', 'TableServer'),
    azuritePart('table', 'TableConfiguration'),
  ]);
  // Host, port (any free one), keep-alive, a file that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', port, 5, '', false, false, undefined, undefined, false, true, '', '', '', undefined];
  const server = new TableServer(new TableConfiguration(...settings, false, true)) as AzuriteServer;
  await server.start();
  return { connectionString: connectionStringTo(server.getHttpServerAddress()), stop: () => server.close() };
}
