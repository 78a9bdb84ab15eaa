/* Entra as far as a service sees it: metadata and keys over HTTP, and somebody who signs tokens with them. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

export const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export type Entra = {
  readonly authority: string;
  /** How often keys were asked for. */
  asked(): number;
  /** Everything that a good token for this app says. */
  claims(of: Partial<JWTPayload> & { oid: string; tid: string }): JWTPayload;
  sign(claims: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  /** A new signing key; the old one is published no longer. */
  rotate(): Promise<void>;
  /** While away, every request is answered with 503. */
  setAway(away: boolean): void;
  /** What is answered where keys are asked for, in the place of them. */
  answer(instead: ((response: ServerResponse, keys: { keys: object[] }) => void) | null): void;
  readonly keys: () => Keys;
  readonly publicPem: () => Promise<string>;
  stop(): Promise<void>;
};

export async function startEntra(clientId: string): Promise<Entra> {
  let keys = await generateKeyPair('RS256', { extractable: true });
  let keyId = 'key-1';
  let asked = 0;
  let isAway = false;
  let instead: Parameters<Entra['answer']>[0] = null;

  const server = createServer((request, response) => {
    const [, tenant, ...rest] = (request.url ?? '').split('/');
    const json = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (isAway) return void response.writeHead(503).end();
    if (rest.join('/') === 'v2.0/.well-known/openid-configuration')
      return void json({ issuer: issuerOf(tenant!), jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys` });
    if (rest.join('/') === 'discovery/v2.0/keys') {
      asked++;
      return void exportJWK(keys.publicKey).then((key) => {
        const published = { keys: [{ ...key, kid: keyId, use: 'sig' }] };
        return instead ? instead(response, published) : json(published);
      });
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const issuerOf = (tenant: string) => `${authority}/${tenant}/v2.0`;

  return {
    authority,
    asked: () => asked,
    keys: () => keys,
    publicPem: () => exportSPKI(keys.publicKey),
    setAway: (away) => void (isAway = away),
    answer: (other) => void (instead = other),
    claims(of) {
      const now = Math.floor(Date.now() / 1000);
      return {
        aud: clientId,
        iss: issuerOf(of.tid),
        iat: now,
        nbf: now,
        exp: now + 3600,
        ver: '2.0',
        scp: 'access_as_user',
        azp: teamsWeb,
        name: 'Amara Okafor',
        preferred_username: 'amara@contoso.test',
        ...of,
      };
    },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT', ...header }).sign(keys.privateKey),
    async rotate() {
      keys = await generateKeyPair('RS256', { extractable: true });
      keyId = `key-${Number(keyId.slice(4)) + 1}`;
    },
    stop: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
