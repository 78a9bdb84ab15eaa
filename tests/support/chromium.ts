import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

export type Chromium = {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What the browser needs in its environment, besides ours. */
  readonly env?: Readonly<Record<string, string>>;
};

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// The browser speaks to nobody but the page under test, and never asks anything.
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The tab's libraries look for a list and for fonts on the web, and go on without them: nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** `CHROME_PATH` decides; `CHROME_PATH=npm` means the one that came with `npm ci`, even where another is installed. */
export async function findChromium(chosen = process.env.CHROME_PATH): Promise<Chromium> {
  if (chosen && chosen !== 'npm') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`);
    return { executablePath: chosen, args: quietly };
  }
  const installed = chosen === 'npm' ? undefined : usualPlaces.find((place) => existsSync(place));
  return installed ? { executablePath: installed, args: quietly } : fromNpm();
}

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({
    ...options,
    executablePath,
    args: [...args, ...(options.args ?? [])],
    env: { ...inherited(), ...env, ...options.env },
  });
}

const noBrowser = `These tests need a Chromium. Install one (on Debian: apt-get install chromium), or name one in CHROME_PATH.
On 64-bit Linux "npm ci" brings one along, unless optional dependencies were left out.`;

/** The browser of @sparticuz/chromium, unpacked once per version together with the libraries and fonts a bare system lacks. */
async function fromNpm(): Promise<Chromium> {
  const source = resolve('node_modules/@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(source)) throw new Error(noBrowser);
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const cache = resolve('node_modules/.cache');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home, cache);
  return {
    executablePath: join(home, 'chromium'),
    args: quietly,
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

/** Two test workers may arrive here at once: each unpacks for itself, the first to finish gives the folder its name. */
async function unpackInto(home: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const ours = await mkdtemp(join(cache, 'chromium-'));
  // In a process of its own, because the package reads TMPDIR and AWS_EXECUTION_ENV, and Jest's process.env is a copy.
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    env: { ...inherited(), TMPDIR: ours, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  // Its own list looks for fonts in Lambda's folders only; without any, text takes no room and pages look empty.
  await writeFile(join(ours, 'fonts', 'fonts.conf'), fontsIn(join(home, 'fonts'), '/usr/share/fonts'));
  try {
    await rename(ours, home);
  } catch (trouble) {
    await rm(ours, { recursive: true, force: true });
    if (!existsSync(home)) throw trouble;
  }
}

const fontsIn = (...folders: string[]) =>
  `<?xml version="1.0"?>\n<fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}</fontconfig>\n`;

const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
