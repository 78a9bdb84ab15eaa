import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { createText } from '../../tabs/text/text.ts';
import { en } from '../../tabs/text/en.ts';
import { found, knownFrom } from '../../tabs/people/looking.ts';
import { isFree, timeThere } from '../../tabs/people/placeAndTime.ts';
import { aMember, idOf } from '../support/builders.ts';
import {
  breakRequests,
  countRequests,
  haveGoal,
  haveKudos,
  haveProfile,
  haveWish,
  helpersOf,
} from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka', 'Lukas Brandt', 'Jonas Lind'];

async function aTeamThatTells(): Promise<TeamRef> {
  const team = await service.haveTeam(studio);
  await haveProfile(service, team, 'Amara Okafor', { canShow: ['Facilitation'], wantsToLearn: ['Figma', 'SQL'] });
  await haveProfile(service, team, 'Mei Tanaka', {
    role: 'Motion designer',
    about: 'I make things move.',
    howToWork: 'Please interrupt.',
    pronouns: 'she/her',
    timeZone: 'Asia/Tokyo',
    workingHours: { start: '09:30', end: '18:00' },
    strengths: ['Listening'],
    canShow: ['Figma', 'Sketching', 'Japanese'],
    wantsToLearn: ['Facilitation', 'SQL'],
  });
  await haveProfile(service, team, 'Lukas Brandt', { role: 'Developer', canShow: ['TypeScript', 'Figma plugins'] });
  return team;
}

const names = async () =>
  within(await screen.findByRole('list', { name: 'People' }))
    .getAllByRole('heading', { level: 2 })
    .map((heading) => heading.textContent);

/** The same without asking for roles, which takes its time among five hundred. */
const cards = () => [...document.querySelectorAll('[data-person]')].map(({ textContent }) => textContent);

const openPeople = (team: TeamRef, as = 'Amara Okafor', path = '/tab/people') => openTab(service, { as, team, path });

describe('everybody', () => {
  test('is a card each, by name and myself last, read in one call', async () => {
    const team = await aTeamThatTells();
    const requests = countRequests({ method: 'GET', path: /\/people/ });

    await openPeople(team);

    expect(await names()).toEqual(['Jonas Lind', 'Lukas Brandt', 'Mei Tanaka', 'Amara Okafor (you)']);
    expect(requests.times).toBe(1);
    const card = within(screen.getByRole('link', { name: 'Mei Tanaka' }).closest('article')!);
    expect(card.getByText(/^Motion designer, Tokyo \d\d:\d\d$/)).toBeVisible();
    expect(card.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Figma',
      'Sketching',
      'and more',
      'Facilitation',
      'SQL',
    ]);
  });

  test('how somebody likes to be thanked is on no page of theirs', async () => {
    const team = await aTeamThatTells();
    await haveWish(service, team, 'Mei Tanaka', 'private');

    const { user } = await openPeople(team);
    await user.click(await screen.findByRole('link', { name: 'Mei Tanaka' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Mei Tanaka' })).toBeVisible();
    expect(document.body).not.toHaveTextContent(/privately|thanked/i);
  });

  test('is found by any part of a name, a role or a tag, with every letter', async () => {
    const { user } = await openPeople(await aTeamThatTells());
    await names();
    const search = screen.getByRole('searchbox', { name: 'Search people' });

    await user.type(search, 'fig');
    await waitFor(() => expect(cards()).toEqual(['Lukas Brandt', 'Mei Tanaka', 'Amara Okafor (you)']));
    await user.type(search, ' motion');
    await waitFor(() => expect(cards()).toEqual(['Mei Tanaka']));
    await user.type(search, 'xyz');
    expect(await screen.findByText('Nobody here fits that.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Show everybody' }));

    await waitFor(() => expect(cards()).toHaveLength(4));
    expect(search).toHaveValue('');
  });

  test('who can show me something, and whom I can show something, by the tags of both', async () => {
    const { user } = await openPeople(await aTeamThatTells());

    await user.click(await screen.findByRole('link', { name: 'Can show me something' }));
    await waitFor(() => expect(cards()).toEqual(['Mei Tanaka']));
    await user.click(screen.getByRole('link', { name: 'I can show them something' }));
    await waitFor(() => expect(cards()).toEqual(['Mei Tanaka']));
    expect(new URLSearchParams(window.location.search).get('show')).toBe('showThem');
  });

  test('who has told no wishes is told what to do about it', async () => {
    const { user } = await openPeople(await aTeamThatTells(), 'Jonas Lind');

    await user.click(await screen.findByRole('link', { name: 'Can show me something' }));

    const hint = (await screen.findByText(/Tell what you want to learn/)).closest('div')!;
    expect(within(hint).getByRole('link', { name: 'Edit my profile' })).toBeVisible();
  });

  test('a team in which nobody told anything is asked to begin', async () => {
    await openPeople(await service.haveTeam(studio));

    expect(await screen.findByRole('link', { name: 'Begin with yourself' })).toBeVisible();
    expect(await names()).toHaveLength(4);
  });

  test('while they are on their way, and when they do not arrive', async () => {
    const team = await service.haveTeam(studio);
    const mend = breakRequests({ path: /directory/ }, 'away');

    const { user } = await openPeople(team);

    expect(await screen.findByRole('status', { name: 'People are on their way' })).toBeVisible();
    expect(await screen.findByRole('alert')).toHaveTextContent('The people did not arrive.');
    mend();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await names()).toHaveLength(4);
  });

  test('five hundred are all there', async () => {
    const many = Array.from({ length: 499 }, (_, at) => `Colleague No${String(at).padStart(3, '0')}`);
    const { user } = await openPeople(await service.haveTeam(['Amara Okafor', ...many]));

    await waitFor(() => expect(cards()).toHaveLength(500));
    await user.click(screen.getByRole('searchbox'));
    await user.paste('no498');
    await waitFor(() => expect(cards()).toEqual(['Colleague No498']));
  });
});

describe('who can help', () => {
  test('is offered as one types, and says who fits best, with what, and with whose ask besides', async () => {
    const team = await aTeamThatTells();
    await haveGoal(service, team, 'Jonas Lind', { title: 'Draw it', ask: 'Show me Figma once', askToTeam: true });
    const { user } = await openPeople(team);
    await user.type(await screen.findByRole('searchbox', { name: 'Search people' }), 'Figma');

    await user.click(await screen.findByRole('link', { name: 'Who can help with “Figma”?' }));

    const list = within(await screen.findByRole('list', { name: 'Who can help with “Figma”' }));
    const helpers = list.getAllByRole('link').map(({ textContent }) => textContent);
    expect(helpers).toEqual(['Mei Tanaka', 'Lukas Brandt']);
    expect(list.getAllByText('Jonas: Show me Figma once')).toHaveLength(2);
    await user.click(screen.getByRole('link', { name: 'Show everybody' }));
    await waitFor(() => expect(cards()).toHaveLength(4));
  });

  test('when nobody can, there is a way to ask', async () => {
    await openPeople(await aTeamThatTells(), 'Amara Okafor', '/tab/people?q=origami&help=yes');

    expect(await screen.findByText(/Nobody has said that they can show this/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask the team with a goal of yours' })).toBeVisible();
  });
});

describe('a person’s page', () => {
  const openMei = (team: TeamRef, options: object = {}) =>
    openTab(service, { as: 'Amara Okafor', team, path: `/tab/people/${idOf('Mei Tanaka')}`, ...options });

  test('tells what they told, where we meet, what they share and the latest thanks', async () => {
    const team = await aTeamThatTells();
    await haveGoal(service, team, 'Mei Tanaka', {
      title: 'Lead a workshop',
      audience: 'team',
      dueOn: '2026-12-18',
      steps: [
        { id: crypto.randomUUID(), text: 'Ask Priya', done: true },
        { id: crypto.randomUUID(), text: 'Plan the opening', done: false },
      ],
    });
    await haveGoal(service, team, 'Mei Tanaka', { title: 'Nobody else sees this one' });
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'You stayed on after it.' });

    await openMei(team);

    expect(await screen.findByRole('heading', { level: 1, name: 'Mei Tanaka' })).toBeVisible();
    expect(screen.getByText('Motion designer, she/her')).toBeVisible();
    expect(screen.getByText('I make things move.')).toBeVisible();
    expect(screen.getByText(/^09:30–18:00 in Tokyo, now \d\d:\d\d$/)).toBeVisible();
    const common = within(await screen.findByRole('region', { name: 'You and Mei' }));
    expect(common.getByText('Mei can show you: Figma')).toBeVisible();
    expect(common.getByText('You can show Mei: Facilitation')).toBeVisible();
    expect(common.getByText('You both want to learn: SQL')).toBeVisible();
    const goals = within(screen.getByRole('region', { name: 'A goal Mei shares' }));
    expect(goals.getByRole('link', { name: 'Lead a workshop' })).toBeVisible();
    expect(goals.getByText('Until 18 December. Next step: Plan the opening')).toBeVisible();
    expect(goals.getByRole('img', { name: '1 of 2 steps done' })).toBeVisible();
    expect(screen.queryByText('Nobody else sees this one')).toBeNull();
    const thanks = within(screen.getByRole('region', { name: 'Latest thanks' }));
    expect(thanks.getByText('“You stayed on after it.”')).toBeVisible();
    expect(thanks.getByText('Jonas, today')).toBeVisible();
  });

  test('help with an ask is offered and taken back; who asked knows, and the page says so', async () => {
    const team = await aTeamThatTells();
    const goal = await haveGoal(service, team, 'Mei Tanaka', {
      title: 'Hidden',
      ask: 'Watch me once',
      askToTeam: true,
    });
    const { user } = await openMei(team);
    expect(await screen.findByText('Watch me once')).toBeVisible();
    expect(document.body).not.toHaveTextContent('Hidden');
    const help = screen.getByRole('button', { name: 'I can help with that' });
    expect(screen.getByText('Only Mei learns that you offered')).toBeVisible();

    await user.click(help);

    await waitFor(() => expect(help).toHaveAttribute('aria-pressed', 'true'));
    expect(await screen.findByText('Mei knows, and nobody else')).toBeVisible();
    await eventually(async () => expect(await helpersOf(service, team, 'Mei Tanaka', goal)).toEqual(['Amara Okafor']));
    await user.click(help);
    await eventually(async () => expect(await helpersOf(service, team, 'Mei Tanaka', goal)).toEqual([]));
    await waitFor(() => expect(help).toHaveAttribute('aria-pressed', 'false'));
  });

  test('an offer that is not saved is not shown as one', async () => {
    const team = await aTeamThatTells();
    await haveGoal(service, team, 'Mei Tanaka', { title: 'Hidden', ask: 'Watch me once', askToTeam: true });
    const { user } = await openMei(team);
    const help = await screen.findByRole('button', { name: 'I can help with that' });
    breakRequests({ method: 'PUT', path: /offers/ }, 'away');

    await user.click(help);

    expect(await screen.findByRole('alert')).toHaveTextContent('Your offer is not saved.');
    expect(help).toHaveAttribute('aria-pressed', 'false');
  });

  test('thanking begins here: the form opens for them, and the address forgets it', async () => {
    const { user } = await openMei(await aTeamThatTells());

    await user.click(await screen.findByRole('link', { name: 'Give kudos' }));

    const form = within(await screen.findByRole('dialog', { name: 'Give kudos' }));
    expect(form.getByText('Mei Tanaka')).toBeVisible();
    await waitFor(() => expect(window.location.search).toBe(''));
    expect(window.location.pathname).toBe('/tab/kudos');
  });

  test('words that were typed for somebody else are not put into the form for them', async () => {
    const team = await aTeamThatTells();
    localStorage.setItem(
      `kudos draft ${team.teamId} ${idOf('Amara Okafor')}`,
      JSON.stringify({ id: crypto.randomUUID(), to: [idOf('Jonas Lind')], text: 'only for Jonas', effect: '' }),
    );
    const path = `/tab/kudos?${new URLSearchParams({ give: idOf('Mei Tanaka'), text: 'For being there' })}`;

    const { user } = await openTab(service, { as: 'Amara Okafor', team, path });

    const words = await screen.findByRole('textbox', { name: 'What did they do?' });
    expect(words).toHaveValue('For being there');
    expect(within(screen.getByRole('dialog')).queryByText('Jonas Lind')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Give kudos' }));
    expect(await screen.findByRole('textbox', { name: 'What did they do?' })).toHaveValue('only for Jonas');
  });

  test.each([
    ['beside the page, where this Teams can', ['chat'], 'chat.openChat'],
    ['by its link, where it cannot', [], 'executeDeepLink'],
  ])('a chat is opened %s', async (_how, can, told) => {
    const mei = aMember('Mei Tanaka', { signInName: 'mei@studio.test' });
    const team = await service.haveTeam(['Amara Okafor', mei]);
    const { host, user } = await openMei(team, { can });

    const chat = await screen.findByRole('link', { name: 'Chat' });
    expect(chat).toHaveAttribute('href', 'https://teams.microsoft.com/l/chat/0/0?users=mei%40studio.test');
    await user.click(chat);

    await waitFor(() => expect(host.told).toContain(told));
  });

  test('where Teams does not say how to reach them, there is no chat', async () => {
    await openMei(await service.haveTeam(studio));

    expect(await screen.findByRole('link', { name: 'Give kudos' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Chat' })).toBeNull();
    expect(screen.getByText('Mei has not told anything yet.')).toBeVisible();
  });

  test('my own is exactly what the others see, and says so', async () => {
    const team = await aTeamThatTells();
    await haveGoal(service, team, 'Mei Tanaka', { title: 'Only mine to see' });
    await haveGoal(service, team, 'Mei Tanaka', { title: 'For all of us', audience: 'team' });
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'for everybody to read' });
    await haveWish(service, team, 'Mei Tanaka', 'private');
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'between the two of us' });

    await openTab(service, { as: 'Mei Tanaka', team, path: '/tab/people/me' });

    expect(await screen.findByText('This is what the 4 members of Studio see of you')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Edit my profile' })).toBeVisible();
    expect(screen.getByText('For all of us')).toBeVisible();
    expect(screen.getByText('“for everybody to read”')).toBeVisible();
    expect(screen.queryByText('Only mine to see')).toBeNull();
    expect(screen.queryByText('“between the two of us”')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Give kudos' })).toBeNull();
  });

  test('of somebody who left says so; of a page that does not arrive says that', async () => {
    const team = await service.haveTeam(studio);
    const gone = await openTab(service, { as: 'Amara Okafor', team, path: `/tab/people/${idOf('Who Left')}` });
    expect(await screen.findByText('This person is not in the team any more.')).toBeVisible();
    gone.close();

    const mend = breakRequests({ path: /\/people\/3/ }, 'away');
    const { user } = await openMei(team);
    expect(await screen.findByRole('alert')).toHaveTextContent('This page did not arrive.');
    mend();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Mei Tanaka' })).toBeVisible();
  });

  test('coming there moves the keyboard to the name, going back to the card that one came from', async () => {
    const { user } = await openPeople(await aTeamThatTells());
    await user.click(await screen.findByRole('link', { name: 'Mei Tanaka' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Mei Tanaka' })).toHaveFocus();

    await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'People' }));

    await waitFor(() => expect(screen.getByRole('link', { name: 'Mei Tanaka' })).toHaveFocus());
  });
});

test('the wall says what comes next of my goal, and nothing where there is none', async () => {
  const team = await service.haveTeam(studio);
  const id = await haveGoal(service, team, 'Mei Tanaka', {
    title: 'Lead a workshop',
    steps: [{ id: crypto.randomUUID(), text: 'Ask Priya', done: false }],
  });
  const mine = await openTab(service, { as: 'Mei Tanaka', team });
  expect(await screen.findByRole('link', { name: 'Lead a workshop' })).toHaveAttribute('href', `/tab/goals/${id}`);
  expect(screen.getByText('Next: Ask Priya')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Check in' })).toBeVisible();
  mine.close();

  await openTab(service, { as: 'Jonas Lind', team, path: '/tab/kudos' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
  expect(screen.queryByText('Your goal')).toBeNull();
});

describe('hours and zones', () => {
  const british = createText('en-GB', en);
  const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
  const inTokyo = { timeZone: 'Asia/Tokyo', workingHours: { start: '09:30', end: '18:00' } };

  test.each([
    ['00:29', false],
    ['00:30', true],
    ['08:59', true],
    ['09:00', false],
  ])('at %s UTC somebody in Tokyo who works from half past nine to six is free: %s', (time, free) => {
    expect(isFree(inTokyo, at(time))).toBe(free);
  });

  test('who told no hours, no zone or one that nobody knows is never said to be free', () => {
    expect(isFree({ ...inTokyo, workingHours: null }, at('03:00'))).toBe(false);
    expect(isFree({ ...inTokyo, timeZone: '' }, at('03:00'))).toBe(false);
    expect(isFree({ ...inTokyo, timeZone: 'Mars/Base' }, at('03:00'))).toBe(false);
    expect(timeThere('Mars/Base', at('03:00'), british.locale)).toBeNull();
    expect(timeThere('Asia/Tokyo', at('03:00'), british.locale)).toBe('12:00');
  });

  test('free now shows who is at work now, and who is called so', () => {
    const card = (name: string, told: object) => ({
      ...{ id: name, name, owner: false, role: '', pronouns: '', strengths: [], canShow: [], wantsToLearn: [] },
      ...{ timeZone: '', workingHours: null, ...told },
    });
    const people = knownFrom(
      [card('me', {}), card('Kenji', inTokyo), card('Ana', { ...inTokyo, timeZone: 'UTC' })],
      'me',
    );
    const shown = (typed: string, time: string) =>
      found(people, typed, 'free', 'me', at(time)).map(({ card: { name } }) => name);

    expect(shown('', '03:00')).toEqual(['Kenji']);
    expect(shown('', '12:00')).toEqual(['Ana']);
    expect(shown('ken', '12:00')).toEqual([]);
  });
});
