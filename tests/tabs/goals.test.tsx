import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { goalFor, haveAccepted, haveCheckedIn, haveGoal, haveReached } from '../support/tabGoals.ts';
import { breakRequests, countRequests, haveKudos, holdTenSeconds } from '../support/tabScenes.ts';
import { eventually, openTab, type Tab, theService } from '../support/tab.tsx';

const service = theService();
const amara = 'Amara Okafor';
const studio = [amara, 'Mei Tanaka', 'Lukas Brandt', 'Nadia Haddad'];

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(studio);
});

const openGoals = (as = amara, more = {}) => openTab(service, { as, team, path: '/tab/goals', ...more });
const goal = (title: string) => screen.findByRole('article', { name: title });

async function openMenu({ user }: Tab, title: string) {
  await user.click(await screen.findByRole('button', { name: `More about the goal “${title}”` }));
  return within(await screen.findByRole('menu'));
}

test('who has no goal yet is asked what they would like to be able to do, and has one thing to do', async () => {
  const tab = await openGoals();

  expect(await screen.findByRole('heading', { name: 'What would you like to be able to do?' })).toBeVisible();
  await tab.user.click(screen.getByRole('button', { name: 'Begin a goal' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'New goal' })).toBeVisible();
});

test('the goal last checked in stands open, the others are a row each, what ended is a line', async () => {
  const first = await haveGoal(service, team, amara, { title: 'Read a budget', steps: ['Ask Mei', 'Draw it'] });
  await haveGoal(service, team, amara, {
    title: 'Listen longer',
    steps: [{ text: 'Note one', done: true }, 'Ask Mei'],
  });
  await haveCheckedIn(service, team, first, amara, { learned: 'Four columns', confidence: 2 });
  const ended = await haveGoal(service, team, amara, { title: 'Give useful notes' });
  await haveReached(service, team, ended, amara);
  const asked = countRequests({ method: 'GET', path: /\/goals/ });

  await openGoals();

  const open = within(await goal('Read a budget'));
  expect(open.getByRole('button', { name: 'Check in' })).toBeVisible();
  expect(open.getByRole('img', { name: /Rather unsure on/ })).toBeVisible();
  const row = within((await screen.findByRole('link', { name: 'Listen longer' })).closest('article')!);
  expect(row.getByText('Next: Ask Mei')).toBeVisible();
  expect(row.getByRole('img', { name: '1 of 2 steps done' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Reached in \w+: Give useful notes/ })).toBeVisible();
  expect(asked.times).toBe(1);
});

test('a check-in takes a few words and one choice, and shows in the plot and its table', async () => {
  const id = await haveGoal(service, team, amara, { steps: ['Ask Mei'] });
  await haveCheckedIn(service, team, id, amara, { learned: 'Four columns', confidence: 2 });
  const tab = await openGoals();
  const sheet = within(await goal('Read a budget before I sign it'));
  expect(sheet.getByRole('button', { name: 'Check in' })).toHaveAccessibleDescription(
    'Choose first how sure you feel.',
  );

  await tab.user.type(sheet.getByRole('textbox', { name: /What did you learn since/ }), 'Surprises live here');
  await tab.user.click(sheet.getByRole('radio', { name: 'Rather sure' }));
  await tab.user.click(sheet.getByRole('button', { name: 'Check in' }));

  expect(
    await sheet.findByRole('img', { name: /From Rather unsure on .* to Rather sure on .*, over 2 check-ins/ }),
  ).toBeVisible();
  const table = sheet.getByRole('table', { name: 'How sure I feel' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(sheet.getByRole('textbox', { name: /What did you learn/ })).toHaveValue('');
  expect((await goalFor(service, team, id, amara))!.checkIns[0]).toMatchObject({
    learned: 'Surprises live here',
    confidence: 4,
  });
});

test('a check-in that does not arrive keeps its words, also over a reload, and becomes one and no more', async () => {
  const id = await haveGoal(service, team, amara);
  let tab = await openGoals();
  const fill = async () => within(await goal('Read a budget before I sign it'));
  let sheet = await fill();
  await tab.user.type(sheet.getByRole('textbox', { name: /What did you learn/ }), 'It was lost once');
  await tab.user.click(sheet.getByRole('radio', { name: 'Halfway' }));
  const mend = breakRequests({ method: 'PUT', path: /\/checkins\// }, 'answerLost');
  await tab.user.click(sheet.getByRole('button', { name: 'Check in' }));
  expect(await sheet.findByRole('alert')).toHaveTextContent('Your words stay here.');
  mend();

  tab.close();
  tab = await openGoals();
  sheet = await fill();
  expect(sheet.getByRole('textbox', { name: /What did you learn/ })).toHaveValue('It was lost once');
  await tab.user.click(sheet.getByRole('button', { name: 'Check in' }));

  await waitFor(() => expect(sheet.getByRole('textbox', { name: /What did you learn/ })).toHaveValue(''));
  expect((await goalFor(service, team, id, amara))!.checkIns).toHaveLength(1);
});

test('steps are ticked by the keyboard, shown at once, and come back when they could not be saved', async () => {
  const id = await haveGoal(service, team, amara, { steps: ['Ask Mei', 'Draw it'] });
  const tab = await openGoals();
  const sheet = within(await goal('Read a budget before I sign it'));

  sheet.getByRole('checkbox', { name: 'Ask Mei' }).focus();
  await tab.user.keyboard(' ');
  await waitFor(() => expect(sheet.getByRole('checkbox', { name: 'Ask Mei' })).toBeChecked());
  await eventually(async () => expect((await goalFor(service, team, id, amara))!.progress.done).toBe(1));

  breakRequests({ method: 'PUT', path: /\/done$/ }, 'away');
  await tab.user.click(sheet.getByRole('checkbox', { name: 'Draw it' }));
  expect(await sheet.findByRole('alert')).toHaveTextContent('The step is not saved yet.');
  await waitFor(() => expect(sheet.getByRole('checkbox', { name: 'Draw it' })).not.toBeChecked());
});

test('beside everything stands by name who sees it', async () => {
  await haveGoal(service, team, amara, {
    audience: 'supporters',
    supporters: ['Nadia Haddad', 'Mei Tanaka'],
    ask: 'Read it with me',
    askToTeam: true,
  });
  const tab = await openGoals();

  expect((await screen.findAllByText('You, Nadia and Mei see this')).length).toBe(2);
  const menu = await openMenu(tab, 'Read a budget before I sign it');
  await tab.user.click(menu.getByRole('menuitem', { name: 'Who sees this' }));

  const dialog = within(await screen.findByRole('dialog', { name: 'Who sees this' }));
  expect(dialog.getByText('The 4 members of Studio see this')).toBeVisible();
  expect(dialog.getAllByText('Only you see this').length).toBeGreaterThan(0);
  expect(dialog.getAllByText('asked')).toHaveLength(2);
});

test('a reached goal asks what was learned and who helped, and a thank-you lies ready', async () => {
  const id = await haveGoal(service, team, amara, { title: 'Read a budget' });
  const tab = await openGoals();
  const menu = await openMenu(tab, 'Read a budget');
  await tab.user.click(menu.getByRole('menuitem', { name: 'I reached it' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'You reached it' }));

  await tab.user.type(dialog.getByRole('textbox', { name: 'What did you learn?' }), 'Ask early');
  await tab.user.type(dialog.getByRole('combobox', { name: 'Who helped?' }), 'Nad');
  await tab.user.click(await screen.findByRole('option', { name: /Nadia/ }));
  await tab.user.click(dialog.getByRole('button', { name: 'Keep it as reached' }));

  await tab.user.click(await screen.findByRole('button', { name: 'Thank Nadia' }));
  const give = within(await screen.findByRole('dialog', { name: 'Give kudos' }));
  expect(give.getByText('Nadia Haddad')).toBeVisible();
  // A goal that only its owner sees is not named on the wall.
  expect(give.getByRole('textbox', { name: 'What did they do?' })).toHaveValue(
    'You helped me learn something that matters to me: ',
  );
  expect((await goalFor(service, team, id, amara))!.closings[0]).toMatchObject({
    status: 'reached',
    learned: 'Ask early',
    helpedBy: [{ name: 'Nadia Haddad' }],
  });
});

test('a closed goal is a memory: it says how it ended, and can be opened again', async () => {
  const id = await haveGoal(service, team, amara, { title: 'Read a budget', steps: ['Ask Mei'] });
  await haveReached(service, team, id, amara, 'Ask early');
  const tab = await openTab(service, { as: amara, team, path: `/tab/goals/${id}` });

  expect(await screen.findByText('Ask early')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Check in' })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await tab.user.click(screen.getByRole('button', { name: 'Open it again' }));

  expect(await screen.findByRole('button', { name: 'Check in' })).toBeVisible();
  expect((await goalFor(service, team, id, amara))!.status).toBe('open');
});

test('closed goals are found by a word of what was learned', async () => {
  for (const [title, learned] of [
    ['Read a budget', 'Ask early'],
    ['Listen longer', 'Silence helps'],
  ] as const) {
    const id = await haveGoal(service, team, amara, { title });
    await haveReached(service, team, id, amara, learned);
  }
  const tab = await openGoals();
  await tab.user.click(await screen.findByRole('link', { name: 'Look through all closed goals' }));

  await tab.user.type(await screen.findByRole('searchbox', { name: 'Search closed goals' }), 'silence{Enter}');

  await waitFor(() => expect(screen.queryByRole('link', { name: /Read a budget/ })).toBeNull());
  expect(await screen.findByRole('link', { name: /Listen longer/ })).toBeVisible();
  await tab.user.type(screen.getByRole('searchbox'), ' xyz{Enter}');
  expect(await screen.findByText('No closed goal says that.')).toBeVisible();
});

test('a deleted goal is gone at once, comes back in time, and is gone for good after ten seconds', async () => {
  const id = await haveGoal(service, team, amara, { title: 'Read a budget' });
  const time = holdTenSeconds();
  const tab = await openGoals();
  const remove = async () =>
    tab.user.click((await openMenu(tab, 'Read a budget')).getByRole('menuitem', { name: 'Delete' }));

  await remove();
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Read a budget' })).toBeNull());
  await tab.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await goal('Read a budget')).toBeVisible();
  expect(await goalFor(service, team, id, amara)).not.toBeNull();

  await remove();
  await screen.findByRole('button', { name: 'Undo' });
  time.pass();
  await eventually(async () => expect(await goalFor(service, team, id, amara)).toBeNull());
});

test('kudos about me are attached to a goal, and taken off again', async () => {
  await haveKudos(service, team, { from: 'Mei Tanaka', to: [amara], text: 'You read it line by line' });
  await haveKudos(service, team, { from: amara, to: ['Mei Tanaka'], text: 'You gave me the time' });
  const id = await haveGoal(service, team, amara);
  const tab = await openTab(service, { as: amara, team, path: `/tab/goals/${id}` });
  await tab.user.click(await screen.findByRole('button', { name: 'Attach kudos' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach kudos about you' }));

  await tab.user.click(await dialog.findByRole('checkbox', { name: /You read it line by line/ }));
  expect(dialog.queryByText(/You gave me the time/)).toBeNull();
  await tab.user.click(dialog.getByRole('button', { name: 'Done' }));

  expect(await screen.findByText('You read it line by line')).toBeVisible();
  await tab.user.click(await screen.findByRole('button', { name: 'Take off the kudos from Mei' }));
  await waitFor(() => expect(screen.queryByText('You read it line by line')).toBeNull());
});

test('goals that do not arrive say so, and come with the next try', async () => {
  await haveGoal(service, team, amara, { title: 'Read a budget' });
  const mend = breakRequests({ path: /\/goals\/screen/ }, 'away');
  const tab = await openGoals();

  expect(await screen.findByRole('alert')).toHaveTextContent('The goals did not arrive.');
  mend();
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await goal('Read a budget')).toBeVisible();
});

test('the growth record holds all of mine, and says that only I can make it', async () => {
  const id = await haveGoal(service, team, amara, {
    title: 'Read a budget',
    audience: 'supporters',
    supporters: ['Mei Tanaka'],
  });
  await haveAccepted(service, team, id, 'Mei Tanaka');
  await haveCheckedIn(service, team, id, amara, { learned: 'Four columns', confidence: 5 });
  await haveReached(service, team, id, amara, 'Ask early');

  await openTab(service, { as: amara, team, path: '/tab/goals/record' });

  const record = within(await screen.findByRole('article', { name: 'My growth record' }));
  expect(record.getByText('Four columns')).toBeVisible();
  expect(record.getByText('Ask early')).toBeVisible();
  expect(screen.getByText('Only you can make this record, and only of yourself')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download JSON' })).toBeVisible();
});

test('the growth record is read in later years, too: every day in it has its year', async () => {
  const year = new Date().getFullYear();
  await haveGoal(service, team, amara, { title: 'Read a budget', outcome: 'Explain it', dueOn: `${year}-12-31` });

  await openTab(service, { as: amara, team, path: '/tab/goals/record' });

  const record = within(await screen.findByRole('article', { name: 'My growth record' }));
  expect(record.getByText('What I will have learned to do')).toBeVisible();
  expect(record.getByText(new RegExp(`Begun on .*${year} · Until .*December.* ${year}$`))).toBeVisible();
});
