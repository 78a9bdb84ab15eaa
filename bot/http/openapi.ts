import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemSchema } from '../contract/problem.ts';
import type { Endpoint } from './endpoint.ts';
import type { OpenRoute } from './openRoute.ts';

const problem = {
  description: 'RFC 9457. `code` is stable, `detail` is a sentence.',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** The schemas of an endpoint where the HTTP library looks for them: it checks requests and describes the route by the same ones. */
export function schemaOf({ about, params, query, body, answer, creates }: Endpoint) {
  const good = answer ?? z.null().describe('Done; there is nothing to say.');
  return {
    summary: about,
    ...(params ? { params } : {}),
    querystring: query ?? z.strictObject({}),
    ...(body ? { body } : {}),
    response: { [answer ? 200 : 204]: good, ...(creates ? { 201: good } : {}), default: problem },
    security: [{ teamsToken: [] }],
  };
}

export function schemaOfOpen({ about }: OpenRoute) {
  return about ? { summary: about, response: { default: problem } } : { hide: true };
}

const describe = createJsonSchemaTransform({ skipList: [] });

/** Options of the plugin that collects the routes into one document. */
export const apiDescription = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'People Hour',
      description:
        'Changed things carry an `ETag`; changing them again needs it as `If-Match`. Creating is a `PUT` to an id that the client made.',
      version: '1',
    },
    components: {
      securitySchemes: {
        teamsToken: { type: 'http', scheme: 'bearer', description: 'The access token that Teams hands to the tab.' },
      },
    },
  },
  // The version of a change is a header. It is only described here: the library would hand checked headers on and drop the rest.
  transform(document: Parameters<typeof describe>[0]) {
    const { url, schema } = describe(document);
    const needs = document.route.config?.needsVersion;
    const headers = {
      type: 'object',
      properties: { 'if-match': { type: 'string' } },
      required: needs ? ['if-match'] : [],
    };
    return { url, schema: needs === undefined ? schema : { ...schema, headers } };
  },
} as const;
