import { app } from '@microsoft/teams-js';
import { screen, waitFor } from '@testing-library/dom';
import { boot } from '../../tabs/app/boot.ts';
import { start } from '../../tabs/app/start.tsx';
import { breakRequests, countRequests, haveKudos } from '../support/tabScenes.ts';
import { idOf } from '../support/builders.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka'];

const canvasColour = () => getComputedStyle(document.documentElement).getPropertyValue('--colorNeutralBackground3');

describe('in Teams', () => {
  test('the first screen is one request, and Teams hears when there is a shape and when there is content', async () => {
    const team = await service.haveTeam(studio);
    await haveKudos(service, team, { from: 'Mei Tanaka', to: ['Amara Okafor'], text: 'for the very first screen' });
    const requests = countRequests({ method: 'GET', path: /\/api\// });

    const { host } = await openTab(service, { as: 'Amara Okafor', team });
    await screen.findByText('for the very first screen');

    await waitFor(() => expect(host.told).toContain('appInitialization.success'));
    expect(host.told.filter((said) => said.startsWith('appInitialization'))).toEqual([
      'appInitialization.appLoaded',
      'appInitialization.success',
    ]);
    expect(requests.times).toBe(1);
  });

  test('a change of theme is followed at once, and what is being typed stays', async () => {
    const team = await service.haveTeam(studio);
    const { host, user } = await openTab(service, { as: 'Amara Okafor', team });
    await user.click(await screen.findByRole('button', { name: 'Give kudos' }));
    await user.click(await screen.findByRole('textbox', { name: 'What did they do?' }));
    await user.paste('half a sen');
    const light = canvasColour();

    for (const theme of ['dark', 'contrast', 'glass', 'default']) host.changeTheme(theme);

    await waitFor(() => expect(canvasColour()).toBe(light));
    host.changeTheme('dark');
    await waitFor(() => expect(canvasColour()).not.toBe(light));
    expect(screen.getByRole('textbox', { name: 'What did they do?' })).toHaveValue('half a sen');
  });

  test.each([
    ['de-de', 'Kudos in Studio', 'ltr'],
    ['ar-sa', 'الشكر في \u2068Studio\u2069', 'rtl'],
    ['fr-fr', 'Kudos in Studio', 'ltr'],
    ['qps-ploc', '[[kudos.title]]', 'ltr'],
  ])('in %s', async (locale, title, dir) => {
    const team = await service.haveTeam(studio);
    await openTab(service, { as: 'Amara Okafor', team, locale });

    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(title);
    expect(document.documentElement.dir).toBe(dir);
    // What the bot tells them alone will be in it, too.
    await eventually(async () => {
      const { contact } = await service.storage.wishes.find(team, idOf('Amara Okafor'));
      expect(contact.locale).toBe(locale);
    });
  });

  test('a private channel is a team of its own, by its own id', async () => {
    const outer = await service.haveTeam(studio);
    const inner = await service.haveTeam(studio, { name: 'Just us', kind: 'channel' });
    const channel = { channelId: inner.teamId, channelType: 'Private', channelName: 'Just us' };

    await openTab(service, { as: 'Amara Okafor', team: outer, context: channel });

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Just us' })).toBeVisible();
  });

  test('what the page was added with counts, as in the chat of a meeting', async () => {
    const team = await service.haveTeam(studio, { name: 'Who meets' });
    await openTab(service, {
      as: 'Amara Okafor',
      path: `/tab?team=${encodeURIComponent(team.teamId)}`,
      context: { chatId: '19:meeting_x@thread.v2', meetingId: 'm' },
    });

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Who meets' })).toBeVisible();
  });

  test('a link into another team’s tab does not lead out of this one', async () => {
    const team = await service.haveTeam(studio, { name: 'Here' });
    const other = await service.haveTeam(studio, { name: 'There' });
    await openTab(service, { as: 'Amara Okafor', team, context: { subEntityId: other.teamId } });

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Here' })).toBeVisible();
  });
});

describe('the personal app', () => {
  test('with one team goes straight there', async () => {
    const team = await service.haveTeam(['Only Inone']);
    await haveTeamsKnown('Only Inone', team.teamId);
    await openTab(service, { as: 'Only Inone' });

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
    expect(new URLSearchParams(window.location.search).get('team')).toBe(team.teamId);
  });

  test('with several asks which, keeps it in the address, and lets one go back', async () => {
    const one = await service.haveTeam(['Many Teams'], { name: 'Design' });
    const two = await service.haveTeam(['Many Teams'], { name: 'Research' });
    await haveTeamsKnown('Many Teams', one.teamId, two.teamId);
    const { user } = await openTab(service, { as: 'Many Teams' });

    await user.click(await screen.findByRole('link', { name: 'Research' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Research' })).toBeVisible();
    expect(new URLSearchParams(window.location.search).get('team')).toBe(two.teamId);

    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await screen.findByRole('radio', { name: /In the channel/ });
    expect(new URLSearchParams(window.location.search).get('team')).toBe(two.teamId);

    await user.click(screen.getByRole('link', { name: 'Choose another team' }));
    await user.click(await screen.findByRole('link', { name: 'Design' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Design' })).toBeVisible();
  });

  test('without a team says how to add one', async () => {
    await openTab(service, { as: 'Nobody Yet' });

    expect(await screen.findByRole('heading', { name: 'People Hour is not in any of your teams yet' })).toBeVisible();
    expect(screen.getByText('Open Apps in Teams and search for People Hour.')).toBeVisible();
  });

  async function haveTeamsKnown(as: string, ...teams: string[]) {
    for (const team of teams) await service.call('GET', `/api/teams/${encodeURIComponent(team)}`, { as });
    await service.settled();
  }
});

describe('a page says what is wrong, with a way on', () => {
  test('opened outside of Teams', async () => {
    window.history.replaceState(null, '', '/tab');
    const root = await start(boot(new URL(window.location.href)));

    expect(await screen.findByRole('heading', { name: 'People Hour lives in Microsoft Teams' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Open Microsoft Teams' })).toBeVisible();
    root.unmount();
    app._uninitialize();
  });

  test('Teams does not say who I am: Teams is told, and a second try may do', async () => {
    const team = await service.haveTeam(studio);
    let isAllowed = false;
    const token = async () => (isAllowed ? service.tokenFor('Amara Okafor') : null);
    const { host, user } = await openTab(service, { as: 'Amara Okafor', team, token });

    expect(await screen.findByRole('heading', { name: 'We could not tell who you are' })).toBeVisible();
    await waitFor(() => expect(host.told).toContain('appInitialization.failure'));

    isAllowed = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
  });

  test('a token that has run out is renewed without a word', async () => {
    const team = await service.haveTeam(studio);
    const tokens = ['no.longer.valid', await service.tokenFor('Amara Okafor')];
    await openTab(service, { as: 'Amara Okafor', team, token: async () => tokens.shift() ?? null });

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
  });

  test.each([
    ['a team that I am not in', async () => service.haveTeam(['Mei Tanaka'])],
    [
      'a team without the app',
      async () => ({ ...(await service.haveTeam(studio)), teamId: '19:nowhere@thread.tacv2' }),
    ],
  ])('%s', async (_what, find) => {
    const team = (await find()) as Awaited<ReturnType<typeof service.haveTeam>>;
    const { user } = await openTab(service, { as: 'Amara Okafor', team });

    expect(await screen.findByRole('heading', { name: 'There is nothing here that you can see' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'How to add it' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Choose another of my teams' }));
    expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('nothing here');
  });

  test('the service is away: nothing is lost, and it comes back', async () => {
    const team = await service.haveTeam(studio);
    const mend = breakRequests({ path: /\/api\/teams\// }, 'away');
    const { user } = await openTab(service, { as: 'Amara Okafor', team });

    expect(await screen.findByRole('heading', { name: 'People Hour is away for a moment' })).toBeVisible();
    expect(screen.getByText('Reference for support: r-1')).toBeVisible();
    mend();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
  });

  test('offline', async () => {
    const team = await service.haveTeam(studio);
    const mend = breakRequests({ path: /\/api\// }, 'offline');
    await openTab(service, { as: 'Amara Okafor', team });

    expect(await screen.findByRole('heading', { name: 'You are offline' })).toBeVisible();
    mend();
  });
});

describe('adding the page to a channel or a chat', () => {
  test('says whose page it will be, and hands Teams its address', async () => {
    const team = await service.haveTeam(studio);
    const { host } = await openTab(service, { as: 'Amara Okafor', team, path: '/tab/config' });

    expect(
      await screen.findByText(
        /^This pins the page of Studio here, for everybody in it: the hour, people, goals and kudos/,
      ),
    ).toBeVisible();
    await waitFor(() => expect(host.mayBeSaved()).toBe(true));
    host.save();

    const address = `http://localhost/tab?team=${encodeURIComponent(team.teamId)}`;
    await waitFor(() =>
      expect(host.pinned).toEqual([
        {
          entityId: 'people-hour-team',
          contentUrl: address,
          websiteUrl: address,
          suggestedDisplayName: 'People Hour',
        },
      ]),
    );
    await waitFor(() => expect(host.told).toContain('settings.save.success'));
  });

  test('in a meeting one chooses which of my teams meets', async () => {
    const team = await service.haveTeam(['Meeting Person'], { name: 'Who meets' });
    await service.call('GET', `/api/teams/${encodeURIComponent(team.teamId)}`, { as: 'Meeting Person' });
    await service.settled();
    const { host, user } = await openTab(service, {
      as: 'Meeting Person',
      path: '/tab/config',
      context: { chatId: '19:meeting_y@thread.v2', meetingId: 'm' },
    });

    const choice = await screen.findByRole('radio', { name: 'Who meets' });
    expect(host.mayBeSaved()).toBe(false);
    expect(screen.getByRole('radio', { name: 'This chat, on its own' })).toBeDisabled();
    await user.click(choice);

    await waitFor(() => expect(host.mayBeSaved()).toBe(true));
    host.save();
    await waitFor(() =>
      expect(host.pinned[0]?.contentUrl).toBe(`http://localhost/tab?team=${encodeURIComponent(team.teamId)}`),
    );
  });

  test('where the app is not yet, it says so, and Save stays shut', async () => {
    const team = { ...(await service.haveTeam(studio)), teamId: '19:nowhere@thread.tacv2' };
    const { host } = await openTab(service, { as: 'Amara Okafor', team: team as never, path: '/tab/config' });

    expect(await screen.findByRole('heading', { name: 'How to add it' })).toBeVisible();
    expect(host.mayBeSaved()).toBe(false);
  });
});

test('who is taken out of the team while looking sees nothing of it any more', async () => {
  const team = await service.haveTeam([...studio, 'Jonas Lind']);
  await haveKudos(service, team, { from: 'Mei Tanaka', to: ['Amara Okafor'], text: 'only for who is in' });
  const { user } = await openTab(service, { as: 'Jonas Lind', team });
  await screen.findByText('only for who is in');

  await service.setRoster(team, studio);
  await user.click(screen.getByRole('link', { name: 'To me' }));

  expect(await screen.findByRole('heading', { name: 'There is nothing here that you can see' })).toBeVisible();
  expect(screen.queryByText('only for who is in')).toBeNull();
});
