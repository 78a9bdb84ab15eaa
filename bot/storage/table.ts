import { createDefaultHttpClient, RestError } from '@azure/core-rest-pipeline';
import { odata } from '@azure/data-tables';
import { type Meter, timed, unmetered } from '../app/meter.ts';
import { Away } from '../app/ports.ts';
import { batchOf, batchOutcome, batchRequest, type Change } from './batch.ts';
import { connect, inTime, type Patience, type StorageAddress } from './connect.ts';
import type { KeyRange } from './keys.ts';
import { checkPayload, checkTransaction } from './limits.ts';
import { awayBecause, codeOf, fromStatus, translated } from './trouble.ts';

/** A row as it was read. Properties that we do not know are simply there. */
export type Row = {
  readonly key: string;
  readonly etag: string;
  readonly cells: Readonly<Record<string, unknown>>;
};

/** `isEnd` is false when there may be more behind the last row, or, without any row, when storage gave up looking for now. */
export type Rows = { readonly rows: readonly Row[]; readonly isEnd: boolean };

export type Table = {
  get(partition: string, key: string, only?: readonly string[]): Promise<Row | null>;
  /** At least `take` rows of one range, in order, when there are as many. */
  range(partition: string, range: KeyRange, take: number, only?: readonly string[]): Promise<Rows>;
  /** All or nothing, in one partition. With the etags of the rows, in order; `null` when a row was not as the changes expect it. */
  write(partition: string, changes: readonly Change[]): Promise<readonly string[] | null>;
};

export async function openTable(
  address: StorageAddress,
  name: string,
  waits: Patience,
  meter: Meter = unmetered,
): Promise<Table> {
  const client = await connect(address, name, waits);
  const http = createDefaultHttpClient();
  let creating: Promise<void> | undefined;

  /** The table is made when it turns out to be missing: no request more on any other day. */
  function create(): Promise<void> {
    creating ??= inTime(waits, (abortSignal) => client.createTable({ abortSignal })).finally(
      () => (creating = undefined),
    );
    return creating;
  }

  const call = <Answer>(name: keyof Table, ask: (abortSignal: AbortSignal) => Promise<Answer>): Promise<Answer> =>
    timed(meter, 'storage.ms', { call: name }, () => tried(ask), outcomeOf(name));

  async function tried<Answer>(ask: (abortSignal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    try {
      return await inTime(waits, async (abortSignal) => {
        try {
          return await ask(abortSignal);
        } catch (trouble) {
          if (codeOf(trouble) !== 'TableNotFound') throw trouble;
          await create();
          return await ask(abortSignal);
        }
      });
    } catch (trouble) {
      throw translated(trouble);
    }
  }

  return {
    get: (partition, key, only) =>
      call('get', async (abortSignal) => {
        try {
          const select = only && [...only];
          const entity = await client.getEntity(partition, key, { abortSignal, queryOptions: { select } });
          return rowOf({ ...entity, rowKey: key });
        } catch (trouble) {
          if (codeOf(trouble) === 'ResourceNotFound') return null;
          throw trouble;
        }
      }),

    range: (partition, { after, before }, take, only) =>
      call('range', async (abortSignal) => {
        const filter = odata`PartitionKey eq ${partition} and RowKey gt ${after} and RowKey lt ${before}`;
        // Without the key there is no row.
        const select = only && ['RowKey', ...only];
        const pages = client
          .listEntities({ abortSignal, queryOptions: { filter, ...(select && { select }) } })
          .byPage({ maxPageSize: take });
        const rows: Row[] = [];
        let looks = 0;
        // Azure may end a page early, even an empty one, when it took too long: it says how to go on, and so we do, for a while.
        for await (const page of pages) {
          rows.push(...page.map(rowOf));
          if (!(page as { continuationToken?: string }).continuationToken) return { rows, isEnd: true };
          if (rows.length >= take || ++looks === maxLooks) break;
        }
        return { rows, isEnd: false };
      }),

    async write(partition, changes) {
      checkTransaction(partition, changes);
      const batch = batchOf(`${client.url}/${name}`, partition, changes);
      checkPayload(batch.body);
      return call('write', async (abortSignal) => {
        const response = await client.pipeline.sendRequest(http, batchRequest(client.url, batch, abortSignal));
        const outcome = batchOutcome(response, changes.length);
        if (!outcome) throw awayBecause('unreadable answer');
        const { status, code, etags } = outcome;
        if (status === 204) return etags;
        if (code === 'TableNotFound') throw new RestError(code, { code, statusCode: status });
        if ([404, 409, 412].includes(status)) return null;
        throw fromStatus(status, code);
      });
    },
  };
}

const maxLooks = 5;

const outcomeOf =
  (name: keyof Table) =>
  (answer: unknown, trouble?: unknown): string => {
    if (trouble) return trouble instanceof Away ? 'away' : 'failed';
    return name === 'write' && answer === null ? 'changed' : 'done';
  };

function rowOf({ partitionKey: _partition, rowKey, etag, timestamp: _at, ...cells }: Record<string, unknown>): Row {
  return { key: String(rowKey), etag: String(etag), cells };
}
