/* What the bot says by itself, in the window of Microsoft's Agents Playground: to everybody in the channel, and to one person alone. */
import { randomUUID } from 'node:crypto';
import type { GoalView } from '../../bot/contract/goal.ts';
import { hourDate } from '../../bot/domain/ids.ts';
import { localDateOf, minutesAfter, wallTimeOf, weekdayOf } from '../../bot/domain/time.ts';
import { studioRef } from '../../bot/local/people.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, ownAzurite } from '../support/tableService.ts';
import { startQueues } from '../support/azuriteQueues.ts';
import { theBrowserWorld } from '../support/browserWorld.ts';
import { callerIn, localPerson } from '../support/localCalls.ts';
import { playgroundAt } from '../support/playground.ts';
import { openChannel, openDialog, openPersonalChat, write } from '../support/playgroundWindow.ts';

const zone = 'Europe/Berlin';
let parts: Azurite[];
let storage: Storage;

// What is due today was chosen long ago: that is written where the bot finds it, instead of waiting for it.
const world = theBrowserWorld({
  playground: true,
  async storage() {
    parts = await Promise.all([ownAzurite(), startQueues()]);
    const connectionString = parts.map((part) => part.connectionString).join('');
    storage = await openStorage({ connectionString });
    return connectionString;
  },
});
beforeAll(() => playgroundAt(world.playgroundUrl).install(studioRef.teamId));
afterAll(async () => void (await Promise.all(parts.map((part) => part.stop()))));

const lookNow = async (person: ReturnType<typeof localPerson> | null) =>
  storage.timer.hurry(await storage.timer.announce({ ref: studioRef, person: person && person.id }, new Date()));

test('what somebody chose to be told comes into their chat, and a goal is checked in on right there', async () => {
  const amara = localPerson('Amara');
  const asAmara = callerIn(world.url, 'Amara');
  const window = await openPersonalChat(world);
  const press = (name: string) => window.getByRole('button', { name, exact: true }).last().click();
  await write(window, 'remind me');
  await window.getByText('it is time to check in on a goal').click();
  await press('Save');
  await window.getByText('Saved for Studio').waitFor();
  await window.getByText('it is time to check in on a goal: Friday, 15:00').waitFor();

  const now = new Date();
  const { thing, version } = await storage.wishes.find(studioRef, amara.id);
  const anHourAgo = minutesAfter(now, -60);
  const checkInAt = { weekday: weekdayOf(localDateOf(anHourAgo, zone)), time: wallTimeOf(anHourAgo, zone) };
  const since = { goalCheckIn: minutesAfter(now, -7 * 24 * 60) };
  await storage.wishes.save(studioRef, amara.id, { ...thing, since, checkInAt, quiet: null }, version);
  await lookNow(amara);

  await window.getByText('For you, from Studio').waitFor();
  await press('Check in');
  await window.getByText('Choose how sure you feel, from 1 to 5.').waitFor();
  const learned = 'To wait for the second thought';
  await window.getByLabel('What did you learn?').fill(learned);
  await window.getByText('4 · Rather sure').click();
  await press('Check in');
  await window.getByText('Checked in. What you learned stands with your goal.').waitFor();
  const { body } = await asAmara<{ items: GoalView[] }>('GET', '/goals?person=me&status=open');
  const checkIns = body.items.flatMap((goal) => goal.checkIns);
  expect(checkIns.filter((each) => each.learned === learned)).toMatchObject([{ confidence: 4 }]);

  await write(window, 'remind me');
  await window.getByText('Leave out for a week').waitFor();
  await window.getByText('it is time to check in on a goal').last().click();
  await press('Save');
  await window.getByText(/^it is time to check in on a goal: .* \(not until .*\)$/).waitFor();
  const { thing: chosen } = await storage.wishes.find(studioRef, amara.id);
  expect(Object.keys(chosen.snoozed)).toEqual(['goalCheckIn']);

  await press('Quiet for a week');
  await window.getByText(/^Quiet until /).waitFor();
  await write(window, 'stop');
  await window.getByRole('paragraph').filter({ hasText: 'All of it is off.' }).waitFor();
  expect((await storage.wishes.find(studioRef, amara.id)).thing.since).toEqual({});
  await window.close();
}, 90_000);

test('the post of the day before takes up a topic, and the recap stands below it', async () => {
  const asAmara = callerIn(world.url, 'Amara');
  const window = await openChannel(world);
  const now = new Date();
  const startsAt = minutesAfter(now, 23 * 60);
  const date = hourDate(localDateOf(startsAt, zone));
  const known = (await storage.schedules.find(studioRef))!;
  const schedule = { ...known.thing, weekday: weekdayOf(date), time: wallTimeOf(startsAt, zone), startOn: date };
  await storage.schedules.save(studioRef, schedule, known.version, minutesAfter(now, -7 * 24 * 60));
  await lookNow(null);
  await window.getByText('Our next hour').waitFor();
  await window.getByText('Status in two lines').waitFor();

  await window.getByRole('button', { name: 'I cannot come' }).click();
  await window.getByText('Cannot come: Amara Okafor').waitFor();
  const dialog = await openDialog(window, 'hour');
  await dialog.getByRole('button', { name: 'Add a topic' }).click();
  await dialog.getByLabel('What is it about?').fill('How we say no to a good idea');
  await dialog.getByRole('button', { name: 'Put it on the agenda' }).click();
  await dialog.getByText(/It is on the agenda/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await window.getByText('Amara Okafor: How we say no to a good idea').waitFor();

  // What is said on the page of the hour stands in the post, and is gone from it when it is taken back there.
  const mei = await world.open({ person: 'mei' });
  await mei.tab.getByRole('link', { name: 'Hour', exact: true }).click();
  await mei.tab.getByText('Status in two lines').click();
  await mei.tab.getByLabel('What should the others know?').fill('The map is with the printer');
  await mei.tab.getByRole('button', { name: 'Say it' }).click();
  await window.getByText('The map is with the printer').waitFor();
  await mei.tab.getByRole('button', { name: 'Take it back' }).click();
  await window.getByText('The map is with the printer').waitFor({ state: 'hidden' });
  await mei.close();

  const decided = 'We say no within two days, and why.';
  await asAmara('POST', `/hours/${date}/open`, { body: {} });
  await asAmara('PUT', `/hours/${date}/notes/${randomUUID()}`, {
    body: { text: decided, kind: 'decision', keep: true },
  });
  const { version } = await asAmara('GET', `/hours/${date}`);
  await asAmara('POST', `/hours/${date}/close`, { body: {}, version });

  await window.getByText('What came of our hour').waitFor();
  await window.getByText(decided).waitFor();
  // What stood above says what became of it.
  await window
    .getByText(/^This hour is over/)
    .first()
    .waitFor();
  expect(await window.getByText('Our next hour').count()).toBe(0);
  await window.close();
}, 90_000);
