import { type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';

/** Without a connection string there is no key either: the service is known by its managed identity. */
export type StorageAddress = { readonly connectionString: string } | { readonly accountName: string };

export type Patience = { readonly oneTryInMs: number; readonly firstPauseInMs: number; readonly wholeCallInMs: number };
/** Long enough for a slow moment of Azure, short enough for somebody who waits for an answer. */
export const patience: Patience = { oneTryInMs: 5_000, firstPauseInMs: 200, wholeCallInMs: 12_000 };

export async function connect(address: StorageAddress, name: string, waits: Patience): Promise<TableClient> {
  const client = await clientFor(address, name, waits);
  client.pipeline.addPolicy(timeForOneTry(waits.oneTryInMs), { afterPhase: 'Retry' });
  return client;
}

async function clientFor(address: StorageAddress, name: string, waits: Patience): Promise<TableClient> {
  const retryOptions = { maxRetries: 3, retryDelayInMs: waits.firstPauseInMs, maxRetryDelayInMs: 2_000 };
  if ('connectionString' in address) {
    const { connectionString } = address;
    const options: TableServiceClientOptions = {
      retryOptions,
      allowInsecureConnection: /=http[:;]/i.test(connectionString),
    };
    return TableClient.fromConnectionString(connectionString, name, options);
  }
  const url = `https://${address.accountName}.table.core.windows.net`;
  return new TableClient(url, name, managedIdentity(), { retryOptions });
}

/** Loaded with the first request: it costs more to start than all the rest of storage. */
export function managedIdentity(): TokenCredential {
  let loading: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes, options) {
      loading ??= import('@azure/identity').then(({ DefaultAzureCredential }) => new DefaultAzureCredential());
      return (await loading).getToken(scopes, options);
    },
  };
}

/** However often the client tries again, the whole of it ends in time. */
export async function inTime<Answer>(
  { wholeCallInMs }: Patience,
  ask: (abortSignal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), wholeCallInMs);
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
  }
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
