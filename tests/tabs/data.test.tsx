import { screen, waitFor, within } from '@testing-library/dom';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { idOf } from '../support/builders.ts';
import { breakRequests, haveKudos, textsFor } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const [amara, mei, tom] = ['Amara Okafor', 'Mei Tanaka', 'Tom Weber'] as const;

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam([amara, mei, tom]);
});

/** What the browser was handed, by name. */
const handed = new Map<string, string>();
beforeEach(() => {
  handed.clear();
  const made = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const address = `blob:${crypto.randomUUID()}`;
    made.set(address, blob as Blob);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function () {
    void read(made.get(this.href)!).then((words) => handed.set(this.download, words));
  };
});
afterEach(() => Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click'));

const read = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

const openSettings = (as: string, context = {}) => openTab(service, { as, team, path: '/tab/settings', context });
const button = (name: string) => screen.findByRole('button', { name });
const linkTo = (name: string) => screen.findByRole('link', { name });
const today = () => new Date().toISOString().slice(0, 10);

describe('what is mine', () => {
  test('is handed over as one file, which can also be shown where none arrived', async () => {
    await haveKudos(service, team, { from: mei, to: [tom], text: 'You stayed until it worked' });
    const { user } = await openSettings(mei);

    await user.click(await button('Download a copy'));

    const name = `people-hour-${today()}.json`;
    expect(await screen.findByText(`${name} is on its way to your downloads.`)).toBeInTheDocument();
    await waitFor(() => expect(handed.get(name)).toContain('You stayed until it worked'));
    await user.click(await button('Not there? Show it here'));
    const shown = await screen.findByRole('textbox', { name });
    expect(shown).toHaveFocus();
    expect(shown).toHaveValue(handed.get(name));
    await user.click(await button('Copy all of it'));
    expect(await screen.findByText('Copied.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(handed.get(name));
  });

  test('stands there to be copied in a Teams that keeps no files', async () => {
    const { user } = await openSettings(mei, { hostClientType: 'android' });

    await user.click(await button('Download a copy'));

    const shown = await screen.findByRole('textbox', { name: `people-hour-${today()}.json` });
    expect(JSON.parse((shown as HTMLTextAreaElement).value).person.name).toBe(mei);
    expect(screen.getByText(/^Teams on a phone or tablet keeps no files/)).toBeVisible();
    expect(handed.size).toBe(0);
  });

  test('that could not be made into a file says so, and is tried again', async () => {
    const { user } = await openSettings(mei);
    const download = await button('Download a copy');
    const mend = breakRequests({ method: 'GET', path: /export/ }, 'away');

    await user.click(download);
    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent('The copy could not be made. The service is away for a moment.');
    mend();
    await user.click(within(problem).getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(handed.size).toBe(1));
  });

  test('is erased once it was read what goes and what stays; this browser forgets it, too, and nobody is asked for again', async () => {
    await haveKudos(service, team, { from: mei, to: [tom], text: 'You stayed until it worked' });
    const { user } = await openSettings(mei);
    localStorage.setItem(`topic draft ${team.teamId} ${idOf(mei)}`, '{"text":"Half a thought"}');

    await user.click(await linkTo('Erase me'));
    expect(await screen.findByRole('heading', { name: 'Erase everything of yours?' })).toBeVisible();
    expect(screen.getByText('Nobody can bring it back, not even an administrator.')).toBeVisible();
    await user.click(await linkTo('Cancel'));
    await button('Download a copy');
    expect(await textsFor(service, team, tom)).toEqual(['You stayed until it worked']);

    await user.click(await linkTo('Erase me'));
    await user.click(await button('Erase me for good'));
    expect(await screen.findByRole('heading', { name: 'Everything of yours is gone' })).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(await textsFor(service, team, tom)).toEqual([]);
    expect(Object.keys(localStorage).filter((key) => key.includes(idOf(mei)))).toEqual([]);

    await user.click(await button('Begin anew'));
    expect(await screen.findByText('Nobody has been thanked here yet')).toBeVisible();
  }, 20_000);

  test('that may not be gone yet says so, and can be erased again', async () => {
    const { user } = await openSettings(mei);
    await user.click(await linkTo('Erase me'));
    const act = await button('Erase me for good');
    const mend = breakRequests({ method: 'DELETE', path: /\/api\/me$/ }, 'away');

    await user.click(act);
    expect(await screen.findByRole('alert')).toHaveTextContent(/^It is not certain that everything is gone/);
    mend();
    await user.click(act);

    expect(await screen.findByRole('heading', { name: 'Everything of yours is gone' })).toBeVisible();
  });
});

describe('what is the team’s', () => {
  const endingOf = async () => (await service.call('GET', paths.team(team.teamId), { as: tom })).body.team.ending;

  test('is not for members to take along or to delete', async () => {
    await openSettings(mei);
    await button('Download a copy');
    expect(screen.queryByRole('heading', { name: 'The team’s data' })).toBeNull();
  });

  test('is handed to an owner as one file', async () => {
    await haveKudos(service, team, { from: mei, to: [tom], text: 'You stayed until it worked' });
    const { user } = await openSettings(amara);

    await user.click(await button('Download the team’s copy'));

    const name = `people-hour-team-${today()}.json`;
    await waitFor(() => expect(handed.get(name)).toContain('You stayed until it worked'));
  });

  test('goes in thirty days; until then everybody reads it, and an owner can keep it', async () => {
    const { user, close } = await openSettings(amara);
    await user.click(await linkTo('Delete the team’s data'));
    expect(await screen.findByRole('heading', { name: 'Delete everything of Studio?' })).toBeVisible();
    expect(screen.getByText('It is gone, and nobody can bring it back.')).toBeVisible();
    await user.click(await button('Delete in 30 days'));

    expect(await button('Keep everything')).toBeVisible();
    // Beside what changes it, and above every page.
    await waitFor(() => expect(screen.getAllByText(/^Everything here will be deleted on /)).toHaveLength(2));
    expect(screen.getByRole('heading', { name: 'Settings' })).toHaveFocus();
    expect((await endingOf()).by.name).toBe(amara);
    close();

    const { close: closeMeis } = await openTab(service, { as: mei, team, path: '/tab/kudos' });
    expect(await screen.findByText(/^Everything here will be deleted on /)).toBeVisible();
    expect(screen.getByText('Amara asked for it.', { exact: false })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Download what is yours in the settings' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep everything' })).toBeNull();
    closeMeis();

    const again = await openSettings(amara);
    await again.user.click(await button('Keep everything'));
    expect(await screen.findByText('Everything stays.')).toHaveFocus();
    expect(await linkTo('Delete the team’s data')).toBeVisible();
    await eventually(async () => expect(await endingOf()).toBeNull());
  }, 20_000);

  test('can also go at once, and then this page is over', async () => {
    await service.call('PUT', paths.teamEnding(team.teamId), { as: amara });
    const { user } = await openSettings(amara);

    await user.click(await linkTo('Delete at once'));
    expect(await screen.findByRole('heading', { name: 'Delete everything of Studio at once?' })).toBeVisible();
    await user.click(await button('Delete at once'));

    expect(await screen.findByRole('heading', { name: 'Everything of the team is gone' })).toBeVisible();
    expect((await service.call('GET', paths.team(team.teamId), { as: mei })).status).toBe(404);
  });
});
