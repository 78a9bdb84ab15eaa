/* The hour while it runs, in three windows of a real browser. */
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

async function open(person: NonNullable<Seen['person']>): Promise<TeamsWindow> {
  const window = await world.open({ person, place: 'panel', width: 320, height: 720 });
  await toHour(window);
  return window;
}

const toHour = ({ tab }: TeamsWindow) =>
  tab.getByRole('navigation').first().getByRole('link', { name: 'Hour', exact: true }).click();
const part = ({ tab }: TeamsWindow, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor();
const field = ({ tab }: TeamsWindow) => tab.getByRole('textbox', { name: 'Write a line' });
const shown = ({ tab }: TeamsWindow, words: string) =>
  tab.getByRole('list', { name: 'Lines of this hour' }).getByText(words, { exact: true }).waitFor();

const looksRight = (window: TeamsWindow) =>
  holdsInEveryTheme(window, async (theme) => {
    if (!process.env.PICTURES) return;
    const name = (await tabOf(window).locator('h1').innerText()).toLowerCase().replace(/\W+/g, '-');
    await window.page.screenshot({ path: `${process.env.PICTURES}/${name}-${theme.replace(' ', '-')}.png` });
  });

test('three see the same hour from its opening to its end, and no word is lost over a reload or without a connection', async () => {
  const people = await Promise.all([open('amara'), open('mei'), open('priya')]);
  const [amara, mei, priya] = people as [TeamsWindow, TeamsWindow, TeamsWindow];

  await amara.tab.getByRole('button', { name: 'Open the hour' }).click();
  // The page before it looks every half a minute; a door looks at once.
  await Promise.all([mei, priya].map(async (window) => (await window.page.reload(), toHour(window))));
  await Promise.all(people.map((window) => part(window, 'Welcome and kept promises')));
  await looksRight(amara);

  await Promise.all([
    field(amara).fill('Three things lived only in my head'),
    field(mei).fill('I felt lost and did not say so'),
    field(priya).fill('Write one page, two weeks before'),
  ]);
  // Read by the others while it still stands in the field.
  await shown(amara, 'I felt lost and did not say so');
  await shown(mei, 'Write one page, two weeks before');
  expect(await field(mei).inputValue()).toBe('I felt lost and did not say so');
  await Promise.all(people.map((window) => field(window).press('Enter')));
  for (const window of people) {
    await shown(window, 'Three things lived only in my head');
    await shown(window, 'I felt lost and did not say so');
    await shown(window, 'Write one page, two weeks before');
  }

  await mei.page.context().setOffline(true);
  await field(mei).fill('Nobody loses this');
  await field(mei).press('Enter');
  await mei.tab.getByText('not sent yet').waitFor();
  await mei.page.context().setOffline(false);
  await shown(amara, 'Nobody loses this');

  await field(priya).pressSequentially('And the page says who to ask', { delay: 0 });
  await priya.page.reload();
  await toHour(priya);
  await field(priya).waitFor();
  expect(await field(priya).inputValue()).toBe('And the page says who to ask');

  const leader = await whoLeads(people);
  await leader.tab.getByRole('button', { name: 'Next' }).click();
  await Promise.all(people.map((window) => part(window, 'Pairs')));
  await Promise.all(people.map(({ tab }) => tab.getByRole('button', { name: 'We talked' }).click()));
  await Promise.all(people.map(({ tab }) => tab.getByText('You talked').waitFor()));
  await looksRight(mei);

  for (const next of [/^Spotlight/, 'Topics and ideas', /^Close/]) {
    await leader.tab.getByRole('button', { name: 'Next' }).click();
    await part(priya, next);
    await looksRight(priya);
  }
  await leader.tab.getByRole('button', { name: 'Close the hour' }).click();
  await Promise.all(people.map((window) => part(window, 'This hour is closed')));
  await looksRight(amara);
  await Promise.all(people.map((window) => window.close()));
}, 180_000);

/** Who facilitates was chosen fairly; when it is somebody who is not here, one who is takes over. */
async function whoLeads(people: readonly TeamsWindow[]): Promise<TeamsWindow> {
  for (const window of people) if ((await window.tab.getByRole('button', { name: 'Next' }).count()) > 0) return window;
  const [first] = people;
  await first!.tab.getByRole('button', { name: /The clock/ }).click();
  await first!.tab.getByRole('menuitem', { name: 'I facilitate from here' }).click();
  await first!.tab.getByRole('button', { name: 'Next' }).waitFor();
  return first!;
}
