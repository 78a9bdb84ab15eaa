import { screen, waitFor, within } from '@testing-library/dom';
import { paths } from '../../bot/contract/paths.ts';
import type { ScheduleBody } from '../../bot/contract/schedule.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { breakRequests, haveProfile, haveSchedule, proposalsIn, scheduleOf } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Priya Raman', 'Tom Weber']);
});

/** A Thursday so far away that it is to come whenever this is read. */
const thursdays: ScheduleBody = {
  weekday: 4,
  time: '10:00',
  timeZone: 'UTC',
  minutes: 60,
  everyWeeks: 1,
  startOn: '2098-03-13',
  replaces: { name: 'Weekly status', minutes: 45 },
};

const open = (as: string, path = '/tab/hour') => openTab(service, { as, team, path });
const editor = (as: string) => open(as, '/tab/hour/schedule');
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const dates = async () =>
  within(await screen.findByRole('list', { name: 'The next eight' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

describe('before there is an hour', () => {
  test('an owner reads what it is for, and chooses one', async () => {
    const { user } = await open('Amara Okafor');
    expect(await screen.findByRole('heading', { name: 'One hour a week for each other' })).toBeVisible();
    expect(screen.getByText(/one status meeting that Studio can do without/)).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'Choose your hour' }));
    await user.type(await screen.findByRole('textbox', { name: 'Meeting you give up' }), 'Weekly status');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Its length' }), '45 minutes');
    await user.click(screen.getByRole('radio', { name: 'Tuesday' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Length' }), '50 minutes');
    await user.click(screen.getByRole('radio', { name: 'Every second week' }));
    await user.click(await button('Keep this hour'));

    expect(await screen.findAllByText('The hour is kept.')).not.toEqual([]);
    expect(await scheduleOf(service, team)).toMatchObject({
      weekday: 2,
      time: '10:00',
      timeZone: 'UTC',
      minutes: 50,
      everyWeeks: 2,
      replaces: { name: 'Weekly status', minutes: 45 },
    });
    await user.click(screen.getByRole('link', { name: 'Hour', current: false }));
    expect(await screen.findByRole('heading', { name: 'Tuesday, 10:00' })).toBeVisible();
    expect(screen.getByText('Instead of Weekly status')).toBeVisible();
  });

  test('a member reads who can choose it, and may propose one and thank somebody', async () => {
    await open('Mei Tanaka');

    expect(await screen.findByText(/^Amara can choose the hour\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Propose an hour' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Give kudos' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Choose your hour' })).toBeNull();
  });

  test('no meeting need be given up', async () => {
    const { user } = await editor('Amara Okafor');

    await user.click(await button('Keep this hour'));

    await screen.findAllByText('The hour is kept.');
    expect((await scheduleOf(service, team)).replaces).toBeNull();
  });
});

describe('the dates that follow', () => {
  test('stand beside the form before anything is kept, and change with it', async () => {
    const { user } = await editor('Amara Okafor');
    expect(await dates()).toHaveLength(8);
    expect(screen.getByText('Every Thursday, 10:00–11:00 on your clock')).toBeVisible();

    await user.click(screen.getByRole('radio', { name: 'Monday' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Length' }), '30 minutes');

    expect(await screen.findByText('Every Monday, 10:00–10:30 on your clock')).toBeVisible();
    expect(await scheduleOf(service, team)).toBeNull();
  });

  test('begin on the date that was chosen', async () => {
    await haveSchedule(service, team, 'Amara Okafor', thursdays);
    await editor('Amara Okafor');

    expect(await dates()).toEqual([
      '13 March 2098',
      '20 March 2098',
      '27 March 2098',
      '3 April 2098',
      '10 April 2098',
      '17 April 2098',
      '24 April 2098',
      '1 May 2098',
    ]);
  });

  test('say when clocks change in the team’s zone, and what my clock shows', async () => {
    await haveSchedule(service, team, 'Amara Okafor', { ...thursdays, timeZone: 'Europe/Berlin' });
    await editor('Mei Tanaka');

    const shown = await dates();
    expect(shown[0]).toBe('13 March 209809:00–10:00 for you');
    expect(shown[3]).toBe('3 April 209808:00–09:00 for youafter summer time starts');
    expect(screen.getByText('Every Thursday, 10:00–11:00 in Berlin')).toBeVisible();
  });

  test('a time that clocks leave out is told, and when it is instead', async () => {
    await haveSchedule(service, team, 'Amara Okafor', {
      ...thursdays,
      weekday: 7,
      time: '02:30',
      timeZone: 'Europe/Berlin',
      startOn: '2098-03-30',
    });
    await editor('Amara Okafor');

    expect((await dates())[0]).toContain('clocks leave out 02:30 that day, so it starts at 03:30');
  });

  test('the times of the others are told, and whose night it would be; who told no zone is not guessed at', async () => {
    await haveProfile(service, team, 'Priya Raman', { timeZone: 'Asia/Kolkata' });
    await haveProfile(service, team, 'Tom Weber', { timeZone: 'America/Los_Angeles' });
    await haveSchedule(service, team, 'Amara Okafor', thursdays);
    await editor('Amara Okafor');

    const others = await screen.findByRole('region', { name: 'For the others' });
    expect(within(others).getByText('For the others, on 13 March 2098')).toBeVisible();
    expect(
      within(others)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Los Angeles 03:00', 'Kolkata 15:30']);
    expect(others).toHaveTextContent('It will be night for Tom.');
    expect(others).not.toHaveTextContent('Mei');
  });

  test('a zone is found by its city and by what it is called', async () => {
    const { user } = await editor('Amara Okafor');
    const zone = await screen.findByRole('combobox', { name: 'Time zone' });
    expect(zone).toHaveValue('UTC');

    await user.type(zone, 'india');
    await user.click(await screen.findByRole('option', { name: /Kolkata/ }));
    expect(zone).toHaveValue('Kolkata');
    expect(await screen.findByText('Every Thursday, 10:00–11:00 in Kolkata')).toBeVisible();

    await user.clear(zone);
    await user.type(zone, 'nowhere at all');
    expect(await screen.findByText(/No zone is called like that/)).toBeVisible();
    await user.tab();
    expect(zone).toHaveValue('Kolkata');
  });
});

describe('an hour that is kept', () => {
  beforeEach(() => haveSchedule(service, team, 'Amara Okafor', thursdays));

  test('is changed, and put back', async () => {
    const { user } = await editor('Amara Okafor');
    expect(await button('Keep this hour')).toHaveAccessibleDescription('Nothing has changed yet.');

    await user.click(screen.getByRole('radio', { name: 'Friday' }));
    await user.click(await button('Keep this hour'));
    const undo = await button('Undo');
    expect((await scheduleOf(service, team)).weekday).toBe(5);
    await user.click(undo);

    await waitFor(async () => expect((await scheduleOf(service, team)).weekday).toBe(4));
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Thursday' })).toBeChecked());
  });

  test.each([
    ['Mine', 5],
    ['Theirs', 2],
  ])('changed by another owner meanwhile: "%s" stays', async (which, weekday) => {
    const { user } = await editor('Amara Okafor');
    await user.click(await screen.findByRole('radio', { name: 'Friday' }));
    await haveSchedule(service, team, 'Amara Okafor', { ...thursdays, weekday: 2 });
    await user.click(await button('Keep this hour'));

    const conflict = (await screen.findByText('Somebody chose another hour meanwhile.')).closest('[role="status"]')!;
    expect(conflict).toHaveTextContent(/Mine: Every Friday, 10:00–11:00 in UTC, from Friday,? 14 March 2098/);
    expect(conflict).toHaveTextContent(/Theirs: Every Tuesday, 10:00–11:00 in UTC/);
    await user.click(screen.getByRole('button', { name: which }));

    await waitFor(async () => expect((await scheduleOf(service, team)).weekday).toBe(weekday));
    await waitFor(() => expect(screen.queryByText('Somebody chose another hour meanwhile.')).toBeNull());
  });

  test('opens as a meeting of Teams, and comes as a file for every other calendar', async () => {
    const files: Blob[] = [];
    Object.assign(URL, { createObjectURL: (file: Blob) => (files.push(file), '#file'), revokeObjectURL() {} });
    const { user, host } = await editor('Mei Tanaka');

    const link = await screen.findByRole('link', { name: 'Create the meeting in Teams' });
    const address = new URL(link.getAttribute('href')!);
    expect([address.origin, address.pathname]).toEqual(['https://teams.microsoft.com', '/l/meeting/new']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      subject: 'People Hour, Studio',
      startTime: '2098-03-13T10:00:00+00:00',
      endTime: '2098-03-13T11:00:00+00:00',
    });
    await user.click(link);
    await waitFor(() => expect(host.told).toContain('executeDeepLink'));

    await user.click(await button('Download for any calendar'));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(await textOf(files[0]!)).toMatch(/^BEGIN:VCALENDAR[\s\S]*RRULE:FREQ=WEEKLY/);
  });

  test('leads to what the bot says of it', async () => {
    const { user } = await editor('Amara Okafor');
    await user.click(await screen.findByRole('link', { name: 'Choose what it says' }));
    expect(await screen.findByRole('list', { name: 'What the bot says to the team' })).toBeVisible();
  });

  test('what is only being tried cannot go into calendars yet', async () => {
    const { user } = await editor('Amara Okafor');
    await screen.findByRole('link', { name: 'Create the meeting in Teams' });

    await user.click(screen.getByRole('radio', { name: 'Friday' }));

    expect(await button('Create the meeting in Teams')).toHaveAccessibleDescription(/Once this hour is kept/);
    expect(await button('Download for any calendar')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('what members would choose', () => {
  test('is proposed, shown to the owner, and taken over', async () => {
    const mei = await editor('Mei Tanaka');
    expect(await screen.findByText(/^Amara can choose the hour, and will see what you propose/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Choose what it says' })).toBeNull();
    await mei.user.click(screen.getByRole('radio', { name: 'Tuesday' }));
    await mei.user.click(await button('Propose this hour'));
    expect(await screen.findByText('Your proposal is with those who choose.')).toBeVisible();
    expect(await proposalsIn(service, team)).toMatchObject([{ by: { name: 'Mei Tanaka' }, schedule: { weekday: 2 } }]);
    mei.close();

    const { user } = await editor('Amara Okafor');
    const proposals = await screen.findByRole('region', { name: 'What others propose' });
    expect(proposals).toHaveTextContent(/Mei.*Every Tuesday, 10:00–11:00 in UTC/);
    await user.click(within(proposals).getByRole('button', { name: 'Take over what Mei proposes' }));
    expect(screen.getByRole('radio', { name: 'Tuesday' })).toBeChecked();
    await user.click(await button('Keep this hour'));

    await waitFor(async () => expect(await scheduleOf(service, team)).toMatchObject({ weekday: 2 }));
  });

  test('can be taken back', async () => {
    await service.call('PUT', paths.myProposal(team.teamId), { as: 'Mei Tanaka', body: thursdays });
    const { user } = await editor('Mei Tanaka');

    await user.click(await button('Take my proposal back'));

    expect(await screen.findByText('Your proposal is taken back.')).toBeVisible();
    expect(await proposalsIn(service, team)).toEqual([]);
  });
});

describe('what is being chosen', () => {
  test('survives a reload, and is given up on request', async () => {
    const before = await editor('Amara Okafor');
    await before.user.type(await screen.findByRole('textbox', { name: 'Meeting you give up' }), 'Monday report');
    await before.user.click(screen.getByRole('radio', { name: 'Wednesday' }));
    before.close();

    const { user } = await editor('Amara Okafor');
    expect(await screen.findByRole('textbox', { name: 'Meeting you give up' })).toHaveValue('Monday report');
    expect(screen.getByRole('radio', { name: 'Wednesday' })).toBeChecked();
    expect(screen.getByText('You began this before. It is not kept yet.')).toBeVisible();
    await user.click(await button('Start afresh'));

    expect(screen.getByRole('textbox', { name: 'Meeting you give up' })).toHaveValue('');
    expect(screen.getByRole('radio', { name: 'Thursday' })).toBeChecked();
  });

  test('stays in the form while the service cannot be reached, and is kept when it can', async () => {
    const { user } = await editor('Amara Okafor');
    await dates();
    const mend = breakRequests({ method: 'PUT', path: /schedule/ }, 'offline');
    await user.click(screen.getByRole('radio', { name: 'Friday' }));
    await user.click(await button('Keep this hour'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The hour is not kept yet. What you chose stays here. You are offline.',
    );
    expect(screen.getByRole('radio', { name: 'Friday' })).toBeChecked();
    mend();
    await user.click(await button('Keep this hour'));

    await waitFor(async () => expect(await scheduleOf(service, team)).toMatchObject({ weekday: 5 }));
  });

  test('says what is missing', async () => {
    const { user } = await editor('Amara Okafor');
    await user.clear(await screen.findByLabelText('From'));

    expect(screen.getByLabelText('From')).toHaveAccessibleDescription('Say when it begins.');
    expect(await button('Keep this hour')).toHaveAttribute('aria-disabled', 'true');
  });
});

const textOf = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
