/* The people room in a real browser: every screen in every theme, narrow and wide, and what is done there without a mouse. */
import { axeFindings } from '../support/axe.ts';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { tabTo } from '../support/keyboard.ts';
import { scrollsSideways, type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

/** The people page, reached through its door, whatever it is called. */
async function openPeople(seen: Seen): Promise<TeamsWindow> {
  const window = await world.open(seen);
  await window.tab.locator('nav a[href*="/tab/people"]').click();
  await window.tab.locator('[data-person]').first().waitFor();
  return window;
}

const mei = '[data-person$="000000000001"]';

const screens: Record<string, { person: Seen['person']; reach?: (window: TeamsWindow) => Promise<void> }> = {
  everybody: { person: 'amara' },
  'who can help': {
    person: 'amara',
    async reach({ tab }) {
      await tab.getByRole('searchbox').fill('facilitation');
      await tab.getByRole('link', { name: /Who can help/ }).click();
      await tab.getByRole('heading', { level: 2, name: /Who can help/ }).waitFor();
    },
  },
  'somebody’s page': {
    person: 'amara',
    async reach({ tab }) {
      await tab.locator(mei).click();
      await tab.getByRole('heading', { level: 1, name: 'Mei Tanaka' }).waitFor();
    },
  },
  'my own page': {
    person: 'mei',
    async reach({ tab }) {
      await tab.locator(mei).click();
      await tab.getByText(/members of Studio see of you/).waitFor();
    },
  },
  'my profile, a zone being looked for': {
    person: 'mei',
    async reach({ tab }) {
      await tab.getByRole('link', { name: 'Edit my profile' }).click();
      await tab.getByRole('combobox').last().fill('par');
      await tab.getByRole('option').first().waitFor();
    },
  },
};

describe.each([1280, 320])('at %i pixels', (width) => {
  test.each(Object.keys(screens))(
    '%s',
    async (name) => {
      const { person, reach } = screens[name]!;
      const place = width === 320 ? { place: 'panel' as const } : {};
      const window = await openPeople({ person, width: 1280, ...place });
      await reach?.(window);
      await holdsInEveryTheme(window);
      await window.close();
    },
    60_000,
  );
});

test.each(['ar', 'de'] as const)(
  'in %s',
  async (lang) => {
    for (const place of ['channel', 'panel'] as const) {
      const window = await openPeople({ person: 'amara', lang, place });
      const tab = tabOf(window);
      expect(await axeFindings(tab)).toEqual([]);
      expect(await scrollsSideways(tab)).toBe(false);
      await window.tab.locator(mei).click();
      await window.tab.getByRole('heading', { level: 1, name: 'Mei Tanaka' }).waitFor();
      expect(await axeFindings(tab)).toEqual([]);
      expect(await scrollsSideways(tab)).toBe(false);
      await window.close();
    }
  },
  60_000,
);

test('somebody is found, met, helped and thanked by keyboard alone', async () => {
  const window = await openPeople({ person: 'lukas' });
  const { page, tab, close } = window;
  const frame = tabOf(window);
  const keys = page.keyboard;

  await tabTo(window, /Search people/);
  await keys.type('mei');
  await tab.locator(mei).waitFor();
  await tabTo(window, /^Mei Tanaka$/);
  await keys.press('Enter');
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Mei Tanaka');
  await tabTo(window, /I can help with that/);
  await keys.press('Space');
  await tab.getByText('Mei knows, and nobody else').waitFor();
  await tabTo(window, /^Give kudos$/, 'Shift+Tab');
  await keys.press('Enter');
  await tab.getByRole('dialog').getByText('Mei Tanaka').waitFor();
  await frame.waitForFunction(() => document.activeElement?.closest('[role=dialog]'));
  await keys.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await close();
}, 60_000);

test('a profile is written by keyboard, saved, and had back as it was', async () => {
  const window = await openPeople({ person: 'jonas' });
  const { page, tab, close } = window;
  const keys = page.keyboard;

  await tabTo(window, /^Edit my profile$/);
  await keys.press('Enter');
  await tab.getByRole('textbox', { name: 'About me' }).waitFor();
  await tabTo(window, /^About me/);
  await keys.press('End');
  await keys.type(' And the keyboard.');
  await tabTo(window, /^I can show you/);
  await keys.type('Watering plants');
  await keys.press('Enter');
  await tabTo(window, /^Save$/);
  await keys.press('Enter');
  await tab.getByText('Watering plants', { exact: true }).waitFor();
  await tabTo(window, /^Undo$/);
  await keys.press('Enter');
  await tab.getByText('Watering plants', { exact: true }).waitFor({ state: 'hidden' });
  await close();
}, 60_000);

test('doors that find no room are in a menu', async () => {
  const { page, tab, close } = await openPeople({ person: 'amara', place: 'panel' });
  await page.locator('iframe').evaluate((frame) => Object.assign(frame.style, { width: '170px' }));

  await tab.getByRole('button', { name: 'More' }).click();
  await tab.getByRole('menuitem', { name: 'Kudos' }).click();

  await tab.getByRole('heading', { level: 1, name: 'Kudos' }).waitFor();
  await close();
}, 60_000);

test('a dialog dims the whole page, and nothing moves under it', async () => {
  const window = await world.open({ person: 'amara' });
  await window.tab.getByRole('listitem').first().waitFor();
  const frame = tabOf(window);
  const edge = () => frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().left);
  const before = await edge();

  await window.tab.getByRole('button', { name: 'Give kudos' }).click();
  await window.tab.getByRole('dialog').waitFor();

  expect(await edge()).toBe(before);
  expect(await frame.evaluate(() => document.documentElement.clientWidth === globalThis.innerWidth)).toBe(true);
  await window.close();
});
