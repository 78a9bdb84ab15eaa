import { isRestError, type RestError } from '@azure/core-rest-pipeline';
import { Away } from '../app/ports.ts';

/*
 * What the storage client throws, in the words of the house. Its own errors carry the request, so they stop here: what people
 * wrote, and how we sign, must not reach a log.
 */

/** The service's own name for what went wrong, e.g. `TableNotFound`. */
export function codeOf(trouble: unknown): string {
  if (!isRestError(trouble)) return '';
  const details = trouble.details as { odataError?: { code?: string } } | undefined;
  return details?.odataError?.code ?? trouble.code ?? '';
}

export function translated(trouble: unknown): unknown {
  if (trouble instanceof Away || trouble instanceof TypeError || trouble instanceof RangeError) return trouble;
  if (!isRestError(trouble)) return awayBecause(trouble instanceof Error ? trouble.name : 'unknown');
  return fromStatus(trouble.statusCode ?? 0, codeOf(trouble), retryAfter(trouble));
}

/** Our own bad request is a fault; everything else, a missing role included, is storage that cannot be reached for now. */
export function fromStatus(status: number, code: string, retryAfterInSeconds?: number): Error {
  const isOurFault = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
  if (isOurFault) return new Error(`Table Storage refused a request: ${status} ${code}`);
  return awayBecause(`${status || ''} ${code}`.trim(), retryAfterInSeconds);
}

export function awayBecause(reason: string, retryAfterInSeconds?: number): Away {
  return new Away('Table Storage', retryAfterInSeconds, { cause: new Error(reason) });
}

function retryAfter(trouble: RestError): number | undefined {
  const seconds = Number(trouble.response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, 60) : undefined;
}
