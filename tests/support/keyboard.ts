import type { Frame } from 'playwright-core';
import { tabOf, type TeamsWindow } from './teamsWindow.ts';

/** Presses Tab until something of this name has the focus, as somebody does who cannot see how far it is. */
export async function tabTo(window: TeamsWindow, name: RegExp, key = 'Tab'): Promise<void> {
  const tab = tabOf(window);
  for (let presses = 0; presses < 120; presses++) {
    if (name.test(await focused(tab))) return;
    await window.page.keyboard.press(key);
  }
  throw new Error(`Nothing called ${name} could be reached; the focus is on "${await focused(tab)}".`);
}

/** What has the focus in the tab, as a screen reader would call it. */
export const focused = (tab: Frame) =>
  tab.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || !document.hasFocus()) return '';
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return element.getAttribute('aria-label') || labelled || label || element.textContent || '';
  });
