import { type Azurite, emulator } from './azurite.ts';
import { azuritePart, type AzuriteServer } from './azuriteParts.ts';

/** Azurite's blob service in this process, in memory. Its connection string is a part to put behind that of the tables. */
export async function startBlobs(): Promise<Azurite> {
  const [BlobServer, BlobConfiguration] = await Promise.all([
    azuritePart('blob', 'BlobServer'),
    azuritePart('blob', 'BlobConfiguration'),
  ]);
  const places = [{ locationId: 'Default', locationPath: '', maxConcurrency: 10 }];
  // Host, port (any free one), keep-alive, files that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', 0, 5, '', '', places, false, undefined, false, undefined, false, true, '', '', ''];
  const server = new BlobServer(new BlobConfiguration(...settings, undefined, false, true)) as AzuriteServer;
  await server.start();
  return {
    connectionString: `BlobEndpoint=${server.getHttpServerAddress()}/${emulator};`,
    stop: () => server.close(),
  };
}
