/* Fields where there is least room: nothing sticks out of its sheet, no word is broken, nothing that was chosen is cut, in any language. */
import { theBrowserWorld } from '../support/browserWorld.ts';
import { scrollsSideways, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

async function goTo(window: TeamsWindow, path: string) {
  await window.tab.getByRole('listitem').first().waitFor();
  const tab = tabOf(window);
  await tab.evaluate((to) => history.pushState(null, '', `/tab${to}${location.search}`), path);
  await window.tab.locator('main :is(input:not([type=radio], [type=checkbox]), textarea)').first().waitFor();
  await window.page.evaluate(() => document.fonts.ready);
}

/** Fields and buttons that reach over the edge of their sheet, or into the room that it keeps around them. */
const sticksOut = `
[...document.querySelectorAll('main :is(section, form) :is(input, select, textarea, button)')]
  .filter((each) => {
    const sheet = each.closest('section') ?? each.closest('form');
    const [inside, around] = [each.getBoundingClientRect(), sheet.getBoundingClientRect()];
    // The box around words that stand on the edge may reach half into it.
    const room = parseFloat(getComputedStyle(sheet).paddingInlineEnd) / 2;
    return inside.width > 1 && (inside.left < around.left + room || inside.right > around.right - room);
  })
  .map((each) => each.ariaLabel ?? each.textContent)
`;

/** Buttons in which a single word goes over more than one line. */
const broken = `
[...document.querySelectorAll('main button')]
  .filter(({ textContent }) => textContent.trim() && !/\\s/.test(textContent.trim()))
  .filter((each) => each.clientHeight > 36)
  .map(({ textContent }) => textContent)
`;

/** What was chosen, or is asked for, and does not fit where it stands. */
const cut = `
[...document.querySelectorAll('main :is(select, input[placeholder])')]
  .filter((each) => {
    const look = getComputedStyle(each);
    const brush = document.createElement('canvas').getContext('2d');
    brush.font = look.font;
    const room = each.clientWidth - parseFloat(look.paddingInlineStart) - parseFloat(look.paddingInlineEnd);
    const words = each.localName === 'select' ? each.selectedOptions[0]?.text ?? '' : each.placeholder;
    return brush.measureText(words).width > room + 1;
  })
  .map((each) => each.placeholder || each.selectedOptions[0].text)
`;

/** As long as it gets. */
async function pauseOne({ tab }: TeamsWindow) {
  await tab.getByRole('switch').first().check();
  await tab.locator('main select').first().selectOption({ index: 2 });
}

const forms = {
  'the wall': '/kudos',
  people: '/people',
  'earlier hours': '/hour/past',
  'a new goal': '/goals/new',

  'my profile': '/people/me/edit',
  'the settings': '/settings',
  'the schedule': '/hour/schedule',
} as const;

describe.each(['en', 'de', 'ar'] as const)('in %s', (lang) => {
  test.each(Object.keys(forms) as (keyof typeof forms)[])(
    '%s',
    async (form) => {
      const window = await world.open({ person: 'amara', place: 'panel', width: 320, lang });
      await goTo(window, forms[form]);
      if (form === 'the settings') await pauseOne(window);
      const tab = tabOf(window);

      expect(await tab.evaluate(sticksOut)).toEqual([]);
      expect(await tab.evaluate(broken)).toEqual([]);
      expect(await tab.evaluate(cut)).toEqual([]);
      expect(await scrollsSideways(tab)).toBe(false);
      await window.close();
    },
    60_000,
  );
});
