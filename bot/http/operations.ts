import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { routes } from '../contract/paths.ts';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { OpenRoute } from './openRoute.ts';
import { problemOf, problemReply } from './problems.ts';
import type { Readiness } from './readiness.ts';

/** What Teams posts, handed to whoever understands it. Never throws. */
export type Receiver = (request: {
  authorization: string | undefined;
  body: unknown;
}) => Promise<{ status: number; body?: unknown }>;

// Activities carry cards and attachments; nothing else that is posted here is as large.
const maxActivityInBytes = 256 * 1024;

/** The bot's room speaks in numbers; here they get the form that every refusal has. */
const refused: Readonly<Record<number, ProblemCode>> = {
  400: 'request.invalid',
  401: 'token.invalid',
  404: 'notFound',
  500: 'internal',
  503: 'away',
};

/** What only somebody who speaks to the bot can meet. */
const refusedByBot: Readonly<Record<number, { readonly code: string; readonly detail: string }>> = {
  403: { code: 'activity.refused', detail: 'This activity is not taken here.' },
  501: { code: 'activity.unknown', detail: 'There is no answer to this kind of activity here.' },
};

function refusalOf(status: number, requestId: string): Problem | null {
  const code = refused[status];
  if (code) return problemOf({ code, retryAfterInSeconds: null }, requestId);
  const known = refusedByBot[status];
  return known ? { type: 'about:blank', title: STATUS_CODES[status]!, status, ...known, requestId } : null;
}

/** For Teams and for those who run the service, not for the tab. */
export function operations(world: {
  receiver: Receiver;
  readiness: Readiness;
  isLeaving?: (() => boolean) | undefined;
  describe: () => Promise<object>;
}): OpenRoute[] {
  const { receiver, readiness, isLeaving, describe } = world;
  let description: string | null = null;
  return [
    {
      method: 'POST',
      path: routes.messages,
      about: 'Activities of the bot. The Bot Connector proves itself with a token of its own.',
      bodyLimit: maxActivityInBytes,
      async answer({ id, headers, body }) {
        const { status, body: said } = await receiver({ authorization: headers.authorization, body });
        const problem = said === undefined ? refusalOf(status, id) : null;
        if (problem) return problemReply(problem, null);
        return { status, ...(said === undefined ? {} : { body: said as object }) };
      },
    },
    {
      method: 'GET',
      path: routes.alive,
      about: 'The process is alive.',
      answers: z.object({ alive: z.literal(true) }),
      answer: () => ({ status: 200, body: { alive: true } }),
    },
    {
      method: 'GET',
      path: routes.ready,
      about: 'Storage, sign-in and the Bot Connector can be reached; names what is missing.',
      answers: z.object({ ready: z.literal(true), missing: z.array(z.string()) }),
      async answer({ id }) {
        const problem = problemOf({ code: 'away', retryAfterInSeconds: 5 }, id);
        if (isLeaving?.()) return problemReply({ ...problem, detail: 'This instance is stopping.', missing: [] }, 5);
        const missing = await readiness();
        if (missing.length === 0) return { status: 200, body: { ready: true, missing } };
        return problemReply({ ...problem, detail: `Missing: ${missing.join(', ')}.`, missing }, 5);
      },
    },
    {
      method: 'GET',
      path: routes.openapi,
      about: 'This document.',
      answers: z.record(z.string(), z.unknown()),
      async answer() {
        description ??= JSON.stringify(await describe());
        return { status: 200, headers: { 'content-type': 'application/json' }, body: description };
      },
    },
  ];
}
