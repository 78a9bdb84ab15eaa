/* What a reminder costs, counted on the wire: requests to tables, to the queue and to Teams; and what it costs when there is nothing to say. */
import { Agent, createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leaseInMs } from '../../bot/app/saying.ts';
import { minutesAfter } from '../../bot/domain/time.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { freshTable } from '../support/azurite.ts';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { thursday } from '../support/buildersOfHours.ts';
import { startStorageProxy } from '../support/storageProxy.ts';
import { actor, startTeamsRoom } from '../support/teamsWorldRoom.ts';
import { table } from './print.ts';

const startsAt = new Date('2026-11-19T09:00:00Z');

export async function reminderCost(): Promise<string> {
  const azurite = await startTablesAndQueues();
  const tables = await startStorageProxy(azurite);
  const queue = await startCounter(/QueueEndpoint=(.+?)\/devstoreaccount1;/.exec(azurite.connectionString)![1]!);
  const storage = await openStorage(
    { connectionString: `${tables.connectionString}QueueEndpoint=${queue.address}/devstoreaccount1;` },
    freshTable(),
  );
  const room = await startTeamsRoom(storage, {}, (teams) => teams, storage.timer);
  const goTo = (at: Date) => void (room.clock.now = () => at);
  const rows: string[][] = [];
  try {
    const studio = await room.have('Studio', ['Amara', 'Mei', 'Lukas', 'Priya']);
    goTo(new Date('2026-11-16T09:00:00Z'));
    await room.hourIn(studio, 'Amara');
    await room.settled();

    const measure = async (what: string, deed: () => Promise<unknown>) => {
      const from = { tables: tables.requests.length, queue: queue.count(), teams: room.connector.calls.length };
      await deed();
      await room.settled();
      const cost = [tables.requests.length - from.tables, queue.count() - from.queue];
      rows.push([what, ...cost.map(String), String(room.connector.calls.length - from.teams)]);
    };
    /** As the loop does it: receives what waits, and settles it. */
    const wake = async () => {
      for (const received of await storage.work.receive(1, leaseInMs / 1000)) {
        const again = received.tick && (await room.useCases.ticks.attend(received.tick, received));
        await (again ? received.rest((again.getTime() - room.clock.now().getTime()) / 1000) : received.done());
      }
    };
    const look = async (what: string, at: Date) => {
      goTo(at);
      // Nothing but the tick of today's plan.
      for (const old of await storage.work.receive(32, 1)) await old.done();
      const planned = (await storage.timer.planned({ ref: studio.ref(), person: null }))!;
      await storage.timer.hurry({ ...planned.thing });
      await measure(what, wake);
    };
    await look('', new Date('2026-11-16T09:01:00Z'));
    rows.pop();
    await look('looked before its time', new Date('2026-11-17T09:00:00Z'));
    await look('the day before, with two lines of status', minutesAfter(startsAt, -24 * 60));
    await look('as it begins', startsAt);
    await measure('the hour is opened', () =>
      room.useCases.hours.open(actor('Amara'), studio.ref().teamId, thursday, null),
    );
    goTo(minutesAfter(startsAt, 55));
    await measure('the hour is closed', () =>
      room.useCases.hours.close(actor('Amara'), studio.ref().teamId, thursday, null),
    );
    await look('what came out of it, and the posts before it put right', minutesAfter(startsAt, 56));
    await measure('an idle instance looks for work', () => storage.work.receive(16, 180));
    await measure('an instance sweeps', async () => {
      await storage.work.sweep(room.clock.now());
      await storage.work.depth();
    });
    return table(['what', 'requests to tables', 'to the queue', 'to Teams'], rows);
  } finally {
    await room.stop();
    await Promise.all([queue.stop(), tables.stop()]);
    await azurite.stop();
  }
}

/** Stands before a service and counts what comes by. */
async function startCounter(target: string) {
  const { hostname, port } = new URL(target);
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const server = createServer((incoming, answer) => {
    count++;
    const { method, url, headers } = incoming;
    const outgoing = send({ hostname, port, agent, method, path: url, headers }, (response: IncomingMessage) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(outgoing);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      agent.destroy();
    },
  };
}
