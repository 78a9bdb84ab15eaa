/* What is mine and what is the team's, really taken along and really taken away; and what the others see of it. */
import { readFileSync } from 'node:fs';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import type { TeamsWindow } from '../support/teamsWindow.ts';

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
