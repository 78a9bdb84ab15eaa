import { type Azurite, emulator } from './azurite.ts';

/** Azurite's blob service in this process, in memory. Its connection string is a part to put behind that of the tables. */
export async function startBlobs(): Promise<Azurite> {
  const [BlobServer, BlobConfiguration] = await Promise.all([part('BlobServer'), part('BlobConfiguration')]);
  const places = [{ locationId: 'Default', locationPath: '', maxConcurrency: 10 }];
  // Host, port (any free one), keep-alive, files that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', 0, 5, '', '', places, false, undefined, false, undefined, false, true, '', '', ''];
  const server = new BlobServer(new BlobConfiguration(...settings, undefined, false, true)) as Server;
  await server.start();
  return {
    connectionString: `BlobEndpoint=${server.getHttpServerAddress()}/${emulator};`,
    stop: () => server.close(),
  };
}

type Server = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };
type Part = new (...settings: unknown[]) => unknown;
async function part(name: string): Promise<Part> {
  const path = `azurite/dist/src/blob/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
