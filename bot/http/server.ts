import { randomUUID } from 'node:crypto';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Meter, unmetered } from '../app/meter.ts';
import { Away, ChangedMeanwhile, type Log, NotFound } from '../app/ports.ts';
import type { Actor } from '../domain/ids.ts';
import { duringRequest } from '../log.ts';
import { bearerOf, type HashOf, type VerifyToken } from './auth.ts';
import { schemaController } from './byZod.ts';
import { connectionsOf } from './connections.ts';
import type { Cursors } from './cursor.ts';
import { type Call, type Endpoint, seenVersion, tagOf, versionOf } from './endpoint.ts';
import { everyEndpoint, type UseCases } from './everyEndpoint.ts';
import { parseJson } from './json.ts';
import { createLimiter, readLimit, wholeLimit, writeLimit } from './limits.ts';
import { describeApi, schemaOf } from './openapi.ts';
import type { OpenRequest, OpenRoute, Reply } from './openRoute.ts';
import { operations, type Receiver } from './operations.ts';
import { answerBrokenRequest, Fault, problemOf, problemReply, troubleOf } from './problems.ts';
import type { Readiness } from './readiness.ts';
import type { Setup } from './setup.ts';
import { type Tab, tabRoutes } from './tab.ts';

export type ServerParts = {
  readonly useCases: UseCases;
  readonly verifyToken: VerifyToken;
  readonly cursors: Cursors;
  /** Who somebody is in the log. */
  readonly hashOf: HashOf;
  readonly receiver: Receiver;
  readonly readiness: Readiness;
  readonly setup: Setup;
  /** Asked to stop: nobody new should come, and who is here should not stay. */
  readonly isLeaving?: () => boolean;
  readonly tab: Tab;
  /** Besides our own; there are some in local mode only. */
  readonly openRoutes?: readonly OpenRoute[];
  /** Whether people reach us by https, through whatever stands before us. */
  readonly isHttps: boolean;
  /** When set, nothing else is answered: a page elsewhere must not reach a service on this machine under a name of its own. */
  readonly onlyHosts?: readonly string[];
  readonly log: Log;
  readonly meter?: Meter;
};

const maxBodyInBytes = 64 * 1024;
const slowInMs = 1000;
// As long as an address can be: which ids there can be is for the schemas to say.
const maxParamLength = 16_384;

/** The only file that knows the HTTP library. Every request comes in and every answer leaves through here. */
export function createServer(parts: ServerParts): FastifyInstance {
  const { useCases, cursors, log, meter = unmetered } = parts;
  const reads = createLimiter(readLimit);
  const writes = createLimiter(writeLimit);
  const wholes = createLimiter(wholeLimit);
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: maxBodyInBytes,
    // Each would be a route more, and nobody asks.
    exposeHeadRoutes: false,
    requestTimeout: 30_000,
    // Whoever is already talking to us when we stop still gets a real answer.
    return503OnClosing: false,
    routerOptions: { maxParamLength },
    frameworkErrors: refuse,
    clientErrorHandler: answerBrokenRequest,
    schemaController,
  });
  const letGo = connectionsOf(app.server);
  app.addHook('preClose', async () => letGo());
  app.decorateRequest('actor', null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      if (request.headers['content-encoding']) throw new Fault('request.wrongType');
      return parseJson(bytes);
    },
  );
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(new NotFound(), request, reply));
  app.addHook('onRequest', welcome);
  // Not before: a body that is read meanwhile would lose it.
  app.addHook('preHandler', (request, _reply, done) => duringRequest(request.id, done));
  app.addHook('onResponse', note);

  const endpoints = everyEndpoint({ ...useCases, cursors, setup: parts.setup, log });
  const open = operations({ ...parts, describe: () => describeApi(endpoints, open) });
  endpoints.forEach(serve);
  [...open, ...tabRoutes(parts.tab), ...(parts.openRoutes ?? [])].forEach(serveOpen);
  return app;

  function serve(endpoint: Endpoint) {
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: schemaOf(endpoint),
      config: { creates: endpoint.creates, needsVersion: endpoint.needsVersion },
      onRequest: [
        knowWhoAsks,
        endpoint.method === 'GET' ? countRead : countWrite,
        ...(endpoint.isWhole ? [countWhole] : []),
      ],
      preValidation: endpoint.body ? [nothingIsEmpty] : [hasNoBody],
      handler: async (request, reply) => {
        const { params, query, body, actor, headers } = request;
        const version = versionOf(headers['if-match']);
        const seen = seenVersion(headers['if-none-match']);
        const locale = headers['accept-language']?.split(/[,;]/, 1)[0]?.trim() ?? null;
        const call = { params, query, body, actor, version, seen, locale } as Call<never, never, never>;
        const answer = await endpoint.handle(call);
        if (answer.version !== undefined) reply.header('etag', tagOf(answer.version));
        if (answer.fileName) reply.header('content-disposition', `attachment; filename="${answer.fileName}"`);
        reply.header('cache-control', 'no-store').code(answer.status ?? (endpoint.answer ? 200 : 204));
        return answer.body;
      },
    });
  }

  function serveOpen(route: OpenRoute) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
      handler: async ({ id, url, host, headers, params, body }, reply) =>
        send(await route.answer({ id, url, host, headers, params: params as OpenRequest['params'], body }), reply),
    });
  }

  function welcome(request: FastifyRequest, reply: FastifyReply, done: (trouble?: Error) => void) {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (parts.isLeaving?.()) reply.header('connection', 'close');
    if (parts.isHttps) reply.header('strict-transport-security', 'max-age=31536000');
    if (parts.onlyHosts && !parts.onlyHosts.includes(request.hostname)) throw new Fault('request.malformed');
    done();
  }

  /** Before anything of the request is read. A token that was seen before is answered without waiting. */
  function knowWhoAsks(request: FastifyRequest, _reply: FastifyReply, done: (trouble?: Error) => void) {
    const actor = parts.verifyToken(bearerOf(request.raw.rawHeaders));
    if (!(actor instanceof Promise)) {
      request.actor = actor;
      return done();
    }
    actor.then((proven) => {
      request.actor = proven;
      done();
    }, done);
  }

  function countRead(request: FastifyRequest, _reply: FastifyReply, done: () => void) {
    reads(keyOf(request.actor!));
    done();
  }

  function countWrite(request: FastifyRequest, _reply: FastifyReply, done: () => void) {
    writes(keyOf(request.actor!));
    done();
  }

  function countWhole(request: FastifyRequest, _reply: FastifyReply, done: () => void) {
    wholes(keyOf(request.actor!));
    done();
  }

  /** What went well and quickly is not worth a line: writing one costs as much as answering. */
  function note(request: FastifyRequest, reply: FastifyReply, done: () => void) {
    done();
    meter.record('request.ms', reply.elapsedTime, {
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      outcome: `${Math.floor(reply.statusCode / 100)}xx`,
    });
    if (reply.statusCode < 400 && reply.elapsedTime < slowInMs) return;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        person: request.actor ? parts.hashOf(request.actor) : undefined,
      },
      reply.statusCode < 400 ? 'Answered slowly' : 'Refused',
    );
  }

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const trouble = troubleOf(meant(error, request));
    if (trouble.code === 'internal')
      log.error(
        { requestId: request.id, route: request.routeOptions.url, method: request.method, err: error },
        'Failed',
      );
    reply.header('x-request-id', request.id);
    return send(problemReply(problemOf(trouble, request.id), trouble.retryAfterInSeconds), reply);
  }
}

/** Two errors that only mean something together with the request. */
function meant(error: unknown, request: FastifyRequest): unknown {
  const { validationContext, validation } = (error ?? {}) as FastifyError;
  const { creates } = request.routeOptions.config;
  const isBeingMade = creates !== undefined && validation?.[0]?.instancePath === `/${creates}`;
  if (validationContext === 'params' && !isBeingMade) return new NotFound();
  // Nobody named a version: too many changed it at once, and the same request may simply come again.
  if (error instanceof ChangedMeanwhile && request.headers['if-match'] === undefined) return new Away('Storage', 1);
  return error;
}

function send({ status, headers = {}, body = '' }: Reply, reply: FastifyReply) {
  return reply.code(status).headers(headers).send(body);
}

/** What is posted may say nothing; what is put says the whole thing, and nothing at all is not that. */
function nothingIsEmpty(request: FastifyRequest, _reply: FastifyReply, done: () => void) {
  if (request.method === 'POST' && request.body === undefined) request.body = {};
  done();
}

/** The fields that do not exist are refused; so is a body where none belongs. */
function hasNoBody(request: FastifyRequest, _reply: FastifyReply, done: () => void) {
  const { body, headers } = request;
  const isEmpty = body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);
  const hasUnread =
    request.method === 'GET' && (headers['transfer-encoding'] ?? headers['content-length'] ?? '0') !== '0';
  if (!isEmpty || Array.isArray(body) || hasUnread) throw new Fault('request.malformed');
  done();
}

const keyOf = (actor: Actor) => `${actor.tenantId} ${actor.personId}`;

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    creates?: Endpoint['creates'];
    needsVersion?: boolean | undefined;
  }
}
