import { screen, waitFor, within } from '@testing-library/dom';
import type { HourView } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { lineStore } from '../../tabs/hour/running/lineStore.ts';
import { promptFor } from '../../tabs/hour/running/prompts.ts';
import { clockWords, segmentClock } from '../../tabs/hour/running/segmentClock.ts';
import { breakRequests, countRequests, haveSchedule } from '../support/tabScenes.ts';
import { eventually, openTab, theService } from '../support/tab.tsx';

const service = theService();
const date = '2098-03-13';

let team: TeamRef;
beforeEach(async () => {
  localStorage.clear();
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Priya Raman', 'Tom Weber']);
  await haveSchedule(service, team, 'Amara Okafor', {
    weekday: 4,
    time: '10:00',
    timeZone: 'UTC',
    minutes: 60,
    everyWeeks: 1,
    startOn: date,
    replaces: null,
  });
});

const look = async (as = 'Tom Weber'): Promise<HourView> =>
  (await service.call('GET', paths.hour(team.teamId, date), { as })).body;
const step = (body: object) => service.call('POST', paths.stepHour(team.teamId, date), { as: 'Amara Okafor', body });
const run = () => service.call('POST', paths.openHour(team.teamId, date), { as: 'Amara Okafor' });
const open = (as: string) => openTab(service, { as, team, path: '/tab/hour' });
const line = () => screen.findByRole('textbox', { name: 'Write a line' });
const linesShown = () => within(screen.getByRole('list', { name: 'Lines of this hour' })).queryAllByRole('listitem');

test('anybody opens the hour, is in it at once, and others who look follow', async () => {
  const { user } = await open('Mei Tanaka');

  await user.click(await screen.findByRole('button', { name: 'Open the hour' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Welcome and kept promises' })).toBeVisible();
  expect((await look()).status).toBe('open');
  await eventually(async () => expect((await look()).present).toMatchObject([{ name: 'Mei Tanaka' }]));
});

test('who facilitates goes on, gives more time, pauses, and ends the hour; what stays of it is read then', async () => {
  await run();
  const leader = (await look()).facilitator!.name;
  const { user } = await open(leader);
  await user.click(await screen.findByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Pairs' })).toBeVisible();
  const choose = async (name: string) => {
    await user.click(screen.getByRole('button', { name: /The clock/ }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  await choose('Two more minutes');
  await eventually(async () => expect((await look()).running).toMatchObject({ segment: 1, extraMinutes: 2 }));
  await choose('Pause');
  expect(await screen.findByText('paused')).toBeVisible();
  await choose('End the hour');

  expect(await screen.findByRole('heading', { name: 'This hour is closed' })).toBeVisible();
  expect((await look()).status).toBe('held');
}, 30_000);

test('who does not facilitate may take it over, and has no Next before', async () => {
  await run();
  const leader = (await look()).facilitator!.name;
  const other = ['Mei Tanaka', 'Priya Raman'].find((name) => name !== leader)!;
  const { user } = await open(other);
  await line();
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();

  await user.click(screen.getByRole('button', { name: /The clock/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'I facilitate from here' }));

  expect(await screen.findByRole('button', { name: 'Next' })).toBeVisible();
  await eventually(async () => expect((await look()).facilitator?.name).toBe(other));
});

describe('a line', () => {
  beforeEach(run);

  test('is there for the others while it is still being typed, and is one line', async () => {
    const { user } = await open('Mei Tanaka');
    await user.type(await line(), 'Three things lived only');
    await eventually(async () =>
      expect((await look()).notes.map(({ text }) => text)).toEqual(['Three things lived only']),
    );

    await user.type(await line(), ' in my head{Enter}');

    await eventually(async () =>
      expect((await look()).notes.map(({ text }) => text)).toEqual(['Three things lived only in my head']),
    );
    await waitFor(() => expect(linesShown()).toHaveLength(1));
    expect(await line()).toHaveValue('');
  });

  test('just for this hour is marked as that', async () => {
    const { user } = await open('Mei Tanaka');
    await user.click(await screen.findByRole('switch', { name: 'Just for this hour' }));
    await user.type(await line(), 'I felt lost{Enter}');

    await eventually(async () => expect((await look()).notes).toMatchObject([{ text: 'I felt lost', keep: false }]));
  });

  test('becomes a decision, and an action item of its author', async () => {
    const { user } = await open('Mei Tanaka');
    await user.type(await line(), 'I can draft that page{Enter}');
    await user.click(await screen.findByRole('button', { name: 'More about: I can draft that page' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Decision' }));
    await eventually(async () => expect((await look()).notes).toMatchObject([{ kind: 'decision' }]));

    await user.click(screen.getByRole('button', { name: 'More about: I can draft that page' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Make it an action item' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Promised to' }), 'Tom Weber');
    await user.click(screen.getByRole('button', { name: 'Save action item' }));

    await eventually(async () =>
      expect((await look()).actions).toMatchObject([
        { text: 'I can draft that page', owner: { name: 'Mei Tanaka' }, promisedTo: { name: 'Tom Weber' }, hour: date },
      ]),
    );
  }, 20_000);

  test('that cannot be sent stays over a reload, and arrives once there is a connection again', async () => {
    const before = await open('Mei Tanaka');
    await line();
    const mend = breakRequests({ method: 'PUT', path: /notes/ }, 'offline');
    await before.user.type(await line(), 'Nobody loses this{Enter}');
    expect(await screen.findByText('not sent yet')).toBeVisible();
    expect(await screen.findByText('Your words stay here, and we try again.')).toBeVisible();
    await before.user.type(await line(), 'nor that');
    before.close();

    await open('Mei Tanaka');
    expect(await line()).toHaveValue('nor that');
    mend();

    await eventually(async () =>
      expect((await look()).notes.map(({ text }) => text)).toEqual(['Nobody loses this', 'nor that']),
    );
  }, 20_000);
});

test('two talk with each other, and each says so once', async () => {
  await run();
  for (const as of ['Mei Tanaka', 'Tom Weber'])
    await service.call('PUT', paths.presentInHour(team.teamId, date), { as });
  await step({ segment: 1 });
  const { user } = await open('Mei Tanaka');

  await user.click(await screen.findByRole('button', { name: 'We talked' }));

  expect(await screen.findByText(/not tapped yet$/)).toBeVisible();
  await eventually(async () => expect((await look('Mei Tanaka')).talked).toMatchObject([{ name: 'Mei Tanaka' }]));
});

test('one leaves with an if-then that nobody else sees', async () => {
  await run();
  await step({ segment: 4 });
  const { user } = await open('Mei Tanaka');
  await user.type(await screen.findByRole('textbox', { name: 'When' }), 'I am asked twice');
  await user.type(screen.getByRole('textbox', { name: 'then I will' }), 'write it down');
  expect(screen.getByText('Only you see this')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Keep it' }));

  expect(await screen.findByText('It is kept.')).toBeVisible();
  expect((await look('Mei Tanaka')).exits).toMatchObject([{ then: 'write it down', isShared: false }]);
  expect((await look('Tom Weber')).exits).toEqual([]);
});

test('a topic that was talked about makes room for the next', async () => {
  for (const text of ['Handing over', 'Quiet mornings'])
    await service.call('PUT', paths.topic(team.teamId, date, crypto.randomUUID()), { as: 'Tom Weber', body: { text } });
  await run();
  await step({ segment: 3 });
  const { user } = await open('Mei Tanaka');
  const first = (await screen.findByRole('heading', { level: 2 })).textContent;

  await user.click(screen.getByRole('button', { name: 'Talked about' }));

  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).not.toBe(first));
});

test('looking again costs an answer without a body, and goes on as long as the hour is open', async () => {
  await run();
  await open('Mei Tanaka');
  await line();
  const looks = countRequests({ method: 'GET', path: /hours\/screen/ });

  await eventually(() => expect(looks.times).toBeGreaterThan(1));

  expect(await line()).toBeVisible();
}, 15_000);

describe('the clock', () => {
  const at = (iso: string) => Date.parse(iso);
  const hour = (running: object) =>
    ({ plan: [{ kind: 'welcome', minutes: 10, title: '' }], running }) as unknown as HourView;
  const running = { segment: 0, startedAt: '2026-11-26T10:00:00Z', extraMinutes: 2, pausedAt: null };

  test.each([
    ['at the start', running, '2026-11-26T10:00:00Z', '12:00'],
    ['after a while', running, '2026-11-26T10:05:30Z', '6:30'],
    ['when it is over', running, '2026-11-26T10:40:00Z', '0:00'],
    ['in a pause', { ...running, pausedAt: '2026-11-26T10:02:00Z' }, '2026-11-26T10:30:00Z', '10:00'],
    ['on a device that is late', running, '2026-11-26T09:59:00Z', '12:00'],
  ])('says %s what is left', (_, state, now, left) => {
    expect(clockWords(segmentClock(hour(state), at(now))!.leftInMs, 'en')).toBe(left);
  });
});

test('everybody begins with the same question, and with another one next week', () => {
  expect(promptFor('pairs', '2026-11-26')).toBe(promptFor('pairs', '2026-11-26'));
  expect(promptFor('pairs', '2026-11-26')).not.toBe(promptFor('pairs', '2026-12-03'));
});

test('of a line that is typed faster than it is saved, the last words are what stays', async () => {
  const sent: [string, string | null][] = [];
  const store = lineStore('a-key', {
    save: async (id, { text }, version) => {
      sent.push([text, version]);
      return { id, text, version: `"${sent.length}"` } as never;
    },
    remove: async () => undefined,
    find: async () => undefined,
    show: async () => undefined,
  });
  const done = new Promise<void>((resolve) => {
    store.subscribe(() => store.now().all.length === 0 && resolve());
  });
  store.type('a', true);
  store.type('ab', true);
  store.type('abc', true);
  store.finish();
  await done;

  expect(sent).toEqual([['abc', null]]);
  expect(localStorage.getItem('a-key')).toBeNull();
});
