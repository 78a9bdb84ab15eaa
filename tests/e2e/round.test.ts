/* The main job on one machine: a kudos from Microsoft's Agents Playground to the wall in the real tab, and back. */
import { networkInterfaces } from 'node:os';
import type { GoalView } from '../../bot/contract/goal.ts';
import { theBrowserWorld } from '../support/browserWorld.ts';
import { callerIn } from '../support/localCalls.ts';
import { type Playground, playgroundAt } from '../support/playground.ts';
import {
  openChannel,
  openDialog,
  openPersonalChat,
  toChannel,
  toPersonalChat,
  write,
} from '../support/playgroundWindow.ts';

const studio = '19:studio-general@thread.tacv2';
const oid = (at: number) => `33333333-3333-4333-8333-${String(at).padStart(12, '0')}`;

const world = theBrowserWorld({ playground: true });
let playground: Playground;

beforeAll(async () => {
  playground = playgroundAt(world.playgroundUrl);
  await playground.install(studio);
});

type Form = { task: { type: string; value: { card: { content: { body: unknown[]; actions: { data: object }[] } } } } };

const openForm = () =>
  playground.invoke<Form>(
    'composeExtension/fetchTask',
    { commandId: 'giveKudos', commandContext: 'compose' },
    'user-id-1',
    studio,
  );

const send = (form: Form, typed: object) =>
  playground.invoke<object>(
    'composeExtension/submitAction',
    {
      commandId: 'giveKudos',
      commandContext: 'compose',
      data: { ...form.task.value.card.content.actions[0]!.data, ...typed },
    },
    'user-id-1',
    studio,
  );

test('a kudos from the Playground is on the wall, is joined there and in the tab, and is gone everywhere when it is taken back', async () => {
  const words = `You drew the map that all of us now find our way with, ${Date.now()}`;
  const playgroundWindow = await openChannel(world);

  // Sent twice, as an impatient finger does.
  const form = await openForm();
  const typed = { to: oid(2), text: words, effect: 'I know where I am again.', value: 'Patience' };
  await Promise.all([send(form, typed), send(form, typed)]);

  await playgroundWindow.getByText('Mei Tanaka thanks Lukas Brandt').waitFor();
  expect(await playgroundWindow.getByText(words).count()).toBe(1);
  const priya = await world.open({ person: 'priya' });
  const card = priya.tab.getByRole('listitem').filter({ hasText: words });
  await card.waitFor();
  expect(await card.count()).toBe(1);
  expect(await card.innerText()).toMatch(/Lukas[\s\S]*from Mei[\s\S]*I know where I am again\./);

  await playgroundWindow.getByRole('button', { name: 'Me too' }).click();
  await playgroundWindow.getByText('Me too: Amara Okafor').waitFor();
  await priya.page.reload();
  await card.getByText('Amara too').waitFor();
  await card.getByRole('button', { name: /Me too/ }).click();
  await playgroundWindow.getByText('Me too: Amara Okafor and Priya Raman').waitFor();

  const mei = await world.open({ person: 'mei' });
  const mine = mei.tab.getByRole('listitem').filter({ hasText: words });
  await mine.getByRole('button', { name: /More about this kudos/ }).click();
  await mei.tab.getByRole('menuitem', { name: 'Take it back' }).click();
  await mei.tab.getByText('Taken back', { exact: true }).waitFor();
  expect(await mine.count()).toBe(0);

  // After ten seconds in which it could have been undone.
  await playgroundWindow.getByText('This thank-you is no longer here.').waitFor();
  expect(await playgroundWindow.getByText(words).count()).toBe(0);
  await priya.page.reload();
  await priya.tab.getByRole('listitem').first().waitFor();
  expect(await card.count()).toBe(0);
  await Promise.all([priya.close(), mei.close(), playgroundWindow.close()]);
}, 90_000);

test('a mistake comes back as a sentence in the same form, with everything that was typed', async () => {
  const form = await openForm();

  const answer = await send(form, { to: oid(1), text: 'Thank you, me, for everything', effect: 'So much', value: '' });

  const shown = JSON.stringify(answer);
  expect(shown).toContain('You are among those you want to thank.');
  expect(shown).toContain('Thank you, me, for everything');
  expect(shown).toContain('So much');
});

test('the Playground’s own window opens the form, sends it, shows the card that the bot posts, and the bot answers', async () => {
  const words = `You kept the light on for the rest of us, ${Date.now()}`;
  const window = await openChannel(world);

  const form = await openDialog(window, 'giveKudos');
  await form.getByLabel('What for?').fill(words);
  await form.getByRole('combobox').first().click();
  await window.getByText('Lukas Brandt').last().click();
  await window.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Give kudos' }).click();

  // The Playground keeps its dialog open; Teams closes it.
  await form.getByRole('button', { name: 'Close' }).click();
  await window.getByText('Amara Okafor thanks Lukas Brandt').waitFor();
  await window.getByText(words).waitFor();
  const priya = await world.open({ person: 'priya' });
  await priya.tab.getByRole('listitem').filter({ hasText: words }).waitFor();
  await priya.tab
    .getByRole('listitem')
    .filter({ hasText: words })
    .getByRole('button', { name: /Me too/ })
    .click();
  // The card of the bot follows the wall.
  await window.getByText('Me too: Priya Raman').waitFor();
  await priya.close();

  await toPersonalChat(window);
  await write(window, 'HELP');
  await window.getByText('What I can do for you').waitFor();
  await window.close();
}, 60_000);

test('my goals are told to me alone, and a check-in from the dialog stands on the goal', async () => {
  const window = await openPersonalChat(world);
  await write(window, 'goals');
  await window.getByText('Your open goals').waitFor();
  expect(await window.getByRole('button', { name: 'Check in' }).count()).toBeGreaterThan(0);

  // From the card the Playground opens no dialog; from the message box it does.
  await toChannel(window);
  const dialog = await openDialog(window, 'goals');
  await dialog.getByRole('button', { name: 'Check in' }).first().click();
  const learned = `To wait for the second thought, ${Date.now()}`;
  await dialog.getByLabel('What did you learn?').fill(learned);
  await dialog.getByText('4 · Rather sure').click();
  await dialog.getByRole('button', { name: 'Check in' }).click();
  await dialog.getByText(/^Checked in/).waitFor();
  await window.close();

  const asAmara = callerIn(world.url, 'Amara');
  const { body } = await asAmara<{ items: GoalView[] }>('GET', '/goals?person=me&status=open');
  expect(body.items.flatMap(({ checkIns }) => checkIns).filter((each) => each.learned === learned)).toMatchObject([
    { confidence: 4 },
  ]);
}, 60_000);

test('the Playground, and with it the bot of the local world, is reached from this machine alone', async () => {
  const others = Object.values(networkInterfaces()).flatMap((all = []) => all.filter(({ internal }) => !internal));

  const answers = await Promise.allSettled(
    others
      .filter(({ family }) => family === 'IPv4')
      .map(({ address }) => fetch(`http://${address}:${new URL(world.playgroundUrl).port}/_debug/ping`)),
  );

  expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  expect((await fetch(`${world.playgroundUrl}/_debug/ping`)).status).toBe(200);
});
