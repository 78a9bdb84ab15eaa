/* What App Service puts beside a service that has a managed identity: an address on the same machine that hands out tokens. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FakeManagedIdentity = {
  /** As App Service sets it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What was asked for: the resource, and as which identity. */
  readonly asked: readonly string[];
  /** The token that it hands out for a resource. */
  tokenFor(resource: string): string;
  stop(): Promise<void>;
};

const secret = 'of this machine';

export async function startFakeManagedIdentity(): Promise<FakeManagedIdentity> {
  const asked: string[] = [];
  const tokenFor = (resource: string) => `token-for-${resource}`;
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://identity');
    if (request.headers['x-identity-header'] !== secret) return void response.writeHead(401).end();
    const resource = searchParams.get('resource') ?? '';
    asked.push(`${resource} as ${searchParams.get('client_id')}`);
    const expires = Math.floor(Date.now() / 1000) + 24 * 3600;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: tokenFor(resource), expires_on: `${expires}`, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: secret },
    asked,
    tokenFor,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
