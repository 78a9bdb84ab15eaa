/* What single people bring into the hour: a goal for the spotlight, an answer from who cannot come, a quiet wish about pairs. */
import { screen, waitFor, within } from '@testing-library/dom';
import type { HourView } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { depths, promptFor } from '../../tabs/hour/running/prompts.ts';
import { idOf } from '../support/builders.ts';
import { haveGoal, haveProfile, haveSchedule, helpersOf } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const [amara, mei, priya, tom] = ['Amara Okafor', 'Mei Tanaka', 'Priya Raman', 'Tom Weber'] as const;
const date = '2098-03-13';

let team: TeamRef;
beforeEach(async () => {
  localStorage.clear();
  team = await service.haveTeam([amara, mei, priya, tom]);
  await haveSchedule(service, team, amara, {
    weekday: 4,
    time: '10:00',
    timeZone: 'UTC',
    minutes: 60,
    everyWeeks: 1,
    startOn: date,
    replaces: null,
  });
});

const hourPath = () => paths.hour(team.teamId, date);
const look = async (as: string = tom): Promise<HourView> => (await service.call('GET', hourPath(), { as })).body;
const open = (as: string, path = '/tab/hour') => openTab(service, { as, team, path });
const run = async (segment = 0) => {
  await service.call('POST', paths.openHour(team.teamId, date), { as: amara });
  if (segment > 0) await service.call('POST', paths.stepHour(team.teamId, date), { as: amara, body: { segment } });
};

async function putInSpotlight(name: string) {
  const { version } = await service.call('GET', hourPath(), { as: amara });
  await service.call('PATCH', hourPath(), { as: amara, version, body: { spotlight: idOf(name) } });
}

test('who is in the spotlight chooses a goal that the team sees; the others read it, what is asked for, and offer a hand', async () => {
  const goal = { title: 'Say no in time', outcome: 'My week fits into my week', ask: 'Rehearse a call' };
  const shared = await haveGoal(service, team, mei, { ...goal, audience: 'team' });
  await haveGoal(service, team, mei, { title: 'Nobody’s business', outcome: '', ask: '', audience: 'me' });
  await putInSpotlight(mei);
  const before = await open(mei);
  const choice = await screen.findByRole('combobox', { name: 'The goal you talk about' });
  expect(
    within(choice)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Not about a goal', 'Say no in time']);

  await before.user.selectOptions(choice, 'Say no in time');
  await eventually(async () => expect((await look()).spotlightGoal).toBe(shared));
  before.close();
  await run(2);
  const other = await open(tom);

  expect(await screen.findByRole('link', { name: 'Say no in time' })).toBeVisible();
  expect(await screen.findByText('My week fits into my week')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Write a line' })).toHaveAttribute(
    'placeholder',
    'What can you offer Mei?',
  );
  expect(screen.queryByRole('combobox', { name: 'The goal you talk about' })).toBeNull();
  await other.user.click(await screen.findByRole('button', { name: 'I can help Mei: Rehearse a call' }));
  await eventually(async () => expect(await helpersOf(service, team, mei, shared)).toEqual([tom]));
  other.close();

  await open(mei);
  expect(await screen.findByText('What you ask for: Rehearse a call')).toBeVisible();
  expect(await screen.findByText('Tom can help')).toBeVisible();
}, 30_000);

test('without a goal that the team sees, the way to one’s goals stands there', async () => {
  await putInSpotlight(mei);

  await open(mei);

  expect(await screen.findByText(/A goal that the team sees can stand here/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'To your goals' })).toHaveAttribute('href', expect.stringMatching(/goals/));
});

test('who cannot come answers the round in writing, and it is read with the welcome', async () => {
  const { user, close } = await open(priya);
  await user.click(await screen.findByRole('button', { name: 'More about our hour' }));
  await user.click(await screen.findByRole('menuitem', { name: 'I cannot come' }));
  const box = await screen.findByRole('region', { name: /^You cannot come/ });

  await user.type(
    within(box).getByRole('textbox', { name: 'Write a line' }),
    'Tired, and glad about the release{Enter}',
  );

  await eventually(async () =>
    expect((await look()).notes).toMatchObject([{ text: 'Tired, and glad about the release' }]),
  );
  close();
  await run();
  await open(tom);
  const read = await screen.findByRole('region', { name: 'From those who cannot come today' });
  expect(within(read).getByText('Tired, and glad about the release')).toBeVisible();
  expect(within(read).getByText('Priya')).toBeVisible();
  // Once is enough.
  expect(screen.getAllByText('Tired, and glad about the release')).toHaveLength(1);
}, 20_000);

test('a question can be a deeper one, and a lighter one again', async () => {
  await run();
  const { user } = await open(tom);
  const light = (await screen.findByText('To begin with')).nextElementSibling!;
  const first = light.textContent;

  await user.click(screen.getByRole('button', { name: 'Deeper' }));
  await waitFor(() => expect(light).not.toHaveTextContent(first));
  await user.click(screen.getByRole('button', { name: 'Deeper' }));
  await user.click(await screen.findByRole('button', { name: 'Lighter' }));

  await waitFor(() => expect(light).toHaveTextContent(first));
  const kinds = ['welcome', 'pairs', 'spotlight', 'ideas', 'talk', 'close'] as const;
  for (const kind of kinds) {
    const all = Array.from({ length: depths }, (_, depth) => promptFor(kind, date, 0, depth));
    expect(new Set(all).size).toBe(depths);
  }
});

test('what one of a pair can show and the other would like to learn stands first', async () => {
  await haveProfile(service, team, mei, { canShow: ['Knitting', 'Saying no'], wantsToLearn: [] });
  await haveProfile(service, team, amara, { canShow: [], wantsToLearn: ['saying NO'] });
  await run();
  for (const as of [amara, mei]) await service.call('PUT', paths.presentInHour(team.teamId, date), { as });
  await service.call('POST', paths.stepHour(team.teamId, date), { as: amara, body: { segment: 1 } });

  await open(amara);

  const shows = await screen.findByRole('heading', { name: 'Mei can show' });
  const tags = within(shows.parentElement!).getAllByRole('listitem');
  expect(tags.map(({ textContent }) => textContent)).toEqual(['Saying no', 'Knitting']);
});

test('with whom I would rather not be paired is written down quietly, and taken back', async () => {
  const { user } = await open(mei, '/tab/hour/pairs');
  const picker = await screen.findByRole('combobox', { name: 'I would rather not be paired with' });
  expect(screen.getByText('Only you see this')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');

  await user.type(picker, 'Tom');
  await user.click(await screen.findByRole('option', { name: /Tom Weber/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('It is saved.')).toBeVisible();
  const mine = async () => (await service.call('GET', paths.avoids(team.teamId), { as: mei })).body.people;
  expect(await mine()).toEqual([idOf(tom)]);
  await user.click(screen.getByRole('button', { name: /Tom Weber/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await eventually(async () => expect(await mine()).toEqual([]));
});

test('the meeting is made in Teams’ own form until its link is known, and opened from then on', async () => {
  const link = 'https://teams.microsoft.com/meet/123?p=abc';
  const before = await open(tom);
  const create = await screen.findByRole('link', { name: 'Create the meeting' });
  expect(create).toHaveAttribute('href', expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meeting\/new\?/));
  before.close();
  const { user, close } = await open(amara, '/tab/hour/schedule');
  const field = await screen.findByRole('textbox', { name: /^Link to the meeting/ });
  await user.type(field, 'https://evil.example/meet/1');
  expect(await screen.findByText('Take the link that Teams shows in the meeting’s invitation.')).toBeVisible();

  await user.clear(field);
  await user.type(field, link);
  await user.click(screen.getByRole('button', { name: 'Keep this hour' }));
  await screen.findByText('The hour is kept.');
  close();

  await open(tom);
  expect(await screen.findByRole('link', { name: 'Open the meeting' })).toHaveAttribute('href', link);
}, 20_000);
