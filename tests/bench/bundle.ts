/* What a browser really fetches until the wall stands: counted in Chromium over the real local world, sizes compressed here. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { launchBrowser } from '../support/chromium.ts';
import { startLocalWorld } from '../support/localWorld.ts';
import { openTeamsWindow } from '../support/teamsWindow.ts';
import { table } from './print.ts';

export async function bundle(): Promise<string> {
  const world = await startLocalWorld();
  const browser = await launchBrowser();
  const window = await openTeamsWindow(browser, world.url, { person: 'amara' });
  const asked: string[] = [];
  window.page.on('request', (request) => asked.push(request.url()));
  await window.page.reload();
  await window.tab.getByRole('listitem').first().waitFor();
  await window.page.waitForTimeout(2_000);
  const all = partsOf(asked.filter((url) => url.startsWith(world.url)));
  // What the page names is fetched at once; what is fetched besides is for later, when the browser has nothing else to do.
  const page = readFileSync('dist/tab/index.html', 'utf8');
  const first = { ...all, scripts: all.scripts.filter((path) => page.includes(path)) };
  const later = all.scripts.filter((path) => !first.scripts.includes(path));
  await browser.close();
  await world.dispose();

  const sizes = first.scripts.map((file) => ({ file, ...sizeOf(file) }));
  const sum = (of: 'gzip' | 'brotli' | 'raw') => sizes.reduce((total, size) => total + size[of], 0);
  const rows = [
    ...sizes.map(({ file, raw, gzip, brotli }) => [file, kB(raw), kB(gzip), kB(brotli)]),
    ['**JavaScript before the wall stands**', kB(sum('raw')), kB(sum('gzip')), kB(sum('brotli'))],
  ];
  return [
    table(['file', 'raw kB', 'gzip kB', 'brotli kB'], rows),
    '',
    `Requests of the tab for its first screen: the page, ${first.scripts.length} scripts, ${first.api.length} to the API (${first.api.join(', ')}).`,
    `Budget: 125 kB gzip for all of it, teams-js included. Fetched when idle, for the first press: ${later.map((path) => `${path.split('/').pop()} (${kB(sizeOf(path).gzip)})`).join(', ') || 'nothing'}.`,
  ].join('\n');
}

function partsOf(urls: readonly string[]) {
  const paths = urls.map((url) => new URL(url).pathname).filter((path) => !path.startsWith('/local'));
  return {
    all: paths,
    scripts: paths.filter((path) => path.endsWith('.js')),
    api: paths.filter((path) => path.startsWith('/api/')).map(decodeURIComponent),
  };
}

function sizeOf(path: string) {
  const bytes = readFileSync(`dist${path.startsWith('/tab/') ? '' : '/tab'}${path}`);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
