/* Every screen in every theme, narrow and wide, left to right and right to left: nothing for axe to find, nothing that scrolls sideways. */
import type { Locator, Request, Route } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { chooseTheme, scrollsSideways, type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

type Screen = { readonly seen: Seen; readonly reach: (window: TeamsWindow, words: Words) => Promise<void> };
type Words = { readonly give: string; readonly settings: string; readonly none: RegExp; readonly more: RegExp };

const english: Words = {
  give: 'Give kudos',
  settings: 'Settings',
  none: /No kudos here fit/,
  more: /More about this kudos/,
};

const wall = async ({ tab }: TeamsWindow) => tab.getByRole('listitem').first().waitFor();

async function goals(window: TeamsWindow) {
  await wall(window);
  await window.tab.getByRole('link', { name: 'Goals', exact: true }).click();
  await window.tab.getByRole('button', { name: 'Check in' }).waitFor();
}

const screens: Record<string, Screen> = {
  'the wall': { seen: { person: 'amara' }, reach: wall },
  'the menu of a kudos': {
    seen: { person: 'amara' },
    async reach(window, words) {
      await wall(window);
      await window.tab.getByRole('button', { name: words.more }).first().click();
      await window.tab.getByRole('menu').waitFor();
    },
  },
  'a search that finds nothing': {
    seen: { person: 'amara' },
    async reach(window, words) {
      await wall(window);
      await window.tab.getByRole('searchbox').fill('xylophone');
      await window.tab.getByText(words.none).first().waitFor();
    },
  },
  'giving kudos': {
    seen: { person: 'jonas' },
    async reach(window, words) {
      await wall(window);
      await window.tab.getByRole('button', { name: words.give }).click();
      await window.tab.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  'my goals': { seen: { person: 'amara' }, reach: goals },
  'a goal with everything around it': {
    seen: { person: 'amara' },
    async reach(window) {
      await goals(window);
      await window.tab.getByRole('link', { name: /everything else about this goal/ }).click();
      await window.tab.getByRole('heading', { name: 'Supporters' }).waitFor();
    },
  },
  'editing a goal': {
    seen: { person: 'amara' },
    async reach(window) {
      await goals(window);
      await window.tab
        .getByRole('button', { name: /More about the goal/ })
        .first()
        .click();
      await window.tab.getByRole('menuitem', { name: 'Edit' }).click();
      await window.tab.getByRole('combobox', { name: 'Supporters' }).waitFor();
    },
  },
  'reaching a goal': {
    seen: { person: 'amara' },
    async reach(window) {
      await goals(window);
      await window.tab
        .getByRole('button', { name: /More about the goal/ })
        .first()
        .click();
      await window.tab.getByRole('menuitem', { name: 'I reached it' }).click();
      await window.tab.getByRole('dialog').getByRole('combobox').waitFor();
    },
  },
  'the growth record': {
    seen: { person: 'amara' },
    async reach(window) {
      await goals(window);
      await window.tab.getByRole('link', { name: 'My growth record' }).click();
      await window.tab.getByRole('button', { name: 'Print' }).waitFor();
    },
  },
  'the settings of an owner': {
    seen: { person: 'amara' },
    async reach(window, words) {
      await wall(window);
      await window.tab.getByRole('link', { name: words.settings }).click();
      await window.tab.getByRole('radio').first().waitFor();
      await window.tab.getByRole('textbox').first().waitFor();
      // With everything that opens once something is on.
      const reminder = window.tab.getByRole('switch').nth(2);
      await reminder.check();
      await window.tab.locator('input[type=time]').first().waitFor();
      await window.tab.locator('summary').click();
    },
  },
  'the settings of a member': {
    seen: { person: 'mei' },
    async reach(window, words) {
      await wall(window);
      await window.tab.getByRole('link', { name: words.settings }).click();
      await window.tab.getByText('can choose the values').waitFor();
    },
  },
  'adding the tab': {
    seen: { person: 'amara', place: 'config' },
    reach: async ({ tab }) => tab.getByRole('heading', { name: 'Add People Hour' }).waitFor(),
  },
  'somebody whom Teams does not vouch for': {
    seen: { person: 'nobody' },
    reach: async ({ tab }) => tab.getByRole('heading', { name: 'We could not tell who you are' }).waitFor(),
  },
};

// The side panel is 320 px wide, wherever it stands.
describe.each([1280, 320])('at %i pixels', (width) => {
  test.each(Object.keys(screens))(
    '%s',
    async (name) => {
      const { seen, reach } = screens[name]!;
      const place = width === 320 && seen.place === undefined ? { place: 'panel' as const } : {};
      const window = await world.open({ ...seen, ...place, width });
      await reach(window, english);
      await holdsInEveryTheme(window);
      await window.close();
    },
    60_000,
  );
});

test.each(['ar', 'de'] as const)(
  'the wall and the form in %s',
  async (lang) => {
    for (const place of ['channel', 'panel'] as const) {
      const window = await world.open({ person: 'jonas', lang, place });
      await wall(window);
      const tab = tabOf(window);
      expect(
        await tab.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).direction),
      ).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      expect(await axeFindings(tab)).toEqual([]);
      expect(await scrollsSideways(tab)).toBe(false);

      await window.tab.locator('main button').first().click();
      await window.tab.getByRole('dialog').getByRole('textbox').first().waitFor();
      expect(await axeFindings(tab)).toEqual([]);
      await window.close();
    }
  },
  60_000,
);

test('nothing is cut off for who sets letters, words and lines far apart, in the side panel', async () => {
  for (const reach of [wall, goals]) {
    const window = await world.open({ person: 'amara', place: 'panel', width: 320 });
    await reach(window);
    const tab = tabOf(window);

    await tab.evaluate(setApart);

    expect(await scrollsSideways(tab)).toBe(false);
    expect(await tab.evaluate(textsCutOff)).toEqual([]);
    await window.close();
  }
}, 60_000);

/** As far as WCAG 1.4.12 asks for. */
const setApart = `
const apart = new CSSStyleSheet();
apart.replaceSync(\`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }\`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, apart];
`;

/** Texts that are larger than what shows them; what is meant for the ear alone is a pixel wide. */
const textsCutOff = `
[...document.querySelectorAll('body *')]
  .filter((each) => [...each.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
  .filter(({ clientWidth, clientHeight }) => clientWidth > 1 && clientHeight > 1)
  .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflow))
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 2)
  .map(({ textContent }) => textContent)
`;

describe('where the system chooses the colours', () => {
  const screen = async (name: string) => {
    const window = await world.open(screens[name]!.seen);
    await window.page.emulateMedia({ forcedColors: 'active' });
    await screens[name]!.reach(window, english);
    return window;
  };
  const drawn = (element: Locator, what: 'color' | 'backgroundColor' | 'borderBlockEndColor') =>
    element.evaluate((at, name) => getComputedStyle(at)[name], what);

  test.each(['the wall', 'giving kudos', 'my goals', 'the settings of an owner'])(
    'the focus is seen on %s',
    async (name) => {
      const window = await screen(name);
      const tab = tabOf(window);
      const met = new Set<string>();
      for (let presses = 0; presses < 25; presses++) {
        await window.page.keyboard.press('Tab');
        const { focused, isMarked } = await tab.evaluate<{ focused: string; isMarked: boolean }>(markOfFocus);
        if (focused) met.add(focused);
        expect([focused, isMarked]).toEqual([focused, true]);
      }
      expect(met.size).toBeGreaterThan(4);
      await window.close();
    },
    60_000,
  );

  test('what is open, chosen or may not be pressed looks unlike what is beside it', async () => {
    const window = await screen('giving kudos');
    const [give, cancel] = ['Give kudos', 'Cancel'].map((name) =>
      window.tab.getByRole('dialog').getByRole('button', { name, exact: true }),
    );
    expect(await drawn(give!, 'color')).not.toBe(await drawn(cancel!, 'color'));
    await cancel!.click();

    const link = (name: string) => window.tab.getByRole('link', { name, exact: true });
    const doors = ['Kudos', 'Goals', 'Settings'].map((name) => drawn(link(name), 'backgroundColor'));
    const [open, ...closed] = await Promise.all(doors);
    expect(closed).not.toContain(open);
    const [chosen, ...others] = await Promise.all(
      ['Everything', 'To me', 'From me'].map((name) => drawn(link(name), 'borderBlockEndColor')),
    );
    expect(others).not.toContain(chosen);
    await link('Settings').click();
    await window.tab.getByRole('radio').first().waitFor();
    expect(await drawn(link('Settings'), 'backgroundColor')).toBe(open);
    await window.close();
  });
});

/** Shadows and backgrounds are gone there: a line has to say it, around the thing itself or around what draws it. */
const markOfFocus = `(() => {
  const at = document.activeElement;
  // What is inside of the browser's own fields, the browser marks itself.
  if (!at || at === document.body || !at.matches(':focus')) return { focused: '', isMarked: true };
  const isLined = (element, part) => {
    const { outlineStyle, outlineWidth, borderTopStyle, borderTopWidth, content } = getComputedStyle(element, part);
    if (part && content === 'none') return false;
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || (part && borderTopStyle !== 'none' && borderTopWidth !== '0px');
  };
  const around = [at, at.parentElement, ...at.parentElement.children];
  const isMarked = around.some((each) => [undefined, '::before', '::after'].some((part) => isLined(each, part)));
  return { focused: at.outerHTML.slice(0, 300), isMarked: Boolean(isMarked) };
})()`;

// A window of 1280 by 1024 that is enlarged four times.
test.each(['the wall', 'giving kudos', 'my goals', 'the settings of an owner'])(
  'enlarged four times, nothing lies over what has the focus on %s',
  async (name) => {
    const window = await world.open({
      ...screens[name]!.seen,
      place: 'panel',
      width: 320,
      height: 256 + windowOfTeams,
    });
    await screens[name]!.reach(window, english);
    const tab = tabOf(window);
    expect(await tab.evaluate('innerHeight')).toBeLessThanOrEqual(256);
    for (let presses = 0; presses < 25; presses++) {
      await window.page.keyboard.press('Tab');
      const { focused, isSeen } = await tab.evaluate<{ focused: string; isSeen: boolean }>(sightOfFocus);
      expect([focused, isSeen]).toEqual([focused, true]);
    }
    expect(await scrollsSideways(tab)).toBe(false);
    await window.close();
  },
  60_000,
);

// What the window itself shows above and below the tab.
const windowOfTeams = 180;

/** Some point of it can be touched. */
const sightOfFocus = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return { focused: '', isSeen: true };
  const { left, right, top, bottom } = (at.labels?.[0]?.contains(at) ? at.labels[0] : at).getBoundingClientRect();
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const isSeen = parts.some((x) => parts.some((y) => {
    const met = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
    return met && (at.contains(met) || met.contains(at) && met !== document.body && met !== document.documentElement || at.labels && [...at.labels].some((label) => label.contains(met)));
  }));
  return { focused: at.outerHTML.slice(0, 300), isSeen };
})()`;

/** As the service says it, and worse. */
const troubles = [401, 403, 429, 500, 'no line'] as const;
const troubled = (what: (typeof troubles)[number]) => (route: Route) =>
  what === 'no line'
    ? route.abort()
    : route.fulfill({
        status: what,
        contentType: 'application/problem+json',
        headers: { 'retry-after': '1' },
        body: JSON.stringify({
          type: 'about:blank',
          title: 'No',
          status: what,
          detail: 'No',
          code: 'no',
          requestId: 'r-1',
        }),
      });

test('whatever goes wrong while somebody is thanked, and whatever Teams does meanwhile, the words stay, and it becomes one', async () => {
  const window = await world.open({ person: 'jonas' });
  const { page, tab } = window;
  const dialog = tab.getByRole('dialog');
  const words = dialog.getByRole('textbox', { name: 'What did they do?' });
  const text = 'You stayed until the last label was right';
  const open = async () => {
    await wall(window);
    await tab.getByRole('button', { name: 'Give kudos' }).click();
  };
  await open();
  await dialog.getByRole('combobox').fill('Mei');
  await tab.getByRole('option', { name: /Mei/ }).click();
  await words.fill(text);

  await chooseTheme(window, 'Dark');
  await isHidden(window, true);
  await isHidden(window, false);
  expect(await words.inputValue()).toBe(text);
  await page.reload();
  await open();
  expect(await words.inputValue()).toBe(text);

  const put = /\/kudos\/[0-9a-f-]{36}$/;
  const give = dialog.getByRole('button', { name: 'Give kudos', exact: true });
  for (const trouble of troubles) {
    await page.route(put, troubled(trouble));
    const isPut = (sent: Request) => put.test(sent.url());
    const answered =
      trouble === 'no line' ? page.waitForEvent('requestfailed', isPut) : page.waitForEvent('requestfinished', isPut);
    await give.click();
    await answered;
    await dialog
      .getByRole('alert')
      .getByText(/Not given yet/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Give kudos', exact: true, disabled: false }).waitFor();
    expect([trouble, await words.inputValue()]).toEqual([trouble, text]);
    await page.unroute(put);
  }

  const ids: string[] = [];
  await page.route(put, async (route) => {
    ids.push(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  // As fast as fingers are; whatever is faster carries the same id.
  await give.click({ clickCount: 3, delay: 60 });
  await dialog.waitFor({ state: 'detached' });
  await tab.getByText(text).waitFor();
  expect(ids).toHaveLength(1);
  await page.unroute(put);
  await page.reload();
  await wall(window);
  expect(await tab.getByText(text).count()).toBe(1);
  await window.close();
}, 60_000);

test.each<[string, (typeof troubles)[number], (typeof troubles)[number]]>([
  ['Hour', 401, 500],
  ['People', 403, 'no line'],
  ['Goals', 429, 401],
  ['Settings', 500, 429],
])(
  'whatever is answered to who opens %s, it says so, and there is a way on',
  async (door, ...answers) => {
    const window = await world.open({ person: 'mei' });
    const screen = /\/api\/teams\/[^/]+\/./;
    for (const trouble of answers) {
      await wall(window);
      await window.page.route(screen, troubled(trouble));
      await window.tab.getByRole('link', { name: door, exact: true }).click();
      const again = window.tab.getByRole('button', { name: 'Try again' });
      await again.first().waitFor();
      await window.page.unroute(screen);
      // Each part of a page stands for itself.
      for (const left of (await again.all()).reverse()) await left.click();
      await again.first().waitFor({ state: 'detached' });
      await window.tab.getByRole('heading', { level: 1 }).waitFor();
      await window.page.reload();
    }
    await window.close();
  },
  60_000,
);

/** As Teams lets a tab sleep, and wakes it. */
const isHidden = (window: TeamsWindow, hidden: boolean) =>
  tabOf(window).evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );

test('a page opened outside Teams says so, and where to go', async () => {
  const page = await world.browser.newPage();
  await page.goto(`${world.url}/tab`);

  await page.getByRole('heading', { name: 'People Hour lives in Microsoft Teams' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.close();
});
