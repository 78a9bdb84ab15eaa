/* A local world and a browser in front of it, for all tests of a file. */
import type { Browser } from 'playwright-core';
import { axeFindings, axeFindingsInColours } from './axe.ts';
import { launchBrowser } from './chromium.ts';
import { type LocalWorld, startLocalWorld } from './localWorld.ts';
import {
  chooseTheme,
  openTeamsWindow,
  scrollsSideways,
  type Seen,
  tabOf,
  type TeamsWindow,
  themes,
} from './teamsWindow.ts';

export type BrowserWorld = {
  readonly browser: Browser;
  readonly url: string;
  readonly playgroundUrl: string;
  /** The window of Teams, as somebody sees it. */
  open(seen?: Seen): Promise<TeamsWindow>;
};

/**
 * Opens both before the tests of a file, and closes them behind. Use it inside of tests only: it is not there before. `storage` opens one
 * that the test can reach as well.
 */
export function theBrowserWorld(options: { playground?: boolean; storage?: () => Promise<string> } = {}): BrowserWorld {
  let world: LocalWorld | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    // When one of them does not start, the other one is there to be closed.
    const storage = await options.storage?.();
    const [worldStart, browserStart] = await Promise.allSettled([
      startLocalWorld({ playground: options.playground ?? false, ...(storage && { storage }) }),
      launchBrowser(),
    ]);
    if (worldStart.status === 'fulfilled') world = worldStart.value;
    if (browserStart.status === 'fulfilled') browser = browserStart.value;
    for (const start of [worldStart, browserStart]) if (start.status === 'rejected') throw start.reason;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await world?.dispose();
  });
  return {
    get browser() {
      return browser!;
    },
    get url() {
      return world!.url;
    },
    get playgroundUrl() {
      return world!.playgroundUrl;
    },
    open: (seen) => openTeamsWindow(browser!, world!.url, seen),
  };
}

/** In every theme nothing for axe to find, and nothing that scrolls sideways. */
export async function holdsInEveryTheme(
  window: TeamsWindow,
  look?: (theme: (typeof themes)[number]) => Promise<unknown>,
): Promise<void> {
  const tab = tabOf(window);
  for (const theme of themes) {
    await chooseTheme(window, theme);
    const findings = theme === themes[0] ? await axeFindings(tab) : await axeFindingsInColours(tab);
    expect({ theme, findings }).toEqual({ theme, findings: [] });
    expect({ theme, sideways: await scrollsSideways(tab) }).toEqual({ theme, sideways: false });
    await look?.(theme);
  }
}
