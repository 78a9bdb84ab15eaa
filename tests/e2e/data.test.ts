/* What is mine and what is the team's, really taken along and really taken away; and what the others see of it. */
import { readFileSync } from 'node:fs';
import { data as arabic } from '../../tabs/text/ar/data.ts';
import { later as arabicLater } from '../../tabs/text/ar/later.ts';
import { data as english } from '../../tabs/text/en/data.ts';
import { later as englishLater } from '../../tabs/text/en/later.ts';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

async function settings({ tab }: TeamsWindow) {
  await tab.getByRole('listitem').first().waitFor();
  await tab.getByRole('link', { name: 'Settings', exact: true }).click();
  await tab.getByRole('heading', { name: 'Your data' }).waitFor();
}

/** The file that arrives when something is pressed. */
async function downloaded({ page, tab }: TeamsWindow, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tab.getByRole('button', { name, exact: true }).click(),
  ]);
  const body = JSON.parse(readFileSync(await download.path(), 'utf8'));
  return { fileName: download.suggestedFilename(), body };
}

test('a member takes a copy along, erases themselves by keyboard, and the others go on without them', async () => {
  const words = 'You stayed on the phone until it worked.';
  const mei = await world.open({ person: 'mei', width: 320, place: 'panel' });
  await mei.tab.getByRole('button', { name: 'Give kudos' }).first().click();
  await mei.tab.getByRole('dialog').getByRole('combobox').fill('luk');
  await mei.tab.getByRole('option', { name: /Lukas/ }).click();
  await mei.tab.getByRole('textbox', { name: /What did they do/ }).fill(words);
  await mei.tab.getByRole('dialog').getByRole('button', { name: 'Give kudos' }).click();
  await mei.tab.getByRole('listitem').filter({ hasText: words }).waitFor();
  await settings(mei);

  const { fileName, body } = await downloaded(mei, 'Download a copy');
  expect(fileName).toMatch(/^people-hour-\d{4}-\d\d-\d\d\.json$/);
  expect(body.person.name).toMatch(/^Mei/);
  expect(JSON.stringify(body.teams)).toContain(words);
  await mei.tab.getByText(`${fileName} is on its way to your downloads.`).waitFor();

  await mei.tab.getByRole('link', { name: 'Erase me' }).focus();
  await mei.page.keyboard.press('Enter');
  await mei.tab.getByRole('heading', { name: 'Erase everything of yours?' }).waitFor();
  await holdsInEveryTheme(mei);
  await mei.tab.getByRole('button', { name: 'Erase me for good' }).focus();
  await mei.page.keyboard.press('Enter');
  await mei.tab.getByRole('heading', { name: 'Everything of yours is gone' }).waitFor();
  await holdsInEveryTheme(mei);

  const lukas = await world.open({ person: 'lukas' });
  await lukas.tab.getByRole('listitem').first().waitFor();
  expect(await lukas.tab.getByText(words).count()).toBe(0);
  await lukas.close();

  await mei.tab.getByRole('button', { name: 'Begin anew' }).click();
  await settings(mei);
  const again = await downloaded(mei, 'Download a copy');
  expect(JSON.stringify(again.body)).not.toContain(words);
  for (const team of again.body.teams) expect([team.kudos, team.goals, team.topics]).toEqual([[], [], []]);
  await mei.close();
}, 120_000);

test('an owner takes the team’s copy along and ends it; a member reads that above every page, until it is kept', async () => {
  const amara = await world.open({ person: 'amara' });
  await settings(amara);
  const { fileName, body } = await downloaded(amara, 'Download the team’s copy');
  expect(fileName).toMatch(/^people-hour-team-/);
  expect([body.team.name, body.members.length]).toEqual(['Studio', 6]);

  await amara.tab.getByRole('link', { name: 'Delete the team’s data' }).click();
  await amara.tab.getByRole('heading', { name: 'Delete everything of Studio?' }).waitFor();
  await holdsInEveryTheme(amara);
  await amara.tab.getByRole('button', { name: 'Delete in 30 days' }).click();
  await amara.tab.getByRole('button', { name: 'Keep everything' }).waitFor();
  await holdsInEveryTheme(amara);

  const jonas = await world.open({ person: 'jonas', width: 320, place: 'panel' });
  await jonas.tab.getByText(/Everything here will be deleted on/).waitFor();
  await holdsInEveryTheme(jonas);
  await jonas.tab.getByRole('link', { name: /Download what is yours/ }).click();
  await jonas.tab.getByRole('button', { name: 'Download a copy' }).waitFor();
  expect(await jonas.tab.getByRole('heading', { name: 'The team’s data' }).count()).toBe(0);
  await jonas.close();

  await amara.tab.getByRole('button', { name: 'Keep everything' }).click();
  await amara.tab.getByText('Everything stays.').waitFor();
  const nadia = await world.open({ person: 'nadia' });
  await nadia.tab.getByRole('listitem').first().waitFor();
  expect(await nadia.tab.getByText(/Everything here will be deleted on/).count()).toBe(0);
  await nadia.close();
  await amara.close();
}, 120_000);

describe.each(['en', 'ar'] as const)('without a mouse, in %s', (lang) => {
  const words = { ...{ en: english, ar: arabic }[lang], ...{ en: englishLater, ar: arabicLater }[lang] };

  /** The settings, by keyboard; and who presses the keys there. */
  async function arrive(person: Seen['person']) {
    const window = await world.open({ person, lang });
    await window.tab.getByRole('listitem').first().waitFor();
    await window.tab.locator('nav a[href*="/tab/settings"]').focus();
    await window.page.keyboard.press('Enter');
    await window.tab.getByRole('heading', { name: words['data.mine'] }).waitFor();
    const has = (name: string) => tabOf(window).waitForFunction(named, name);
    return {
      window,
      /** Presses a key, and the focus is on what is called so. */
      async press(key: string, name: string) {
        await window.page.keyboard.press(key);
        await has(name);
      },
      to: (name: string) => tabTo(window, new RegExp(`^${name}$`)),
    };
  }

  test('a copy is shown and taken, thought better of, and everything of mine erased', async () => {
    const { window, press, to } = await arrive(lang === 'en' ? 'jonas' : 'priya');

    await to(words['data.mine.download']);
    await Promise.all([window.page.waitForEvent('download'), window.page.keyboard.press('Enter')]);
    await window.tab.getByRole('button', { name: words['data.file.show'] }).waitFor();
    await press('Tab', words['data.file.show']);
    await window.page.keyboard.press('Enter');
    await tabOf(window).waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await press('Tab', words['data.file.copy']);
    await window.page.keyboard.press('Enter');
    await window.tab.getByText(new RegExp(`${words['data.file.copied']}|${words['data.file.selected']}`)).waitFor();
    await to(words['data.erase.open']);

    await press('Enter', words['data.erase.title']);
    await press('Tab', words['data.erase.act']);
    await press('Tab', words['give.cancel']);
    await press('Enter', words['data.erase.open']);
    await press('Enter', words['data.erase.title']);
    await press('Escape', words['data.erase.open']);
    await press('Enter', words['data.erase.title']);
    await press('Shift+Tab', words['settings.title']);
    await press('Enter', words['data.erase.open']);
    await press('Enter', words['data.erase.title']);
    await press('Tab', words['data.erase.act']);
    await press('Enter', words['data.gone.me']);
    await press('Tab', words['data.gone.me.again']);
    await window.page.keyboard.press('Enter');
    await window.tab.getByRole('listitem').first().waitFor();
    expect(await focused(tabOf(window))).not.toBe('');
    await window.close();
  }, 60_000);

  test('a team is ended and kept', async () => {
    const { window, press, to } = await arrive('amara');

    await to(words['data.end.open']);
    await press('Enter', words['data.end.title'].replace('{team}', 'Studio'));
    await press('Escape', words['data.end.open']);
    await press('Enter', words['data.end.title'].replace('{team}', 'Studio'));
    await press('Tab', words['data.end.act']);
    await press('Enter', words['settings.title']);
    await to(words['data.keep']);
    await press('Tab', words['data.now.open']);
    await press('Enter', words['data.now.title'].replace('{team}', 'Studio'));
    await press('Escape', words['data.now.open']);
    await press('Shift+Tab', words['data.keep']);
    await press('Enter', words['data.kept']);
    await press('Tab', words['data.end.open']);
    await window.close();
  }, 60_000);
});

/** In the tab: whether what has the focus is called so. */
const named = (name: string) => {
  const { activeElement } = document;
  // Names of others stand apart where reading changes its direction.
  return activeElement !== document.body && activeElement?.textContent?.replace(/[\u2066-\u2069]/g, '').trim() === name;
};
