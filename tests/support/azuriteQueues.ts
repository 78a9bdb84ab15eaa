import { type Azurite, ownAzurite, startService } from './azurite.ts';
import { azuritePart, type AzuriteServer } from './azuriteParts.ts';

/** Azurite's services for tables and queues in this process, in memory. Nobody else's: a whole service has its table under the name that all have. */
export async function startTablesAndQueues(): Promise<Azurite> {
  const [tables, queues] = await Promise.all([ownAzurite(), startQueues()]);
  return {
    connectionString: tables.connectionString + queues.connectionString,
    stop: async () => void (await Promise.all([tables.stop(), queues.stop()])),
  };
}

/** The queue service alone. Its connection string is a part to put behind that of the tables. */
export async function startQueues(): Promise<Azurite> {
  const [QueueServer, QueueConfiguration] = await Promise.all([
    azuritePart('queue', 'QueueServer'),
    azuritePart('queue', 'QueueConfiguration'),
  ]);
  const places = [{ locationId: 'Default', locationPath: '', maxConcurrency: 10 }];
  // Host, port (any free one), keep-alive, files that memory does not need, no logs; the last one is "in memory".
  const settings = ['127.0.0.1', 0, 5, '', '', places, false, undefined, false, undefined, false, true, '', '', ''];
  const server = new QueueServer(new QueueConfiguration(...settings, undefined, false, true)) as AzuriteServer;
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
