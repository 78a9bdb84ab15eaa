import { screen, waitFor, within } from '@testing-library/dom';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { haveKudos } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();

async function aLivelyTeam(): Promise<TeamRef> {
  const team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Jonas Lind'], { values: ['Patience', 'Care'] });
  const give = (from: string, to: string, text: string, value?: string) =>
    haveKudos(service, team, { from, to: [to], text, ...(value && { value }) });
  await give('Jonas Lind', 'Mei Tanaka', 'for the easing curves', 'Patience');
  await give('Amara Okafor', 'Jonas Lind', 'for the support desk', 'Care');
  await give('Mei Tanaka', 'Amara Okafor', 'for the right question');
  return team;
}

const shown = async (...texts: string[]) => {
  await waitFor(() => {
    const found = screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.closest('article')!);
    expect(found.map((letter) => within(letter).getByText(/^for the/).textContent)).toEqual(texts);
  });
};

test('everything, what I was given, what I gave: each is a link that can be kept', async () => {
  const { user } = await openTab(service, { as: 'Amara Okafor', team: await aLivelyTeam() });
  await shown('for the right question', 'for the support desk', 'for the easing curves');

  await user.click(screen.getByRole('link', { name: 'To me' }));
  await shown('for the right question');
  expect(window.location.search).toBe('?show=toMe');
  expect(screen.getByRole('link', { name: 'To me' })).toHaveAttribute('aria-current', 'true');

  await user.click(screen.getByRole('link', { name: 'From me' }));
  await shown('for the support desk');

  await user.click(screen.getByRole('link', { name: 'Everything' }));
  await shown('for the right question', 'for the support desk', 'for the easing curves');
  expect(window.location.search).toBe('');
});

test.each([
  ['a word', 'easing', 'for the easing curves'],
  ['a value', 'care', 'for the support desk'],
  ['a name in any case', 'MEI question', 'for the right question'],
])('%s is found', async (_what, words, text) => {
  const { user } = await openTab(service, { as: 'Amara Okafor', team: await aLivelyTeam() });

  await user.type(await screen.findByRole('searchbox', { name: 'Search kudos' }), words);

  await shown(text);
  expect(new URLSearchParams(window.location.search).get('q')).toBe(words);
});

test('a search without result says so and leads back to everything', async () => {
  const { user } = await openTab(service, { as: 'Amara Okafor', team: await aLivelyTeam() });
  const field = await screen.findByRole('searchbox');

  await user.type(field, 'zebra{Enter}');

  expect(await screen.findByText('No kudos here fit that.')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Show everything' }));
  await shown('for the right question', 'for the support desk', 'for the easing curves');
  expect(field).toHaveValue('');
});

test('one person and one value can be chosen, and let go of again', async () => {
  const { user } = await openTab(service, { as: 'Amara Okafor', team: await aLivelyTeam() });

  await user.click(await screen.findByRole('button', { name: 'Filter by person or value' }));
  await user.selectOptions(await screen.findByLabelText('Given by or to'), 'Jonas Lind');
  await user.selectOptions(screen.getByLabelText('Value'), 'Patience');
  await user.keyboard('{Escape}');
  await shown('for the easing curves');
  expect(screen.getByRole('button', { name: 'Filter by person or value' })).toHaveFocus();

  await user.click(await screen.findByRole('link', { name: 'Stop filtering by Jonas' }));
  await user.click(screen.getByRole('link', { name: 'Stop filtering by Patience' }));
  await shown('for the right question', 'for the support desk', 'for the easing curves');
});

test('a value on a letter leads to all that carry it', async () => {
  const { user } = await openTab(service, { as: 'Amara Okafor', team: await aLivelyTeam() });

  await user.click(await screen.findByRole('link', { name: 'Show all kudos for Care' }));

  await shown('for the support desk');
});

test('what was looked for is still looked for after a reload', async () => {
  const team = await aLivelyTeam();

  await openTab(service, { as: 'Amara Okafor', team, path: '/tab/kudos?show=fromMe&q=desk' });

  await shown('for the support desk');
  expect(screen.getByRole('searchbox')).toHaveValue('desk');
});

test('who has been thanked by nobody yet reads a kind word, not an empty page', async () => {
  const team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka']);
  await haveKudos(service, team, { from: 'Amara Okafor', to: ['Mei Tanaka'], text: 'for the first of all' });
  const { user } = await openTab(service, { as: 'Amara Okafor', team });

  await user.click(await screen.findByRole('link', { name: 'To me' }));

  expect(await screen.findByText('Nothing for you here yet. It will come.')).toBeVisible();
});
