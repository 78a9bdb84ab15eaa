import { setTimeout as sleep } from 'node:timers/promises';

/* What to do when the Bot Connector does not simply answer. https://learn.microsoft.com/microsoftteams/platform/bots/build-notification-capability
   Creating a message is not idempotent: an answer that leaves open whether it was taken must never be followed by a second try. */

export type Patience = {
  readonly deadlineInMs: number;
  readonly tries: number;
  readonly longestWaitInMs: number;
  pause(ms: number): Promise<unknown>;
};

export const usualPatience: Patience = { deadlineInMs: 10_000, tries: 5, longestWaitInMs: 30_000, pause: sleep };

/* The part of a pipeline policy that is used here; its own types belong to a package that only the storage room knows. */
type Request = { readonly method: string; abortSignal?: unknown };
type Response = { readonly status: number; readonly headers: { get(name: string): string | undefined } };
export type Policy = {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
};

/** Takes the place of the library's own retries, which post a message up to four times and never give up waiting. */
export function patientPolicy(patience: Patience): Policy {
  return {
    name: 'patience',
    async sendRequest(request, next) {
      for (let tried = 1; ; tried++) {
        const attempt = await once(request, next, patience.deadlineInMs);
        const wait = tried < patience.tries ? waitBeforeNext(request, attempt, tried) : null;
        if (wait === null || wait > patience.longestWaitInMs) {
          if ('response' in attempt) return attempt.response;
          throw attempt.error;
        }
        await patience.pause(wait);
      }
    },
  };
}

type Attempt = { readonly response: Response } | { readonly error: unknown };

async function once(request: Request, next: (request: Request) => Promise<Response>, ms: number): Promise<Attempt> {
  request.abortSignal = AbortSignal.timeout(ms);
  try {
    return { response: await next(request) };
  } catch (error) {
    return { error };
  }
}

/** `null`: leave it at this. */
function waitBeforeNext(request: Request, attempt: Attempt, tried: number): number | null {
  const isRepeatable = request.method === 'GET' || request.method === 'PUT';
  const backoff = 250 * 2 ** tried * (0.5 + Math.random() / 2);
  if ('error' in attempt) return isRepeatable || wasNeverSent(attempt.error) ? backoff : null;
  const { status, headers } = attempt.response;
  if (status === 429) return askedWait(headers.get('retry-after')) ?? backoff;
  if (status === 412) return backoff;
  return isRepeatable && [408, 502, 503, 504].includes(status) ? backoff : null;
}

function askedWait(retryAfter: string | undefined): number | null {
  if (!retryAfter) return null;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  // A little more than asked, and not everybody at the same moment.
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 + Math.random() * 250 : null;
}

/** The connection never stood, so nothing can have been taken. */
export function wasNeverSent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && neverSent.has(code);
}
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
