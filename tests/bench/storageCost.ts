/* What each screen and command costs in storage, counted on the wire, at three ages of the team. */
import { randomUUID } from 'node:crypto';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Change } from '../../bot/storage/batch.ts';
import * as keys from '../../bot/storage/keys.ts';
import { copiesOf } from '../../bot/storage/kudosCopies.ts';
import { stemsOf } from '../../bot/storage/searchWords.ts';
import { kudosCells } from '../../bot/storage/rows.ts';
import { patience } from '../../bot/storage/connect.ts';
import { openTable } from '../../bot/storage/table.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aMember, idOf, laterBy } from '../support/builders.ts';
import { operationsOf } from '../support/recorder.ts';
import { startService } from '../support/server.ts';
import { type Recorded, startStorageProxy } from '../support/storageProxy.ts';
import { table } from './print.ts';

const people = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas', 'Nadia'];
const sizes = (process.env.BENCH_SIZES ?? '100,1000,10000').split(',').map(Number);

type Cost = {
  readonly requests: number;
  readonly operations: number;
  readonly rows: number;
  readonly kilobytes: string;
};

export async function storageCost(): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) for (const row of await costsAt(size)) rows.push([String(size), ...row]);
  rows.sort((one, other) => actions.indexOf(one[1]!) - actions.indexOf(other[1]!));
  return table(['kudos', 'what', 'storage requests', 'row operations', 'rows read', 'answer kB'], rows);
}

const actions = [
  'first screen',
  'wall page',
  'wall page 2',
  'of one person',
  'of one value',
  'search, one word',
  'search, two words',
  'give a kudos',
  'me too',
];

async function costsAt(size: number): Promise<string[][]> {
  const azurite = await startAzurite();
  const proxy = await startStorageProxy(azurite);
  const tableName = freshTable();
  const service = await startService({ connectionString: proxy.connectionString, tableName });
  try {
    const ref = await service.haveTeam(people, { values: ['Care', 'Courage'] });
    await seed(azurite.connectionString, tableName, ref, size);
    const path = `/api/teams/${encodeURIComponent(ref.teamId)}`;
    await service.call('GET', path, { as: 'Amara' }); // The roster is known now, as it is for five minutes at a time.
    await service.settled();

    const ask = async (what: string, method: string, where: string, body?: unknown): Promise<string[]> => {
      const from = proxy.requests.length;
      const answer = await service.call(method, where, { as: 'Amara', ...(body ? { body } : {}) });
      if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
      const cost = costOf(proxy.requests.slice(from), JSON.stringify(answer.body));
      await service.settled();
      return [what, String(cost.requests), String(cost.operations), String(cost.rows), cost.kilobytes];
    };
    const id = randomUUID();
    const first = await service.call('GET', `${path}/kudos`, { as: 'Amara' });
    const onWall = (first.body as { items: { id: string; from: { name: string } }[] }).items.find(
      (kudos) => kudos.from.name !== 'Amara',
    )!;
    return [
      await ask('first screen', 'GET', path),
      await ask('wall page', 'GET', `${path}/kudos`),
      await ask('wall page 2', 'GET', `${path}/kudos?cursor=${first.body.nextCursor}`),
      await ask('of one person', 'GET', `${path}/kudos?person=${idOf('Mei')}`),
      await ask('of one value', 'GET', `${path}/kudos?value=Care`),
      await ask('search, one word', 'GET', `${path}/kudos?q=honest`),
      await ask('search, two words', 'GET', `${path}/kudos?q=honest+review`),
      await ask('give a kudos', 'PUT', `${path}/kudos/${id}`, {
        to: [idOf('Mei')],
        text: 'You stayed on after the review and walked me through every easing curve until I could hear the difference.',
      }),
      // Written as rows of lists only, the seeded ones have nothing to join but what was just given.
      await ask('me too', 'PUT', `${path}/kudos/${onWall.id}/joined/me`),
    ];
  } finally {
    await service.stop();
    await proxy.stop();
    await azurite.stop();
  }
}

export function costOf(requests: readonly Recorded[], answer: string): Cost {
  return {
    requests: requests.length,
    operations: requests.reduce((sum, request) => sum + operationsOf(request).length, 0),
    rows: requests.reduce((sum, request) => sum + request.rows, 0),
    kilobytes: (answer.length / 1024).toFixed(1),
  };
}

export const unhurried = { ...patience, oneTryInMs: 120_000, wholeCallInMs: 120_000 };

/** The newest hundred with all their rows; the older ones in the lists that are read here (Azurite slows down with every row). */
async function seed(connectionString: string, tableName: string, ref: TeamRef, size: number): Promise<void> {
  const rows = await openTable({ connectionString }, tableName, unhurried);
  const partition = keys.teamPartition(ref);
  const lists = [keys.wall, keys.by(idOf('Mei')), keys.value('Care'), keys.word('honest')];
  let waiting: Change[] = [];
  const flush = async () => {
    if (waiting.length > 0) await rows.write(partition, waiting);
    waiting = [];
  };
  for (let at = 0; at < size; at++) {
    const from = aMember(people[at % 2 === 0 ? 2 : 3]!);
    const kudos = aKudos({ from, value: 'Care', createdAt: laterBy(at - size) });
    const cells = { ...kudosCells(kudos), version: randomUUID() };
    const isNew = at >= size - 100;
    const wanted = copiesOf(kudos, stemsOf(kudos)).filter((key) => isNew || lists.some((list) => key.startsWith(list)));
    const changes = [...(isNew ? [keys.kudos(kudos.id)] : []), ...wanted].map(
      (key) => ({ do: 'insert', key, cells }) as const,
    );
    if (waiting.length + changes.length > 100) await flush();
    waiting.push(...changes);
  }
  await flush();
}
