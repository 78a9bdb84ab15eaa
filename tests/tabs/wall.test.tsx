import { screen, waitFor, within } from '@testing-library/dom';
import { breakRequests, haveJoined, haveKudos, haveWish } from '../support/tabScenes.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();
const studio = ['Amara Okafor', 'Mei Tanaka', 'Lukas Brandt', 'Priya Raman', 'Jonas Lind'];

const letters = () => screen.findAllByRole('article');
const letterTo = (name: string) => screen.findByRole('article', { name });

test('a letter says to whom, from whom, what for, what it changed and who joined, by the names colleagues use', async () => {
  const team = await service.haveTeam(studio, { values: ['Patience', 'Care'] });
  const id = await haveKudos(service, team, {
    from: 'Jonas Lind',
    to: ['Mei Tanaka'],
    text: 'You stayed on after the review.\nUntil I could hear the difference.',
    effect: 'I stopped guessing.',
    value: 'Patience',
  });
  await haveJoined(service, team, id, 'Priya Raman', 'Lukas Brandt');

  await openTab(service, { as: 'Amara Okafor', team });

  const letter = within(await letterTo('Mei'));
  expect(letter.getByRole('heading', { name: 'Mei' })).toBeVisible();
  expect(letter.getByText('from Jonas, today')).toBeVisible();
  expect(letter.getByText(/You stayed on after the review\.\s+Until I could/)).toBeVisible();
  expect(letter.getByText('I stopped guessing.')).toBeVisible();
  expect(letter.getByText('Priya and Lukas too')).toBeVisible();
  expect(letter.getByRole('link', { name: 'Show all kudos for Patience' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Kudos in Studio' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'This week' })).toBeVisible();
});

test('the newest comes first, and people with the same first name keep their whole one', async () => {
  const team = await service.haveTeam(['Amara Okafor', 'Mei Tanaka', 'Mei Ling']);
  await haveKudos(service, team, { from: 'Mei Ling', to: ['Amara Okafor'], text: 'the first of two' });
  await haveKudos(service, team, { from: 'Amara Okafor', to: ['Mei Tanaka', 'Mei Ling'], text: 'the second of two' });

  await openTab(service, { as: 'Amara Okafor', team });

  const headings = (await screen.findAllByRole('heading', { level: 3 })).map((heading) => heading.textContent);
  expect(headings).toEqual(['Mei Tanaka and Mei Ling', 'You']);
  expect(screen.getByText('from you, today')).toBeVisible();
  expect(screen.getByText('from Mei Ling, today')).toBeVisible();
});

test('what people typed is shown as they typed it, and nothing of it is code', async () => {
  const team = await service.haveTeam(studio);
  const text = 'Thanks <b>so</b> \\u0041 {name} [x](javascript:alert(1)) && ‮more';
  await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text });

  await openTab(service, { as: 'Amara Okafor', team });

  expect(await screen.findByText(text)).toBeVisible();
  expect(document.querySelector('b')).toBeNull();
});

test('a private one is seen by its two, who are told so; nobody joins it', async () => {
  const team = await service.haveTeam(studio);
  await haveWish(service, team, 'Mei Tanaka', 'private');
  await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'just between the two of us' });

  const mine = await openTab(service, { as: 'Mei Tanaka', team });
  expect(within(await letterTo('You')).getByText('Only you and Jonas see this')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Me too/ })).toBeNull();
  mine.close();

  await openTab(service, { as: 'Amara Okafor', team });
  expect(await screen.findByText('Nobody has been thanked here yet')).toBeVisible();
});

test('one that waits for the hour is seen by its giver alone, and says so', async () => {
  const team = await service.haveTeam(studio);
  await haveWish(service, team, 'Mei Tanaka', 'hour');
  await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'for the opening of the hour' });

  await openTab(service, { as: 'Jonas Lind', team });

  expect(within(await letterTo('Mei')).getByText('Only you see this until the next hour opens')).toBeVisible();
});

test('an empty wall says what to do, once', async () => {
  const team = await service.haveTeam(studio);

  await openTab(service, { as: 'Amara Okafor', team });

  expect(await screen.findByRole('heading', { name: 'Nobody has been thanked here yet' })).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Give kudos' })).toHaveLength(1);
});

test('what is on its way has the shape of what comes', async () => {
  const team = await service.haveTeam(studio);
  breakRequests({ path: /\/api\/teams\// }, 'silence');

  await openTab(service, { as: 'Amara Okafor', team });

  expect(await screen.findByRole('status', { name: 'Kudos are on their way' })).toBeVisible();
});

test('the past comes page by page, each kudos once', async () => {
  const team = await service.haveTeam(studio);
  for (let place = 1; place <= 25; place++) {
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: `this is number ${place}` });
  }
  const { user } = await openTab(service, { as: 'Amara Okafor', team });
  expect(await letters()).toHaveLength(20);

  await user.click(screen.getByRole('button', { name: 'Show more' }));

  await screen.findByText('this is number 1');
  const texts = (await letters()).map((letter) => /number \d+/.exec(letter.textContent!)![0]);
  expect(new Set(texts).size).toBe(25);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a page that does not arrive can be asked for again', async () => {
  const team = await service.haveTeam(studio);
  for (let place = 1; place <= 21; place++) {
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: `this is number ${place}` });
  }
  const { user } = await openTab(service, { as: 'Amara Okafor', team });
  await letters();
  const mend = breakRequests({ path: /\/kudos\?.*cursor/ }, 'away');

  await user.click(screen.getByRole('button', { name: 'Show more' }));
  const problem = await screen.findByRole('alert');
  expect(problem).toHaveTextContent('The next ones did not arrive.');
  expect(await letters()).toHaveLength(20);
  mend();
  await user.click(within(problem).getByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('this is number 1')).toBeVisible();
});

test('a link leads to its kudos, however old', async () => {
  const team = await service.haveTeam(studio);
  const id = await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'the one of the link' });
  for (let place = 1; place <= 20; place++) {
    await haveKudos(service, team, { from: 'Jonas Lind', to: ['Lukas Brandt'], text: `this is number ${place}` });
  }

  await openTab(service, { as: 'Amara Okafor', context: { subEntityId: `${team.teamId}/${id}` } });

  const linked = within(await screen.findByRole('region', { name: 'From your link' }));
  expect(await linked.findByText('the one of the link')).toBeVisible();
  expect(screen.getAllByText('the one of the link')).toHaveLength(1);
});

test('a link to what is gone says so, above the wall', async () => {
  const team = await service.haveTeam(studio);
  await haveKudos(service, team, { from: 'Jonas Lind', to: ['Mei Tanaka'], text: 'something that is there' });

  await openTab(service, { as: 'Amara Okafor', context: { subEntityId: `${team.teamId}/${crypto.randomUUID()}` } });

  expect(await screen.findByText(/not on the wall any more/)).toBeVisible();
  expect(await screen.findByText('something that is there')).toBeVisible();
});

test('the message it came from is a link that Teams itself opens', async () => {
  const team = await service.haveTeam(studio);
  const messageLink = 'https://teams.microsoft.com/l/message/19:x@thread.tacv2/1790000000000';
  await haveKudos(service, team, {
    from: 'Jonas Lind',
    to: ['Mei Tanaka'],
    text: 'from a message of yours',
    messageLink,
  });
  const { host, user } = await openTab(service, { as: 'Amara Okafor', team });

  await user.click(await screen.findByRole('link', { name: 'The message' }));

  await waitFor(() => expect(host.told).toContain('executeDeepLink'));
});
