import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { changeGoalElsewhere, goalFor, haveGoal } from '../support/tabGoals.ts';
import { breakRequests } from '../support/tabScenes.ts';
import { openTab, type Tab, theService } from '../support/tab.tsx';

const service = theService();
const amara = 'Amara Okafor';
const studio = [amara, 'Mei Tanaka', 'Lukas Brandt', 'Nadia Haddad'];

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(studio);
});

const openNew = () => openTab(service, { as: amara, team, path: '/tab/goals/new' });
const openEdit = (id: string) => openTab(service, { as: amara, team, path: `/tab/goals/${id}/edit` });
const field = (name: RegExp | string) => screen.findByRole('textbox', { name });
const saveButton = () => screen.getByRole('button', { name: 'Save goal' });

/** Pasted, because forty keys take their time here. */
async function write({ user }: Tab, name: RegExp | string, words: string) {
  const input = await field(name);
  await user.clear(input);
  await user.click(input);
  await user.paste(words);
}

const isSaved = () => waitFor(() => expect(window.location.pathname).toMatch(/goals\/[0-9a-f-]{36}$/));

test('words survive a reload and an offline spell, and are saved once', async () => {
  let tab = await openNew();
  await write(tab, 'Goal', 'Listen longer');
  const mend = breakRequests({ method: 'PUT', path: /\/goals\// }, 'offline');
  await tab.user.click(saveButton());
  expect(await screen.findByText(/Save it when you are connected again/)).toBeVisible();
  mend();

  tab.close();
  tab = await openNew();
  expect(await field('Goal')).toHaveValue('Listen longer');
  expect(screen.getByText('These are your words from before.')).toBeVisible();
  await tab.user.click(saveButton());

  await isSaved();
  const { body } = await service.call('GET', `/api/teams/${encodeURIComponent(team.teamId)}/goals?person=me`, {
    as: amara,
  });
  expect(body.items).toHaveLength(1);
  tab.close();
  await openNew();
  expect(await field('Goal')).toHaveValue('');
});

test('what was changed elsewhere stands beside mine, part by part, and nothing is lost', async () => {
  const id = await haveGoal(service, team, amara, { title: 'Read a budget', outcome: 'Explain it', why: 'Money' });
  const tab = await openEdit(id);
  await write(tab, 'Goal', 'Read every budget');
  await changeGoalElsewhere(service, team, id, amara, { title: 'Read two budgets', why: 'Trust' });

  await tab.user.click(saveButton());
  const other = await screen.findByRole('region', { name: 'Goal' });
  expect(within(other).getByText('Read every budget')).toBeVisible();
  expect(within(other).getByText('Read two budgets')).toBeVisible();
  // Only the other one changed this, so it stays changed.
  expect(await field(/Why does it matter/)).toHaveValue('Trust');
  expect(await field('Goal')).toHaveValue('Read every budget');
  await tab.user.click(within(other).getByRole('button', { name: 'Goal: the other one' }));
  expect(await field('Goal')).toHaveValue('Read two budgets');
  await tab.user.click(within(other).getByRole('button', { name: 'Goal: mine' }));
  await tab.user.click(saveButton());

  await isSaved();
  expect(await goalFor(service, team, id, amara)).toMatchObject({
    title: 'Read every budget',
    outcome: 'Explain it',
    why: 'Trust',
  });
});

test('a goal of somebody else is not edited, and one that is closed neither', async () => {
  const id = await haveGoal(service, team, 'Mei Tanaka', { audience: 'team' });

  await openEdit(id);

  expect(await screen.findByText(/Only the person whose goal it is can change it./)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save goal' })).toBeNull();
});
