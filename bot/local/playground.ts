import { spawn } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crit, localBotId, localPeople, type LocalPerson, localTenant, studio, studioChat } from './people.ts';

export type Playground = { readonly url: string; stop(): Promise<void> };

const patienceInMs = 20_000;

/**
 * Microsoft's Agents Playground beside us, as the other half of Teams: where the bot and the message extension are. It is a
 * development dependency that may be missing; then the answer says why, and everything else works.
 */
export async function startPlayground(port: number, serviceUrl: string, folder: string): Promise<Playground | string> {
  const program = programOf('@microsoft/m365agentsplayground');
  if (!program) return 'not installed';
  const url = `http://localhost:${port}`;
  if (await answers(url)) return `not started: something else answers on port ${port}`;

  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.m365agentsplayground.yml'), configuration());
  const log = await open(join(folder, 'playground.log'), 'w');
  const keeper = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
  const loopbackOnly = new URL('./loopbackOnly.mjs', import.meta.url).href;
  const endpoint = `${serviceUrl}/api/messages`;
  const options = ['start', '-p', `${port}`, '-e', endpoint, '-c', 'msteams', '--disable-telemetry'];
  const child = spawn(process.execPath, [keeper, process.execPath, '--import', loopbackOnly, program, ...options], {
    cwd: folder,
    env: { ...process.env, PATH: `${await withoutBrowser(folder)}${delimiter}${process.env.PATH}` },
    stdio: ['pipe', log.fd, log.fd],
  });
  await log.close();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  let isOver = false;
  void ended.then(() => (isOver = true));

  const deadline = Date.now() + patienceInMs;
  while (!isOver && Date.now() < deadline && !(await answers(url))) await new Promise((soon) => setTimeout(soon, 100));
  if (isOver || !(await answers(url))) {
    child.stdin!.end();
    return `did not start; see ${join(folder, 'playground.log')}`;
  }
  return {
    url,
    async stop() {
      child.stdin!.end();
      await ended;
    },
  };
}

/** It opens a browser of its own accord, and ends where the system has nothing to open one with. So it finds these first. */
async function withoutBrowser(folder: string): Promise<string> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  for (const name of ['xdg-open', 'open']) await writeFile(join(bin, name), '#!/bin/sh\n', { mode: 0o755 });
  return bin;
}

function programOf(name: string): string | null {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), 'cli.js');
  } catch {
    return null; // Installed without development dependencies.
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_debug/ping`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false; // Not listening, or not yet.
  }
}

/** Its own format, found by trying: exactly five others, one more channel, one group chat. JSON is YAML too. */
function configuration(): string {
  const [current, ...users] = localPeople.map(userOf);
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: localTenant,
      bot: { id: localBotId, name: 'People Hour' },
      currentUser: current,
      users,
      personalChat: { id: 'personal-chat-id' },
      groupChat: studioChat,
      team: { ...studio, aadGroupId: '44444444-4444-4444-8444-444444444444', channels: [crit] },
    },
    null,
    2,
  );
}

const userOf = ({ userId, name, id, mail }: LocalPerson) => ({
  id: userId,
  name,
  userPrincipleName: mail,
  aadObjectId: id,
  givenName: name.split(' ')[0],
  surname: name.split(' ').slice(1).join(' '),
  email: mail,
});
