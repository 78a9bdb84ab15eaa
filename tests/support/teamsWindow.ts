import type { Browser, FrameLocator, Page } from 'playwright-core';

/** What is chosen in the stand-in for the Teams window. Its own language is English; the tab's is `lang`. */
export type Seen = {
  readonly person?: 'amara' | 'mei' | 'lukas' | 'priya' | 'jonas' | 'nadia' | 'nobody';
  readonly place?: 'channel' | 'personal' | 'panel' | 'config';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly lang?: 'en' | 'de' | 'ar';
  readonly page?: string;
  readonly width?: number;
  readonly height?: number;
};

export type TeamsWindow = { readonly page: Page; readonly tab: FrameLocator; close(): Promise<void> };

/** The real tab in its frame, over the real protocol, as one person sees it. */
export async function openTeamsWindow(browser: Browser, url: string, seen: Seen = {}): Promise<TeamsWindow> {
  const { width = 1280, height = 900, ...state } = seen;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The tab's libraries look for a list and for fonts on the web, and go on without them: nothing leaves this machine.
  await page.route('**', (route) =>
    new URL(route.request().url()).hostname === 'localhost' ? route.continue() : route.abort(),
  );
  await page.goto(`${url}/local?${new URLSearchParams(state)}`);
  return { page, tab: page.frameLocator('iframe'), close: () => context.close() };
}
