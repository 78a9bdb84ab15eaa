import { z } from 'zod';
import { problemSchema } from '../contract/problem.ts';
import { schemaController } from './byZod.ts';
import type { Endpoint } from './endpoint.ts';
import type { OpenRoute } from './openRoute.ts';

/** The schemas that a request is checked by, where the HTTP library looks for them. */
export function schemaOf({ params, query, body }: Endpoint) {
  return {
    ...(params ? { params } : {}),
    querystring: query ?? z.strictObject({}),
    ...(body ? { body } : {}),
  };
}

const problem = {
  description: 'RFC 9457. `code` is stable, `detail` is a sentence.',
  content: { 'application/problem+json': { schema: problemSchema } },
};

function descriptionOf(endpoint: Endpoint) {
  const nothing = z.null().describe('Done; there is nothing to say.');
  const good = endpoint.answer ?? nothing;
  const unchanged = z.null().describe('Nothing has changed since the version that `If-None-Match` names.');
  const more = {
    ...(endpoint.creates || endpoint.mayBeFirst ? { 201: good } : {}),
    ...(endpoint.mayVanish ? { 204: nothing } : {}),
    ...(endpoint.isPolled ? { 304: unchanged } : {}),
  };
  return {
    ...schemaOf(endpoint),
    summary: endpoint.about,
    response: { [endpoint.answer ? 200 : 204]: good, ...more, default: problem },
    security: [{ teamsToken: [] }],
  };
}

const info = {
  title: 'People Hour',
  description:
    'Changed things carry an `ETag`; changing them again needs it as `If-Match`. Creating is a `PUT` to an id that the client made.',
  version: '1',
};
const teamsToken = {
  type: 'http',
  scheme: 'bearer',
  description: 'The access token that Teams hands to the tab.',
} as const;

/**
 * The OpenAPI document of all routes, by the very schemas that check them. It is put together when somebody asks for it, on a
 * server of its own that never listens: what it takes to write it would make every start slower.
 */
export async function describeApi(endpoints: readonly Endpoint[], openRoutes: readonly OpenRoute[]): Promise<object> {
  const [{ fastify }, { default: swagger }, { createJsonSchemaTransform }] = await Promise.all([
    import('fastify'),
    import('@fastify/swagger'),
    import('fastify-type-provider-zod'),
  ]);
  const app = fastify({ schemaController });
  const inOpenApi = createJsonSchemaTransform({ skipList: [] });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info, components: { securitySchemes: { teamsToken } } },
    // The version of a change is a header, which zod does not check: the server reads it.
    transform(document) {
      const { url, schema } = inOpenApi(document);
      const needs = document.route.config?.needsVersion;
      const required = needs ? ['if-match'] : [];
      const headers = { type: 'object', properties: { 'if-match': { type: 'string' } }, required };
      return { url, schema: needs === undefined ? schema : { ...schema, headers } };
    },
  });
  const handler = () => undefined;
  for (const endpoint of endpoints) {
    const { method, path, needsVersion } = endpoint;
    app.route({ method, url: path, schema: descriptionOf(endpoint), config: { needsVersion }, handler });
  }
  for (const { method, path, about, answers = z.unknown() } of openRoutes)
    if (about)
      app.route({
        method,
        url: path,
        schema: { summary: about, response: { 200: answers, default: problem } },
        handler,
      });
  await app.ready();
  return app.swagger();
}
