import { type Azurite, startAzurite, startService } from './azurite.ts';

/** Azurite's services for tables and queues in this process, in memory. */
export async function startTablesAndQueues(): Promise<Azurite> {
  const [tables, queues] = await Promise.all([startAzurite(), startQueues()]);
  return {
    connectionString: tables.connectionString + queues.connectionString,
    stop: async () => void (await Promise.all([tables.stop(), queues.stop()])),
  };
}

/** The queue service alone. Its connection string is a part to put behind that of the tables. */
export async function startQueues(): Promise<Azurite> {
  const [QueueServer, QueueConfiguration] = await Promise.all([part('QueueServer'), part('QueueConfiguration')]);
  const places = [{ locationId: 'Default', locationPath: '', maxConcurrency: 10 }];
  // Host, port (any free one), keep-alive, files that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', 0, 5, '', '', places, false, undefined, false, undefined, false, true, '', '', ''];
  const server = new QueueServer(new QueueConfiguration(...settings, undefined, false, true)) as Server;
  await server.start();
  return {
    connectionString: `QueueEndpoint=${server.getHttpServerAddress()}/devstoreaccount1;`,
    stop: () => server.close(),
  };
}

/** As a process of its own. */
export async function startQueuesProcess(): Promise<Azurite> {
  const { address, stop } = await startService('queue');
  return { connectionString: `QueueEndpoint=${address}/devstoreaccount1;`, stop };
}

type Server = { start(): Promise<void>; close(): Promise<void>; getHttpServerAddress(): string };
type Part = new (...settings: unknown[]) => unknown;
async function part(name: string): Promise<Part> {
  const path = `azurite/dist/src/queue/${name}.js`;
  const { default: loaded } = (await import(path)) as { default: Part | { default: Part } };
  return 'default' in loaded ? loaded.default : loaded;
}
