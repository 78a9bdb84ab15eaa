import { screen, waitFor } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { breakRequests, countRequests, haveKudos, holdTenSeconds, textsFor } from '../support/tabScenes.ts';
import { openTab, type Tab, theService } from '../support/tab.tsx';

const service = theService();
const words = 'for the easing curves';
const deleting = { method: 'DELETE', path: /\/kudos\// };

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Jonas Lind']);
  await haveKudos(service, team, { from: 'Amara Okafor', to: ['Mei Tanaka'], text: words });
  await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'another one, not mine' });
});

const onTheWall = () => textsFor(service, team, 'Jonas Lind');

async function takeBack({ user }: Tab, what = 'Take it back') {
  await user.click(await screen.findByRole('button', { name: /^More about this kudos for (Mei|you)/ }));
  await user.click(await screen.findByRole('menuitem', { name: what }));
}

test('mine goes at once, can be undone for ten seconds, and is gone then', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await screen.findByText(words);
  const tenSeconds = holdTenSeconds();

  await takeBack(tab);
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(await screen.findByText('Taken back')).toBeInTheDocument();
  expect(await onTheWall()).toContain(words);

  tenSeconds.pass();
  await waitFor(async () => expect(await onTheWall()).toEqual(['another one, not mine']));
  expect(screen.queryByText(words)).toBeNull();
});

test('undo brings it back, nothing is sent, and the keyboard is where it was', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await screen.findByText(words);
  const deletions = countRequests(deleting);
  const tenSeconds = holdTenSeconds();

  await takeBack(tab);
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(undo).toHaveFocus();
  await tab.user.click(undo);

  expect(await screen.findByText(words)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: 'More about this kudos for Mei' })).toHaveFocus());
  tenSeconds.pass();
  expect(deletions.times).toBe(0);
  expect(await onTheWall()).toContain(words);
});

test('who closes the page in these ten seconds has meant it', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await screen.findByText(words);

  await takeBack(tab);
  await screen.findByText('Taken back');
  window.dispatchEvent(new Event('pagehide'));

  await waitFor(async () => expect(await onTheWall()).toEqual(['another one, not mine']));
});

test('what the service did not let go of is back on the wall, and says why', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await screen.findByText(words);
  breakRequests(deleting, 'away');
  const tenSeconds = holdTenSeconds();

  await takeBack(tab);
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  tenSeconds.pass();

  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('It is still on the wall. The service is away for a moment.');
});

test('an answer that got lost does not bring it back', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await screen.findByText(words);
  const mend = breakRequests(deleting, 'answerLost');
  const tenSeconds = holdTenSeconds();

  await takeBack(tab);
  tenSeconds.pass();
  await screen.findByRole('alert');
  mend();
  await takeBack(tab);
  tenSeconds.pass();

  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('who was thanked can take it off the wall, others cannot', async () => {
  const mei = await openTab(service, { as: 'Mei Tanaka', team });
  await screen.findByText(words);
  expect(screen.getAllByRole('button', { name: 'More about this kudos for you' })).toHaveLength(2);
  mei.close();

  const jonas = await openTab(service, { as: 'Jonas Lind', team });
  await screen.findByText(words);
  expect(screen.getAllByRole('button', { name: /^More about this kudos/ })).toHaveLength(1);
  await takeBack(jonas);
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(async () => expect(await onTheWall()).toEqual([words]));
  jonas.close();

  const meiAgain = await openTab(service, { as: 'Mei Tanaka', team });
  await screen.findByText(words);
  await takeBack(meiAgain, 'Take it off the wall');
  expect(await screen.findByText('Taken off the wall')).toBeInTheDocument();
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(async () => expect(await onTheWall()).toEqual([]));
});
