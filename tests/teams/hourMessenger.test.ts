import type { Saying } from '../../bot/app/reminderPorts.ts';
import type { SayingKind } from '../../bot/domain/reminder.ts';
import { aPerson } from '../support/builders.ts';
import { aTopic, anAction, anHour, nextThursday, thursday } from '../support/buildersOfHours.ts';
import type { Failure } from '../support/fakeConnector.ts';
import type { Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];

const aSaying = (kind: SayingKind, of: Partial<Saying> = {}): Saying => ({
  kind,
  hour: anHour({ facilitator: aPerson('Ben'), spotlight: aPerson('Cem') }),
  pairs: [[aPerson('Ana'), aPerson('Ben'), aPerson('Cem')]],
  topics: [aTopic('Ana')],
  promises: [anAction('Cem', { promisedTo: aPerson('Ana'), dueOn: '2026-11-27' })],
  away: [],
  meetingLink: null,
  replaces: 'Weekly status',
  status: [],
  decisions: [],
  actions: [],
  nextHour: null,
  ...of,
});

const recordOf = async (place: Place) => (await here.room.useCases.team.recordOf(place.ref()))!;
const say = async (place: Place, saying: Saying, thread: string | null = null) =>
  here.room.connection.hourMessenger.say(await recordOf(place), saying, thread);
const update = async (place: Place, saying: Saying, post: string) =>
  here.room.connection.hourMessenger.update(await recordOf(place), saying, post);
const postOf = async (place: Place, saying: Saying, thread: string | null = null) => {
  const said = await say(place, saying, thread);
  if (said.outcome !== 'sent') throw new Error(said.outcome);
  return said.post!;
};
const seen = () => here.room.connector.posts;

describe('one thread for each hour', () => {
  test('what is said first begins a thread in the channel, and what follows stands in it', async () => {
    const design = await here.room.have('Design', people);
    const before = await postOf(design, aSaying('before'));
    const status = await postOf(design, aSaying('status'), before);
    await postOf(design, aSaying('recap'), status);

    const [first, ...replies] = seen();
    expect(first!.conversationId).toBe(`${design.id};messageid=${first!.activityId}`);
    expect(replies.map(({ conversationId }) => conversationId)).toEqual([first!.conversationId, first!.conversationId]);
    expect(first!.activity!.summary).toBe('Our next hour: Thursday, November 19, 10:00');
  });

  test('a group chat has no threads: there it is simply said', async () => {
    const chat = here.room.teams.groupChat('Trip', people);
    await chat.install('Ana');
    here.room.connector.forgetPosts();
    const before = await postOf(chat, aSaying('before'));
    await postOf(chat, aSaying('recap'), before);
    expect(seen().map(({ conversationId }) => conversationId)).toEqual([chat.id, chat.id]);
  });

  test('where the thread is gone, a new one is begun; where the channel is, the team’s own one is used', async () => {
    const design = await here.room.have('Design', people);
    const before = await postOf(design, aSaying('before'));
    here.room.connector.next({ method: 'POST', path: /messageid=/ }, { status: 404 });
    await postOf(design, aSaying('recap'), before);
    expect(seen().at(-1)!.conversationId).toBe(`${design.id};messageid=${seen().at(-1)!.activityId}`);
    expect(seen()).toHaveLength(2);

    here.room.connector.next({ method: 'POST' }, { status: 404 }, 9);
    expect(await say(design, aSaying('recap'), before)).toEqual({ outcome: 'refused' });
  });

  test('a thread that cannot be read any more is none', async () => {
    const design = await here.room.have('Design', people);
    for (const thread of ['', '{', '{"a":1}']) await postOf(design, aSaying('recap'), thread);
    expect(new Set(seen().map(({ conversationId }) => conversationId)).size).toBe(3);
  });
});

describe('what became of a post is said as it is, and nothing is tried a second time that may have been seen', () => {
  test.each<[string, Failure, string, number]>([
    ['400', { status: 400 }, 'refused', 0],
    ['401', { status: 401 }, 'refused', 0],
    ['413', { status: 413 }, 'refused', 0],
    ['403', { status: 403, code: 'BotNotInConversationRoster' }, 'gone', 0],
    ['412 always', { status: 412 }, 'away', 0],
    ['429 always', { status: 429 }, 'away', 0],
    ['408', { status: 408 }, 'unknown', 0],
    ['500', { status: 500 }, 'unknown', 0],
    ['taken, then 502', { status: 502, accepted: true }, 'unknown', 1],
    ['taken, then a broken line', { kind: 'reset', accepted: true }, 'unknown', 1],
    ['no answer', { kind: 'hang' }, 'unknown', 0],
    ['taken, then nonsense', { kind: 'garbage', accepted: true }, 'unknown', 1],
  ])('%s', async (name, failure, outcome, visible) => {
    const design = await here.room.have('Design', people);
    const before = await postOf(design, aSaying('before'));
    here.room.connector.next({ method: 'POST' }, failure, name.endsWith('always') ? 99 : 1);
    expect(await say(design, aSaying('recap'), before)).toEqual({ outcome });
    expect(seen()).toHaveLength(1 + visible);
  });

  test('after a 403 nothing is asked of Teams there until the app is installed again', async () => {
    const design = await here.room.have('Design', people);
    here.room.connector.next({ method: 'POST' }, { status: 403 });
    await say(design, aSaying('before'));
    const calls = here.room.connector.calls.length;
    expect(await say(design, aSaying('start'))).toEqual({ outcome: 'gone' });
    expect(await update(design, aSaying('start'), '{"conversationId":"a","activityId":"b"}')).toBe('gone');
    expect(here.room.connector.calls).toHaveLength(calls);
    await design.install('Ana');
    expect(await say(design, aSaying('start'))).toMatchObject({ outcome: 'sent' });
  });

  test('also when the installation is told from another channel than the one that it writes in', async () => {
    const design = here.room.teams.channel('Design', people);
    const crit = here.room.teams.channelOf(design, 'Crit');
    await crit.install('Ana');
    here.room.connector.next({ method: 'POST' }, { status: 403 });
    expect(await say(design, aSaying('before'))).toEqual({ outcome: 'gone' });
    await design.install('Ana');
    expect(await say(design, aSaying('before'))).toMatchObject({ outcome: 'sent' });
    expect(seen().at(-1)!.conversationId).toMatch(new RegExp(`^${crit.id};`));
  });

  test('a team that was never reached from Teams is not there yet', async () => {
    const design = await here.room.have('Design', people);
    const record = { ...(await recordOf(design)), address: '' };
    const { hourMessenger } = here.room.connection;
    expect(await hourMessenger.say(record, aSaying('before'), null)).toEqual({ outcome: 'away' });
    expect(await hourMessenger.update(record, aSaying('before'), '')).toBe('away');
  });
});

describe('a post shows the hour as it is', () => {
  test('a day before: when it is for the team and for who reads, who has which part, what is on it, what is promised', async () => {
    const design = await here.room.have('Design', people);
    await postOf(design, aSaying('before', { away: [aPerson('Ana')] }));
    expect(textsIn(shown(seen()[0]))).toEqual([
      'Our next hour',
      'Thursday, November 19, 10:00 to 11:00 (Central European Time)',
      'For you: {{DATE(2026-11-19T09:00:00Z,SHORT)}}, {{TIME(2026-11-19T09:00:00Z)}} to {{TIME(2026-11-19T10:00:00Z)}}',
      'Facilitator: Ben · Spotlight: Cem',
      'Cannot come: Ana',
      'What we talk about',
      'Ana: How we say no',
      'Open promises',
      'Cem to Ana: Draw the map, by Nov 27, 2026',
      'Who talks with whom',
      'Ana, Ben, and Cem',
    ]);
    expect(buttonsIn(shown(seen()[0])).map(({ title }) => title)).toEqual([
      'Add a topic',
      'Open the hour',
      'I cannot come',
    ]);
  });

  test('moved, skipped or held meanwhile, it says so, and offers nothing that cannot be done any more', async () => {
    const design = await here.room.have('Design', people);
    const post = await postOf(design, aSaying('before'));
    const moved = anHour({ status: 'moved', movedTo: nextThursday, reason: 'Half of us travel' });
    const states: [Partial<Saying>, string[]][] = [
      [
        { hour: anHour({ status: 'skipped', reason: 'Release' }) },
        ['The hour of Thursday, November 19 is skipped.', 'Release'],
      ],
      [{ hour: moved }, ['This hour was moved to Thursday, November 26.', 'Half of us travel']],
      [
        { hour: moved, nextHour: anHour({ date: nextThursday }) },
        [
          'This hour was moved to Thursday, November 26.',
          'Thursday, November 26, 10:00 to 11:00 (Central European Time)',
          'For you: {{DATE(2026-11-26T09:00:00Z,SHORT)}}, {{TIME(2026-11-26T09:00:00Z)}} to {{TIME(2026-11-26T10:00:00Z)}}',
          'Half of us travel',
        ],
      ],
      [
        { hour: anHour({ status: 'held' }) },
        ['This hour is over: Thursday, November 19, 10:00 to 11:00 (Central European Time).'],
      ],
    ];
    for (const kind of ['before', 'start'] as const)
      for (const [of, lines] of states) {
        expect(await update(design, aSaying(kind, of), post)).toBe('sent');
        expect(textsIn(shown(seen()[0]))).toEqual(['Our hour', ...lines]);
        expect(buttonsIn(shown(seen()[0])).map(({ title }) => title)).toEqual(['Open the hour']);
      }
    expect(seen()).toHaveLength(1);
  });

  test('changing it is repeated until it is done, and one that was deleted stays deleted', async () => {
    const design = await here.room.have('Design', people);
    const post = await postOf(design, aSaying('before'));
    here.room.connector.next({ method: 'PUT' }, { status: 503, accepted: true }, 2);
    expect(await update(design, aSaying('before', { topics: [] }), post)).toBe('sent');
    seen()[0]!.activity = null;
    expect(await update(design, aSaying('before'), post)).toBe('refused');
    expect(await update(design, aSaying('before'), 'of another time')).toBe('refused');
  });

  test('nobody opened it: the facilitator is asked, and mentioned', async () => {
    const design = await here.room.have('Design', people);
    await postOf(design, aSaying('nudge'));
    const card = shown(seen()[0]);
    expect(textsIn(card)[0]).toBe('Ben, nobody has opened the hour yet.');
    expect(card.msteams!.entities).toEqual([
      { type: 'mention', text: '<at>Ben</at>', mentioned: { id: aPerson('Ben').id, name: 'Ben' } },
    ]);
    expect(buttonsIn(card).map(({ title, data }) => [title, data])).toEqual([
      ['Begin it now', { team: design.id, date: thursday }],
      ['Move it', { open: 'moveHour', team: design.id, date: thursday, msteams: { type: 'task/fetch' } }],
      ['Skip it', { open: 'skipHour', team: design.id, date: thursday, msteams: { type: 'task/fetch' } }],
      ['Open the hour', undefined],
    ]);
    await postOf(design, aSaying('nudge', { hour: anHour({ facilitator: aPerson('**Ben** <at>Ana</at>') }) }));
    expect(shown(seen()[1]).msteams).toBeUndefined();
    expect(textsIn(shown(seen()[1]))[0]).toContain('**Ben**');
  });
});
