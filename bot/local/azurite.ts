import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export type LocalAzurite = { readonly connectionString: string; stop(): Promise<void> };

/** Azurite's services for tables, queues and files inside of this process, on any free ports; what is in them is written to the folder. */
export async function startAzurite(folder: string): Promise<LocalAzurite> {
  await mkdir(folder, { recursive: true });
  const servers = await Promise.all([tables(folder), queues(folder), blobs(folder)]);
  const [table, queue, blob] = servers.map((server) => `${server.getHttpServerAddress()}/${account}`);
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${wellKnownKey};TableEndpoint=${table};QueueEndpoint=${queue};BlobEndpoint=${blob};`,
    stop: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}

// Their constructors go by position, which is why the version is pinned: host, port, keep-alive, files, debug and access logs off,
// strict, any API version, and the certificates, keys and Entra roles that are not needed here.

async function tables(folder: string): Promise<Server> {
  const [TableServer, Configuration] = await Promise.all([
    part('table', 'TableServer'),
    part('table', 'TableConfiguration'),
  ]);
  const file = join(folder, 'tables.json');
  const settings = ['127.0.0.1', 0, 5, file, false, false, undefined, undefined, false, true, '', '', '', undefined];
  return started(new TableServer(new Configuration(...settings, false, false)));
}

async function queues(folder: string): Promise<Server> {
  const [QueueServer, Configuration] = await Promise.all([
    part('queue', 'QueueServer'),
    part('queue', 'QueueConfiguration'),
  ]);
  const files = [join(folder, 'queues.json'), join(folder, 'queueExtents.json')];
  const places = [{ locationId: 'Default', locationPath: join(folder, 'queues'), maxConcurrency: 10 }];
  const settings = ['127.0.0.1', 0, 5, ...files, places, false, undefined, false, undefined, false, true, '', '', ''];
  return started(new QueueServer(new Configuration(...settings, undefined, false, false)));
}

async function blobs(folder: string): Promise<Server> {
  const [BlobServer, Configuration] = await Promise.all([
    part('blob', 'BlobServer'),
    part('blob', 'BlobConfiguration'),
  ]);
  const files = [join(folder, 'blobs.json'), join(folder, 'blobExtents.json')];
  const places = [{ locationId: 'Default', locationPath: join(folder, 'blobs'), maxConcurrency: 10 }];
  const settings = ['127.0.0.1', 0, 5, ...files, places, false, undefined, false, undefined, false, true, '', '', ''];
  return started(new BlobServer(new Configuration(...settings, undefined, false, false)));
}

async function started(server: unknown): Promise<Server> {
  await (server as Server).start();
  return server as Server;
}

// The account and key of the emulator, the same on every machine in the world and printed in its documentation.
const account = 'devstoreaccount1';
const wellKnownKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

type Server = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };

// Azurite has no types and no door of its own into its rooms.
type Part = new (...settings: unknown[]) => unknown;
async function part(room: string, name: string): Promise<Part> {
  const path = `azurite/dist/src/${room}/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
