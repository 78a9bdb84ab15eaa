import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';

/** The local world as `npm start` runs it, in a process of its own with ports and data of its own. */
export type LocalWorld = {
  readonly url: string;
  readonly playgroundUrl: string;
  readonly dataFolder: string;
  /** What it printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does, and waits. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does, and waits. */
  kill(): Promise<void>;
  /** Ends it, and removes its data. */
  dispose(): Promise<void>;
};

export async function startLocalWorld(
  options: {
    dataFolder?: string;
    playground?: boolean;
    demo?: boolean;
    /** Where another one was before, so that open pages go on. */
    port?: number;
    /** Storage that lives on when this is killed. */
    storage?: string;
  } = {},
): Promise<LocalWorld> {
  const [port, playgroundPort] = [options.port ?? (await freePort()), await freePort()];
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'people-hour-')));
  const flags = [...(options.playground ? [] : ['--no-playground']), ...(options.demo === false ? ['--no-demo'] : [])];
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts', ...flags], {
    env: {
      ...clean(process.env),
      PORT: `${port}`,
      PLAYGROUND_PORT: `${playgroundPort}`,
      DATA_DIR: dataFolder,
      BROWSER: 'none',
      ...(options.storage && { STORAGE_CONNECTION_STRING: options.storage }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const url = `http://localhost:${port}`;
  const playgroundUrl = `http://localhost:${playgroundPort}`;
  try {
    await answers(`${url}/readyz`, child, () => output);
    if (options.playground) await answers(`${playgroundUrl}/_debug/ping`, child, () => output);
  } catch (trouble) {
    child.kill('SIGKILL');
    throw trouble;
  }
  const stop = () => ended(child, 'SIGINT');
  return {
    url,
    playgroundUrl,
    dataFolder,
    output: () => output,
    stop,
    kill: async () => void (await ended(child, 'SIGKILL')),
    async dispose() {
      await stop();
      // Another one may be ending on the same data at this moment.
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function answers(url: string, child: ChildProcess, output: () => string) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The local world ended at its start:\n${output()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within a minute:\n${output()}`);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

/** Without what this test run itself was started with. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV: _, NODE_OPTIONS: __, ...rest } = env;
  return rest;
}
