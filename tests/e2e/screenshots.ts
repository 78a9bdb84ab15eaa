/* `npm run screenshots`: the pictures of the README, made of the real local world. */
import { mkdir } from 'node:fs/promises';
import { hourDate } from '../../bot/domain/ids.ts';
import { localDateOf, minutesAfter, wallTimeOf, weekdayOf } from '../../bot/domain/time.ts';
import { studioRef } from '../../bot/local/people.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startLocalWorld } from '../support/localWorld.ts';
import { playgroundAt } from '../support/playground.ts';
import { openChannel } from '../support/playgroundWindow.ts';
import { openTeamsWindow, type Seen, type TeamsWindow } from '../support/teamsWindow.ts';

const folder = 'docs/images';

const giving = async ({ tab }: TeamsWindow) => {
  await tab.getByRole('button', { name: 'Give kudos' }).click();
  await tab.getByRole('combobox').fill('Luk');
  await tab.getByRole('option', { name: /Lukas/ }).click();
  await tab
    .getByRole('textbox', { name: /What did they do/ })
    .fill('You rebuilt the demo the night the data changed, and still let Priya present it in the morning.');
  await tab.getByText(/This goes on the wall/).waitFor();
};

const people = async ({ tab }: TeamsWindow) => {
  await tab.locator('nav a[href*="/tab/people"]').click();
  await tab.locator('[data-person]').first().waitFor();
};

const person = async (window: TeamsWindow) => {
  await people(window);
  await window.tab.getByRole('link', { name: 'Mei Tanaka' }).click();
  await window.tab.getByText('You and Mei').waitFor();
};

const profile = async (window: TeamsWindow) => {
  await people(window);
  await window.tab.getByRole('link', { name: 'Edit my profile' }).click();
  await window.tab
    .getByRole('group', { name: /From the team/ })
    .first()
    .waitFor();
};

const door = (path: string, title: RegExp) => async (window: TeamsWindow) => {
  await window.tab.locator(`nav a[href*="/tab/${path}"]`).click();
  await window.tab.getByRole('heading', { name: title }).first().waitFor();
};
const goals = door('goals', /Read a budget/);
const hour = door('hour', /What we talk about/);

const editor = async (window: TeamsWindow) => {
  const { tab } = window;
  await goals(window);
  await tab.getByRole('button', { name: 'New goal' }).first().click();
  await tab.getByRole('textbox', { name: /^Goal/ }).fill('Listen for ten minutes before I advise');
  await tab
    .getByRole('textbox', { name: /What will you have learned/ })
    .fill('I can stay with a question long enough that people find their own answer.');
};

const schedule = async (window: TeamsWindow) => {
  await hour(window);
  const frame = window.page.frames().find((each) => new URL(each.url()).pathname.startsWith('/tab'))!;
  await frame.evaluate(() => history.pushState(null, '', `/tab/hour/schedule${location.search}`));
  await window.tab.getByRole('heading', { level: 2, name: /next eight/i }).waitFor();
};

const pictures: readonly { name: string; seen: Seen; act?: (window: TeamsWindow) => Promise<void> }[] = [
  { name: 'wall', seen: { person: 'amara' } },
  { name: 'wall-dark', seen: { person: 'amara', theme: 'dark' } },
  { name: 'wall-contrast', seen: { person: 'amara', theme: 'contrast' } },
  { name: 'wall-arabic', seen: { person: 'amara', lang: 'ar' } },
  { name: 'panel', seen: { person: 'amara', place: 'panel', theme: 'dark' } },
  { name: 'give', seen: { person: 'jonas' }, act: giving },
  { name: 'goals', seen: { person: 'amara' }, act: goals },
  { name: 'goals-contrast', seen: { person: 'amara', theme: 'contrast' }, act: goals },
  { name: 'goal-editor', seen: { person: 'amara' }, act: editor },
  { name: 'hour', seen: { person: 'amara' }, act: hour },
  { name: 'hour-dark-panel', seen: { person: 'amara', place: 'panel', theme: 'dark' }, act: hour },
  { name: 'schedule', seen: { person: 'amara' }, act: schedule },
  { name: 'people', seen: { person: 'amara' }, act: people },
  { name: 'people-dark-panel', seen: { person: 'amara', place: 'panel', theme: 'dark' }, act: people },
  { name: 'person', seen: { person: 'amara' }, act: person },
  { name: 'profile', seen: { person: 'mei' }, act: profile },
];

const world = await startLocalWorld();
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const { name, seen, act } of pictures) {
  const window = await openTeamsWindow(browser, world.url, { ...seen, width: 1280, height: 800 });
  await window.tab.getByRole('listitem').first().waitFor();
  await act?.(window);
  await window.page.evaluate(() => document.fonts.ready);
  await window.page.screenshot({ path: `${folder}/${name}.png` });
  await window.close();
  console.log(`${folder}/${name}.png`);
}
await world.dispose();

// What the bot says the day before, in the window of Microsoft's Agents Playground: tomorrow's hour is chosen a week ago.
const azurite = await startTablesAndQueues();
const storage = await openStorage({ connectionString: azurite.connectionString });
const botWorld = await startLocalWorld({ playground: true, storage: azurite.connectionString });
await playgroundAt(botWorld.playgroundUrl).install(studioRef.teamId);
const channel = await openChannel({ browser, playgroundUrl: botWorld.playgroundUrl });
const known = (await storage.schedules.find(studioRef))!;
const now = new Date();
const startsAt = minutesAfter(now, 23 * 60);
const startOn = hourDate(localDateOf(startsAt, known.thing.timeZone));
const tomorrow = {
  ...known.thing,
  weekday: weekdayOf(startOn),
  time: wallTimeOf(startsAt, known.thing.timeZone),
  startOn,
};
await storage.schedules.save(studioRef, tomorrow, known.version, minutesAfter(now, -7 * 24 * 60));
await storage.timer.hurry(await storage.timer.announce({ ref: studioRef, person: null }, now));
await channel.getByText('Status in two lines').waitFor();
await channel.getByRole('button', { name: 'Hide log panel' }).click();
const title = (await channel.getByText('Our next hour').boundingBox())!;
const post = { x: title.x - 40, y: title.y - 84, width: 720, height: 600 };
await channel.screenshot({ path: `${folder}/day-before.png`, clip: post });
console.log(`${folder}/day-before.png`);
await browser.close();
await botWorld.dispose();
await azurite.stop();
process.exit(0);
