import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { breakRequests, haveValues, haveWish, valuesOf, wishOf } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka'], { values: ['Patience', 'Care', 'Curiosity'] });
});

const openSettings = (as: string) => openTab(service, { as, team, path: '/tab/settings' });
const radio = (name: RegExp) => screen.findByRole('radio', { name });
const valueFields = () => screen.findAllByRole('textbox', { name: /^Value \d/ });
const valuesShown = async () => (await valueFields()).map((field) => (field as HTMLInputElement).value);
const saveButton = () => screen.getByRole('button', { name: 'Save values' });

describe('how I like to be thanked', () => {
  test('is kept as soon as it is chosen, and only I see it', async () => {
    const { user } = await openSettings('Mei Tanaka');
    expect(await radio(/In the channel/)).toBeChecked();
    expect(screen.getByText('Only you see this. It is obeyed, and never shown.')).toBeVisible();

    await user.click(await radio(/Privately/));

    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(await wishOf(service, team, 'Mei Tanaka')).toBe('private');
    expect(await wishOf(service, team, 'Amara Okafor')).toBe('channel');
  });

  test('the last of quick choices counts', async () => {
    const { user } = await openSettings('Mei Tanaka');
    await user.click(await radio(/In the hour/));
    await user.click(await radio(/Privately/));
    await user.click(await radio(/Rather not/));

    await waitFor(async () => expect(await wishOf(service, team, 'Mei Tanaka')).toBe('no'));
    expect(await radio(/Rather not/)).toBeChecked();
  });

  test('what could not be saved stays chosen and can be tried again', async () => {
    const { user } = await openSettings('Mei Tanaka');
    await radio(/Privately/);
    const mend = breakRequests({ method: 'PUT', path: /profile/ }, 'away');
    await user.click(await radio(/Privately/));

    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent('Your choice is not saved yet. The service is away for a moment.');
    expect(await radio(/Privately/)).toBeChecked();
    mend();
    await user.click(within(problem).getByRole('button', { name: 'Try again' }));

    await waitFor(async () => expect(await wishOf(service, team, 'Mei Tanaka')).toBe('private'));
  });

  test.each([
    ['This one', 'private'],
    ['The other one', 'hour'],
  ] as const)('changed elsewhere meanwhile: "%s" stays', async (which, wish) => {
    const { user } = await openSettings('Mei Tanaka');
    await radio(/Privately/);
    await haveWish(service, team, 'Mei Tanaka', 'hour');
    await user.click(await radio(/Privately/));

    expect(await screen.findByText('You changed this elsewhere meanwhile.')).toBeVisible();
    expect(await radio(/Privately/)).toBeChecked();
    await user.click(screen.getByRole('button', { name: which }));

    await waitFor(async () => expect(await wishOf(service, team, 'Mei Tanaka')).toBe(wish));
    await waitFor(() => expect(screen.queryByText('You changed this elsewhere meanwhile.')).toBeNull());
    expect(await radio(wish === 'hour' ? /In the hour/ : /Privately/)).toBeChecked();
  });
});

describe('what the team holds dear', () => {
  test('a member reads it, and who can choose it', async () => {
    await openSettings('Mei Tanaka');

    const list = within(await screen.findByRole('list', { name: 'Our values' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Patience', 'Care', 'Curiosity']);
    expect(screen.getByText('Amara can choose the values.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save values' })).toBeNull();
  });

  test('an owner adds, renames, moves and removes, and saves it once', async () => {
    const { user } = await openSettings('Amara Okafor');
    await valueFields();
    expect(saveButton()).toHaveAccessibleDescription('Nothing has changed yet.');

    await user.type(screen.getByRole('textbox', { name: 'Add a value' }), 'Clear words{Enter}');
    await user.click(screen.getByRole('button', { name: 'Move Clear words up' }));
    await user.click(screen.getByRole('button', { name: 'Remove Care' }));
    const [first] = await valueFields();
    await user.clear(first!);
    await user.type(first!, 'Calm');
    expect(await valuesShown()).toEqual(['Calm', 'Clear words', 'Curiosity']);
    await user.click(saveButton());

    expect(await screen.findByText('The values are saved.')).toBeInTheDocument();
    expect(await valuesOf(service, team, 'Mei Tanaka')).toEqual(['Calm', 'Clear words', 'Curiosity']);
  });

  test('what stands in the field for a new one is saved with the others', async () => {
    const { user } = await openSettings('Amara Okafor');
    await user.type(await screen.findByRole('textbox', { name: 'Add a value' }), '  Clear   words ');

    await user.click(saveButton());

    await waitFor(async () =>
      expect(await valuesOf(service, team, 'Mei Tanaka')).toEqual(['Patience', 'Care', 'Curiosity', 'Clear words']),
    );
  });

  test('one that is there twice, or has no name, says so and is not saved', async () => {
    const { user } = await openSettings('Amara Okafor');
    const [, second] = await valueFields();

    await user.clear(second!);
    expect(second).toHaveAccessibleDescription('A value needs a name.');
    expect(saveButton()).toHaveAttribute('aria-disabled', 'true');
    await user.type(second!, 'PATIENCE');
    expect(second).toHaveAccessibleDescription('This one is there twice.');
    expect(saveButton()).toHaveAttribute('aria-disabled', 'true');
  });

  test('twelve is the most', async () => {
    await haveValues(
      service,
      team,
      'Amara Okafor',
      Array.from({ length: 12 }, (_, at) => `Value no ${at}`),
    );
    await openSettings('Amara Okafor');

    expect(await screen.findByText('Twelve is the most. Remove one to add another.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('changed by another owner meanwhile: both versions are shown, and mine is still in the fields', async () => {
    const { user } = await openSettings('Amara Okafor');
    const [first] = await valueFields();
    await haveValues(service, team, 'Amara Okafor', ['Honesty']);
    await user.type(first!, ' and calm');
    await user.click(saveButton());

    const conflict = (await screen.findByText('Somebody changed the values meanwhile.')).closest('[role="status"]')!;
    expect(conflict).toHaveTextContent('Mine: Patience and calm, Care and Curiosity');
    expect(conflict).toHaveTextContent('Theirs: Honesty');
    expect(await valuesShown()).toEqual(['Patience and calm', 'Care', 'Curiosity']);

    await user.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(async () =>
      expect(await valuesOf(service, team, 'Mei Tanaka')).toEqual(['Patience and calm', 'Care', 'Curiosity']),
    );
  });

  test('the other version can stay, too', async () => {
    const { user } = await openSettings('Amara Okafor');
    const [first] = await valueFields();
    await haveValues(service, team, 'Amara Okafor', ['Honesty']);
    await user.type(first!, ' and calm');
    await user.click(saveButton());

    await user.click(await screen.findByRole('button', { name: 'Theirs' }));

    expect(await valuesShown()).toEqual(['Honesty']);
    expect(screen.queryByText('Somebody changed the values meanwhile.')).toBeNull();
    expect(await valuesOf(service, team, 'Mei Tanaka')).toEqual(['Honesty']);
  });

  test('a value that was just added can be given at once', async () => {
    const { user } = await openSettings('Amara Okafor');
    await user.type(await screen.findByRole('textbox', { name: 'Add a value' }), 'Courage{Enter}');
    await user.click(saveButton());
    await screen.findByText('The values are saved.');

    await user.click(screen.getByRole('link', { name: 'Kudos' }));
    await user.click(await screen.findByRole('button', { name: 'Give kudos' }));

    expect(await screen.findByRole('radio', { name: 'Courage' })).toBeInTheDocument();
  });
});
