import type { Problem, ProblemCode } from '#contract/problem';

/** Before the service is reached, or when its answer is not one we know. */
export type CallCode = 'offline' | 'timeout' | 'token' | 'unknown';

/** The one error that leaves this room. What it means to people is `text/problems`; what to do about it is decided by `code`. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly code: ProblemCode | CallCode;
  readonly status: number;
  /** What support needs to find it in the logs. */
  readonly requestId: string | null;
  readonly retryAfterInSeconds: number;

  constructor(
    code: ProblemCode | CallCode,
    answer: { status?: number; requestId?: string; retryAfterInSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: answer.cause });
    this.code = code;
    this.status = answer.status ?? 0;
    this.requestId = answer.requestId ?? null;
    this.retryAfterInSeconds = answer.retryAfterInSeconds ?? 5;
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfterInSeconds = Number(response.headers.get('retry-after')) || undefined;
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>; // A proxy's own page is not JSON.
  const code = (body.code ?? (response.status >= 502 ? 'away' : 'unknown')) as ProblemCode | CallCode;
  return new ApiProblem(code, {
    status: response.status,
    ...(body.requestId && { requestId: body.requestId }),
    ...(retryAfterInSeconds && { retryAfterInSeconds }),
  });
}

/** What is worth trying again by itself: the service may simply be away. A rule that said no will say no again. */
export const mayPass = (trouble: unknown) =>
  trouble instanceof ApiProblem && ['offline', 'timeout', 'away', 'internal', 'unknown'].includes(trouble.code);

export const codeOf = (trouble: unknown) => (trouble instanceof ApiProblem ? trouble.code : 'unknown');
