/* Our wall page against the bare Table SDK doing the same work on the same Azurite, and against plain Node answering the same bytes. */
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { odata, TableClient } from '@azure/data-tables';
import * as keys from '../../bot/storage/keys.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, idOf, laterBy } from '../support/builders.ts';
import { startService } from '../support/server.ts';
import { median, table } from './print.ts';

const rounds = 5;
const clients = 16;
const secondsPerRound = 3;

export async function throughput(): Promise<string> {
  const azurite = await startAzurite();
  const tableName = freshTable();
  const service = await startService({ connectionString: azurite.connectionString, tableName });
  // Many people, because one alone is told to slow down.
  const people = Array.from({ length: 300 }, (_, at) => `Member ${at}`);
  const ref = await service.haveTeam(['Amara', 'Mei', ...people]);
  for (let at = 0; at < 100; at++) await service.storage.kudos.add(ref, aKudos({ createdAt: laterBy(at) }), 'none');

  const path = `${service.url}/api/teams/${encodeURIComponent(ref.teamId)}/kudos`;
  const headers = await Promise.all(
    people.map(async (person) => ({ authorization: `Bearer ${await service.tokenFor(person)}` })),
  );
  const answer = await (await fetch(path, { headers: headers[0]! })).text();

  const sdk = TableClient.fromConnectionString(azurite.connectionString, tableName, { allowInsecureConnection: true });
  const partition = keys.teamPartition(ref);
  const range = async (prefix: string, take: number) => {
    const filter = odata`PartitionKey eq ${partition} and RowKey gt ${prefix} and RowKey lt ${`${prefix}~`}`;
    for await (const page of sdk.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: take })) return page;
    return [];
  };
  const bare = async () => {
    const [wall, mine] = await Promise.all([range(keys.wall, 21), range(keys.hidden(idOf('Member 0')), 21)]);
    return JSON.stringify({ wall, mine });
  };

  const plain = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  }).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const plainUrl = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;

  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let turn = 0;
  const fetchText = (url: string) => () => textOf(url, headers[turn++ % headers.length]!, agent);
  const contenders: Record<string, () => Promise<unknown>> = {
    'our wall page': fetchText(path),
    'bare SDK, same two ranges': bare,
    'bare SDK behind plain Node': await sdkServer(bare, agent),
    'plain Node, same bytes': fetchText(plainUrl),
    'our health check': fetchText(`${service.url}/healthz`),
  };
  const figures: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) (figures[name] ??= []).push(await perSecond(work));
  }
  agent.destroy();
  plain.close();
  await service.stop();
  await azurite.stop();

  const of = (name: string) => median(figures[name]!);
  const rows = Object.keys(contenders).map((name) => [name, of(name).toFixed(0)]);
  const ratio = (of('our wall page') / of('bare SDK, same two ranges')).toFixed(2);
  const served = (of('our wall page') / of('bare SDK behind plain Node')).toFixed(2);
  return `${table(['what', 'per second (median of 5)'], rows)}\n\nOurs ÷ bare SDK in process: ${ratio}; ours ÷ bare SDK behind plain Node http: ${served}.`;
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + secondsPerRound * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await work();
        done++;
      }
    }),
  );
  return done / secondsPerRound;
}

function textOf(url: string, headers: Record<string, string>, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    }).on('error', reject);
  });
}

/** The SDK's answer sent over HTTP, as a service without anything of ours would. */
async function sdkServer(bare: () => Promise<string>, agent: Agent): Promise<() => Promise<string>> {
  const server = createServer((_, response) => {
    void bare().then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return () => textOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {}, agent);
}
