import { createDefaultHttpClient, type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';
import { odata, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { batchOutcome, batchRequest, type Change } from './batch.ts';
import type { KeyRange } from './keys.ts';
import { checkTransaction } from './limits.ts';
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
  range(partition: string, range: KeyRange, take: number): Promise<Rows>;
  /** All or nothing, in one partition. `false` when a row was not as the changes expect it. */
  write(partition: string, changes: readonly Change[]): Promise<boolean>;
};

export type TableAddress = { readonly connectionString: string } | { readonly accountName: string };

/** Long enough for a slow moment of Azure, short enough for somebody who waits for an answer. */
export const patience = { oneTryInMs: 5_000, wholeCallInMs: 12_000 };

export async function openTable(address: TableAddress, name: string, waits = patience): Promise<Table> {
  const client = await connect(address, name);
  client.pipeline.addPolicy(timeForOneTry(waits.oneTryInMs), { afterPhase: 'Retry' });
  const http = createDefaultHttpClient();
  let creating: Promise<void> | undefined;

  /** The table is made when it turns out to be missing: no request more on any other day. */
  function create(): Promise<void> {
    creating ??= inTime((abortSignal) => client.createTable({ abortSignal })).finally(() => (creating = undefined));
    return creating;
  }

  async function inTime<Answer>(ask: (abortSignal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), waits.wholeCallInMs);
    try {
      return await ask(controller.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async function call<Answer>(ask: (abortSignal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    try {
      try {
        return await inTime(ask);
      } catch (trouble) {
        if (codeOf(trouble) !== 'TableNotFound') throw trouble;
        await create();
        return await inTime(ask);
      }
    } catch (trouble) {
      throw translated(trouble);
    }
  }

  return {
    get: (partition, key, only) =>
      call(async (abortSignal) => {
        try {
          const select = only && [...only];
          const entity = await client.getEntity(partition, key, { abortSignal, queryOptions: { select } });
          return rowOf({ ...entity, rowKey: key });
        } catch (trouble) {
          if (codeOf(trouble) === 'ResourceNotFound') return null;
          throw trouble;
        }
      }),

    range: (partition, { after, before }, take) =>
      call(async (abortSignal) => {
        const filter = odata`PartitionKey eq ${partition} and RowKey gt ${after} and RowKey lt ${before}`;
        const pages = client.listEntities({ abortSignal, queryOptions: { filter } }).byPage({ maxPageSize: take });
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
      checkTransaction(
        partition,
        changes.map((change) => ('cells' in change ? change : { key: change.key })),
      );
      return call(async (abortSignal) => {
        const request = batchRequest(client.url, name, partition, changes);
        const response = await client.pipeline.sendRequest(http, Object.assign(request, { abortSignal }));
        const outcome = batchOutcome(response, changes.length);
        if (!outcome) throw awayBecause('unreadable answer');
        const { status, code } = outcome;
        if (status === 204) return true;
        if (code === 'TableNotFound') throw new RestError(code, { code, statusCode: status });
        if ([404, 409, 412].includes(status)) return false;
        throw fromStatus(status, code);
      });
    },
  };
}

const maxLooks = 5;

async function connect(address: TableAddress, name: string): Promise<TableClient> {
  const retryOptions = { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 };
  if ('connectionString' in address) {
    const { connectionString } = address;
    const options: TableServiceClientOptions = {
      retryOptions,
      allowInsecureConnection: /=http:/i.test(connectionString),
    };
    return TableClient.fromConnectionString(connectionString, name, options);
  }
  // Loaded only where it is needed: it costs more to start than all the rest of storage.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const url = `https://${address.accountName}.table.core.windows.net`;
  return new TableClient(url, name, new DefaultAzureCredential(), { retryOptions });
}

/** The client's own timeout ends the whole call without trying again; this one ends a single try. */
function timeForOneTry(milliseconds: number): PipelinePolicy {
  return {
    name: 'timeForOneTry',
    async sendRequest(request, next) {
      const whole = request.abortSignal;
      const controller = new AbortController();
      const stop = () => controller.abort();
      const timer = setTimeout(stop, milliseconds);
      whole?.addEventListener('abort', stop);
      request.abortSignal = controller.signal;
      try {
        return await next(request);
      } catch (trouble) {
        if (!controller.signal.aborted || whole?.aborted) throw trouble;
        throw new RestError('No answer in time', { code: 'ETIMEDOUT', request });
      } finally {
        clearTimeout(timer);
        whole?.removeEventListener('abort', stop);
        request.abortSignal = whole;
      }
    },
  };
}

function rowOf({ partitionKey: _partition, rowKey, etag, timestamp: _at, ...cells }: Record<string, unknown>): Row {
  return { key: String(rowKey), etag: String(etag), cells };
}
