/* Every task of the tab without a mouse: reached by Tab, done with the keys that belong to it, and focus is never lost. */
import type { Frame, Page } from 'playwright-core';
import { theBrowserWorld } from '../support/browserWorld.ts';
import { type Seen } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

async function arrive(seen: Seen) {
  const window = await world.open(seen);
  await window.tab.getByRole('listitem').first().waitFor();
  const frame = window.page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tab'))!;
  return { ...window, frame, keys: window.page.keyboard };
}

/** Presses Tab until something of this name has the focus, as somebody does who cannot see how far it is. */
async function tabTo(page: Page, frame: Frame, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (name.test(await focused(frame))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Nothing called ${name} could be reached; the focus is on "${await focused(frame)}".`);
}

/** What has the focus in the tab, as a screen reader would call it. */
const focused = (frame: Frame) =>
  frame.evaluate(() => {
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

test('a kudos is given, and taken back in time to think again', async () => {
  const { page, tab, frame, keys, close } = await arrive({ person: 'jonas' });
  const words = 'You answered the phone so that we could finish.';

  await tabTo(page, frame, /^Give kudos$/);
  await keys.press('Enter');
  await tab.getByRole('dialog').getByRole('combobox').waitFor();
  await tabTo(page, frame, /^To/);
  await keys.type('luk');
  await tab.getByRole('option', { name: /Lukas/ }).waitFor();
  await keys.press('Enter');
  await tabTo(page, frame, /What did they do/);
  await keys.type(words);
  await tabTo(page, frame, /^Give kudos$/);
  await keys.press('Enter');
  const card = tab.getByRole('listitem').filter({ hasText: words });
  await card.waitFor();
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Give kudos');

  await tabTo(page, frame, /More about this kudos for Lukas/);
  await keys.press('Enter');
  await tab.getByRole('menuitem', { name: 'Take it back' }).waitFor();
  await keys.press('Enter');
  await card.waitFor({ state: 'hidden' });
  await tabTo(page, frame, /^Undo$/);
  await keys.press('Enter');
  await card.waitFor();
  await close();
});

test('the dialog closes by Escape, keeps what was typed, and gives the focus back', async () => {
  const { page, tab, frame, keys, close } = await arrive({ person: 'nadia' });
  await tabTo(page, frame, /^Give kudos$/);
  await keys.press('Enter');
  await tabTo(page, frame, /What did they do/);
  await keys.type('You waited for the');

  await keys.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Give kudos');
  await keys.press('Enter');

  await tab.getByRole('dialog').waitFor();
  expect(await tab.getByRole('textbox', { name: /What did they do/ }).inputValue()).toBe('You waited for the');
  await close();
});

test('somebody joins in, looks for a word, and shows everything again', async () => {
  const { page, tab, frame, keys, close } = await arrive({ person: 'lukas' });

  await tabTo(page, frame, /^Me too/);
  await keys.press('Space');
  await tab
    .getByText(/[Yy]ou.* too/)
    .first()
    .waitFor();

  await tabTo(page, frame, /Search kudos|A name, a value or a word/, 'Shift+Tab');
  await keys.type('xylophone');
  await tab
    .getByText(/No kudos here fit/)
    .first()
    .waitFor();
  await tabTo(page, frame, /Show everything|Clear the search/);
  await keys.press('Enter');
  await tab.getByRole('listitem').first().waitFor();
  await close();
});

test('a wish is chosen, and the values are added to and put in order', async () => {
  const { page, tab, frame, keys, close } = await arrive({ person: 'amara' });

  await tabTo(page, frame, /^Settings$/);
  await keys.press('Enter');
  await tab.getByRole('radio').first().waitFor();
  await tabTo(page, frame, /In the channel|In the hour|Privately|Rather not/);
  await keys.press('ArrowDown');
  await tab.getByText('Saved').first().waitFor();

  await tabTo(page, frame, /^Add a value/);
  await keys.type('Play');
  await keys.press('Enter');
  await tabTo(page, frame, /^Move Play up$/, 'Shift+Tab');
  await keys.press('Enter');
  await tabTo(page, frame, /^Save values$/);
  await keys.press('Enter');
  await tab.getByText('The values are saved.').first().waitFor();
  await close();
});
