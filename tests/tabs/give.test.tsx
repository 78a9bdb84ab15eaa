import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { problemOfGiving } from '../../tabs/kudos/giveProblems.ts';
import { breakRequests, countRequests, haveValues, haveWish, textsFor } from '../support/tabScenes.ts';
import { openTab, type Tab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka', 'Lukas Brandt', 'Jonas Lind'];
const words = 'You rebuilt the demo the night the data changed';
const putting = { method: 'PUT', path: /\/kudos\/[^/]+$/ };

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(studio, { values: ['Patience', 'Care'] });
});

const openForm = async ({ user }: Tab) => {
  await user.click(await screen.findByRole('button', { name: 'Give kudos' }));
  return within(await screen.findByRole('dialog', { name: 'Give kudos' }));
};
const form = () => within(screen.getByRole('dialog'));
const sendButton = () => form().getByRole('button', { name: 'Give kudos' });
const textField = () => form().getByRole('textbox', { name: 'What did they do?' });

async function choose({ user }: Tab, ...names: string[]) {
  for (const name of names) {
    await user.type(form().getByRole('combobox', { name: 'To' }), name);
    await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
  }
}

/** Pasted, because two hundred keys take their time here. */
async function write({ user }: Tab, text: string) {
  await user.click(textField());
  await user.paste(text);
}

async function fillIn(tab: Tab, ...names: string[]) {
  await openForm(tab);
  await choose(tab, ...names);
  await write(tab, words);
}

const given = () => textsFor(service, team, 'Amara Okafor');

test('a kudos is on the wall as soon as it is given, the form is gone, and the keyboard is where it was', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(tab, 'Mei', 'Lukas');
  await tab.user.click(form().getByRole('textbox', { name: /What it changed/ }));
  await tab.user.paste('I slept.');
  await tab.user.click(form().getByRole('radio', { name: 'Care' }));

  await tab.user.click(sendButton());

  const letter = within(await screen.findByRole('article', { name: 'Mei and Lukas' }));
  expect(letter.getByText(words)).toBeVisible();
  expect(letter.getByText('I slept.')).toBeVisible();
  expect(letter.getByText('Care')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Give kudos' })).toHaveFocus();
  expect(screen.getByText('Your kudos is on the wall.')).toBeInTheDocument();
  expect(service.posted.filter(({ text }) => text === words)).toHaveLength(1);
});

test('it cannot be sent before there is somebody and something, and says what is missing', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await openForm(tab);
  expect(sendButton()).toHaveAccessibleDescription(/Choose somebody first/);

  await choose(tab, 'Mei');
  expect(sendButton()).toHaveAccessibleDescription(/Write at least three words/);
  await write(tab, 'thank you');
  expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
  await tab.user.click(sendButton());
  expect(await given()).toEqual([]);

  await write(tab, ' Mei');
  expect(sendButton()).not.toHaveAttribute('aria-disabled');
});

test('one never thanks oneself: the others are offered, found by any part of their name', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await openForm(tab);
  const to = form().getByRole('combobox', { name: 'To' });

  await tab.user.click(to);
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    expect.stringContaining('Jonas Lind'),
    expect.stringContaining('Lukas Brandt'),
    expect.stringContaining('Mei Tanaka'),
  ]);
  await tab.user.type(to, 'TANA');
  expect(await screen.findAllByRole('option')).toHaveLength(1);
  await tab.user.type(to, 'xyz');
  expect(await screen.findByText('Nobody here has a name like that.')).toBeInTheDocument();
});

test('in a team of five hundred the list stays short until more of the name is typed', async () => {
  const many = await service.haveTeam(['Amara Okafor', ...Array.from({ length: 499 }, (_, at) => `Colleague No${at}`)]);
  const tab = await openTab(service, { as: 'Amara Okafor', team: many });
  await openForm(tab);

  await tab.user.click(form().getByRole('combobox', { name: 'To' }));
  expect(await screen.findAllByRole('option')).toHaveLength(30);
  expect(screen.getByText('Type more of the name to see the others.')).toBeInTheDocument();

  await tab.user.type(form().getByRole('combobox', { name: 'To' }), 'No498');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
});

test('a double click makes one', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(tab, 'Mei');

  await tab.user.dblClick(sendButton());

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await given()).toEqual([words]);
});

test('sent again after its answer got lost, it is still one', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(tab, 'Mei');
  const mend = breakRequests(putting, 'answerLost');

  await tab.user.click(sendButton());
  expect(await form().findByRole('alert')).toHaveTextContent('Not given yet.');
  mend();
  await tab.user.click(sendButton());

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await given()).toEqual([words]);
  expect(screen.getAllByText(words)).toHaveLength(1);
});

test('offline everything typed stays, and it says what to do when the connection is back', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(tab, 'Mei');
  const mend = breakRequests(putting, 'offline');

  await tab.user.click(sendButton());
  const problem = await form().findByRole('alert');
  expect(problem).toHaveTextContent('Not given yet. You are offline. Your words stay here.');
  expect(textField()).toHaveValue(words);

  mend();
  await waitFor(() => expect(problem).toHaveTextContent('Press Give kudos to try again; it cannot become two.'));
  await tab.user.click(sendButton());
  await waitFor(async () => expect(await given()).toEqual([words]));
});

test('what was typed is there again after a reload, with the same people, until it is given', async () => {
  const before = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(before, 'Mei');
  await before.user.click(form().getByRole('radio', { name: 'Care' }));
  before.close();

  const after = await openTab(service, { as: 'Amara Okafor', team });
  const again = await openForm(after);
  expect(textField()).toHaveValue(words);
  expect(again.getByText('Mei Tanaka')).toBeVisible();
  expect(again.getByRole('radio', { name: 'Care' })).toBeChecked();
  expect(again.getByText('These are your words from before.')).toBeVisible();
  await waitFor(() => expect(sendButton()).not.toHaveAttribute('aria-disabled'));
  await after.user.click(sendButton());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // The button has moved to the head of a full wall by then.
  await screen.findByText(words);

  await openForm(after);
  expect(textField()).toHaveValue('');
});

test('words are one person’s and one team’s; who wants to begins afresh', async () => {
  const mine = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(mine, 'Mei');
  mine.close();

  const theirs = await openTab(service, { as: 'Jonas Lind', team });
  await openForm(theirs);
  expect(textField()).toHaveValue('');
  theirs.close();

  const again = await openTab(service, { as: 'Amara Okafor', team });
  await openForm(again);
  await again.user.click(form().getByRole('button', { name: 'Start afresh' }));
  expect(textField()).toHaveValue('');
  expect(localStorage).toHaveLength(0);
});

test('closing the form keeps the words', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await fillIn(tab, 'Mei');
  await tab.user.click(form().getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Give kudos' })).toHaveFocus();

  await openForm(tab);
  expect(textField()).toHaveValue(words);
});

describe('before it is sent, it says what will happen and who will see it, never whose wish it is', () => {
  const outcome = () => form().getByRole('status', { name: 'What will happen' });

  test('in the channel', async () => {
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await openForm(tab);
    expect(outcome()).toHaveTextContent('Once you have chosen somebody');
    await choose(tab, 'Mei');
    await waitFor(() => expect(outcome()).toHaveTextContent('The 4 members of Studio see this'));
  });

  test('in the hour, as soon as one of them likes it so', async () => {
    await haveWish(service, team, 'Lukas Brandt', 'hour');
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await openForm(tab);
    await choose(tab, 'Mei', 'Lukas');
    await waitFor(() => expect(outcome()).toHaveTextContent('This waits for the opening of the next hour.'));
    expect(outcome()).not.toHaveTextContent('Lukas');
  });

  test('privately', async () => {
    await haveWish(service, team, 'Mei Tanaka', 'private');
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await openForm(tab);
    await choose(tab, 'Mei');
    await waitFor(() => expect(outcome()).toHaveTextContent('Only you and Mei see this'));
  });

  test('rather not: kindly, and the button says why', async () => {
    await haveWish(service, team, 'Mei Tanaka', 'no');
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await fillIn(tab, 'Mei', 'Lukas');
    await waitFor(() => expect(outcome()).toHaveTextContent('A kudos here is not the right way for this.'));
    expect(outcome()).not.toHaveTextContent('Mei');
    expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
    expect(sendButton()).toHaveAccessibleDescription(/The box above says why/);
  });
});

describe('what the team has changed meanwhile is said where it belongs, and every word stays', () => {
  test('somebody has left', async () => {
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await fillIn(tab, 'Mei');
    await service.setRoster(team, ['Amara Okafor', 'Lukas Brandt', 'Jonas Lind']);

    await tab.user.click(sendButton());

    await waitFor(() =>
      expect(form().getByRole('combobox', { name: 'To' })).toHaveAccessibleDescription(/not in this team any more/),
    );
    expect(textField()).toHaveValue(words);
  });

  test('a value was given up', async () => {
    const tab = await openTab(service, { as: 'Jonas Lind', team });
    await fillIn(tab, 'Mei');
    await tab.user.click(form().getByRole('radio', { name: 'Care' }));
    await haveValues(service, team, 'Amara Okafor', ['Patience']);

    await tab.user.click(sendButton());
    expect(await form().findByText(/not one of the team’s any more/)).toBeVisible();
    await tab.user.click(form().getByRole('radio', { name: 'None' }));
    await tab.user.click(sendButton());

    await waitFor(async () => expect(await given()).toEqual([words]));
  });

  test('somebody would rather not, since a moment ago', async () => {
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await fillIn(tab, 'Mei');
    await form().findByText('The 4 members of Studio see this');
    await haveWish(service, team, 'Mei Tanaka', 'no');

    await tab.user.click(sendButton());

    expect(await form().findByText(/would rather not be thanked here/)).toBeVisible();
    expect(textField()).toHaveValue(words);
    expect(await given()).toEqual([]);
  });

  test('an earlier version is there already: pressing again gives this one as well', async () => {
    const tab = await openTab(service, { as: 'Amara Okafor', team });
    await fillIn(tab, 'Mei');
    const mend = breakRequests(putting, 'answerLost');
    await tab.user.click(sendButton());
    await form().findByRole('alert');
    mend();
    await write(tab, ', both of you');

    await tab.user.click(sendButton());
    expect(await form().findByText(/An earlier version of this is on the wall already/)).toBeVisible();
    await tab.user.click(sendButton());

    await waitFor(async () => expect(await given()).toEqual([`${words}, both of you`, words]));
  });
});

test.each([
  ['kudos.toNobody', 'to'],
  ['kudos.toSelf', 'to'],
  ['kudos.toTooMany', 'to'],
  ['kudos.notInTeam', 'to'],
  ['kudos.ratherNot', 'to'],
  ['kudos.tooFewWords', 'text'],
  ['kudos.tooLong', 'text'],
  ['kudos.unknownValue', 'value'],
  ['kudos.idTaken', 'form'],
  ['kudos.takenBack', 'form'],
] as const)('%s is said at: %s', (code, at) => {
  expect(problemOfGiving(code)).toMatchObject({ at, isRefusal: true });
});

test('a long thank-you is counted near its end as people count, and cannot be sent when it is too long', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  await openForm(tab);
  await choose(tab, 'Mei');

  await write(tab, `thank you Mei ${'👍🏽'.repeat(985)}`);
  expect(await form().findByText('1 character left')).toBeVisible();
  await tab.user.type(textField(), 'ab');
  expect(await form().findByText('1 character too many')).toBeVisible();
  expect(sendButton()).toHaveAttribute('aria-disabled', 'true');
});

test('looking at the form asks nothing of the service until somebody is chosen', async () => {
  const tab = await openTab(service, { as: 'Amara Okafor', team });
  const previews = countRequests({ method: 'POST', path: /preview/ });
  await openForm(tab);
  await write(tab, words);
  expect(previews.times).toBe(0);
});
