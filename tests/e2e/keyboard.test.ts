/* Every task of the tab without a mouse: reached by Tab, done with the keys that belong to it, and focus is never lost. */
import { theBrowserWorld } from '../support/browserWorld.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { type Seen, tabOf } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

async function arrive(seen: Seen) {
  const window = await world.open(seen);
  await window.tab.getByRole('listitem').first().waitFor();
  return { ...window, window, frame: tabOf(window), keys: window.page.keyboard };
}

test('a kudos is given, and taken back in time to think again', async () => {
  const { window, tab, frame, keys, close } = await arrive({ person: 'jonas' });
  const words = 'You answered the phone so that we could finish.';

  await tabTo(window, /^Give kudos$/);
  await keys.press('Enter');
  await tab.getByRole('dialog').getByRole('combobox').waitFor();
  await tabTo(window, /^To/);
  await keys.type('luk');
  await tab.getByRole('option', { name: /Lukas/ }).waitFor();
  await keys.press('Enter');
  await tabTo(window, /What did they do/);
  await keys.type(words);
  await tabTo(window, /^Give kudos$/);
  await keys.press('Enter');
  const card = tab.getByRole('listitem').filter({ hasText: words });
  await card.waitFor();
  await tab.getByRole('dialog').waitFor({ state: 'hidden' });
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Give kudos');

  await tabTo(window, /More about this kudos for Lukas/);
  await keys.press('Enter');
  await tab.getByRole('menuitem', { name: 'Take it back' }).waitFor();
  await keys.press('Enter');
  await card.waitFor({ state: 'hidden' });
  // For ten seconds, so the keyboard is brought there.
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Undo');
  await keys.press('Enter');
  await card.waitFor();
  await close();
});

test('the dialog closes by Escape, keeps what was typed, and gives the focus back', async () => {
  const { window, tab, frame, keys, close } = await arrive({ person: 'nadia' });
  await tabTo(window, /^Give kudos$/);
  await keys.press('Enter');
  await tabTo(window, /What did they do/);
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
  const { window, tab, keys, close } = await arrive({ person: 'lukas' });

  await tabTo(window, /^Me too/);
  await keys.press('Space');
  await tab
    .getByText(/[Yy]ou.* too/)
    .first()
    .waitFor();

  await tabTo(window, /Search kudos|A name, a value or a word/, 'Shift+Tab');
  await keys.type('xylophone');
  await tab
    .getByText(/No kudos here fit/)
    .first()
    .waitFor();
  await tabTo(window, /Show everything|Clear the search/);
  await keys.press('Enter');
  await tab.getByRole('listitem').first().waitFor();
  await close();
});

test('what the bot tells is switched on, and one kind of it paused', async () => {
  const { window, tab, frame, keys, close } = await arrive({ person: 'mei' });
  const pause = tab.getByRole('combobox', { name: 'Pause: An action item of mine is due' });

  await tabTo(window, /^Settings$/);
  await keys.press('Enter');
  await tab.getByRole('switch').first().waitFor();
  await tabTo(window, /^An action item of mine is due$/);
  await keys.press('Space');
  await pause.waitFor();
  await tabTo(window, /^Pause: An action item/);
  await keys.press('ArrowDown');
  await frame.waitForFunction(() => (document.activeElement as HTMLSelectElement).value !== '');
  await tab.getByText('Saved').first().waitFor();
  await close();
});

test('a wish is chosen, and the values are added to and put in order', async () => {
  const { window, tab, keys, close } = await arrive({ person: 'amara' });

  await tabTo(window, /^Settings$/);
  await keys.press('Enter');
  await tab.getByRole('radio').first().waitFor();
  await tabTo(window, /In the channel|In the hour|Privately|Rather not/);
  await keys.press('ArrowDown');
  await tab.getByText('Saved').first().waitFor();

  await tabTo(window, /^Add a value/);
  await keys.type('Play');
  await keys.press('Enter');
  await tabTo(window, /^Move Play up$/, 'Shift+Tab');
  await keys.press('Enter');
  await tabTo(window, /^Save values$/);
  await keys.press('Enter');
  await tab.getByText('The values are saved.').first().waitFor();
  await close();
});

test('what a picture is called goes away by Escape, wherever the focus is and while the pointer rests on it', async () => {
  const { window, tab, frame, keys, close } = await arrive({ person: 'mei' });
  await tab.getByRole('link', { name: 'Settings', exact: true }).click();
  await tab.getByRole('radio').first().waitFor();
  await tab.getByRole('heading', { level: 1 }).hover();
  await tab.getByRole('link', { name: 'Settings', exact: true }).hover();
  const hint = tab.locator('[role=tooltip]');
  await hint.waitFor();
  await tab.getByRole('link', { name: 'Erase me' }).focus();
  await keys.press('Enter');
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Erase everything of yours?');

  await keys.press('Escape');
  await hint.waitFor({ state: 'hidden' });
  await keys.press('Escape');
  await frame.waitForFunction(() => document.activeElement?.textContent === 'Erase me');
  expect(await focused(tabOf(window))).toBe('Erase me');
  await close();
});
