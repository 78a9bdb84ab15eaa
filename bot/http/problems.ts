import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Away, BadCursor, ChangedMeanwhile, NotFound, VersionMissing } from '../app/ports.ts';
import type { FaultCode, Problem, ProblemCode } from '../contract/problem.ts';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { en } from '../text/en.ts';
import type { Reply } from './openRoute.ts';

/** A house rule has a status here, or it does not compile. */
const refusalStatus = {
  'kudos.toNobody': 422,
  'kudos.toSelf': 422,
  'kudos.toTooMany': 422,
  'kudos.notInTeam': 422,
  'kudos.tooFewWords': 422,
  'kudos.tooLong': 422,
  'kudos.unknownValue': 422,
  'kudos.ratherNot': 422,
  'kudos.idTaken': 409,
  'kudos.takenBack': 409,
  'kudos.notYours': 403,
  'kudos.ownJoin': 422,
  'kudos.notOpenToJoin': 409,
  'kudos.joinedByMany': 409,
  'team.ownersOnly': 403,
  'setup.administratorsOnly': 403,
  'values.ownersOnly': 403,
  'values.twice': 422,
  'profile.notYours': 403,
  'profile.unknownZone': 422,
  'profile.hoursTurned': 422,
  'schedule.ownersOnly': 403,
  'reminder.ownersOnly': 403,
  'reminder.alwaysQuiet': 422,
  'schedule.unknownZone': 422,
  'hour.isOpen': 409,
  'hour.isOver': 409,
  'hour.notOpen': 409,
  'hour.locked': 409,
  'hour.full': 409,
  'hour.otherWeek': 422,
  'hour.tooLate': 422,
  'hour.dateTaken': 409,
  'hour.noSuchSegment': 422,
  'hour.segmentRuns': 409,
  'hour.notInTeam': 422,
  'hour.idTaken': 409,
  'hour.goalNotShared': 422,
  'topic.notYours': 403,
  'topic.closed': 409,
  'topic.ownSupport': 422,
  'topic.supportedByMany': 409,
  'topic.tooMany': 409,
  'note.notYours': 403,
  'action.notYours': 403,
  'action.promised': 403,
  'action.noPromise': 409,
  'action.closed': 409,
  'action.dateGone': 422,
  'action.tooLateToPostpone': 409,
  'action.notInTeam': 422,
  'action.idTaken': 409,
  'goal.notYours': 403,
  'goal.closed': 409,
  'goal.idTaken': 409,
  'goal.notInTeam': 422,
  'goal.supportsSelf': 422,
  'goal.notSupporter': 403,
  'goal.commentNotYours': 403,
  'goal.ownAsk': 422,
  'goal.helpersFull': 409,
  'goal.evidenceNotAboutYou': 422,
  'goal.evidenceFull': 422,
  'goal.reopenedOften': 409,
} satisfies Record<RefusalCode, number>;

const faultStatus = {
  'request.malformed': 400,
  'request.invalid': 400,
  'request.tooLarge': 413,
  'request.wrongType': 415,
  'request.badCursor': 400,
  'token.missing': 401,
  'token.invalid': 401,
  notFound: 404,
  'version.missing': 428,
  'version.stale': 412,
  tooFast: 429,
  away: 503,
  internal: 500,
} satisfies Record<FaultCode, number>;

const statusOf: Readonly<Record<ProblemCode, number>> = { ...refusalStatus, ...faultStatus };

const faultSentence = {
  'request.malformed': 'The request could not be read.',
  'request.invalid': 'Something in the request does not fit; errors says what.',
  'request.tooLarge': 'The request is too large.',
  'request.wrongType': 'Only application/json is read here, as it is.',
  'request.badCursor': 'This cursor does not belong to this list. Start again without one.',
  'token.missing': 'Sign in: this needs a token.',
  'token.invalid': 'Sign in again: this token is not good, or no longer.',
  notFound: 'There is nothing here that you can see.',
  'version.missing': 'Say which version this changes: send its ETag as If-Match.',
  'version.stale': 'Somebody changed this meanwhile. Nothing was saved; look at it again.',
  tooFast: 'Too many requests at once. Wait a moment.',
  away: 'Something we depend on does not answer. Nothing is lost; try again in a moment.',
  internal: 'Something went wrong on our side. The request id helps to find out what.',
} satisfies Record<FaultCode, string>;

/** For whoever reads the answer itself; the tab says it in the language of the person. */
function sentenceOf(code: ProblemCode): string {
  return code in faultSentence ? faultSentence[code as FaultCode] : en[`refusal.${code as RefusalCode}`];
}

/** A trouble that already knows its code: of this edge alone. */
export class Fault extends Error {
  override name = 'Fault';
  readonly code: FaultCode;
  readonly retryAfterInSeconds: number | null;

  constructor(code: FaultCode, retryAfterInSeconds: number | null = null) {
    super(code);
    this.code = code;
    this.retryAfterInSeconds = retryAfterInSeconds;
  }
}

type Trouble = {
  readonly code: ProblemCode;
  readonly retryAfterInSeconds: number | null;
  readonly errors?: Problem['errors'];
};

/** What an error means outside. What nobody expected is `internal`, and says nothing more. */
export function troubleOf(error: unknown): Trouble {
  const is = (code: ProblemCode, retryAfterInSeconds: number | null = null) => ({ code, retryAfterInSeconds });
  if (error instanceof Refusal) return is(error.code);
  if (error instanceof NotFound) return is('notFound');
  if (error instanceof ChangedMeanwhile) return is('version.stale');
  if (error instanceof VersionMissing) return is('version.missing');
  if (error instanceof BadCursor) return is('request.badCursor');
  if (error instanceof Away) return is('away', error.retryAfterInSeconds);
  if (error instanceof Fault) return is(error.code, error.retryAfterInSeconds);
  return troubleOfHttp(error) ?? is('internal');
}

type HttpError = {
  readonly statusCode?: number;
  readonly validationContext?: string;
  readonly validation?: readonly { readonly instancePath: string; readonly message?: string }[];
};

/** Errors of the HTTP library: about the request alone, so its sentences may be shown, but its stack may not. */
function troubleOfHttp(error: unknown): Trouble | null {
  const { statusCode, validation, validationContext } = (error ?? {}) as HttpError;
  if (validation) {
    const place = validationContext === 'body' ? '' : (validationContext ?? '');
    const errors = validation.slice(0, maxErrors).map(({ instancePath, message = '' }) => ({
      path: `${place}${instancePath}`
        .replace(/^\/(?=.)/, '')
        .replaceAll('/', '.')
        .slice(0, 200),
      message: message.slice(0, 200),
    }));
    return { code: 'request.invalid', retryAfterInSeconds: null, errors };
  }
  if (statusCode === 413) return { code: 'request.tooLarge', retryAfterInSeconds: null };
  if (statusCode === 415) return { code: 'request.wrongType', retryAfterInSeconds: null };
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return { code: 'request.malformed', retryAfterInSeconds: null };
  return null;
}

/** More than anybody puts right at once. */
export const maxErrors = 20;

/** RFC 9457. The title is the status's own; the code is what programs go by; the sentence is for whoever reads the answer. */
export function problemOf(trouble: Trouble, requestId: string): Problem {
  const status = statusOf[trouble.code];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: sentenceOf(trouble.code),
    code: trouble.code,
    requestId,
    ...(trouble.errors ? { errors: trouble.errors } : {}),
  };
}

export function problemReply(problem: Problem & Record<string, unknown>, retryAfterInSeconds: number | null): Reply {
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfterInSeconds === null ? {} : { 'retry-after': String(retryAfterInSeconds) }),
    },
    body: JSON.stringify(problem),
  };
}

/** For requests that are not even HTTP: there is only the bare connection to answer on. */
export function answerBrokenRequest(trouble: Error & { code?: string }, socket: Socket): void {
  if (trouble.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = brokenStatus[trouble.code ?? ''] ?? 400;
  const body = JSON.stringify({
    ...problemOf({ code: 'request.malformed', retryAfterInSeconds: null }, randomUUID()),
    title: STATUS_CODES[status],
    status,
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const brokenStatus: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
