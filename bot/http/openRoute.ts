import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';

/** A route that asks nobody for a token: pages, health, and what Teams posts, which proves itself in a way of its own. */
export type OpenRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** A route without a description stays out of the OpenAPI document. */
  readonly about?: string;
  /** What a good answer looks like, for that document. */
  readonly answers?: z.ZodType;
  readonly bodyLimit?: number;
  answer(request: OpenRequest): Promise<Reply> | Reply;
};

export type OpenRequest = {
  readonly id: string;
  /** Path and question, as they were asked. */
  readonly url: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
};

export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object leaves as JSON. */
  readonly body?: string | Buffer | object;
};
