import { screen, waitFor, within } from '@testing-library/dom';
import { randomUUID } from 'node:crypto';
import type { ActionBody, ActionView } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { addDays } from '../../bot/domain/time.ts';
import { loadText, moreWords } from '../../tabs/text/text.ts';
import { idOf } from '../support/builders.ts';
import { haveSchedule } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const [amara, mei, tom] = ['Amara Okafor', 'Mei Tanaka', 'Tom Weber'] as const;
const today = new Date().toISOString().slice(0, 10);
// Any earlier hour: an hour can be opened on each of its dates.
const dates = [3, 2, 1].map((weeks) => addDays(today, -7 * weeks));
const [first, second, third] = dates as [string, string, string];

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam([amara, mei, tom]);
  await haveSchedule(service, team, amara, {
    weekday: new Date(`${first}T00:00:00Z`).getUTCDay() || 7,
    time: '00:00',
    timeZone: 'UTC',
    minutes: 60,
    everyWeeks: 1,
    startOn: first,
    replaces: null,
  });
});

const post = (path: string, as: string, body?: object) => service.call('POST', path, { as, ...(body && { body }) });
const open = (as: string, path: string) => openTab(service, { as, team, path: `/tab${path}` });

async function haveHour(date: string, text: string, as: string = amara) {
  await post(paths.openHour(team.teamId, date), as);
  await service.call('PUT', paths.hourNote(team.teamId, date, randomUUID()), { as, body: { text, kind: 'decision' } });
  await post(paths.closeHour(team.teamId, date), as);
}

async function havePromise(of: Partial<ActionBody>, as: string = amara): Promise<string> {
  const id = randomUUID();
  const body = { text: 'Draft the checklist', ...of };
  const { status } = await service.call('PUT', paths.action(team.teamId, id), { as, body });
  expect(status).toBe(201);
  return id;
}

const actionsOf = async (as: string): Promise<ActionView[]> =>
  (await service.call('GET', `${paths.actions(team.teamId)}?person=me`, { as })).body.items;

test('earlier hours are listed with what became of them, found by a word, and read also by who was not there', async () => {
  await haveHour(first, 'Names first, then silence');
  await haveHour(second, 'Write one page, two weeks before');
  await post(paths.skipHour(team.teamId, third), amara, { reason: 'Quarter end' });
  const { user } = await open(tom, '/hour/past');
  const list = within(await screen.findByRole('list', { name: 'Earlier hours' }));
  expect(list.getAllByRole('listitem')).toHaveLength(3);
  expect(list.getByText('Skipped: Quarter end')).toBeVisible();

  await user.type(screen.getByRole('searchbox', { name: 'Search earlier hours' }), 'silence{Enter}');
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
  await user.click(screen.getByRole('link', { name: /^\w+day/ }));

  const stays = await screen.findByRole('region', { name: 'What stays of this hour' });
  expect(within(stays).getByText('Names first, then silence')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Print' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Earlier hours' }));
  await user.type(await screen.findByRole('searchbox'), 'Xanthippe{Enter}');
  expect(await screen.findByText(/^No hour is about that/)).toBeVisible();
}, 20_000);

test.each([
  ['de', 'Jemand, der nicht mehr da ist'],
  ['ar', 'شخص غادر الفريق'],
] as const)('who was erased is called in the language of who reads: %s', async (locale, name) => {
  await haveHour(first, 'Names first, then silence', mei);
  await service.call('DELETE', paths.me(), { as: mei });
  await service.settled();
  // The parts of the page are there from the test before, and brought the words of its language along.
  await loadText(locale);
  await moreWords();
  await openTab(service, { as: tom, team, path: `/tab/hour/past/${first}`, locale });

  const said = await screen.findAllByText('Names first, then silence');
  expect(said.at(-1)!.closest('li')).toHaveTextContent(name);
  expect(document.body).not.toHaveTextContent('Someone who left');
});

test('what I set out to do and what I was promised stand in one place, with the hour that each is from', async () => {
  await havePromise({ text: 'Send the budget', hour: second }, mei);
  await havePromise({ text: 'Sit in on a review', promisedTo: idOf(mei) });
  await havePromise({ text: 'Nothing of Mei’s' });
  const { user } = await open(mei, '/hour/actions');

  const mine = within(await screen.findByRole('region', { name: 'Yours to do' }));
  expect(mine.getByText('Send the budget')).toBeVisible();
  expect(mine.getByRole('link', { name: /^from / })).toHaveAttribute('href', expect.stringContaining(second));
  const toMe = within(screen.getByRole('region', { name: 'Promised to you' }));
  expect(toMe.getByText('Sit in on a review')).toBeVisible();
  expect(screen.queryByText('Nothing of Mei’s')).toBeNull();
  await user.click(toMe.getByRole('button', { name: 'It was kept: Sit in on a review' }));

  expect(await screen.findByRole('region', { name: 'Closed' })).toHaveTextContent('Sit in on a review');
  await eventually(async () => expect((await actionsOf(mei)).map(({ status }) => status)).toContain('kept'));
});

test('who was promised something gives it another date in time, or releases from it; who owns it cannot', async () => {
  const dueOn = addDays(today, 3);
  await havePromise({ promisedTo: idOf(mei), dueOn });
  await havePromise({ text: 'Too late by now', promisedTo: idOf(mei), dueOn: addDays(today, -2) });
  const owner = await open(amara, '/hour/actions');
  await screen.findByText('Draft the checklist');
  expect(screen.queryByRole('button', { name: /^More about/ })).toBeNull();
  owner.close();
  const { user } = await open(mei, '/hour/actions');

  await user.click(await screen.findByRole('button', { name: 'More about: Draft the checklist' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Give it another date' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/you agree on the new date with Amara/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Save the date' }));
  await eventually(async () =>
    expect(await actionsOf(mei)).toContainEqual(
      expect.objectContaining({ dueOn: addDays(dueOn, 7), postponed: [dueOn] }),
    ),
  );

  await user.click(screen.getByRole('button', { name: 'More about: Too late by now' }));
  expect(screen.queryByRole('menuitem', { name: 'Give it another date' })).toBeNull();
  await user.click(await screen.findByRole('menuitem', { name: 'Release from the promise' }));
  await eventually(async () => expect((await actionsOf(mei)).map(({ status }) => status)).toContain('released'));
}, 20_000);
