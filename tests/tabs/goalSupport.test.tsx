import { screen, waitFor } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { goalFor, haveAccepted, haveCheckedIn, haveGoal } from '../support/tabGoals.ts';
import { breakRequests } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const amara = 'Amara Okafor';
const nadia = 'Nadia Haddad';
const studio = [amara, 'Mei Tanaka', 'Lukas Brandt', nadia];

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(studio);
});

const open = (as: string, path = '/tab/goals') => openTab(service, { as, team, path });
const shared = { title: 'Read a budget', audience: 'supporters', supporters: [nadia] } as const;

test('who is asked for support says yes, and may then talk and cheer', async () => {
  const id = await haveGoal(service, team, amara, shared);
  await haveCheckedIn(service, team, id, amara, { learned: 'Four columns', confidence: 2 });
  const tab = await open(nadia);
  expect(await screen.findByText('Amara would like your support')).toBeVisible();
  await tab.user.click(screen.getByRole('button', { name: 'I support it: “Read a budget”' }));
  await tab.user.click(await screen.findByRole('link', { name: 'Read a budget' }));

  await tab.user.type(await screen.findByRole('textbox', { name: 'Say something' }), 'I am with you');
  await tab.user.click(screen.getByRole('button', { name: 'Send' }));
  await tab.user.click(screen.getByRole('button', { name: 'Cheer Amara on' }));

  expect(await screen.findByText('I am with you')).toBeVisible();
  expect(screen.getByText('You, Amara and the others who support this goal see this')).toBeVisible();
  await eventually(async () => expect((await goalFor(service, team, id, amara))!.cheers).toHaveLength(1));
  tab.close();
  await open(amara, `/tab/goals/${id}`);
  expect(await screen.findByText('I am with you')).toBeVisible();
  expect(screen.getByText('Nadia cheers you on')).toBeVisible();
  expect(screen.getByText('supports you')).toBeVisible();
});

test('a "not now" takes the goal away, and its owner goes on reading that they asked', async () => {
  const id = await haveGoal(service, team, amara, shared);
  const tab = await open(nadia);

  await tab.user.click(await screen.findByRole('button', { name: 'Not now: “Read a budget”' }));

  await waitFor(() => expect(screen.queryByText('Read a budget')).toBeNull());
  expect(screen.getByText('The goal is off your list. Nobody is told.')).toBeInTheDocument();
  expect(await goalFor(service, team, id, nadia)).toBeNull();
  tab.close();
  await open(amara, `/tab/goals/${id}`);
  expect(await screen.findByText('asked')).toBeVisible();
});

test('who stops supporting is out at once', async () => {
  const id = await haveGoal(service, team, amara, shared);
  await haveAccepted(service, team, id, nadia);
  const tab = await open(nadia, `/tab/goals/${id}`);

  await tab.user.click(await screen.findByRole('button', { name: 'Stop supporting' }));

  await waitFor(() => expect(window.location.pathname).toBe('/tab/goals'));
  await waitFor(() => expect(screen.queryByText('Read a budget')).toBeNull());
  expect(await goalFor(service, team, id, nadia)).toBeNull();
});

test('help that is offered is known to who asked, and to nobody else', async () => {
  const id = await haveGoal(service, team, amara, { title: 'Read a budget', ask: 'Read it with me', askToTeam: true });
  let tab = await open(nadia);
  expect(screen.queryByText('Read a budget')).toBeNull();
  const offer = await screen.findByRole('button', { name: 'I can help with that: “Read it with me”, Amara' });

  await tab.user.click(offer);
  expect(await screen.findByText('Only Amara knows that you offered')).toBeVisible();
  expect(offer).toHaveAttribute('aria-pressed', 'true');
  await eventually(async () => expect((await goalFor(service, team, id, amara))!.helpers).toHaveLength(1));
  tab.close();

  tab = await open('Mei Tanaka');
  expect(await screen.findByText('Read it with me')).toBeVisible();
  expect(screen.queryByText(/Nadia/)).toBeNull();
  tab.close();
  await open(amara);
  expect(await screen.findByText('Nadia can help with “Read it with me”')).toBeVisible();
  expect(screen.getByText('Only you see who offers help')).toBeVisible();
});

test('a goal that is not there for me looks like one that does not exist', async () => {
  const id = await haveGoal(service, team, amara, shared);

  const tab = await open('Mei Tanaka', `/tab/goals/${id}`);
  const gone = (await screen.findByText('There is no goal here that you can see.')).closest('main')!.textContent;
  tab.close();
  await open('Mei Tanaka', `/tab/goals/${crypto.randomUUID()}`);

  const missing = await screen.findByText('There is no goal here that you can see.');
  expect(missing.closest('main')!.textContent).toBe(gone);
});

test('a comment that does not arrive keeps its words, and is said once', async () => {
  const id = await haveGoal(service, team, amara, shared);
  await haveAccepted(service, team, id, nadia);
  const tab = await open(nadia, `/tab/goals/${id}`);
  await tab.user.type(await screen.findByRole('textbox', { name: 'Say something' }), 'Once');
  const mend = breakRequests({ method: 'PUT', path: /\/comments\// }, 'answerLost');
  await tab.user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Your comment is not sent yet. Your words stay here./)).toBeVisible();
  mend();

  await tab.user.click(screen.getByRole('button', { name: 'Send' }));

  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Say something' })).toHaveValue(''));
  expect(await screen.findAllByText('Once')).toHaveLength(1);
});
