import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { createText } from '../../tabs/text/text.ts';
import { en } from '../../tabs/text/en.ts';
import { merged, problemsIn, withTags, type Words } from '../../tabs/people/profileWords.ts';
import { zonesLike } from '../../tabs/people/zones.ts';
import { breakRequests, haveProfile, haveWish, profileOf } from '../support/tabScenes.ts';
import { eventually, openTab, type Tab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka', 'Lukas Brandt'];

let team: TeamRef;
beforeEach(async () => {
  team = await service.haveTeam(studio);
});

const openEditor = async (as = 'Mei Tanaka', of = team) => {
  const tab = await openTab(service, { as, team: of, path: '/tab/people/me/edit' });
  await screen.findByRole('textbox', { name: 'About me' });
  return tab;
};
const field = (name: string) => screen.getByRole('textbox', { name });
const saveButton = () => screen.getByRole('button', { name: 'Save' });
const told = () => profileOf(service, team, 'Mei Tanaka');

async function write({ user }: Tab, name: string, words: string) {
  await user.clear(field(name));
  await user.click(field(name));
  await user.paste(words);
}

test('everything that can be told is told, and the page shows it as the others see it', async () => {
  await haveWish(service, team, 'Mei Tanaka', 'private');
  const tab = await openEditor();
  const { user } = tab;
  expect(saveButton()).toHaveAttribute('aria-disabled', 'true');
  expect(saveButton()).toHaveAccessibleDescription('Nothing has changed yet.');

  await write(tab, 'What I do', 'Motion designer');
  await write(tab, 'About me', 'I make things move.');
  await write(tab, 'How to work with me', 'Please interrupt.');
  await write(tab, 'Pronouns', 'she/her');
  await user.type(screen.getByRole('combobox', { name: 'Where I am' }), 'toky{Enter}');
  await user.type(screen.getByLabelText('From'), '09:30');
  await user.type(screen.getByLabelText('To'), '18:00');
  await user.type(field('I can show you'), 'Figma{Enter}Sketching,');
  await user.type(field('I would like to learn'), 'Facilitation');
  await user.click(saveButton());

  expect(await screen.findByText('This is what the 3 members of Studio see of you')).toBeVisible();
  expect(await screen.findByText('Motion designer, she/her')).toBeVisible();
  expect(await told()).toMatchObject({
    role: 'Motion designer',
    about: 'I make things move.',
    howToWork: 'Please interrupt.',
    pronouns: 'she/her',
    timeZone: 'Asia/Tokyo',
    workingHours: { start: '09:30', end: '18:00' },
    canShow: ['Figma', 'Sketching'],
    wantsToLearn: ['Facilitation'],
    strengths: [],
    thankMe: 'private',
  });
});

test('beside every field stands who sees it', async () => {
  await openEditor();

  const seen = 'The 3 members of Studio see this';
  for (const name of ['What I do', 'About me', 'How to work with me', 'Pronouns', 'I can show you'])
    expect(field(name)).toHaveAccessibleDescription(expect.stringContaining(seen));
  expect(screen.getByRole('combobox', { name: 'Where I am' })).toHaveAccessibleDescription(
    expect.stringContaining(seen),
  );
  expect(screen.getByLabelText('From')).toHaveAccessibleDescription(expect.stringContaining(seen));
});

test('what was saved can be had back as it was', async () => {
  await haveProfile(service, team, 'Mei Tanaka', { about: 'as it was', canShow: ['Figma'] });
  const tab = await openEditor();
  await write(tab, 'About me', 'as it is now');
  await tab.user.click(saveButton());
  expect(await screen.findByText('Your profile is saved')).toBeVisible();

  await tab.user.click(await screen.findByRole('button', { name: 'Undo' }));

  await eventually(async () => expect(await told()).toMatchObject({ about: 'as it was', canShow: ['Figma'] }));
  expect(await screen.findByText('as it was')).toBeVisible();
});

test('what cannot be had back, because it changed elsewhere, stands in the editor', async () => {
  await haveProfile(service, team, 'Mei Tanaka', { about: 'as it was' });
  const tab = await openEditor();
  await write(tab, 'About me', 'as it is now');
  await tab.user.click(saveButton());
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await haveProfile(service, team, 'Mei Tanaka', { about: 'from another window' });

  await tab.user.click(undo);

  await waitFor(() => expect(field('About me')).toHaveValue('as it was'));
  expect(await told()).toMatchObject({ about: 'from another window' });
});

test('what was typed is there after a reload, and can be let go', async () => {
  await haveProfile(service, team, 'Mei Tanaka', { about: 'what is saved' });
  const before = await openEditor();
  await write(before, 'About me', 'half a thought');
  before.close();

  const { user } = await openEditor();
  expect(field('About me')).toHaveValue('half a thought');
  expect(screen.getByText('These are your words from before. They are not saved yet.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Start afresh' }));

  expect(field('About me')).toHaveValue('what is saved');
  expect(localStorage).toHaveLength(0);
});

test('offline every word stays, and is saved when the connection is back', async () => {
  const tab = await openEditor();
  await write(tab, 'About me', 'written in a tunnel');
  const mend = breakRequests({ method: 'PUT', path: /profile/ }, 'offline');

  await tab.user.click(saveButton());
  expect(await screen.findByRole('alert')).toHaveTextContent('Not saved yet. You are offline. Your words stay here.');
  expect(field('About me')).toHaveValue('written in a tunnel');

  mend();
  await tab.user.click(saveButton());
  await eventually(async () => expect(await told()).toMatchObject({ about: 'written in a tunnel' }));
});

test('saved again after its answer got lost, it is saved', async () => {
  const tab = await openEditor();
  await write(tab, 'About me', 'said once');
  const mend = breakRequests({ method: 'PUT', path: /profile/ }, 'answerLost');
  await tab.user.click(saveButton());
  await screen.findByRole('alert');
  mend();

  await tab.user.click(saveButton());

  expect(await screen.findByText('Your profile is saved')).toBeVisible();
  expect(await told()).toMatchObject({ about: 'said once' });
});

describe('changed in another window meanwhile', () => {
  const change = async (tab: Tab, about: string) => {
    await write(tab, 'About me', about);
    await haveProfile(service, team, 'Mei Tanaka', { about: 'the other words', pronouns: 'they/them' });
    await tab.user.click(saveButton());
    await screen.findByText('You changed your profile elsewhere meanwhile.');
  };
  const other = () => within(screen.getByRole('group', { name: 'The other version of: About me' }));

  test('the other version stands below mine; what I did not touch is as it is there', async () => {
    const tab = await openEditor();
    await change(tab, 'my words');

    expect(field('About me')).toHaveValue('my words');
    expect(other().getByText('the other words')).toBeVisible();
    expect(field('Pronouns')).toHaveValue('they/them');
    expect(await told()).toMatchObject({ about: 'the other words' });
  });

  test('mine stays when I save again', async () => {
    const tab = await openEditor();
    await change(tab, 'my words');
    await tab.user.click(saveButton());

    await eventually(async () => expect(await told()).toMatchObject({ about: 'my words', pronouns: 'they/them' }));
  });

  test('the other one is taken with one press', async () => {
    const tab = await openEditor();
    await change(tab, 'my words');
    await tab.user.click(other().getByRole('button', { name: 'Take the other version of: About me' }));

    expect(field('About me')).toHaveValue('the other words');
    expect(screen.queryByRole('group', { name: 'The other version of: About me' })).toBeNull();
    expect(saveButton()).toHaveAccessibleDescription('Nothing has changed yet.');
  });
});

describe('tags', () => {
  test('are offered from what the team says: what is wished for first, spelled the same', async () => {
    await haveProfile(service, team, 'Amara Okafor', { wantsToLearn: ['Figma'], canShow: ['SQL'] });
    const { user } = await openEditor();

    const offered = within(await screen.findByRole('group', { name: 'From the team, for: I can show you' }));
    expect(offered.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Figma', 'SQL']);
    await user.type(field('I can show you'), 'fig');
    await waitFor(() => expect(offered.getAllByRole('button')).toHaveLength(1));
    await user.click(offered.getByRole('button', { name: 'Add Figma' }));

    expect(screen.getByRole('button', { name: 'Take out Figma' })).toBeVisible();
    expect(field('I can show you')).toHaveValue('');
  });

  test('are taken out by their button and by Backspace', async () => {
    await haveProfile(service, team, 'Mei Tanaka', { canShow: ['Figma', 'SQL'] });
    const { user } = await openEditor();

    await user.click(screen.getByRole('button', { name: 'Take out Figma' }));
    expect(field('I can show you')).toHaveFocus();
    await user.keyboard('{Backspace}');

    expect(screen.queryByRole('list', { name: 'I can show you' })).toBeNull();
  });

  test('each once, eight at most, as short as they are', () => {
    expect(withTags(['Figma'], ' figma ,  Plain   words,, FIGMA')).toEqual(['Figma', 'Plain words']);
    expect(withTags([], Array.from({ length: 12 }, (_, at) => `tag ${at}`).join(','))).toHaveLength(8);
  });
});

describe('what another team of mine knows', () => {
  test('fills the fields, and nothing is saved until I save', async () => {
    const other = await service.haveTeam(['Mei Tanaka', 'Somebody Else'], { name: 'Research' });
    await haveProfile(service, other, 'Mei Tanaka', { about: 'known elsewhere', canShow: ['Interviews'] });
    await service.call('GET', `/api/teams/${encodeURIComponent(team.teamId)}`, { as: 'Mei Tanaka' });
    await service.settled();
    const { user } = await openEditor();

    const from = await screen.findByRole('combobox', { name: 'Take over from another team of mine' });
    await user.selectOptions(from, 'Research');
    await user.click(screen.getByRole('button', { name: 'Fill in' }));

    await waitFor(() => expect(field('About me')).toHaveValue('known elsewhere'));
    expect(screen.getByRole('button', { name: 'Take out Interviews' })).toBeVisible();
    expect(await told()).toMatchObject({ about: '' });
    await user.click(screen.getByRole('button', { name: 'Put my words back' }));
    expect(field('About me')).toHaveValue('');
  });
});

test('half a day is no working day, and none ends before it starts', async () => {
  const { user } = await openEditor();
  await user.type(screen.getByLabelText('From'), '18:00');
  expect(await screen.findByText('Say from when and to when, or neither.')).toBeVisible();
  await user.type(screen.getByLabelText('To'), '09:00');

  expect(await screen.findByText('The day ends before it starts.')).toBeVisible();
  expect(saveButton()).toHaveAccessibleDescription('Something above does not fit yet.');
});

test('the zone of this device is one press away', async () => {
  const { user } = await openEditor();

  await user.click(screen.getByRole('button', { name: /as on this device/ }));

  expect(screen.getByRole('combobox', { name: 'Where I am' })).toHaveValue('UTC');
  expect(screen.queryByRole('button', { name: /as on this device/ })).toBeNull();
});

test('zones are found by a city or its part of the world, by the names that cities have today', () => {
  const ids = (typed: string) => zonesLike(typed, 5).map(({ id }) => id);
  expect(ids('berl')).toEqual(['Europe/Berlin']);
  expect(ids('Zür')).toEqual(['Europe/Zurich']);
  expect(ids('kolkata')).toEqual(['Asia/Kolkata']);
  expect(ids('new york america')).toEqual(['America/New_York']);
  expect(ids('xyzzy')).toEqual([]);
});

test('two windows of one person: what each touched stays', () => {
  const base: Words = {
    ...{ role: 'a', about: 'a', howToWork: 'a', pronouns: '', timeZone: '', hours: { start: '', end: '' } },
    ...{ canShow: [], wantsToLearn: [], strengths: [] },
  };
  const mine = { ...base, about: 'mine', canShow: ['Figma'] };
  const theirs = { ...base, about: 'theirs', howToWork: 'theirs' };

  expect(merged(mine, base, theirs)).toEqual({ ...base, about: 'mine', howToWork: 'theirs', canShow: ['Figma'] });
  expect(problemsIn({ ...base, role: 'x'.repeat(81), canShow: ['y'.repeat(41)] })).toEqual({
    role: 'people.edit.tooLong',
    canShow: 'people.edit.tags.tooLong',
  });
  expect(createText('en', en).t('people.edit.tooLong')).toBe('This is too long.');
});
