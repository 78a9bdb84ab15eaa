import { createServer } from 'node:net';

// Below those that systems hand out by themselves: whoever else starts at this moment is not given the same one.
const [lowest, howMany] = [20_000, 12_000];

/** A port for another process, which takes it a moment later. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * howMany);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
