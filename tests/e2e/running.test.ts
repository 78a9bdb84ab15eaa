/* The hour while it runs, in five windows of a real browser, on a service that is killed in the middle. */
import type { Browser } from 'playwright-core';
import { startTablesAndQueues } from '../support/azuriteQueues.ts';
import { holdsInEveryTheme } from '../support/browserWorld.ts';
import { launchBrowser } from '../support/chromium.ts';
import { type LocalWorld, startLocalWorld } from '../support/localWorld.ts';
import { openTeamsWindow, type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

/** Outside of the service: it lives on when that is killed. */
let azurite: Awaited<ReturnType<typeof startTablesAndQueues>>;
let world: LocalWorld;
let browser: Browser;

beforeAll(async () => {
  azurite = await startTablesAndQueues();
  [world, browser] = await Promise.all([startLocalWorld({ storage: azurite.connectionString }), launchBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await world?.dispose();
  await azurite?.stop();
});

/** As a power cut ends it; storage lives on, and so do the pages that are open. */
async function killService() {
  await world.kill();
  return async () => {
    const { dataFolder, url } = world;
    world = await startLocalWorld({ dataFolder, storage: azurite.connectionString, port: Number(new URL(url).port) });
  };
}

async function open(person: NonNullable<Seen['person']>): Promise<TeamsWindow> {
  const window = await openTeamsWindow(browser, world.url, { person, place: 'panel', width: 320, height: 720 });
  await toHour(window);
  return window;
}

const doors = ({ tab }: TeamsWindow) => tab.getByRole('navigation', { name: 'People Hour' });
const toHour = (window: TeamsWindow) => doors(window).getByRole('link', { name: 'Hour', exact: true }).click();
const part = ({ tab }: TeamsWindow, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor();
const field = ({ tab }: TeamsWindow) => tab.getByRole('textbox', { name: 'Write a line' });
const lines = ({ tab }: TeamsWindow) => tab.getByRole('list', { name: 'Lines of this hour' });
const shown = (window: TeamsWindow, words: string) => lines(window).getByText(words, { exact: true }).waitFor();
const clock = ({ tab }: TeamsWindow) => tab.getByRole('button', { name: /The clock/ });
const minutesLeft = async (window: TeamsWindow) => Number(/(\d+):\d\d/.exec(await clock(window).innerText())![1]);

/** Every line that somebody reads there, in order. */
const allLines = (window: TeamsWindow) => lines(window).locator('p[dir=auto]').allInnerTexts();

async function choose(window: TeamsWindow, name: string) {
  await clock(window).click();
  await window.tab.getByRole('menuitem', { name }).click();
}

const looksRight = (window: TeamsWindow) =>
  holdsInEveryTheme(window, async (theme) => {
    if (!process.env.PICTURES) return;
    const name = (await tabOf(window).locator('h1').innerText()).toLowerCase().replace(/\W+/g, '-');
    await window.page.screenshot({ path: `${process.env.PICTURES}/${name}-${theme.replace(' ', '-')}.png` });
  });

const said = {
  amara: 'Three things lived only in my head',
  mei: 'I felt lost and did not say so',
  priya: 'Write one page, two weeks before',
  offline: 'Nobody loses this',
  reloaded: 'And the page says who to ask',
  killed: 'Written while nobody answered',
  halfTyped: 'Half a line when it went',
} as const;

test('five see the same hour from its opening to its end; a reload, no connection and a killed service lose no word', async () => {
  const people = await Promise.all((['amara', 'mei', 'priya', 'lukas', 'jonas'] as const).map(open));
  const [amara, mei, priya, lukas, jonas] = people as [TeamsWindow, TeamsWindow, TeamsWindow, TeamsWindow, TeamsWindow];

  await amara.tab.getByRole('button', { name: 'Open the hour' }).click();
  // The page before it looks every half a minute; a door looks at once.
  await Promise.all(people.slice(1).map(async (window) => (await window.page.reload(), toHour(window))));
  await Promise.all(people.map((window) => part(window, 'Welcome and kept promises')));
  await looksRight(amara);

  // In the side panel the hour has all the room; the clock's menu brings the doors back.
  expect(await doors(lukas).isVisible()).toBe(false);
  await choose(lukas, 'Show People, Goals and Kudos');
  await doors(lukas).waitFor();

  const leader = await whoLeads(people);
  const before = await Promise.all(people.map(minutesLeft));
  expect(Math.max(...before) - Math.min(...before)).toBeLessThanOrEqual(1);
  await choose(leader, 'Two more minutes');
  for (const [at, window] of people.entries()) await expectSoon(async () => (await minutesLeft(window)) > before[at]!);

  // Three who type at once.
  await Promise.all([field(amara).fill(said.amara), field(mei).fill(said.mei), field(priya).fill(said.priya)]);
  // Read by the others while it still stands in the field.
  await shown(jonas, said.mei);
  await shown(mei, said.priya);
  expect(await field(mei).inputValue()).toBe(said.mei);
  await Promise.all([amara, mei, priya].map((window) => field(window).press('Enter')));

  await mei.page.context().setOffline(true);
  await field(mei).fill(said.offline);
  await field(mei).press('Enter');
  await mei.tab.getByText('not sent yet').waitFor();
  await mei.page.context().setOffline(false);
  await shown(amara, said.offline);

  await field(priya).pressSequentially(said.reloaded, { delay: 0 });
  await priya.page.reload();
  await toHour(priya);
  await field(priya).waitFor();
  expect(await field(priya).inputValue()).toBe(said.reloaded);
  await field(priya).press('Enter');

  await field(jonas).fill(said.halfTyped);
  const startAgain = await killService();
  await field(lukas).fill(said.killed);
  await field(lukas).press('Enter');
  await lukas.tab.getByText('not sent yet').waitFor();
  await startAgain();
  await field(jonas).press('Enter');
  for (const window of people) for (const words of Object.values(said)) await shown(window, words);
  const [first, ...others] = await Promise.all(people.map(async (window) => (await allLines(window)).sort()));
  expect(first).toEqual(Object.values(said).sort());
  expect(others).toEqual(others.map(() => first));

  // Enlarged four times, there is still a way to each line.
  await lukas.page.setViewportSize({ width: 320, height: 540 });
  for (const reached of [lines(lukas).getByText(said.mei, { exact: true }), field(lukas)])
    await reached.click({ trial: true, timeout: 5_000 });
  await lukas.page.setViewportSize({ width: 320, height: 720 });

  // A line becomes an action item, promised to somebody.
  await priya.tab.getByRole('button', { name: `More about: ${said.priya}` }).click();
  await priya.tab.getByRole('menuitem', { name: 'Make it an action item' }).click();
  await priya.tab.getByLabel('Promised to').selectOption({ label: 'Lukas Brandt' });
  await priya.tab.getByRole('button', { name: 'Save action item' }).click();
  await amara.tab.getByRole('button', { name: `More about: ${said.reloaded}` }).click();
  await amara.tab.getByRole('menuitem', { name: 'Decision', exact: true }).click();

  await leader.tab.getByRole('button', { name: 'Next', exact: true }).click();
  await Promise.all(people.map((window) => part(window, 'Pairs')));
  // Five are two and three, and nobody is left out.
  await Promise.all(people.map(({ tab }) => tab.getByRole('button', { name: 'We talked' }).click()));
  await Promise.all(people.map(({ tab }) => tab.getByText('You talked').waitFor()));
  await looksRight(mei);

  for (const next of [/^Spotlight/, 'Topics and ideas', /^Close/]) {
    await leader.tab.getByRole('button', { name: 'Next', exact: true }).click();
    await Promise.all(people.map((window) => part(window, next)));
    await looksRight(priya);
  }
  await leader.tab.getByRole('button', { name: 'Close the hour' }).click();
  await Promise.all(people.map((window) => part(window, 'This hour is closed')));
  for (const { tab } of people) {
    const stays = tab.getByRole('region', { name: 'What stays of this hour' });
    await stays.getByText(said.reloaded).waitFor();
    await stays.getByText(said.priya).waitFor();
  }
  // The way out is there again.
  await doors(mei).waitFor();
  await looksRight(amara);
  await Promise.all(people.map((window) => window.close()));
}, 300_000);

test('who is in another team learns nothing of it, not even that it is there', async () => {
  const other = '19:another-team@thread.tacv2';
  const statuses: number[] = [];
  const window = await openTeamsWindow(browser, world.url, { person: 'nadia', width: 320 });
  window.page.on('response', (answer) => {
    if (answer.url().includes(`/api/teams/${encodeURIComponent(other)}`)) statuses.push(answer.status());
  });
  await window.page.goto(
    `${world.url}/local?${new URLSearchParams({ person: 'nadia', content: `/tab?team=${other}` })}`,
  );

  await window.tab.getByRole('heading', { name: 'There is nothing here that you can see' }).waitFor();

  expect(new Set(statuses)).toEqual(new Set([404]));
  await window.close();
});

async function expectSoon(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not become true within ten seconds.');
}

/** Who facilitates was chosen fairly; when it is somebody who is not here, one who is takes over. */
async function whoLeads(people: readonly TeamsWindow[]): Promise<TeamsWindow> {
  for (const window of people)
    if ((await window.tab.getByRole('button', { name: 'Next', exact: true }).count()) > 0) return window;
  const [first] = people;
  await first!.tab.getByRole('button', { name: /The clock/ }).click();
  await first!.tab.getByRole('menuitem', { name: 'I facilitate from here' }).click();
  await first!.tab.getByRole('button', { name: 'Next', exact: true }).waitFor();
  return first!;
}
