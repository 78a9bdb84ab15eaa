/* What stands before several instances: asks each whether it is ready, sends people to those that are, in turns, and says what it saw fail. */
import { Agent, createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routes } from '../../bot/contract/paths.ts';

export type Balancer = {
  readonly url: string;
  /** How many requests each instance has answered. */
  readonly answered: ReadonlyMap<string, number>;
  stop(): Promise<void>;
};

const looksEveryMs = 250;

/** It never tries a request twice: what goes wrong on the way is somebody's lost click. */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const answered = new Map(targets.map((target) => [target, 0]));
  let ready = [...targets];
  let turn = 0;

  async function look() {
    const looks = await Promise.all(
      targets.map(async (target) => ((await fetch(target + routes.ready).catch(() => null))?.ok ? [target] : [])),
    );
    ready = looks.flat();
  }
  const looking = setInterval(() => void look(), looksEveryMs);

  function pass(incoming: IncomingMessage, answer: ServerResponse) {
    const target = ready[turn++ % ready.length];
    if (!target) return void answer.writeHead(502).end();
    const { method, url, headers } = incoming;
    const outgoing = send(target + url, { method, headers, agent }, (response) => {
      answered.set(target, answered.get(target)! + 1);
      const { connection: _, ...rest } = response.headers;
      answer.writeHead(response.statusCode!, rest);
      response.pipe(answer);
    });
    outgoing.once('error', () => answer.writeHead(502).end());
    incoming.pipe(outgoing);
  }
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    async stop() {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}
