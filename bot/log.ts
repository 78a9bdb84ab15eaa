import { AsyncLocalStorage } from 'node:async_hooks';
import { destination, pino } from 'pino';
import type { Log } from './app/ports.ts';

export type { Log };

/** A log that can be emptied before the process ends. */
export type FlushableLog = Log & { flush(): void };

const requests = new AsyncLocalStorage<string>();

/** Every line that is written meanwhile, and in what goes on afterwards because of it, has this id. */
export const duringRequest = <Result>(requestId: string, work: () => Result): Result => requests.run(requestId, work);

/**
 * One line of JSON for each event. What goes in is chosen at the call: ids of requests, routes, codes; never a token, never what
 * people wrote, and people only as a hash.
 */
export function createLog(level: string, target = standardOutput()): FlushableLog {
  const log = pino(
    {
      level,
      base: undefined,
      mixin: () => ({ requestId: requests.getStore() }),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: trouble },
    },
    target,
  );
  return {
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
    flush: () => target.flushSync(),
  };
}

/** Lines are written in bundles, which costs a request next to nothing; a quiet service still writes its last ones within a second. */
const standardOutput = () => destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: 1000 });

/**
 * What may be told of an error: its kind, code and place. Clients hang whole requests on their errors (with keys and people's
 * words), and parsers quote what they could not read, so nothing is taken along that is not named here.
 */
function trouble(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const quotes = error instanceof SyntaxError;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: quotes ? undefined : error.message.split('\n')[0]!.slice(0, 200),
    code: typeof code === 'string' ? code : undefined,
    statusCode: typeof statusCode === 'number' ? statusCode : undefined,
    stack: frames.slice(0, 12).join('\n'),
    cause: error.cause instanceof Error ? trouble(error.cause) : undefined,
  };
}
