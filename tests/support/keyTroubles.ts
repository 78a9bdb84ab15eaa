import type { ServerResponse } from 'node:http';

type Published = { keys: object[] };
const json = (response: ServerResponse, body: unknown) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

/** What may come in the place of keys: nothing of it is one. */
export const keyTroubles: Record<string, (response: ServerResponse, keys: Published) => void> = {
  'a page for people': (response) => response.setHeader('content-type', 'text/html').end('<h1>Sign in</h1>'),
  nothing: (response) => response.end(),
  'half of it': (response, keys) => response.end(JSON.stringify(keys).slice(0, 40)),
  null: (response) => json(response, null),
  'a list': (response) => json(response, []),
  'no keys': (response) => json(response, { keys: [] }),
  'keys of no shape': (response) => json(response, { keys: [null, 5, 'x', {}, { kty: 'RSA', kid: 'key-2' }] }),
  'another address': (response) => response.writeHead(302, { location: 'https://evil.test/keys' }).end(),
  // As many as there is memory for, were they all read.
  'more than anybody has': (response) => {
    const more = () => {
      while (response.write(`"${'x'.repeat(64_000)}",`));
    };
    response.on('drain', more).on('error', () => undefined);
    response.write('{"keys":[');
    more();
  },
};

/** Good ones among others that nobody can use. */
export const amongOthers = (response: ServerResponse, { keys }: Published) =>
  json(response, {
    keys: [
      null,
      { kty: 'EC', crv: 'P-256', kid: 'ec' },
      { kty: 'RSA', kid: 'broken' },
      { kty: 'RSA', kid: 5 },
      ...keys,
    ],
  });
