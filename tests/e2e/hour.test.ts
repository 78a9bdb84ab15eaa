/* The hour before it runs, in a real browser: every screen of it in every theme, and its tasks by keyboard alone. */
import { axeFindings } from '../support/axe.ts';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { scrollsSideways, type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

const open = (seen: Seen) => world.open(seen);

const toHour = async ({ tab }: TeamsWindow, door = 'Hour') =>
  tab.getByRole('navigation').first().getByRole('link', { name: door, exact: true }).click();

async function toAgenda(window: TeamsWindow) {
  await toHour(window);
  await window.tab.getByRole('list', { name: 'The plan of the hour' }).waitFor();
}

async function toTask(window: TeamsWindow, name: string) {
  await toAgenda(window);
  await window.tab.getByRole('button', { name: 'More about our hour' }).click();
  await window.tab.getByRole('menuitem', { name }).click();
}

async function toSchedule(window: TeamsWindow, way: string) {
  await toTask(window, way);
  await window.tab.getByRole('list', { name: 'The next eight' }).waitFor();
}

async function toEarlierHours(window: TeamsWindow) {
  await toAgenda(window);
  await window.tab.getByRole('link', { name: 'Earlier hours' }).click();
  await window.tab.getByRole('list', { name: 'Earlier hours' }).waitFor();
}

async function toOneThatWasHeld(window: TeamsWindow) {
  await toEarlierHours(window);
  await window.tab.getByRole('list', { name: 'Earlier hours' }).getByRole('link').first().click();
  await window.tab.getByRole('region', { name: 'Lines of this hour' }).waitFor();
}

/** As a team sees it that has not chosen an hour yet: the one of the local world has. */
async function beforeThereIsOne(window: TeamsWindow) {
  const kept = { marks: [], held: 0, counted: 0, givenBackMinutes: 0 };
  await window.page.route('**/hours/screen', (route) => route.fulfill({ json: { schedule: null, hour: null, kept } }));
  await toHour(window);
  await window.tab.getByRole('heading', { name: 'One hour a week for each other' }).waitFor();
}

type Scene = { readonly person: Seen['person']; readonly reach: (window: TeamsWindow) => Promise<void> };
const scenes: Record<string, Scene> = {
  'before there is an hour, for an owner': { person: 'amara', reach: beforeThereIsOne },
  'before there is an hour, for a member': { person: 'mei', reach: beforeThereIsOne },
  'the agenda, with the menu of a topic': {
    person: 'amara',
    async reach(window) {
      await toAgenda(window);
      const menu = window.tab.getByRole('button', { name: /^More about / });
      await menu.nth(1).click();
      await window.tab.getByRole('menu').waitFor();
    },
  },
  'handing the hour on': {
    person: 'mei',
    async reach(window) {
      await toAgenda(window);
      await window.tab.getByRole('button', { name: /^Facilitator / }).click();
      await window.tab.getByRole('menu').waitFor();
    },
  },
  'changing the plan': {
    person: 'mei',
    async reach(window) {
      await toTask(window, 'Change the plan');
      await window.tab.getByRole('dialog').getByRole('spinbutton').first().waitFor();
    },
  },
  'moving an hour': {
    person: 'mei',
    async reach(window) {
      await toTask(window, 'Move this hour');
      await window.tab.getByRole('dialog').getByRole('combobox').waitFor();
    },
  },
  'choosing the hour, with the zones': {
    person: 'amara',
    async reach(window) {
      await toSchedule(window, 'Change the hour');
      await window.tab.getByRole('combobox', { name: 'Time zone' }).fill('lis');
      await window.tab.getByRole('option', { name: /Lisbon/ }).waitFor();
    },
  },
  'earlier hours': { person: 'mei', reach: toEarlierHours },
  'one that was held': { person: 'mei', reach: toOneThatWasHeld },
  'my action items, with another date for one': {
    person: 'amara',
    async reach(window) {
      await toAgenda(window);
      await window.tab.getByRole('link', { name: 'All of your action items' }).click();
      await window.tab
        .getByRole('region', { name: 'Promised to you' })
        .getByRole('button', { name: /^More about/ })
        .click();
      await window.tab.getByRole('menuitem', { name: 'Give it another date' }).click();
      await window.tab.getByRole('dialog').getByLabel('New date').waitFor();
    },
  },
  'proposing an hour': { person: 'mei', reach: (window) => toSchedule(window, 'Propose another hour') },
};

// The side panel is 320 px wide, wherever it stands.
describe.each([1280, 320])('at %i pixels', (width) => {
  test.each(Object.keys(scenes))(
    '%s',
    async (name) => {
      const { person, reach } = scenes[name]!;
      const window = await open({ person, width, place: width === 320 ? 'panel' : 'channel' });
      await reach(window);
      await holdsInEveryTheme(window);
      await window.close();
    },
    60_000,
  );
});

test('an hour that was held is printed as ink on paper, also from a dark screen, without what is pressed', async () => {
  const window = await open({ person: 'mei', theme: 'dark' });
  await toOneThatWasHeld(window);
  const tab = tabOf(window);

  await window.page.emulateMedia({ media: 'print' });

  expect(await tab.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
  const look = await tab.evaluate(() => {
    const colorsOf = (selector: string) => getComputedStyle(document.querySelector(selector)!);
    return [colorsOf('h1').color, colorsOf('main li p').color, colorsOf('main > section').backgroundColor];
  });
  expect(look).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  // Browsers leave out what is behind words; initials would stand there in a pale colour on white.
  const faces = tab
    .getByRole('list', { name: 'Lines of this hour' })
    .locator('[aria-hidden]')
    .filter({ hasText: /^[A-Z]{2}$/ });
  expect(await faces.first().evaluate((face) => getComputedStyle(face).printColorAdjust)).toBe('exact');
  await window.close();
}, 60_000);

test('from right to left, and in German', async () => {
  for (const [lang, door] of [
    ['ar', 'الساعة'],
    ['de', 'Stunde'],
  ] as const) {
    const window = await open({ person: 'amara', lang, place: 'panel', width: 320 });
    await toHour(window, door);
    await window.tab.locator('ol h3').first().waitFor();
    expect(await axeFindings(tabOf(window))).toEqual([]);
    expect(await scrollsSideways(tabOf(window))).toBe(false);
    await window.close();
  }
}, 60_000);

test('a topic is added, and talked about first, by keyboard alone', async () => {
  const window = await open({ person: 'jonas' });
  const { page, tab } = window;
  await toAgenda(window);
  const words = `Whose turn it is to water the plants ${Date.now()}`;

  await tabTo(window, /^A topic for the hour$/);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  const row = tab.getByRole('listitem').filter({ hasText: words }).last();
  await row.waitFor();
  await tabTo(window, new RegExp(`^More about ${words}$`));
  await page.keyboard.press('Enter');
  await tab.getByRole('menuitem', { name: 'Talk about it first' }).waitFor();
  for (let presses = 0; presses < 9 && !/Talk about it first/.test(await focused(tabOf(window))); presses++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await tabOf(window).waitForFunction(
    (text) => document.querySelector('[data-topic]')?.textContent?.includes(text),
    words,
  );
  // The keyboard is where it was: on the menu of the same topic.
  await tabOf(window).waitForFunction(
    (text) => document.activeElement?.getAttribute('aria-label') === `More about ${text}`,
    words,
  );
  await window.close();
}, 60_000);

test('another hour is chosen by keyboard alone, and put back', async () => {
  const window = await open({ person: 'amara' });
  const { page, tab } = window;
  await toSchedule(window, 'Change the hour');
  const before = await tab.getByText(/^Every \w+, /).innerText();

  await tabTo(window, /^Thursday$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(window, /^Time zone$/);
  await page.keyboard.type('toky');
  await page.keyboard.press('Enter');
  await tab.getByText(/^Every Friday, .* in Tokyo$/).waitFor();
  await tabTo(window, /^Keep this hour$/);
  await page.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Undo' }).waitFor();
  await tabTo(window, /^Undo$/);
  await page.keyboard.press('Enter');

  await tab.getByText(before, { exact: true }).waitFor();
  expect(await tab.getByRole('radio', { name: 'Thursday' }).isChecked()).toBe(true);
  await window.close();
}, 60_000);

test('in the side panel the way into the meeting leaves its heading on one line', async () => {
  const window = await open({ person: 'mei', place: 'panel', width: 320 });
  await toAgenda(window);
  const heights = window.tab.getByRole('heading', { name: 'What we talk about' }).evaluate((heading) => ({
    whole: heading.getBoundingClientRect().height,
    line: parseFloat(getComputedStyle(heading).lineHeight),
  }));

  const { whole, line } = await heights;
  expect(whole).toBe(line);
  await window.close();
}, 60_000);

test('nothing of the page shows through a task that has the whole screen', async () => {
  const window = await open({ person: 'mei', place: 'panel', width: 320 });
  await toTask(window, 'Change the plan');
  await window.tab.getByRole('dialog').getByRole('spinbutton').first().waitFor();

  expect(await tabOf(window).evaluate(shinesThrough)).toEqual([]);
  await window.close();
}, 60_000);

/** What lies above the dialog and is no part of it. */
const shinesThrough = `
[...document.querySelectorAll('main :is(button, a, input)')]
  .filter((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    const on = document.elementFromPoint(x + width / 2, y + height / 2);
    return on !== null && !on.closest('[role=dialog]');
  })
  .map((each) => each.ariaLabel ?? each.textContent)
`;
