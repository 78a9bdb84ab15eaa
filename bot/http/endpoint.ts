import type { z } from 'zod';
import { ChangedMeanwhile, type Version, VersionMissing } from '../app/ports.ts';
import type { Actor } from '../domain/ids.ts';

/** What an endpoint is handed: who asks, proven, and what they sent, parsed. */
export type Call<Params, Query, Body> = {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The version that `If-Match` names; `null` without one. */
  readonly version: Version | null;
  /** The version that `If-None-Match` names: who sends it has seen that one. */
  readonly seen: Version | null;
  /** The language that they would like best. */
  readonly locale: string | null;
};

export type Answer<Body> = {
  readonly status?: 200 | 201 | 204 | 304;
  readonly body?: Body;
  /** Leaves as `ETag`. */
  readonly version?: Version;
  /** Leaves as a download under this name. */
  readonly fileName?: string;
};

/**
 * One route of the tab's API as a value: what comes in, what goes out, what it does. The server makes routes and the OpenAPI
 * document of the very same schemas. A malformed id in a path is simply not there (404), except where the id is being made. A
 * POST without a body is one with an empty body.
 */
export type Endpoint = {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  readonly path: string;
  readonly about: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** `null`: nothing to say (204). */
  readonly answer: z.ZodType | null;
  /** The part of the path that names what is made: where it is no id, that is the request's fault (400). */
  readonly creates?: 'id' | 'entry';
  /** Whether there was none before: then it is new (201), although no part of the path names it. */
  readonly mayBeFirst?: boolean;
  /** Whether who changed it may not see it any more: then there is nothing to say (204). */
  readonly mayVanish?: boolean;
  /** Whether it is asked again and again: who has seen the newest is told no more than that (304). */
  readonly isPolled?: boolean;
  /** Whether it reads, or takes away, all that there is: nobody needs that again and again. */
  readonly isWhole?: boolean;
  /** Whether a change has to name its version; where this is missing, there are none. */
  readonly needsVersion?: boolean;
  handle(call: Call<never, never, never>): Promise<Answer<unknown>>;
};

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Infers the types of a handler from the schemas beside it. */
export function endpoint<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Reply extends z.ZodType | null = null,
>(
  definition: Omit<Endpoint, 'params' | 'query' | 'body' | 'answer' | 'handle'> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly answer: Reply;
    handle(call: Call<Out<Params>, Out<Query>, Out<Body>>): Promise<Answer<Out<Reply>>>;
  },
): Endpoint {
  return definition as Endpoint;
}

export function mustHave(version: Version | null): Version {
  if (version === null) throw new VersionMissing();
  return version;
}

/** Strong and quoted, whatever the store calls its versions. */
export function tagOf(version: Version): string {
  return `"${Buffer.from(version).toString('base64url')}"`;
}

/**
 * The version that a tag of ours stands for. Anything else cannot be the current one, not even `*`: "whatever it is by now" is
 * how words of others get lost.
 * @throws ChangedMeanwhile
 */
export function versionOf(ifMatch: string | undefined): Version | null {
  if (ifMatch === undefined) return null;
  const version = versionIn(ifMatch);
  if (version === null) throw new ChangedMeanwhile();
  return version;
}

/** The version that somebody has seen. What is no tag of ours was never seen; on its way one may have been marked as weak. */
export const seenVersion = (ifNoneMatch: string | undefined): Version | null =>
  versionIn((ifNoneMatch ?? '').replace(/^W\//, ''));

function versionIn(header: string): Version | null {
  const [, tag] = /^"([\w-]{1,200})"$/.exec(header.trim()) ?? [];
  const version = tag && Buffer.from(tag, 'base64url').toString();
  const isOurs = version && /^[\x21-\x7e]+$/.test(version) && version !== '*' && tagOf(version) === `"${tag}"`;
  return isOurs ? version : null;
}
