import { screen, waitFor, within } from '@testing-library/dom';
import { paths } from '../../bot/contract/paths.ts';
import type { Said } from '../../bot/app/reminderPorts.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { stopByItself } from '../../bot/domain/reminderWishes.ts';
import { idOf, noon } from '../support/builders.ts';
import { breakRequests } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka']);
});

const openSettings = (as: string) => openTab(service, { as, team, path: '/tab/settings' });
const toggle = (name: RegExp | string) => screen.findByRole('switch', { name });
const mine = async (as = 'Mei Tanaka') => (await service.call('GET', paths.myReminders(team.teamId), { as })).body;
const ofTeam = async () => (await service.call('GET', paths.reminders(team.teamId), { as: 'Mei Tanaka' })).body;

describe('what the bot tells me alone', () => {
  test('is off until I switch it on; it is saved as it is chosen, and asks for a time where it has one', async () => {
    const { user } = await openSettings('Mei Tanaka');
    expect(await toggle('An action item of mine is due')).not.toBeChecked();
    expect(screen.queryByRole('switch', { name: 'Quiet hours' })).toBeNull();
    expect(screen.getByText('Only you see this.')).toBeVisible();

    await user.click(await toggle('An action item of mine is due'));
    await user.click(await toggle('It is time for my if-then'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Day' }), 'Wednesday');
    const time = screen.getByLabelText('Time');
    await user.clear(time);
    await user.type(time, '14:30');

    await waitFor(async () =>
      expect(await mine()).toMatchObject({
        kinds: { actionDue: true, ifThen: true, goalCheckIn: false },
        ifThenAt: { weekday: 3, time: '14:30' },
        quiet: { from: '18:00', to: '08:00' },
      }),
    );
    expect(Object.values((await mine('Amara Okafor')).kinds)).not.toContain(true);
    expect(await screen.findAllByText('Saved')).not.toHaveLength(0);
  });

  test('quiet hours and a pause are mine to choose', async () => {
    const { user } = await openSettings('Mei Tanaka');
    await user.click(await toggle('Somebody can help with what I asked for'));

    await user.click(await toggle('Quiet hours'));
    const pause = screen.getByRole('combobox', { name: 'Pause all of it' });
    expect(
      within(pause)
        .getAllByRole('option')
        .map(({ textContent }) => textContent)[0],
    ).toBe('Not paused');
    await user.selectOptions(pause, within(pause).getAllByRole('option')[1]!);

    await waitFor(async () => {
      const { quiet, snoozedUntil } = await mine();
      expect([quiet, snoozedUntil === null]).toEqual([null, false]);
    });
    expect(screen.getByText('These times are by the clock in UTC.')).toBeVisible();
  });

  test('one kind is paused beside its switch, as long as it is on; the others go on', async () => {
    const { user } = await openSettings('Mei Tanaka');
    await user.click(await toggle('An action item of mine is due'));
    await user.click(await toggle('It is time for my if-then'));
    const pause = await screen.findByRole('combobox', { name: 'Pause: An action item of mine is due' });
    expect(pause).toHaveDisplayValue('Not paused');
    const [, inAWeek] = within(pause).getAllByRole<HTMLOptionElement>('option');
    expect(inAWeek).toHaveTextContent(/^Not until \w+day/);

    await user.selectOptions(pause, inAWeek!);

    await waitFor(async () => expect((await mine()).snoozed).toEqual({ actionDue: inAWeek!.value }));
    expect(screen.getByRole('combobox', { name: 'Pause: It is time for my if-then' })).toHaveDisplayValue('Not paused');
    await user.click(await toggle('An action item of mine is due'));
    await user.click(await toggle('An action item of mine is due'));
    await waitFor(async () => expect(await mine()).toMatchObject({ kinds: { actionDue: true }, snoozed: {} }));
    expect(await screen.findByRole('combobox', { name: 'Pause: An action item of mine is due' })).toHaveDisplayValue(
      'Not paused',
    );
  });

  test('what could not be saved stays chosen and can be tried again', async () => {
    const { user } = await openSettings('Mei Tanaka');
    await toggle('It is time to check in on a goal');
    const mend = breakRequests({ method: 'PUT', path: /reminders\/me/ }, 'away');
    await user.click(await toggle('It is time to check in on a goal'));

    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent('Your choice is not saved yet.');
    expect(await toggle('It is time to check in on a goal')).toBeChecked();
    mend();
    await user.click(within(problem).getByRole('button', { name: 'Try again' }));

    await waitFor(async () => expect((await mine()).kinds.goalCheckIn).toBe(true));
  });

  test.each([
    ['This one', true, false],
    ['The other one', false, true],
  ])('changed elsewhere meanwhile: "%s" stays', async (which, isMine, isTheirs) => {
    const { user } = await openSettings('Mei Tanaka');
    await toggle('An action item of mine is due');
    const path = paths.myReminders(team.teamId);
    const { body, version } = await service.call('GET', path, { as: 'Mei Tanaka' });
    const { stopped: _s, isBlocked: _b, timeZone: _z, ...choice } = body;
    await service.call('PUT', path, {
      as: 'Mei Tanaka',
      body: { ...choice, kinds: { helpOffered: true } },
      version: version!,
    });

    await user.click(await toggle('An action item of mine is due'));
    await user.click(await screen.findByRole('button', { name: which }));

    await waitFor(async () => {
      const { kinds } = await mine();
      expect([kinds.actionDue, kinds.helpOffered]).toEqual([isMine, isTheirs]);
    });
    await waitFor(() => expect(screen.queryByText('Which choice stays?')).toBeNull());
    expect((await toggle('Somebody can help with what I asked for')).matches(':checked')).toBe(isTheirs);
  });

  test('what stopped by itself, and that the bot was turned away, is said', async () => {
    const { wishes } = service.storage;
    const { thing, version } = await wishes.find(team, idOf('Mei Tanaka'));
    await wishes.save(team, idOf('Mei Tanaka'), stopByItself(thing, 'helpOffered'), version);
    await wishes.mark(team, idOf('Mei Tanaka'), 'refused', noon);

    await openSettings('Mei Tanaka');

    expect(await screen.findByText('This stopped by itself, because three in a row were not looked at.')).toBeVisible();
    expect(screen.getByText(/The bot could not reach you, so it leaves you alone/)).toBeVisible();
  });
});

describe('what the bot says to the team', () => {
  test('an owner chooses it', async () => {
    const { user } = await openSettings('Amara Okafor');
    expect(await toggle('As the hour begins')).toBeChecked();
    expect(screen.getByText('The 2 members of Studio see these posts')).toBeVisible();

    await user.click(await toggle('As the hour begins'));

    await waitFor(async () => expect(await ofTeam()).toEqual({ before: true, start: false, recap: true }));
  });

  describe('chosen by another owner meanwhile', () => {
    const anotherOwner = async (wanted: object) => {
      const path = paths.reminders(team.teamId);
      const { version } = await service.call('GET', path, { as: 'Amara Okafor' });
      await service.call('PUT', path, { as: 'Amara Okafor', body: wanted, version: version! });
    };
    const theirs = { before: false, start: true, recap: true };

    test.each([
      ['Mine', { before: true, start: false, recap: false }],
      ['Theirs', theirs],
    ])('both versions are shown, nothing is decided, and "%s" stays', async (which, stays) => {
      const { user } = await openSettings('Amara Okafor');
      await toggle('As the hour begins');
      await anotherOwner(theirs);

      await user.click(await toggle('As the hour begins'));

      const bar = (await screen.findByText('Another owner chose something else meanwhile.')).closest('[role=status]')!;
      expect(bar).toHaveTextContent('Mine: the day before and what came out of it');
      expect(bar).toHaveTextContent('Theirs: the beginning and what came out of it');
      // Thinking on changes mine, and saves nothing yet.
      await user.click(await toggle(/^Afterwards/));
      expect(bar).toHaveTextContent('Mine: the day before');
      expect(await ofTeam()).toEqual(theirs);
      await user.click(screen.getByRole('button', { name: which }));

      await waitFor(() => expect(screen.queryByText('Another owner chose something else meanwhile.')).toBeNull());
      await waitFor(async () => expect(await ofTeam()).toEqual(stays));
      expect((await toggle('As the hour begins')).matches(':checked')).toBe(stays.start);
    });

    test('and the same as here is no conflict', async () => {
      const { user } = await openSettings('Amara Okafor');
      await toggle('As the hour begins');
      await anotherOwner({ before: true, start: false, recap: true });

      await user.click(await toggle('As the hour begins'));

      expect(await screen.findByText('Saved')).toBeVisible();
      expect(screen.queryByText('Another owner chose something else meanwhile.')).toBeNull();
    });
  });

  test('a member reads it, and who can choose', async () => {
    await openSettings('Mei Tanaka');
    expect(await screen.findByText('A day before: what is on the agenda')).toBeVisible();
    expect(screen.getByText('Amara can choose this.')).toBeVisible();
    expect(screen.queryByRole('switch', { name: 'As the hour begins' })).toBeNull();
  });

  test('everybody reads what became of it, in words', async () => {
    const said: Said = {
      to: null,
      date: '2026-11-19',
      kind: 'before',
      state: 'sent',
      dueAt: noon,
      changedAt: noon,
      post: null,
      shows: '',
      trouble: null,
    };
    for (const each of [
      said,
      { ...said, kind: 'start', state: 'unknown' } as const,
      { ...said, date: '2026-11-12', kind: 'recap', state: 'failed' } as const,
    ])
      await service.storage.reminders.claim(team, each);

    const { user } = await openSettings('Mei Tanaka');
    await user.click(await screen.findByText('What was sent'));

    expect(await screen.findByText('The day before, Thursday 19 November', { exact: false })).toBeVisible();
    expect(screen.getByText('May not have arrived')).toBeVisible();
    expect(screen.getByText('Did not arrive')).toBeVisible();
  });

  test('while nothing was sent, it says so; what cannot be read can be read again', async () => {
    const mend = breakRequests({ method: 'GET', path: /reminders\/log/ }, 'away');
    const { user } = await openSettings('Mei Tanaka');
    await user.click(await screen.findByText('What was sent'));
    const details = screen.getByText('What was sent').closest('details')!;
    const again = await within(details).findByRole('button', { name: 'Try again' }, { timeout: 5000 });
    mend();
    await user.click(again);

    expect(await screen.findByText(/^Nothing yet/)).toBeVisible();
  });
});
