/* The administrator's page: what stands in a browser, what in Teams, what nobody else is shown; and all of it without a mouse. */
import { paths, routes } from '../../bot/contract/paths.ts';
import { setupPage } from '../../bot/contract/subPage.ts';
import { administratorRole } from '../../bot/http/auth.ts';
import { reach } from '../../bot/http/readiness.ts';
import { localTenant } from '../../bot/local/people.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { axeFindings } from '../support/axe.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { holdsInEveryTheme, theBrowserWorld } from '../support/browserWorld.ts';
import { contoso, idOf } from '../support/builders.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { type Service, startService } from '../support/server.ts';
import { scrollsSideways, type Seen, tabOf, type TeamsWindow } from '../support/teamsWindow.ts';

const world = theBrowserWorld();
const widths = [1280, 320];

const open = (seen: Seen) => world.open({ page: setupPage, ...seen });
const heading = (window: TeamsWindow) => window.tab.getByRole('heading', { level: 1 });

/** Teams calls the bot, as it does when somebody writes to it. */
async function teamsCalls() {
  const activity = {
    type: 'event',
    name: 'hello',
    id: '1',
    channelId: 'msteams',
    serviceUrl: world.url,
    from: { id: '29:x' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1', tenantId: localTenant },
  };
  const answer = await fetch(world.url + routes.messages, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(answer.status).toBeLessThan(300);
}

test.each(widths)(
  'what has not happened yet is said, and by keyboard one looks again until all is in order, at %i pixels',
  async (width) => {
    const window = await open({ person: 'amara', width });
    await heading(window).filter({ hasText: 'Set-up' }).waitFor();
    if (width === widths[0]) {
      await window.tab.getByText('One thing needs a look.').waitFor();
      await holdsInEveryTheme(window);
      await teamsCalls();
    }

    await tabTo(window, /^Look again$/);
    await window.page.keyboard.press('Enter');

    await window.tab.getByText('Everything is there.').waitFor();
    await window.tab.getByText(/Last heard from on/).waitFor();
    expect(await focused(tabOf(window))).toBe('Look again');
    await holdsInEveryTheme(window);
    await window.close();
  },
  60_000,
);

describe('of a service that cannot do what it should', () => {
  let service: Service;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const azurite = await startAzurite();
    const withWrongKey = azurite.connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=d3Jvbmc=');
    const locked = await openStorage({ connectionString: withWrongKey }, freshTable());
    const refused = () => reach('http://127.0.0.1:9/');
    service = await startService({
      setup: {
        parts: {
          address: { value: 'https://people-hour.contoso.com', look: refused },
          signIn: { value: idOf('the app'), look: refused },
          tables: { value: 'peoplehour7', look: locked.house.probe },
          queues: { value: 'peoplehour7', look: refused },
          exports: { value: 'peoplehour7', look: locked.house.probe },
          bot: { value: idOf('the bot'), look: refused },
        },
        identity: idOf('the service'),
        heardAt: async () => null,
      },
    });
    stop = async () => void (await Promise.all([service.stop(), azurite.stop()]));
  });
  afterAll(() => stop());

  /** The page of this world, told what that service answers. */
  async function openThere(seen: Seen) {
    const window = await open(seen);
    const claims = { oid: idOf('Amara'), tid: contoso, roles: [administratorRole] };
    const authorization = `Bearer ${await service.entra.sign(service.entra.claims(claims))}`;
    await window.page.route(`**${paths.setup()}`, async (route) => {
      const { status, body } = await service.call('GET', paths.setup(), { headers: { authorization } });
      await route.fulfill({ status, json: body });
    });
    await window.page.reload();
    return window;
  }

  test.each(widths)(
    'every part is named with what mends it, at %i pixels',
    async (width) => {
      const window = await openThere({ person: 'amara', width });
      await window.tab.getByText('7 things need a look.').waitFor();

      expect(await window.tab.getByRole('listitem').count()).toBe(7);
      await window.tab.getByText(/--role "Storage Table Data Contributor"/).waitFor();
      await window.tab.getByText(/--role "Storage Blob Data Contributor"/).waitFor();
      await holdsInEveryTheme(window);
      await window.close();
    },
    60_000,
  );

  test.each(widths)(
    'also from right to left, where a command still reads from left to right, at %i pixels',
    async (width) => {
      const window = await openThere({ person: 'amara', width, lang: 'ar' });
      const command = window.tab.getByText(/--role "Storage Table Data Contributor"/);
      await command.waitFor();

      const directionOf = (element: Element) => getComputedStyle(element).direction;
      expect([await heading(window).evaluate(directionOf), await command.evaluate(directionOf)]).toEqual([
        'rtl',
        'ltr',
      ]);
      await holdsInEveryTheme(window);
      await window.close();
    },
    60_000,
  );
});

test.each(widths)('a member is told whose page it is, at %i pixels', async (width) => {
  const window = await open({ person: 'mei', width });
  await window.tab.getByText(/This page is for administrators/).waitFor();

  expect(await window.tab.getByRole('listitem').count()).toBe(0);
  await holdsInEveryTheme(window);
  await window.close();
});

test.each(widths)('a service that does not answer can be asked again by keyboard, at %i pixels', async (width) => {
  const window = await open({ person: 'amara', width });
  await heading(window).filter({ hasText: 'Set-up' }).waitFor();
  await window.page.route(`**${paths.setup()}`, (route) => route.abort());
  await window.page.reload();
  const again = window.tab.getByRole('button', { name: /again/i });
  await again.waitFor();
  await holdsInEveryTheme(window);

  await window.page.unroute(`**${paths.setup()}`);
  await again.focus();
  await window.page.keyboard.press('Enter');
  await heading(window).filter({ hasText: 'Set-up' }).waitFor();
  await window.close();
});

describe('in a browser, where nobody is signed in', () => {
  const ways = {
    'all is well': { answer: null, says: 'Storage, sign-in and the Bot Connector answer.' },
    'something is away': { answer: { missing: ['storage', 'bot connector'] }, says: 'Not answering yet: storage' },
    'the service keeps silent': { answer: 'nothing', says: 'The service does not say how it is' },
  } as const;

  test.each(Object.keys(ways) as (keyof typeof ways)[])(
    '%s, and the way into Teams is found by keyboard',
    async (way) => {
      const { answer, says } = ways[way];
      for (const width of widths) {
        const page = await world.browser.newPage({ viewport: { width, height: 800 } });
        if (answer)
          await page.route('**/readyz', (route) =>
            answer === 'nothing' ? route.abort() : route.fulfill({ status: 503, json: answer }),
          );
        await page.goto(`${world.url}/setup`);
        await page.getByText(says).waitFor();
        expect(await axeFindings(page)).toEqual([]);
        expect(await scrollsSideways(page.mainFrame())).toBe(false);

        await page.keyboard.press('Tab');
        expect(await focused(page.mainFrame())).toBe('Open in Teams');
        await page.keyboard.press('Enter');
        await page.frameLocator('iframe').getByRole('heading', { name: 'Set-up' }).waitFor();
        await page.close();
      }
    },
  );
});
