import { screen, waitFor, within } from '@testing-library/dom';
import { paths } from '../../bot/contract/paths.ts';
import type { HourView } from '../../bot/contract/hour.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { idOf } from '../support/builders.ts';
import { breakRequests, haveSchedule } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Priya Raman', 'Tom Weber']);
  await haveSchedule(service, team, 'Amara Okafor', {
    weekday: 4,
    time: '10:00',
    timeZone: 'UTC',
    minutes: 60,
    everyWeeks: 1,
    // So far away that it is to come whenever this is read.
    startOn: '2098-03-13',
    replaces: { name: 'Weekly status', minutes: 45 },
  });
});

const date = '2098-03-13';
const open = (as: string) => openTab(service, { as, team, path: '/tab/hour' });
const hourNow = async (as = 'Tom Weber'): Promise<HourView> =>
  (await service.call('GET', paths.hour(team.teamId, date), { as })).body;
const textsNow = async () => (await hourNow()).topics.map(({ text }) => text);

async function haveTopic(as: string, text: string): Promise<string> {
  const id = crypto.randomUUID();
  await service.call('PUT', paths.topic(team.teamId, date, id), { as, body: { text } });
  return id;
}

async function haveAction(as: string, body: object): Promise<void> {
  await service.call('PUT', paths.action(team.teamId, crypto.randomUUID()), { as, body });
}

const rail = () => screen.findByRole('list', { name: 'The plan of the hour' });
const segment = async (name: RegExp) =>
  (await within(await rail()).findByRole('heading', { name })).closest<HTMLElement>('li')!;
const topicsShown = async () =>
  [...(await segment(/Topics and ideas/)).querySelectorAll('[data-topic] p:first-of-type')].map(
    (row) => row.textContent,
  );

test('says when it is, who has a part in it, and what it is made of', async () => {
  await open('Mei Tanaka');

  expect(await screen.findByRole('heading', { level: 1, name: 'Thursday, 10:00' })).toBeVisible();
  expect(screen.getByText('13 March 2098, one hour, UTC time')).toBeVisible();
  expect(screen.getByText('Instead of Weekly status')).toBeVisible();
  const roles = within(screen.getByRole('list', { name: 'Who has a part in it' }));
  expect(roles.getByRole('button', { name: /^Facilitator / })).toBeVisible();
  expect(
    within(await rail())
      .getAllByRole('heading')
      .map((name) => name.textContent),
  ).toEqual([
    'Welcome and kept promises',
    'Pairs',
    expect.stringMatching(/^Spotlight/),
    'Topics and ideas',
    'Close with one if-then each',
  ]);
  expect((await segment(/^Pairs/)).querySelector('time')).toHaveTextContent('10:10');
});

describe('topics', () => {
  test('one is added in a line, by Enter', async () => {
    const { user } = await open('Mei Tanaka');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'What it is' }), 'An idea');
    await user.type(screen.getByRole('textbox', { name: 'A topic for the hour' }), 'Quiet mornings{Enter}');

    await waitFor(async () => expect(await topicsShown()).toEqual(['Quiet mornings']));
    expect((await hourNow()).topics).toMatchObject([
      { text: 'Quiet mornings', kind: 'idea', author: { name: 'Mei Tanaka' } },
    ]);
    expect(screen.getByRole('textbox', { name: 'A topic for the hour' })).toHaveValue('');
    expect(screen.getByText('The 4 members of Studio see this')).toBeVisible();
  });

  test('one whose answer gets lost is there once', async () => {
    const { user } = await open('Mei Tanaka');
    const mend = breakRequests({ method: 'PUT', path: /topics/ }, 'answerLost');
    await user.type(await screen.findByRole('textbox', { name: 'A topic for the hour' }), 'Handing over{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Your topic is not added yet\. Your words stay here\./);
    mend();
    await user.click(screen.getByRole('button', { name: 'Add topic' }));

    await waitFor(() => expect(screen.getByRole('textbox', { name: 'A topic for the hour' })).toHaveValue(''));
    expect(await textsNow()).toEqual(['Handing over']);
  });

  test('what is typed survives a reload', async () => {
    const before = await open('Mei Tanaka');
    await before.user.type(await screen.findByRole('textbox', { name: 'A topic for the hour' }), 'Half a thou');
    before.close();

    await open('Mei Tanaka');

    expect(await screen.findByRole('textbox', { name: 'A topic for the hour' })).toHaveValue('Half a thou');
  });

  test('are put in another order by anybody', async () => {
    await haveTopic('Mei Tanaka', 'First');
    await haveTopic('Priya Raman', 'Second');
    await haveTopic('Priya Raman', 'Third');
    const { user } = await open('Tom Weber');

    await user.click(await screen.findByRole('button', { name: 'More about Third' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Talk about it first' }));
    await waitFor(async () => expect(await topicsShown()).toEqual(['Third', 'First', 'Second']));
    await user.click(await screen.findByRole('button', { name: 'More about Second' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move up' }));

    await waitFor(async () => expect(await textsNow()).toEqual(['Third', 'Second', 'First']));
  });

  test('are supported by name, and no longer', async () => {
    await haveTopic('Mei Tanaka', 'Showing drafts earlier');
    const { user } = await open('Tom Weber');

    await user.click(await screen.findByRole('button', { name: 'More about Showing drafts earlier' }));
    await user.click(await screen.findByRole('menuitem', { name: 'I would like that as well' }));
    expect(await screen.findByText('You too')).toBeVisible();
    await waitFor(async () => expect((await hourNow()).topics[0]!.supporters).toMatchObject([{ name: 'Tom Weber' }]));

    await user.click(screen.getByRole('button', { name: 'More about Showing drafts earlier' }));
    await user.click(await screen.findByRole('menuitem', { name: 'I need not, after all' }));
    await waitFor(async () => expect((await hourNow()).topics[0]!.supporters).toEqual([]));
  });

  test('that are status go to the written round, and can come back', async () => {
    await haveTopic('Mei Tanaka', 'Numbers of the week');
    const { user } = await open('Tom Weber');

    await user.click(await screen.findByRole('button', { name: 'More about Numbers of the week' }));
    await user.click(await screen.findByRole('menuitem', { name: 'That’s status' }));
    const written = await screen.findByRole('region', { name: 'Status, for the written round' });
    expect(written).toHaveTextContent('Numbers of the week');
    await waitFor(async () => expect((await hourNow()).topics[0]!.state).toBe('status'));

    await user.click(within(written).getByRole('button', { name: 'Put back: Numbers of the week' }));
    await waitFor(async () => expect((await hourNow()).topics[0]!.state).toBe('open'));
  });

  test('are reworded and taken away by their author alone', async () => {
    await haveTopic('Mei Tanaka', 'Hand overs');
    const tom = await open('Tom Weber');
    await tom.user.click(await screen.findByRole('button', { name: 'More about Hand overs' }));
    expect(await screen.findByRole('menuitem', { name: 'That’s status' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Change the words' })).toBeNull();
    tom.close();

    const { user } = await open('Mei Tanaka');
    await user.click(await screen.findByRole('button', { name: 'More about Hand overs' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Change the words' }));
    const field = within(await screen.findByRole('dialog')).getByRole('textbox');
    await user.clear(field);
    await user.type(field, 'Handing over{Enter}');
    await waitFor(async () => expect(await textsNow()).toEqual(['Handing over']));

    await user.click(await screen.findByRole('button', { name: 'More about Handing over' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Take it away' }));
    await waitFor(async () => expect(await textsNow()).toEqual([]));
  });
});

describe('the hour is arranged', () => {
  const menu = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => {
    await user.click(await screen.findByRole('button', { name: 'More about our hour' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  test('the facilitator hands it on', async () => {
    const other = (await hourNow()).facilitator?.id === idOf('Mei Tanaka') ? 'Priya Raman' : 'Mei Tanaka';
    const { user } = await open('Tom Weber');
    await user.click(await screen.findByRole('button', { name: /^Facilitator / }));
    await user.click(await screen.findByRole('menuitem', { name: other }));

    await waitFor(async () => expect((await hourNow()).facilitator).toEqual({ id: idOf(other), name: other }));
    expect(await screen.findByRole('button', { name: `Facilitator ${other.split(' ')[0]} Hand it on` })).toBeVisible();
  });

  test('the plan gets other lengths, another order and names of the team’s own', async () => {
    const { user } = await open('Mei Tanaka');
    await menu(user, 'Change the plan');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'What “Pairs” is called' }), 'In twos');
    await user.clear(dialog.getByRole('spinbutton', { name: 'Minutes for In twos' }));
    await user.type(dialog.getByRole('spinbutton', { name: 'Minutes for In twos' }), '5');
    await user.click(dialog.getByRole('button', { name: 'Move In twos down' }));
    expect(dialog.getByRole('status')).toHaveTextContent(/longer than the hour|left/);
    await user.click(dialog.getByRole('button', { name: 'Save the plan' }));

    await waitFor(async () =>
      expect((await hourNow()).plan.map(({ kind, title }) => [kind, title])).toEqual([
        ['welcome', ''],
        ['spotlight', ''],
        ['pairs', 'In twos'],
        ['ideas', ''],
        ['close', ''],
      ]),
    );
    expect(await segment(/In twos/)).toBeVisible();
  });

  test('a plan that somebody else changed meanwhile is not written over unasked', async () => {
    const { user } = await open('Mei Tanaka');
    await menu(user, 'Change the plan');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Remove Pairs' }));
    const path = paths.hour(team.teamId, date);
    const { version } = await service.call('GET', path, { as: 'Tom Weber' });
    const plan = [{ kind: 'talk', minutes: 60, title: 'All of us' }];
    await service.call('PATCH', path, { as: 'Tom Weber', version, body: { plan } });
    await user.click(dialog.getByRole('button', { name: 'Save the plan' }));

    expect(await dialog.findByText(/Somebody changed the hour meanwhile/)).toBeVisible();
    expect(dialog.getByText(/Theirs: All of us 60/)).toBeVisible();
    expect((await hourNow()).plan).toEqual(plan);
    await user.click(dialog.getByRole('button', { name: 'Mine' }));

    await waitFor(async () => expect((await hourNow()).plan).toHaveLength(4));
  });

  test('who cannot come says so, and can come after all', async () => {
    const { user } = await open('Mei Tanaka');
    await menu(user, 'I cannot come');
    expect(await screen.findByText('You cannot come this time.')).toBeVisible();
    await waitFor(async () => expect((await hourNow()).away).toMatchObject([{ name: 'Mei Tanaka' }]));

    await menu(user, 'I can come after all');
    await waitFor(async () => expect((await hourNow()).away).toEqual([]));
  });

  test('it is moved within its week, and says why', async () => {
    const { user } = await open('Mei Tanaka');
    await menu(user, 'Move this hour');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Move the hour' })).toHaveAttribute('aria-disabled', 'true');
    await user.selectOptions(
      dialog.getByRole('combobox', { name: 'To' }),
      dialog.getByRole('option', { name: /Friday/ }),
    );
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Public holiday');
    await user.click(dialog.getByRole('button', { name: 'Move the hour' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Friday, 10:00' })).toBeVisible();
    expect(screen.getByText(/Moved from Thursday,? 13 March 2098: Public holiday/)).toBeVisible();
  });

  test('it is skipped, and the next one stands there instead', async () => {
    await haveTopic('Priya Raman', 'What waits');
    const { user } = await open('Mei Tanaka');
    await menu(user, 'Skip this hour');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Quarter end');
    await user.click(dialog.getByRole('button', { name: 'Skip the hour' }));

    expect(await screen.findByText(/^20 March 2098/)).toBeVisible();
    expect(await hourNow()).toMatchObject({ status: 'skipped', reason: 'Quarter end' });
    expect(await topicsShown()).toEqual(['What waits']);
    expect(await screen.findByText(/from 13 March 2098/)).toBeVisible();
  });
});

describe('action items', () => {
  test('mine I tick, a promise is closed by who was promised it, and others’ are only read', async () => {
    await haveAction('Mei Tanaka', { text: 'Ask for a quiet room' });
    await haveAction('Tom Weber', { text: 'Book the train' });
    await haveAction('Priya Raman', { text: 'Share the draft', promisedTo: idOf('Mei Tanaka') });
    const { user } = await open('Mei Tanaka');

    const welcome = within(await segment(/^Welcome/));
    expect(welcome.getByRole('checkbox', { name: 'Only Tom ticks this: Book the train' })).toBeDisabled();
    expect(welcome.getByText('promised to you')).toBeVisible();
    await user.click(welcome.getByRole('checkbox', { name: 'Done: Ask for a quiet room' }));
    await user.click(welcome.getByRole('button', { name: 'It was kept: Share the draft' }));

    await waitFor(async () => {
      const { body } = await service.call('GET', `${paths.actions(team.teamId)}?status=closed`, { as: 'Tom Weber' });
      expect(body.items.map(({ text, status }: { text: string; status: string }) => [text, status]).sort()).toEqual([
        ['Ask for a quiet room', 'done'],
        ['Share the draft', 'kept'],
      ]);
    });
  });
});

describe('beside it', () => {
  test('stands who would like a hand, and I can offer mine', async () => {
    const goal = crypto.randomUUID();
    await service.call('PUT', paths.goal(team.teamId, goal), {
      as: 'Priya Raman',
      body: { title: 'Speak up', ask: 'Rehearse a call with me', askToTeam: true },
    });
    const { user } = await open('Mei Tanaka');

    await user.click(await screen.findByRole('button', { name: 'I can help Priya: Rehearse a call with me' }));

    await waitFor(() => expect(screen.getByText('Priya knows, and nobody else')).toBeVisible());
    await waitFor(async () => {
      const { body } = await service.call('GET', paths.goal(team.teamId, goal), { as: 'Priya Raman' });
      expect(body.helpers).toMatchObject([{ name: 'Mei Tanaka' }]);
    });
  });
});
