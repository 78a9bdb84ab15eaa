import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Said } from '../../bot/app/reminderPorts.ts';
import { editionOf } from '../../bot/app/hourDesk.ts';
import { leaseInMs } from '../../bot/app/saying.ts';
import { actionItemId, noteId, topicId } from '../../bot/domain/ids.ts';
import { minutesAfter } from '../../bot/domain/time.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { idOf } from '../support/builders.ts';
import { nextThursday, thursday } from '../support/buildersOfHours.ts';
import type { Failure, Post } from '../support/fakeConnector.ts';
import type { Place } from '../support/teamsWorld.ts';
import { actor, startTeamsRoom, type TeamsRoom } from '../support/teamsWorldRoom.ts';

let azurite: Azurite;
let room: TeamsRoom;
let studio: Place;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const startsAt = new Date('2026-11-19T09:00:00Z');
const dayBefore = new Date('2026-11-18T09:00:00Z');
const longBefore = new Date('2026-11-16T09:00:00Z');

beforeEach(async () => {
  room = await startTeamsRoom(await freshStorage(azurite), {
    // Long enough for a busy machine; only what hangs waits for it.
    patience: { deadlineInMs: 1_000, tries: 2, pause: async () => 0 },
  });
  studio = await room.have('Studio', ['Amara', 'Mei', 'Lukas']);
  goTo(longBefore);
  await room.hourIn(studio, 'Amara');
});
afterEach(() => room.stop());

const goTo = (at: Date) => void (room.clock.now = () => at);
const attend = () => room.useCases.reminders.attend(studio.ref());
async function attendAt(at: Date) {
  goTo(at);
  return attend();
}
const team = () => studio.ref().teamId;
const titlesIn = (posts: readonly Post[]) => posts.map(({ activity }) => activity!.summary);
const saidNow = async () => (await room.storage.reminders.newest(studio.ref(), null, 50)).map(({ thing }) => thing);
const stateOf = async (kind: Said['kind']) =>
  (await saidNow()).find((said) => said.kind === kind && said.date === thursday);
const rootOf = ({ conversationId }: Post) => conversationId;

test('a week of the bot is one thread: the day before, as it begins, and what came out of it', async () => {
  expect(await attend()).toEqual(dayBefore);
  expect(room.connector.posts).toEqual([]);

  expect(await attendAt(dayBefore)).toEqual(startsAt);
  await attend();
  expect(titlesIn(room.connector.posts)).toHaveLength(2);

  expect(await attendAt(startsAt)).toEqual(minutesAfter(startsAt, 15));
  await room.useCases.hours.open(actor('Amara'), team(), thursday, null);
  await attendAt(minutesAfter(startsAt, 15));
  goTo(minutesAfter(startsAt, 58));
  await room.useCases.hours.close(actor('Amara'), team(), thursday, null);
  await attend();
  await attend();

  expect((await saidNow()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    'before sent',
    'recap sent',
    'start sent',
    'status sent',
  ]);
  expect(new Set(room.connector.posts.map(rootOf)).size).toBe(1);
  expect(room.connector.posts).toHaveLength(4);
});

test('what was just for the hour is in no post, and is forgotten a day after it without anybody looking', async () => {
  await attendAt(dayBefore);
  goTo(startsAt);
  await room.useCases.hours.open(actor('Amara'), team(), thursday, null);
  const secret = { text: 'I am thinking of leaving', kind: 'decision' as const, keep: false };
  await room.useCases.agenda.note(actor('Mei'), team(), thursday, noteId(randomUUID()), secret, null);
  const kept = { text: 'We pair on reviews', kind: 'decision' as const, keep: true };
  await room.useCases.agenda.note(actor('Mei'), team(), thursday, noteId(randomUUID()), kept, null);
  goTo(minutesAfter(startsAt, 50));
  await room.useCases.hours.close(actor('Amara'), team(), thursday, null);
  const next = await attend();

  const shownAll = JSON.stringify(room.connector.posts);
  expect(shownAll).toContain('We pair on reviews');
  expect(shownAll).not.toContain('thinking of leaving');
  expect(next).toEqual(minutesAfter(startsAt, 50 + 24 * 60));
  await attendAt(next!);
  expect((await room.storage.hours.entries(studio.ref(), thursday)).notes.map(({ text }) => text)).toEqual([kept.text]);
});

test('an hour that nobody opens is asked about once; who skips it is not reminded, and the thread says so', async () => {
  await attendAt(dayBefore);
  await attendAt(startsAt);
  await attendAt(minutesAfter(startsAt, 15));
  await attend();
  expect(room.connector.posts).toHaveLength(4);

  await room.useCases.hours.skip(actor('Mei'), team(), thursday, 'Quarter end', null);
  await attend();
  const [before] = room.connector.posts;
  expect(JSON.stringify(before!.activity)).toContain('Quarter end');
  expect(room.connector.posts).toHaveLength(4);
  expect(await attend()).toEqual(new Date('2026-11-25T09:00:00Z'));
});

test('an hour that was moved is announced anew in the same thread, and its old post says where it went', async () => {
  await attendAt(dayBefore);
  goTo(minutesAfter(dayBefore, 30));
  const to = { date: '2026-11-20', time: '14:00', reason: 'A fair' };
  await room.useCases.hours.move(actor('Amara'), team(), thursday, to, null);
  expect(await attend()).toEqual(new Date('2026-11-19T13:00:00Z'));

  const posts = room.connector.posts.length;
  await attendAt(new Date('2026-11-19T13:00:00Z'));
  expect(room.connector.posts.length).toBeGreaterThan(posts);
  expect(new Set(room.connector.posts.map(rootOf)).size).toBe(1);
  expect(JSON.stringify(room.connector.posts[0]!.activity)).toContain('A fair');
  await attendAt(startsAt);
  expect((await saidNow()).filter(({ date, kind }) => date === thursday && kind === 'start')).toEqual([]);
});

test('a schedule on another day says nothing of the old one any more', async () => {
  await attendAt(dayBefore);
  goTo(minutesAfter(dayBefore, 5));
  const { thing, version } = (await room.storage.schedules.find(studio.ref()))!;
  await room.useCases.schedule.save(actor('Amara'), team(), { ...thing, weekday: 5 }, version);
  await attendAt(startsAt);
  expect((await saidNow()).filter(({ date, kind }) => date === thursday && kind === 'start')).toEqual([]);
  expect(room.connector.posts[0]!.versions.length).toBe(2);
});

test('what is more than six hours late is not said but written down, and what was due before the hour was chosen is not even that', async () => {
  await attendAt(new Date(dayBefore.getTime() + 6 * 3_600_000 + 1));
  expect(room.connector.posts).toEqual([]);
  expect(await stateOf('before')).toMatchObject({ state: 'late' });

  const late = await room.have('Late', ['Noor', 'Ida']);
  goTo(new Date(startsAt.getTime() - 3_600_000));
  await room.hourIn(late, 'Noor');
  await room.useCases.reminders.attend(late.ref());
  expect(await room.storage.reminders.newest(late.ref(), null, 9)).toEqual([]);
});

test('who switched it off hears nothing, and who took the app out neither', async () => {
  const { version } = await room.storage.reminders.wishes(studio.ref());
  await room.storage.reminders.saveWishes(studio.ref(), { before: false, start: false, recap: false }, version);
  await attendAt(dayBefore);
  await attendAt(startsAt);
  expect(room.connector.posts).toEqual([]);
  await studio.uninstall();
  expect(await attend()).toBeNull();
});

test('the day before shows the agenda, the spotlight and open promises; a topic added from it is shown to all', async () => {
  const mine = { text: 'How we say no', kind: 'talk' as const, messageLink: null };
  await room.useCases.agenda.topic(actor('Mei'), team(), thursday, topicId(randomUUID()), mine, null);
  const promise = {
    text: 'Draw the map',
    owner: idOf('Mei'),
    dueOn: '2026-11-19',
    promisedTo: idOf('Lukas'),
    hour: null,
  };
  await room.useCases.actions.save(actor('Mei'), team(), actionItemId(randomUUID()), promise, null);
  await attendAt(dayBefore);
  const shown = () => JSON.stringify(room.connector.posts[0]!.activity);
  for (const words of ['How we say no', 'Draw the map', 'Mei']) expect(shown()).toContain(words);

  const another = { text: 'Where we want to be in spring', kind: 'idea' as const, messageLink: null };
  await room.useCases.agenda.topic(actor('Lukas'), team(), thursday, topicId(randomUUID()), another, null);
  await room.settled();
  expect(shown()).toContain('Where we want to be in spring');
  await room.useCases.agenda.mark(actor('Lukas'), team(), thursday, 'away', true);
  await room.useCases.agenda.sayStatus(actor('Lukas'), team(), thursday, 'Release is out');
  await room.settled();
  expect(shown()).toContain('Cannot come: Lukas');
  const status = () => JSON.stringify(room.connector.posts[1]!.activity);
  expect(status()).toContain('Release is out');

  // While it runs, and for a day after, what stands there is still its author's.
  room.clock.now = () => new Date(startsAt);
  await room.useCases.hours.open(actor('Mei'), team(), thursday, null);
  await room.useCases.agenda.changeStatus(actor('Mei'), team(), thursday, 'Waiting for the map', null);
  await room.settled();
  expect(status()).toContain('Waiting for the map');
  await room.useCases.agenda.takeStatusBack(actor('Lukas'), team(), thursday, null);
  await room.settled();
  expect(status()).not.toContain('Release is out');
});

test('what is not on the agenda any more, or says something else, does not stand in the post any more either', async () => {
  const { agenda, hours } = room.useCases;
  const raise = async (text: string) => {
    const id = topicId(randomUUID());
    const words = { text, kind: 'talk' as const, messageLink: null };
    return { id, ...(await agenda.topic(actor('Mei'), team(), thursday, id, words, null)) };
  };
  const [wrong, gone, status] = [await raise('How we say yse'), await raise('Too personal'), await raise('Release 4')];
  await attendAt(dayBefore);
  const shown = () => JSON.stringify(room.connector.posts[0]!.activity);
  for (const words of ['How we say yse', 'Too personal', 'Release 4']) expect(shown()).toContain(words);

  const words = { text: 'How we say yes', kind: 'talk' as const, messageLink: null };
  await agenda.topic(actor('Mei'), team(), thursday, wrong.id, words, String(wrong.topic.edition));
  await agenda.removeTopic(actor('Mei'), team(), thursday, gone.id);
  await agenda.settleTopic(actor('Lukas'), team(), thursday, status.id, 'status');
  await room.settled();
  expect(shown()).toContain('How we say yes');
  for (const words of ['How we say yse', 'Too personal', 'Release 4']) expect(shown()).not.toContain(words);

  const { hour } = await hours.find(actor('Mei'), team(), thursday);
  const other = ['Amara', 'Mei', 'Lukas'].find((name) => idOf(name) !== hour.facilitator?.id)!;
  await hours.arrange(actor('Mei'), team(), thursday, { facilitator: idOf(other) }, editionOf(hour));
  await room.settled();
  expect(shown()).toContain(`Facilitator: ${other}`);
});

test('a promise that was kept, or is made on the day before, shows in the post', async () => {
  const { actions } = room.useCases;
  const promise = async (text: string, to: string) => {
    const id = actionItemId(randomUUID());
    const words = { text, owner: idOf('Mei'), dueOn: null, promisedTo: idOf(to), hour: null };
    await actions.save(actor('Mei'), team(), id, words, null);
    return id;
  };
  const first = await promise('Draw the map', 'Lukas');
  await attendAt(dayBefore);
  const shown = () => JSON.stringify(room.connector.posts[0]!.activity);
  expect(shown()).toContain('Draw the map');

  await actions.close(actor('Lukas'), team(), first, 'kept');
  await promise('Call the printer', 'Amara');
  await room.settled();

  expect(shown()).not.toContain('Draw the map');
  expect(shown()).toContain('Call the printer');
});

describe('whatever the connector answers', () => {
  const refused = [400, 401, 413] as const;
  const never: readonly [string, Failure, Said['state']][] = [
    ...refused.map((status): [string, Failure, Said['state']] => [`${status}`, { status, accepted: false }, 'failed']),
    ...[
      'BotNotInConversationRoster',
      'ConversationBlockedByUser',
      'BotDisabledByAdmin',
      'MessageWritesBlocked',
      'x',
    ].map((code): [string, Failure, Said['state']] => [
      `403 ${code}`,
      { status: 403, code, accepted: false },
      'failed',
    ]),
    ...([408, 500, 502, 503, 504] as const).flatMap((status): [string, Failure, Said['state']][] => [
      [`${status}`, { status, accepted: false }, 'unknown'],
      [`${status} after it was taken`, { status, accepted: true }, 'unknown'],
    ]),
    ...(['reset', 'hang', 'garbage', 'drip'] as const).flatMap((kind): [string, Failure, Said['state']][] => [
      [kind, { kind, accepted: false }, 'unknown'],
      [`${kind} after it was taken`, { kind, accepted: true }, 'unknown'],
    ]),
  ];

  test.each(never)(
    '%s: it is asked once, seen at most once, and never repeated by itself',
    async (_, failure, state) => {
      const earlier = room.connector.calls.length;
      room.connector.next({ method: 'POST' }, failure, 100);
      await attendAt(startsAt);
      room.connector.recover();
      await attendAt(minutesAfter(startsAt, 1));
      await attendAt(new Date(startsAt.getTime() + leaseInMs + 60_000));

      expect(await stateOf('start')).toMatchObject({ state });
      const asked = room.connector.calls.slice(earlier).filter(({ method }) => method === 'POST');
      expect(asked).toHaveLength(1);
      expect(room.connector.posts).toHaveLength(failure.accepted ? 1 : 0);
    },
  );

  test.each([
    ['412', { status: 412, accepted: false }],
    ['429', { status: 429, accepted: false }],
    ['429 with a time', { status: 429, accepted: false, headers: { 'retry-after': '1' } }],
  ] satisfies [string, Failure][])('%s: it was not said, so it is tried again until it is', async (_, failure) => {
    room.connector.next({ method: 'POST' }, failure, 3);
    goTo(startsAt);
    await expect(attend()).rejects.toThrow('Teams does not answer');
    await attendAt(minutesAfter(startsAt, 1));

    expect(await stateOf('start')).toMatchObject({ state: 'sent' });
    expect(room.connector.posts).toHaveLength(1);
  });

  test('a conversation that does not want the bot is left alone until the app is added again', async () => {
    room.connector.conversation(studio.id).hasBot = false;
    expect(await attendAt(startsAt)).toBeNull();
    expect(room.connector.posts).toEqual([]);
  });
});

test('who dies before it was said is followed by somebody else; who may have said it is not', async () => {
  const { reminders } = room.storage;
  const due = (kind: 'start' | 'before', state: Said['state'], at: Date): Said => ({
    ...{ to: null, date: thursday, kind, state, dueAt: at, changedAt: at, post: null, shows: '', trouble: null },
  });
  await reminders.claim(studio.ref(), due('before', 'sending', dayBefore));
  await reminders.claim(studio.ref(), due('start', 'claimed', startsAt));

  expect(await attendAt(minutesAfter(startsAt, 1))).toEqual(new Date(startsAt.getTime() + leaseInMs));
  expect(room.connector.posts).toEqual([]);
  await attendAt(new Date(startsAt.getTime() + leaseInMs));
  expect(room.connector.posts).toHaveLength(1);
  expect(await stateOf('start')).toMatchObject({ state: 'sent' });

  await room.storage.reminders.claim(studio.ref(), { ...due('start', 'sending', startsAt), date: nextThursday });
  const next = new Date('2026-11-26T09:00:00Z');
  await attendAt(new Date(next.getTime() + leaseInMs));
  const [nextStart] = (await saidNow()).filter(({ date, kind }) => date === nextThursday && kind === 'start');
  expect(nextStart).toMatchObject({ state: 'unknown' });
});

test('eight who are woken at the same moment say it once', async () => {
  goTo(dayBefore);
  await Promise.all(Array.from({ length: 8 }, attend));
  expect(titlesIn(room.connector.posts)).toHaveLength(2);
});
