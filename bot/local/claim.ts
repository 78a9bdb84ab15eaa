import { createHash } from 'node:crypto';
import { mkdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One process at a time in a folder. The claim is an open socket and not a file, so it ends with its process however that ends,
 * and a number that another process has by now cannot be mistaken for it. `null`: somebody is in there.
 */
export async function claim(folder: string): Promise<{ release(): Promise<void> } | null> {
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 24);
  const socket =
    process.platform === 'win32' ? `\\\\.\\pipe\\people-hour-${hash}` : join(tmpdir(), `people-hour-${hash}.sock`);
  const server = (await open(socket)) ?? ((await isAlive(socket)) ? null : await openAgain(socket));
  if (!server) return null;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Waits for whoever is in there, runs, and leaves. */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const claimed = await claim(folder);
    if (claimed) {
      try {
        return await work();
      } finally {
        await claimed.release();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function open(socket: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once('error', (trouble: NodeJS.ErrnoException) =>
      trouble.code === 'EADDRINUSE' ? resolve(null) : reject(trouble),
    );
    server.listen(socket, () => resolve(server));
  });
}

/** What a process left behind that was killed. */
async function openAgain(socket: string): Promise<Server | null> {
  await unlink(socket).catch(() => undefined); // Somebody else was quicker; then they have it.
  return open(socket);
}

function isAlive(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visit = connect(socket, () => {
      visit.destroy();
      resolve(true);
    });
    visit.once('error', () => resolve(false));
  });
}
