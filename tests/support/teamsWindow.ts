import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';

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
  await page.goto(`${url}/local?${new URLSearchParams(state)}`);
  return { page, tab: page.frameLocator('iframe'), close: () => context.close() };
}

/** The tab's own frame, for what a locator cannot ask. */
export function tabOf({ page }: TeamsWindow): Frame {
  return page.frames().find((frame) => new URL(frame.url()).pathname.startsWith('/tab'))!;
}

export const themes = ['Light', 'Dark', 'High contrast'] as const;

/** Switches the theme of Teams under the open page, and waits for the page to follow. */
export async function chooseTheme(window: TeamsWindow, theme: (typeof themes)[number]): Promise<void> {
  const canvas = () => getComputedStyle(document.documentElement).getPropertyValue('--colorNeutralBackground3').trim();
  const before = await tabOf(window).evaluate(canvas);
  const radio = window.page.getByRole('radio', { name: theme, exact: true });
  if (await radio.isChecked()) return;
  await radio.evaluate((input: HTMLInputElement) => input.click());
  await tabOf(window).waitForFunction(
    (was) => getComputedStyle(document.documentElement).getPropertyValue('--colorNeutralBackground3').trim() !== was,
    before,
  );
}

export const scrollsSideways = (tab: Frame) =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
