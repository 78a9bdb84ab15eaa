/* How soon the wall stands on a slow phone: Chromium four times slower, behind a 4G line, against the least that could show the same. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { paths } from '../../bot/contract/paths.ts';
import { localPeople, studio } from '../../bot/local/people.ts';
import { findChromium } from '../support/chromium.ts';
import { startLocalWorld } from '../support/localWorld.ts';
import { median, table } from './print.ts';

const runs = 7;
const slower = 4;
/** Chromium's own "Fast 4G". */
const line = { offline: false, latency: 165, downloadThroughput: 8.1e6 / 8, uploadThroughput: 1.35e6 / 8 };

type Seen = { largest: number; blocked: number; moved: number; called: number };

export async function load(): Promise<string> {
  const world = await startLocalWorld();
  const floor = await bareHtml(world.url);
  const tab = `${world.url}/local?person=amara`;
  const seen: Record<'bare' | 'tab' | 'again', Seen[]> = { bare: [], tab: [], again: [] };
  // In turns, so that what else the machine does meets all of them.
  for (let run = 0; run < runs; run++) {
    const profile = await newProfile();
    seen.bare.push(await visit(profile, floor.url, (page) => page.mainFrame()));
    seen.tab.push(await visit(profile, tab, tabIn));
    // The browser keeps what it made of scripts when it meets them a second time.
    await visit(profile, tab, tabIn);
    seen.again.push(await visit(profile, tab, tabIn));
    await profile.close();
  }
  floor.close();
  await world.dispose();

  // A machine that is busy with other things only ever makes it slower: the best run says most about the page.
  const of = (name: keyof typeof seen, what: keyof Seen, pick: typeof median) =>
    pick(seen[name].map((each) => each[what]));
  const both = (name: keyof typeof seen, what: keyof Seen) =>
    `${of(name, what, best).toFixed(0)} (${of(name, what, median).toFixed(0)}) ms`;
  const ratio = (name: keyof typeof seen, pick: typeof median) =>
    (of(name, 'largest', pick) / of('bare', 'largest', pick)).toFixed(2);
  const row = (name: keyof typeof seen, title: string) => [
    title,
    both(name, 'called'),
    both(name, 'largest'),
    `${ratio(name, best)} (${ratio(name, median)})`,
    both(name, 'blocked'),
    of(name, 'moved', worst).toFixed(3),
  ];
  return table(
    ['best (median)', 'call to the API', 'largest paint', 'of bare HTML', 'blocked', 'layout shift'],
    [
      row('bare', 'the same data in bare HTML'),
      row('tab', 'the tab, first visit (budgets: 2.0, 150 ms, 0.01)'),
      row('again', 'the tab, another visit (budget: 1.2)'),
    ],
  );
}

const best = (figures: readonly number[]) => Math.min(...figures);
const worst = (figures: readonly number[]) => Math.max(...figures);

/** Somebody's own browser, which remembers as one does, and nothing yet. */
async function newProfile(): Promise<BrowserContext> {
  const { executablePath, args, env = {} } = await findChromium();
  const profile = await chromium.launchPersistentContext('', {
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
    viewport: { width: 412, height: 900 },
  });
  await profile.addInitScript({ content: watch });
  return profile;
}

async function visit(profile: BrowserContext, url: string, frameIn: (page: Page) => Frame | undefined): Promise<Seen> {
  const page = await profile.newPage();
  const devTools = await profile.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', line);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(url);
  for (;;) {
    const frame = frameIn(page);
    if (frame && (await frame.locator('li').count()) > 0) break;
    await page.waitForTimeout(50);
  }
  // What is drawn late, and what only begins when everything stands.
  await page.waitForTimeout(1_500);
  const seen = await frameIn(page)!.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await page.close();
  return seen;
}

const tabIn = (page: Page) => page.frames().find((frame) => new URL(frame.url()).pathname.startsWith('/tab'));

/** Runs in every frame before anything else; times are since the frame was asked for. As text: what compiles this file adds to functions. */
const watch = `
const seen = (window.seen = { largest: 0, blocked: 0, moved: 0, called: 0 });
const each = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
each('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
each('layout-shift', ({ hadRecentInput, value }) => (seen.moved += hadRecentInput ? 0 : value));
each('longtask', ({ name, duration }) => (seen.blocked += name === 'self' ? duration - 50 : 0));
each('resource', ({ name, startTime }) => name.includes('/api/') && (seen.called ||= startTime));
`;

/** A page that asks for the same token and the same data and writes them down, before the service: what no library can beat. */
async function bareHtml(service: string): Promise<{ url: string; close(): void }> {
  const page = bare({ personId: localPeople[0]!.id, team: paths.team(studio.id) });
  const server = createServer((asked, reply) => {
    if (asked.url === '/bare') return void reply.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    const { method, url, headers } = asked;
    const passedOn = { method, headers: { ...headers, host: new URL(service).host } };
    asked.pipe(
      request(new URL(url!, service), passedOn, (answer) => {
        reply.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(reply);
      }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/bare`,
    close: () => void server.close().closeAllConnections(),
  };
}

const bare = ({ personId, team }: { personId: string; team: string }) => `<!doctype html>
<html lang="en"><meta name="viewport" content="width=device-width"><title>Bare</title><body><script type="module">
const json = async (url, init) => (await fetch(url, init)).json();
const { token } = await json('/local/token', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"personId":"${personId}"}',
});
const { team, kudos } = await json('${team}', { headers: { authorization: 'Bearer ' + token } });
document.body.append(team.name, Object.assign(document.createElement('ul'), {}));
for (const { from, to, text, effect } of kudos.items)
  document.querySelector('ul').append(Object.assign(document.createElement('li'), {
    textContent: [from.name, '→', to.map(({ name }) => name).join(', '), text, effect].join(' '),
  }));
</script></body></html>`;
