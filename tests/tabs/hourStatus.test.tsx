/* Two lines in the place of the meeting that was given up: said, changed and taken back on the page of the hour. */
import { screen, waitFor, within } from '@testing-library/dom';
import type { HourView } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { breakRequests, haveSchedule } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const [amara, mei, tom] = ['Amara Okafor', 'Mei Tanaka', 'Tom Weber'] as const;
const date = '2098-03-13';
const schedule = {
  weekday: 4,
  time: '10:00',
  timeZone: 'UTC',
  minutes: 60,
  everyWeeks: 1,
  startOn: date,
} as const;

let team: TeamRef;
async function haveTeam(replaces: { name: string; minutes: number } | null = { name: 'Weekly status', minutes: 45 }) {
  localStorage.clear();
  team = await service.haveTeam([amara, mei, tom]);
  await haveSchedule(service, team, amara, { ...schedule, replaces });
}

const open = (as: string) => openTab(service, { as, team, path: '/tab/hour' });
const path = () => paths.myStatus(team.teamId, date);
const linesNow = async () => {
  const { body } = await service.call('GET', paths.hour(team.teamId, date), { as: tom });
  return (body as HourView).statusLines.map(({ by, text }) => [by.name, text]);
};
async function say(as: string, text: string) {
  const { body } = await service.call('GET', paths.hour(team.teamId, date), { as });
  const version = (body as HourView).statusLines.find(({ by }) => by.name === as)?.version;
  const answer = await service.call('PUT', path(), { as, body: { text }, ...(version && { version }) });
  expect([200, 201]).toContain(answer.status);
}
const fold = async () => (await screen.findByText('Status in two lines')).closest('details')!;
const field = async () => within(await fold()).findByRole('textbox', { name: 'What should the others know?' });
const press = async (name: string) => within(await fold()).findByRole('button', { name });

test('is folded until somebody says something; who does sees who sees it, changes it and takes it back', async () => {
  await haveTeam();
  const { user } = await open(mei);
  expect((await fold()).open).toBe(false);
  await user.click(await screen.findByText('Status in two lines'));
  expect(screen.getByText(/“Weekly status” is given up for our hour/)).toBeVisible();
  expect(screen.getByText('The 3 members of Studio see this, also in the bot’s post')).toBeVisible();

  await user.type(await field(), 'Release is out{Enter}Waiting for the map');
  await user.click(await press('Say it'));
  expect(await within(await fold()).findByText(/Release is out/)).toBeVisible();
  expect(await linesNow()).toEqual([[mei, 'Release is out\nWaiting for the map']]);
  expect(screen.queryByRole('textbox', { name: 'What should the others know?' })).toBeNull();

  await user.click(await press('Change it'));
  expect(await field()).toHaveFocus();
  await user.clear(await field());
  await user.type(await field(), 'Release is out');
  await user.click(await press('Say it'));
  await eventually(async () => expect(await linesNow()).toEqual([[mei, 'Release is out']]));

  await user.click(await press('Take it back'));
  await eventually(async () => expect(await linesNow()).toEqual([]));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await eventually(async () => expect(await linesNow()).toEqual([[mei, 'Release is out']]));
}, 20_000);

test('what others said is there to read, and theirs to change', async () => {
  await haveTeam();
  await say(tom, 'Nothing new');
  await open(mei);

  expect((await fold()).open).toBe(true);
  const lines = within(await screen.findByRole('list', { name: 'Status in two lines' }));
  expect(lines.getByText('Nothing new')).toBeVisible();
  expect(lines.getByText('Tom')).toBeVisible();
  expect(lines.queryByRole('button')).toBeNull();
});

test('what is typed stays over a reload, and when it could not be said', async () => {
  await haveTeam();
  const first = await open(mei);
  await first.user.click(await screen.findByText('Status in two lines'));
  await first.user.type(await field(), 'Release is out');
  first.close();

  const { user } = await open(mei);
  expect((await fold()).open).toBe(true);
  expect(await field()).toHaveValue('Release is out');
  const mend = breakRequests({ method: 'PUT', path: /status\/me/ }, 'away');
  await user.click(await press('Say it'));
  expect(await screen.findByText('Your lines are not said yet. They stay here.')).toBeVisible();
  expect(await field()).toHaveValue('Release is out');
  mend();
  await user.click(await press('Say it'));

  await eventually(async () => expect(await linesNow()).toEqual([[mei, 'Release is out']]));
  await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.startsWith('status draft'))).toEqual([]));
}, 20_000);

test.each([
  ['This one', 'Mine, typed here'],
  ['The other one', 'Said in the channel'],
])(
  'said elsewhere meanwhile, both are shown: "%s" stays',
  async (which, stays) => {
    await haveTeam();
    await say(mei, 'First');
    const { user } = await open(mei);
    await user.click(await press('Change it'));
    await user.clear(await field());
    await user.type(await field(), 'Mine, typed here');
    await say(mei, 'Said in the channel');

    await user.click(await press('Say it'));
    expect(await screen.findByText(/There it says: “Said in the channel”\. Which one stays\?/)).toBeVisible();
    expect(await field()).toHaveValue('Mine, typed here');
    await user.click(await press(which));

    await eventually(async () => expect(await linesNow()).toEqual([[mei, stays]]));
    expect(await within(await fold()).findByText(stays)).toBeVisible();
  },
  20_000,
);

test('taken back elsewhere meanwhile, it says so', async () => {
  await haveTeam();
  await say(mei, 'First');
  const { user } = await open(mei);
  await user.click(await press('Change it'));
  await user.type(await field(), ', and more');
  await service.call('DELETE', path(), { as: mei });

  await user.click(await press('Say it'));
  await screen.findByText(/There you took it back/);
  await user.click(await press('This one'));

  await eventually(async () => expect(await linesNow()).toEqual([[mei, 'First, and more']]));
}, 20_000);

test('is read with the welcome, written there too, and stays with the record of the hour', async () => {
  await haveTeam();
  await say(tom, 'Nothing new');
  await service.call('POST', paths.openHour(team.teamId, date), { as: amara });
  const running = await open(mei);
  expect(await within(await fold()).findByText('Nothing new')).toBeVisible();
  await running.user.type(await field(), 'Release is out');
  await running.user.click(await press('Say it'));
  await eventually(async () =>
    expect(await linesNow()).toEqual([
      [tom, 'Nothing new'],
      [mei, 'Release is out'],
    ]),
  );
  running.close();
  await service.call('POST', paths.closeHour(team.teamId, date), { as: amara });

  await openTab(service, { as: mei, team, path: `/tab/hour/past/${date}` });

  const record = within(await screen.findByRole('list', { name: 'Status in two lines' }));
  expect(record.getByText('Nothing new')).toBeVisible();
  expect(record.getByRole('button', { name: 'Take it back' })).toBeVisible();
}, 20_000);

test('where no meeting was given up, nobody is asked', async () => {
  await haveTeam(null);
  await open(mei);
  await screen.findByRole('list', { name: 'The plan of the hour' });
  expect(screen.queryByText('Status in two lines')).toBeNull();
});
