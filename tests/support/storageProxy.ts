import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectionStringTo } from './azurite.ts';

/** A table request as it came by, and how many rows its answer held. */
export type Recorded = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  rows: number;
  status: number;
};

/** `before`: storage never sees the request. `after`: storage has done it, and only the answer is lost. */
export type Trouble = {
  readonly when: 'before' | 'after';
  readonly how: 500 | 503 | 403 | 409 | 'reset' | 'hang';
  /** What somebody else does before the one who asked learns of it. */
  readonly meanwhile?: () => Promise<unknown>;
};

const every = (when: Trouble['when']) => ([500, 503, 'reset'] as const).map((how): Trouble => ({ when, how }));
export const troubles = [...every('before'), ...every('after')];

/** The next transaction runs into this; what comes after it is fine again. */
export function troubleOnce(
  proxy: StorageProxy,
  trouble: Trouble,
  meanwhile = async (): Promise<unknown> => undefined,
): void {
  let isLeft = true;
  proxy.trouble = ({ url }) => {
    if (!isLeft || !url.endsWith('/$batch')) return null;
    isLeft = false;
    return { ...trouble, meanwhile };
  };
}

/** Stands between the service and storage: writes down what is asked, and makes trouble when it is told to. */
export type StorageProxy = {
  readonly connectionString: string;
  readonly requests: Recorded[];
  /** What goes wrong with a request; nothing, until a test says so. */
  trouble: (request: Recorded) => Trouble | null;
  /** Real storage may end a page early, or with nothing on it: how many rows it may hold, or `null` for as many as were asked for. */
  pageOf: () => number | null;
  stop(): Promise<void>;
};

export async function startStorageProxy(behind: { connectionString: string }): Promise<StorageProxy> {
  const target = new URL(/TableEndpoint=(.+?);/.exec(behind.connectionString)![1]!);
  // A connection of its own for each request: one that storage gives up in the very moment it is used again would be trouble of ours.
  const agent = new Agent();
  const server = createServer((incoming, answer) => void pass(incoming, answer));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  const proxy: StorageProxy = {
    connectionString: connectionStringTo(`http://127.0.0.1:${port}`),
    requests: [],
    trouble: () => null,
    pageOf: () => null,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      agent.destroy();
    },
  };

  async function pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const recorded: Recorded = { method, url, headers, body: await textOf(incoming), rows: 0, status: 0 };
    proxy.requests.push(recorded);
    const trouble = proxy.trouble(recorded);
    if (trouble?.when === 'before') return fail(answer, trouble);
    const size = url.includes('$top=') ? proxy.pageOf() : null;
    if (size === 0) return emptyPage(answer);
    const reply = await forward(recorded, size);
    if (trouble) return fail(answer, trouble);
    answer.writeHead(reply.status, reply.headers).end(reply.text);
  }

  async function forward(recorded: Recorded, size: number | null) {
    const path = recorded.url.replace(nothingYet, '');
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = send({
        host: target.hostname,
        port: target.port,
        agent,
        method: recorded.method,
        path: size === null ? path : path.replace(/\$top=\d+/, `$top=${size}`),
        headers: recorded.headers,
      });
      outgoing.once('response', resolve).once('error', reject).end(recorded.body);
    });
    const text = await textOf(response);
    recorded.status = response.statusCode ?? 0;
    recorded.rows = text.startsWith('{') ? ((JSON.parse(text) as { value?: unknown[] }).value?.length ?? 1) : 0;
    // The text is sent on as a whole, so how it came does not matter.
    const { 'transfer-encoding': _, ...rest } = response.headers;
    return { status: recorded.status, headers: rest, text };
  }

  return proxy;
}

// The token of an empty page: whoever comes back with it begins again where the page began.
const nothingYet = /[&?]NextPartitionKey=nothing-yet(&NextRowKey=nothing-yet)?/;

function emptyPage(answer: ServerResponse): void {
  const token = { 'x-ms-continuation-NextPartitionKey': 'nothing-yet', 'x-ms-continuation-NextRowKey': 'nothing-yet' };
  answer.writeHead(200, { 'content-type': 'application/json;odata=minimalmetadata', ...token });
  answer.end(JSON.stringify({ value: [] }));
}

async function fail(answer: ServerResponse, { how, meanwhile }: Trouble): Promise<void> {
  await meanwhile?.();
  if (how === 'hang') return;
  if (how === 'reset') return void answer.destroy();
  answer.writeHead(how, { 'content-type': 'application/json' });
  answer.end(JSON.stringify({ 'odata.error': { code: 'ServerBusy', message: { lang: 'en-US', value: 'busy' } } }));
}

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
