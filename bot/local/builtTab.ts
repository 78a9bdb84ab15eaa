import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { alone } from './claim.ts';

/** What the tab is made of. */
const sources = ['tabs', 'bot/contract', 'bot/domain', 'package-lock.json'];

/** Builds the tab when it was not, or when something that it is made of is newer. `null`, or what went wrong. */
export async function buildTab(repository: string, tabFolder: string): Promise<string | null> {
  return alone(dirname(tabFolder), async () => {
    const built = await newest(join(tabFolder, 'index.html'));
    const changed = await Promise.all(sources.map((source) => newest(join(repository, source))));
    return built > Math.max(...changed) ? null : run(repository);
  });
}

async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => null); // Not there is older than everything.
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  return Math.max(0, ...(await Promise.all(inside.map((name) => newest(join(path, name))))));
}

function run(repository: string): Promise<string | null> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const options = ['build', '--config', 'tabs/vite.config.ts', '--logLevel', 'warn'];
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(process.execPath, [vite, ...options], { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', (trouble) => resolve(trouble.message));
    child.once('exit', (code) => resolve(code === 0 ? null : said.trim()));
  });
}
