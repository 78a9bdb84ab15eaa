import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** The Bot Connector as a signer: OpenID metadata and keys over HTTP, and tokens as Teams sends them with every activity. */
export type FakeBotToken = {
  /** What `BOT_OPENID_METADATA_URL` is set to. */
  readonly metadataUrl: string;
  /** How often keys were asked for. */
  asked(): number;
  /** The header of a good request for an activity with this service URL. */
  authorization(serviceUrl: string, of?: Partial<JWTPayload>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  claims(serviceUrl: string): JWTPayload;
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** A new signing key; the old one is published no longer. */
  rotate(): Promise<void>;
  setAway(isAway: boolean): void;
  /** What is answered where keys are asked for, in the place of them. */
  answer(instead: ((response: ServerResponse, keys: { keys: object[] }) => void) | null): void;
  /** The channels that the key may sign for. */
  endorse(...channels: string[]): void;
  publicPem(): Promise<string>;
  stop(): Promise<void>;
};

export async function startFakeBotToken(botId: string): Promise<FakeBotToken> {
  let keys = await generateKeyPair('RS256', { extractable: true });
  let keyId = 'connector-1';
  let asked = 0;
  let isAway = false;
  let instead: Parameters<FakeBotToken['answer']>[0] = null;
  let endorsements = ['msteams'];

  const server = createServer(async (request, response) => {
    if (isAway) return response.writeHead(503).end();
    const json = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/metadata') return json({ issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` });
    if (request.url !== '/keys') return response.writeHead(404).end();
    asked++;
    const published = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: keyId, use: 'sig', endorsements }] };
    return instead ? instead(response, published) : json(published);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const claims = (serviceUrl: string): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: 'https://api.botframework.com', aud: botId, nbf: now, exp: now + 3600, serviceurl: serviceUrl };
  };
  const sign = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT', ...header }).sign(keys.privateKey);

  return {
    metadataUrl: `${url}/metadata`,
    asked: () => asked,
    claims,
    sign,
    authorization: async (serviceUrl, of, header) => `Bearer ${await sign({ ...claims(serviceUrl), ...of }, header)}`,
    async rotate() {
      keys = await generateKeyPair('RS256', { extractable: true });
      keyId = `connector-${Number(keyId.split('-')[1]) + 1}`;
    },
    setAway: (away) => void (isAway = away),
    answer: (other) => void (instead = other),
    endorse: (...channels) => void (endorsements = channels),
    publicPem: () => exportSPKI(keys.publicKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
