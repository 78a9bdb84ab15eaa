import { randomUUID } from 'node:crypto';
import { hourDate } from '../../bot/domain/ids.ts';
import { startTeamsRoom } from '../support/teamsWorldRoom.ts';
import type { Place } from '../support/teamsWorld.ts';
import { aTeamsMember } from '../support/teamsWorld.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const date = hourDate('2026-11-19');
const started = 'The meeting has begun. Shall your hour begin as well?';
const ended = 'The meeting has ended. Is your hour over as well?';

const itIs = (time: string, day: string = date) => {
  here.room.clock.now = () => new Date(`${day}T${time}:00Z`);
};
beforeEach(() => itIs('08:58'));

const posts = () => here.room.connector.posts;
const hourOf = async (place: Place) =>
  (await here.room.useCases.hours.find(actor('Ana'), place.ref().teamId, date)).hour;

async function haveHour(name = 'Design', members = people): Promise<Place> {
  const place = await here.room.have(name, members);
  await here.room.hourIn(place, members[0]!);
  return place;
}
/** A meeting's chat that the app was added to, where nobody chose an hour. */
async function haveMeeting(members: readonly string[]): Promise<Place> {
  const chat = here.room.teams.groupChat('Our hour', members);
  await chat.install(members[0]);
  await here.room.settled();
  here.room.connector.forgetPosts();
  return chat;
}
async function haveMeetingWithHour(): Promise<Place> {
  const chat = await haveMeeting(people);
  await here.room.hourIn(chat, 'Ana');
  return chat;
}

test('when the meeting begins the hour can begin, and when it ends it can be closed, each once', async () => {
  const chat = await haveMeetingWithHour();

  await chat.meeting('Start', 'Ben');
  expect(textsIn(shown(posts()[0]))).toEqual([started, 'This can be done in the tab as well, and it can wait.']);
  expect((await hourOf(chat)).status).toBe('planned');
  const begin = button(posts()[0], 'Begin the hour') as { verb: string; data: unknown };
  for (const name of ['Cem', 'Ben', 'Cem']) {
    const { body } = await chat.as(name).presses(begin);
    expect(textsIn(body.value)).toEqual(['The hour has begun. Everybody who opens it sees the same.']);
  }
  expect(await hourOf(chat)).toMatchObject({ status: 'open', edition: 1 });

  itIs('10:01');
  await chat.meeting('End', 'Ben');
  expect(textsIn(shown(posts()[1]))[0]).toBe(ended);
  const close = button(posts()[1], 'Close the hour') as { verb: string; data: unknown };
  for (const name of ['Ana', 'Cem']) {
    const { body } = await chat.as(name).presses(close);
    expect(textsIn(body.value)[0]).toMatch(/^The hour is closed/);
  }
  expect((await hourOf(chat)).status).toBe('held');
  expect((await chat.as('Ana').presses(begin)).body.value).toBe('This hour is over, moved or skipped.');
  expect(posts()).toHaveLength(2);
});

test('told again, by the same event or by people who come back, it offers nothing again', async () => {
  const chat = await haveMeetingWithHour();
  await Promise.all([1, 2, 3].map(() => chat.meeting('Start', 'Ben', { id: 'the same' })));
  await chat.meeting('End', 'Ben');
  await Promise.all(['Ana', 'Cem'].map((name) => chat.meeting('Start', name, { id: randomUUID() })));
  expect(posts()).toHaveLength(1);

  await here.room.useCases.hours.open(actor('Ana'), chat.ref().teamId, date, null);
  await chat.meeting('End', 'Ben');
  await chat.meeting('Start', 'Ben');
  await chat.meeting('End', 'Ben');
  expect(posts()).toHaveLength(2);

  await here.room.useCases.hours.close(actor('Ana'), chat.ref().teamId, date, null);
  await chat.meeting('Start', 'Ben');
  await chat.meeting('End', 'Ben');
  expect(posts()).toHaveLength(2);
});

test('another instance of the service, or one that was started anew, offers nothing again either', async () => {
  const chat = await haveMeetingWithHour();
  await chat.meeting('Start', 'Ben', { id: 'the same' });
  expect(posts()).toHaveLength(1);

  const other = await startTeamsRoom(here.room.storage);
  other.clock.now = here.room.clock.now;
  const { members } = here.room.connector.conversation(chat.id);
  other.connector.addConversation({ id: chat.id, kind: 'groupChat', name: 'Our hour', members });
  const activity = {
    ...{ type: 'event', name: 'application/vnd.microsoft.meetingStart', id: 'the same', channelId: 'msteams' },
    serviceUrl: other.connector.serviceUrl,
    from: { id: aTeamsMember('Ben').id, aadObjectId: aTeamsMember('Ben').aadObjectId },
    recipient: { id: '28:22222222-2222-4222-8222-222222222222' },
    conversation: { id: chat.id, isGroup: true, tenantId: chat.ref().tenantId },
    channelData: { tenant: { id: chat.ref().tenantId }, meeting: { id: 'MCMx' } },
  };
  expect(await other.receive({ authorization: undefined, body: activity })).toEqual({ status: 200 });
  expect(other.connector.posts).toEqual([]);
  await other.stop();
});

test('two people who begin it at the same moment are offered it once', async () => {
  const chat = await haveMeetingWithHour();
  await Promise.all(people.map((name) => chat.meeting('Start', name)));
  expect(posts()).toHaveLength(1);
});

test('a new version of the app, or a new name of the chat, does not make it offer again', async () => {
  const chat = await haveMeetingWithHour();
  await chat.meeting('Start', 'Ben');
  await chat.install('Ana', 'add-upgrade');
  await chat.event({ type: 'conversationUpdate', channelData: { eventType: 'teamRenamed' } }, 'Ana');
  await chat.meeting('Start', 'Ben');
  expect(posts()).toHaveLength(1);
});

test('next week it is offered again, and only around its time', async () => {
  const chat = await haveMeetingWithHour();
  await chat.meeting('Start', 'Ben');
  expect(posts()).toHaveLength(1);
  for (const [time, day] of [
    ['08:00', '2026-11-26'],
    ['09:00', '2026-11-25'],
    ['10:00', '2026-11-26'],
  ] as const) {
    itIs(time, day);
    await chat.meeting('Start', 'Ben');
  }
  expect(posts()).toHaveLength(1);
  itIs('09:10', '2026-11-26');
  await chat.meeting('Start', 'Ben');
  expect(posts()).toHaveLength(2);
});

test('in a chat without an hour of its own it is the one hour that is due for who began the meeting', async () => {
  const design = await haveHour();
  const chat = await haveMeeting(['Ben', 'Cem', 'Zoe']);
  await chat.meeting('Start', 'Ben');
  expect(textsIn(shown(posts()[0]))[0]).toBe(started);
  expect(posts()[0]!.conversationId).toBe(chat.id);
  // Zoe reads along and is not in Design: neither its name nor what is on it is said.
  expect(textsIn(shown(posts()[0])).join()).not.toContain('Design');

  const begin = button(posts()[0], 'Begin the hour') as { verb: string; data: unknown };
  const zoe = await chat.as('Zoe').presses(begin);
  expect(zoe.body.value).toBe('This hour is not here any more, or not for you to see.');
  expect((await hourOf(design)).status).toBe('planned');
  await chat.as('Cem').presses(begin);
  expect((await hourOf(design)).status).toBe('open');
  await chat.meeting('End', 'Cem');
  expect(textsIn(shown(posts()[1]))[0]).toBe(ended);
});

test('where it is not clear whose hour it is, nothing is offered', async () => {
  await haveHour('Design');
  await haveHour('Research');
  const chat = await haveMeeting(['Ben', 'Zoe']);
  await chat.meeting('Start', 'Ben');
  await chat.meeting('Start', 'Zoe');
  await chat.meeting('End', 'Ben');
  expect(posts()).toEqual([]);
});

test('a meeting in a channel is answered below its own post', async () => {
  const design = await haveHour();
  const conversation = { id: `${design.id};messageid=17`, isGroup: true, tenantId: design.ref().tenantId };
  await design.meeting('Start', 'Ben', { conversation });
  expect(posts().map(({ conversationId }) => conversationId)).toEqual([`${design.id};messageid=17`]);
});

test('where nobody chose an hour, it was skipped, or the app is not there, nothing is said', async () => {
  const design = await haveHour();
  await here.room.useCases.hours.skip(actor('Ana'), design.ref().teamId, date, 'Holiday', null);
  await design.meeting('Start', 'Ana');
  const [chat, stranger] = [await haveMeeting(['Zoe', 'Yan']), here.room.teams.groupChat('Stranger', ['Ana'])];
  await chat.meeting('Start', 'Zoe');
  await stranger.meeting('Start', 'Ana');
  await chat.event({ type: 'event', name: 'application/vnd.microsoft.meetingParticipantJoin' }, 'Zoe');
  await chat.event({ type: 'event', name: 'constructor' }, 'Zoe');
  expect(posts()).toEqual([]);
  expect(here.room.logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('an offer that cannot be posted is only logged, and not tried again', async () => {
  const chat = await haveMeetingWithHour();
  here.room.connector.next({ method: 'POST' }, { status: 502 });
  expect(await chat.meeting('Start', 'Ben')).toEqual({ status: 200 });
  await chat.meeting('Start', 'Ben');
  expect(posts()).toEqual([]);
  expect(here.room.logged.map(({ level }) => level)).toEqual(['warn']);
});
