/* Goals between people: written for one, seen by nobody else anywhere, then shared; and one goal in two windows. */
import type { Frame } from 'playwright-core';
import { theBrowserWorld } from '../support/browserWorld.ts';
import { type Seen, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();

const open = (person: Seen['person'], more: Seen = {}) => world.open({ person, ...more });

async function toGoals({ tab }: TeamsWindow) {
  await tab.getByRole('link', { name: 'Goals', exact: true }).click();
  await tab.getByRole('heading', { level: 1, name: 'My goals' }).waitFor();
}

const frameOf = ({ page }: TeamsWindow): Frame =>
  page.frames().find((frame) => new URL(frame.url()).pathname.startsWith('/tab'))!;

/** The tab alone: the window around it would begin with its first page. */
const reload = (window: TeamsWindow) => frameOf(window).goto(frameOf(window).url());

/** Everything that the service tells somebody in the places where goals can be met. */
async function allThatIsTold(personId: string, search: string): Promise<string> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ personId }) };
  const { token } = (await (await fetch(`${world.url}/local/token`, post)).json()) as { token: string };
  const get = async (path: string) =>
    (await fetch(`${world.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).text();
  const { teams } = JSON.parse(await get('/api/me')) as { teams: { id: string }[] };
  const team = `/api/teams/${encodeURIComponent(teams[0]!.id)}`;
  const places = ['', '/goals', '/goals/screen', '/goals/record', '/asks', '/people', '/people/directory', '/kudos'];
  const searches = [`/goals?q=${search}`, `/people/help?q=${search}`, `/kudos?q=${search}`];
  return (await Promise.all([...places, ...searches].map((place) => get(team + place)))).join('\n');
}

const people = async () =>
  ((await (await fetch(`${world.url}/local/people`)).json()) as { items: { id: string; name: string }[] }).items;

test('a goal is written for one supporter, who accepts and comments; a third member finds nothing of it until it is the team’s', async () => {
  const title = `Juggle quinces ${Date.now()}`;
  const mei = await open('mei');
  await toGoals(mei);
  await mei.tab.getByRole('button', { name: /New goal|Begin a goal/ }).click();
  await mei.tab.getByRole('textbox', { name: 'Goal', exact: true }).fill(title);
  await mei.tab.getByRole('textbox', { name: 'Another step' }).pressSequentially('Two at once');
  await mei.tab.getByRole('radio', { name: 'Supporters I name' }).check();
  await mei.tab.getByRole('combobox', { name: 'Supporters' }).fill('Pri');
  await mei.tab.getByRole('option', { name: /Priya/ }).click();
  await mei.tab.getByText('You and Priya see this goal').waitFor();
  await mei.tab.getByRole('button', { name: 'Save goal' }).click();
  await mei.tab.getByRole('heading', { level: 1, name: title }).waitFor();
  await mei.tab.getByRole('checkbox', { name: 'Two at once' }).check();
  await mei.tab.getByRole('textbox', { name: /What did you learn/ }).fill('Quinces are heavy');
  await mei.tab.getByRole('radio', { name: 'Halfway' }).check();
  await mei.tab.getByRole('button', { name: 'Check in' }).click();
  await mei.tab.getByRole('img', { name: /Halfway on/ }).waitFor();

  const priya = await open('priya');
  await toGoals(priya);
  await priya.tab.getByRole('button', { name: `I support it: “${title}”` }).click();
  await priya.tab.getByRole('link', { name: title }).click();
  await priya.tab.getByText('Quinces are heavy').waitFor();
  await priya.tab.getByRole('textbox', { name: 'Say something' }).fill('Start with pears');
  await priya.tab.getByRole('button', { name: 'Send' }).click();
  // Not in the field, where it stands until it is sent.
  await priya.tab.getByRole('paragraph').filter({ hasText: 'Start with pears' }).waitFor();
  await reload(mei);
  await mei.tab.getByText('Start with pears').waitFor();

  const lukas = (await people()).find(({ name }) => name.startsWith('Lukas'))!;
  const told = await allThatIsTold(lukas.id, 'quinces');
  expect(told).not.toMatch(/quince/i);
  expect(told).not.toContain('Start with pears');
  const third = await open('lukas');
  await toGoals(third);
  await third.tab.getByText('Would like a hand').first().waitFor();
  expect(await third.tab.locator('body').innerText()).not.toMatch(/quince/i);

  await mei.tab.getByRole('button', { name: /More about the goal/ }).click();
  await mei.tab.getByRole('menuitem', { name: 'Edit' }).click();
  await mei.tab.getByRole('radio', { name: /^Everybody in/ }).check();
  await mei.tab.getByRole('button', { name: 'Save goal' }).click();
  await mei.tab.getByText(/members of Studio will see it/).waitFor();
  await mei.tab.getByRole('button', { name: 'Show all of it' }).click();
  await mei.tab.getByRole('heading', { level: 1, name: title }).waitFor();

  const shared = await allThatIsTold(lukas.id, 'quinces');
  expect(shared).toContain(title);
  expect(shared).toContain('Quinces are heavy');
  // What owner and supporters said to each other stays theirs.
  expect(shared).not.toContain('Start with pears');
  await Promise.all([mei.close(), priya.close(), third.close()]);
}, 90_000);

test('in two windows neither loses words, and a draft survives a reload and an offline spell', async () => {
  const [one, other] = await Promise.all([open('lukas'), open('lukas')]);
  for (const window of [one, other]) {
    await toGoals(window);
    await window.tab
      .getByRole('button', { name: /More about the goal/ })
      .first()
      .click();
    await window.tab.getByRole('menuitem', { name: 'Edit' }).click();
    await window.tab.getByRole('textbox', { name: 'Goal', exact: true }).waitFor();
  }
  await one.tab.getByRole('textbox', { name: 'Goal', exact: true }).fill('Said in the first window');
  await one.tab.getByRole('button', { name: 'Save goal' }).click();
  await one.tab.getByRole('heading', { level: 1, name: 'Said in the first window' }).waitFor();
  await other.tab.getByRole('textbox', { name: 'Goal', exact: true }).fill('Said in the second window');

  await other.page.context().setOffline(true);
  await other.tab.getByRole('button', { name: 'Save goal' }).click();
  await other.tab.getByText(/Save it when you are connected again/).waitFor();
  await other.page.context().setOffline(false);
  await reload(other);
  const title = other.tab.getByRole('textbox', { name: 'Goal', exact: true });
  await title.waitFor();
  expect(await title.inputValue()).toBe('Said in the second window');

  await other.tab.getByRole('button', { name: 'Save goal' }).click();
  const parts = other.tab.getByRole('region', { name: 'Goal', exact: true });
  await parts.getByText('Said in the first window').waitFor();
  await parts.getByText('Said in the second window').waitFor();
  await other.tab.getByRole('button', { name: 'Save goal' }).click();
  await other.tab.getByRole('heading', { level: 1, name: 'Said in the second window' }).waitFor();
  await Promise.all([one.close(), other.close()]);
}, 90_000);
