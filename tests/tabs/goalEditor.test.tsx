import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { goalFor, haveCheckedIn, haveGoal } from '../support/tabGoals.ts';
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

const steps = () =>
  screen.getAllByRole('textbox', { name: /^Step \d/ }).map((input) => (input as HTMLTextAreaElement).value);
const savedId = () => window.location.pathname.split('/').pop()!;
const isSaved = () => waitFor(() => expect(window.location.pathname).toMatch(/goals\/[0-9a-f-]{36}$/));

test('a goal is written in one form, and only its owner sees it unless it says so', async () => {
  const tab = await openNew();
  await write(tab, 'Goal', 'Read a budget before I sign it');
  await write(tab, 'What will you have learned to do?', 'I can explain where our money goes.');
  await tab.user.type(await screen.findByLabelText('Until (if you like)'), '2027-01-29');
  await tab.user.click(await field('Another step'));
  await tab.user.keyboard('Ask Mei');
  await tab.user.click(await field('Another step'));
  await tab.user.keyboard('Draw it');
  await write(tab, 'If', 'an invoice lands in my inbox');
  await write(tab, 'then', 'I find its line');
  await write(tab, 'Help I want (if you like)', 'Read it with me');
  expect(screen.getByText('Only you see this goal')).toBeVisible();
  await tab.user.click(screen.getByRole('switch', { name: 'Show this line to the team' }));
  expect(screen.getByText('Only you see this goal, Studio sees the help line')).toBeVisible();

  await tab.user.click(saveButton());

  await isSaved();
  expect(await goalFor(service, team, savedId(), amara)).toMatchObject({
    title: 'Read a budget before I sign it',
    dueOn: '2027-01-29',
    steps: [{ text: 'Ask Mei' }, { text: 'Draw it' }],
    ifThen: { if: 'an invoice lands in my inbox', then: 'I find its line' },
    ask: 'Read it with me',
    askToTeam: true,
    audience: 'me',
  });
  expect(await goalFor(service, team, savedId(), 'Mei Tanaka')).toBeNull();
});

test('without a name it cannot be saved, and says so', async () => {
  const tab = await openNew();
  await field('Goal');

  expect(saveButton()).toHaveAccessibleDescription('Give the goal a name first.');
  await tab.user.click(saveButton());

  expect(window.location.pathname).toBe('/tab/goals/new');
});

test('ten examples begin a goal, and none of them replaces words of my own', async () => {
  const tab = await openNew();
  await tab.user.click(await screen.findByText('Begin with an example'));
  expect(within(screen.getByText('Begin with an example').closest('details')!).getAllByRole('button')).toHaveLength(10);

  await tab.user.click(screen.getByRole('button', { name: 'Say no without losing people' }));
  expect(await field('Goal')).toHaveValue('Say no without losing people');
  expect(steps()).toHaveLength(3);
  await tab.user.type(await field('Goal'), ' at work');

  expect(screen.queryByText('Begin with an example')).toBeNull();
});

test('steps are put in order and taken out by keys alone', async () => {
  const id = await haveGoal(service, team, amara, { steps: ['One', 'Two', 'Three'] });
  const tab = await openEdit(id);
  (await field('Step 3')).focus();

  await tab.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(steps()).toEqual(['One', 'Three', 'Two']);
  expect(await field('Step 2')).toHaveFocus();
  await tab.user.click(screen.getByRole('button', { name: 'Move One down' }));
  expect(steps()).toEqual(['Three', 'One', 'Two']);
  await tab.user.click(screen.getByRole('button', { name: 'Remove Two' }));
  await tab.user.click(saveButton());

  await isSaved();
  expect((await goalFor(service, team, id, amara))!.steps.map(({ text }) => text)).toEqual(['Three', 'One']);
});

test('showing a goal to more people is asked first, and says that they see all of it', async () => {
  const id = await haveGoal(service, team, amara);
  await haveCheckedIn(service, team, id, amara, { learned: 'It was hard', confidence: 1 });
  const tab = await openEdit(id);
  await tab.user.click(await screen.findByRole('radio', { name: 'Supporters I name' }));
  await tab.user.type(await screen.findByRole('combobox', { name: 'Supporters' }), 'Nad');
  await tab.user.click(await screen.findByRole('option', { name: /Nadia/ }));
  expect(screen.getByText('You and Nadia see this goal')).toBeVisible();

  await tab.user.click(saveButton());
  let dialog = within(await screen.findByRole('dialog', { name: 'More people will see this goal' }));
  expect(dialog.getByText('Nadia will see it.')).toBeVisible();
  expect(dialog.getByText(/every check-in from the beginning/)).toBeVisible();
  await tab.user.click(dialog.getByRole('button', { name: 'Not yet' }));
  expect(await goalFor(service, team, id, 'Nadia Haddad')).toBeNull();

  await tab.user.click(saveButton());
  dialog = within(await screen.findByRole('dialog', { name: 'More people will see this goal' }));
  await tab.user.click(dialog.getByRole('button', { name: 'Show all of it' }));
  await isSaved();
  expect((await goalFor(service, team, id, 'Nadia Haddad'))!.standing).toBe('asked');
});
