import { screen, waitFor } from '@testing-library/dom';
import { breakRequests, haveJoined, haveKudos } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka', 'Jonas Lind', 'Priya Raman', 'Lukas Brandt', 'Nadia Haddad', 'Tom Weber'];

async function aLetter(...joined: string[]) {
  const team = await service.haveTeam(studio);
  const id = await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'for the easing curves' });
  await haveJoined(service, team, id, ...joined);
  const joinedNow = async () => {
    const { body } = await service.call('GET', `/api/teams/${encodeURIComponent(team.teamId)}/kudos/${id}`, {
      as: 'Amara Okafor',
    });
    return body.joined.map(({ name }: { name: string }) => name);
  };
  return { team, joinedNow };
}

const meToo = () => screen.findByRole('button', { name: 'Me too, for Mei' });

test('me too adds my name at once, and again takes it out', async () => {
  const { team, joinedNow } = await aLetter('Priya Raman');
  const { user } = await openTab(service, { as: 'Amara Okafor', team });

  await user.click(await meToo());
  expect(await screen.findByText('You and Priya too')).toBeVisible();
  expect(await meToo()).toHaveAttribute('aria-pressed', 'true');
  await waitFor(async () => expect(await joinedNow()).toEqual(['Priya Raman', 'Amara Okafor']));

  await user.click(await meToo());
  expect(await screen.findByText('Priya too')).toBeVisible();
  await waitFor(async () => expect(await joinedNow()).toEqual(['Priya Raman']));
});

test('the last of many quick taps is the one that counts', async () => {
  const { team, joinedNow } = await aLetter();
  const { user } = await openTab(service, { as: 'Amara Okafor', team });
  const button = await meToo();

  for (let tap = 1; tap <= 5; tap++) await user.click(button);

  await waitFor(async () => expect(await joinedNow()).toEqual(['Amara Okafor']));
  expect(await screen.findByText('You too')).toBeVisible();
});

test('what could not be saved is not shown as if it were', async () => {
  const { team } = await aLetter('Priya Raman');
  const { user } = await openTab(service, { as: 'Amara Okafor', team });
  const mend = breakRequests({ method: 'PUT', path: /joined/ }, 'away');

  await user.click(await meToo());

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Your “me too” is not saved. The service is away for a moment.',
  );
  expect(screen.getByText('Priya too')).toBeVisible();
  expect(await meToo()).toHaveAttribute('aria-pressed', 'false');

  mend();
  await user.click(await meToo());
  expect(await screen.findByText('You and Priya too')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('names, not numbers: a long list opens', async () => {
  const { team } = await aLetter('Priya Raman', 'Lukas Brandt', 'Nadia Haddad', 'Tom Weber', 'Amara Okafor');
  await openTab(service, { as: 'Amara Okafor', team });
  expect(await screen.findByText('You, Priya, Lukas, Nadia and Tom too')).toBeVisible();
});

test('who gave it and who was thanked are in it already', async () => {
  const { team } = await aLetter();
  const tab = await openTab(service, { as: 'Jonas Lind', team });
  await screen.findByText('for the easing curves');
  expect(screen.queryByRole('button', { name: /^Me too/ })).toBeNull();
  tab.close();

  await openTab(service, { as: 'Mei Tanaka', team });
  await screen.findByText('for the easing curves');
  expect(screen.queryByRole('button', { name: /^Me too/ })).toBeNull();
});
