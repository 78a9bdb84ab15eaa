/* The stand-in for the Teams window, in a real browser: it speaks to the tab as Teams does. */
import { paths } from '../../bot/contract/paths.ts';
import { subPage } from '../../bot/contract/subPage.ts';
import { studio } from '../../bot/local/people.ts';
import { axeFindings } from '../support/axe.ts';
import { theBrowserWorld } from '../support/browserWorld.ts';
import { type Seen, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();
let shown: TeamsWindow;
afterEach(() => shown?.close());

const open = async (seen: Seen = {}) => (shown = await world.open(seen));
const status = ({ page }: TeamsWindow) => page.locator('#status');

test('the tab shows its content in every place, and says so', async () => {
  for (const place of ['channel', 'personal', 'panel'] as const) {
    const window = await open({ place });
    await status(window).filter({ hasText: 'The tab shows its content' }).waitFor();
    await window.tab.getByRole('listitem').first().waitFor();
    await window.close();
  }
});

test('a theme is told to the tab that is there; a person, a place and a language are another visit', async () => {
  const window = await open({ person: 'amara' });
  await window.tab.getByRole('listitem').first().waitFor();
  const marked = () => window.page.frames()[1]!.evaluate(() => Object.assign(globalThis, { wasHere: true }).wasHere);
  const isMarked = () => window.page.frames()[1]!.evaluate(() => 'wasHere' in globalThis);
  await marked();

  await window.page.getByText('Dark', { exact: true }).click();
  expect(await isMarked()).toBe(true);
  expect(new URL(window.page.url()).searchParams.get('theme')).toBe('dark');

  await window.page.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Mei Tanaka' });
  // Until then the page before stands there, or none.
  while (await isMarked().catch(() => true)) await window.page.waitForTimeout(50);
  await window.tab.getByRole('listitem').first().waitFor();
  expect(new URL(window.page.url()).searchParams.get('person')).toBe('mei');
});

test('who cannot sign in sees what is wrong, and the window hears of it', async () => {
  const window = await open({ person: 'nobody' });

  await status(window).filter({ hasText: 'The tab could not start' }).waitFor();
  await window.tab.getByRole('heading').first().waitFor();
});

test('what is pinned with the config page is shown in the channel', async () => {
  const window = await open({ place: 'config' });
  const save = window.page.getByRole('button', { name: 'Save' });

  await window.page.locator('#save:enabled').waitFor();

  await save.click();

  await window.tab.getByRole('listitem').first().waitFor();
  const address = new URL(window.page.url()).searchParams;
  expect([address.get('place'), address.get('content')]).toEqual(['channel', expect.stringContaining('/tab')]);
  expect(address.get('content')).toContain(encodeURIComponent(studio.id));
});

test('a link from a card leads to that kudos on the wall', async () => {
  const token = await fetch(`${world.url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: '33333333-3333-4333-8333-000000000001' }),
  }).then(async (answer) => ((await answer.json()) as { token: string }).token);
  const list = await fetch(world.url + paths.kudosList(studio.id), { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await list.json()) as { items: { id: string; text: string }[] };
  const one = items.at(-1)!;

  const window = await open({ person: 'mei', page: subPage.of(studio.id, one.id) });

  expect(new URL(window.page.url()).searchParams.get('place') ?? 'personal').toBe('personal');
  await window.tab.getByText(one.text).first().waitFor();
});

test('the window itself can be used by everybody', async () => {
  for (const seen of [
    {},
    { theme: 'dark' },
    { theme: 'contrast', place: 'panel' },
    { place: 'config', width: 400 },
  ] as const) {
    const window = await open(seen);
    await window.tab.getByRole('heading').first().waitFor();
    const findings = await axeFindings(window.page.mainFrame());
    expect({ seen, findings }).toEqual({ seen, findings: [] });
    await window.close();
  }
});
