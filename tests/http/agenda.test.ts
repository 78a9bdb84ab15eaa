import { randomUUID } from 'node:crypto';
import { noteSchema, topicSchema } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import { aPerson, idOf } from '../support/builders.ts';
import { said } from '../support/goalCalls.ts';
import { aClock, hourCalls, nextWeek, today } from '../support/hourCalls.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
let time: ReturnType<typeof aClock>;
beforeAll(async () => {
  time = aClock();
  service = await startService({ clock: () => time.clock() });
});
beforeEach(() => time.backToNoon());
afterAll(() => service.stop());
const { call, aTeam, look, open, close, arrange, raise, settle, write } = hourCalls(() => service);

test('a topic is raised once under its id, changed by who raised it, and its version names what is changed', async () => {
  const team = await aTeam();
  const id = randomUUID();
  const put = (body: object, as = 'Amara', version: string | null = null) =>
    call('PUT', paths.topic(team, today, id), as, { body: { text: 'Quiet mornings', ...body }, version });

  const first = await put({});
  const again = await put({});
  const unsaid = await put({ kind: 'idea' });
  const edited = await put({ kind: 'idea' }, 'Amara', first.version);
  const lost = await put({ kind: 'idea' }, 'Amara', first.version);
  const stale = await put({ kind: 'ask' }, 'Amara', first.version);
  const others = [await put({ text: 'Mine now' }, 'Mei'), await put({ text: 'Mine' }, 'Mei', edited.version)];
  const nowhere = await call('PUT', paths.topic(team, today, randomUUID()), 'Mei', {
    body: { text: 'Gone' },
    version: first.version,
  });

  expect([first, again, unsaid, edited, lost, stale, ...others, nowhere].map(said)).toEqual([
    [201, undefined],
    [200, undefined],
    [428, 'version.missing'],
    [200, undefined],
    [200, undefined],
    [412, 'version.stale'],
    [403, 'topic.notYours'],
    [403, 'topic.notYours'],
    [404, 'notFound'],
  ]);
  expect(topicSchema.parse(edited.body)).toEqual({
    id,
    author: aPerson('Amara'),
    text: 'Quiet mornings',
    kind: 'idea',
    messageLink: null,
    raisedFor: today,
    state: 'open',
    supporters: [],
    version: edited.version,
    createdAt: '2026-11-19T12:00:00.000Z',
  });
  expect((await look(team)).topics).toEqual([edited.body]);
});

test('a topic is taken away by who raised it, once, and its id stays taken', async () => {
  const team = await aTeam();
  const id = randomUUID();
  await raise(team, {}, 'Amara', id);
  const remove = (as: string, of: string = id) => call('DELETE', paths.topic(team, today, of), as);

  const answers = [
    await remove('Mei'),
    await remove('Amara'),
    await remove('Amara'),
    await remove('Amara', randomUUID()),
  ];
  const again = await raise(team, {}, 'Amara', id);

  expect(answers.map(({ status }) => status)).toEqual([403, 204, 204, 404]);
  expect(said(again)).toEqual([409, 'hour.idTaken']);
  expect((await look(team)).topics).toEqual([]);
});

test('others support a topic by name, once', async () => {
  const team = await aTeam();
  const { body } = await raise(team);
  const support = (method: string, as: string) => call(method, paths.topicSupport(team, today, body.id), as);

  const own = await support('PUT', 'Amara');
  await support('PUT', 'Mei');
  await support('PUT', 'Lukas');
  const twice = await support('PUT', 'Mei');
  const undone = await support('DELETE', 'Lukas');
  const version = (await look(team)).topics[0]!.version;

  expect(said(own)).toEqual([422, 'topic.ownSupport']);
  expect(twice.body.supporters).toEqual([aPerson('Mei'), aPerson('Lukas')]);
  expect(undone.body.supporters).toEqual([aPerson('Mei')]);
  // What others add to a topic is no conflict for who raised it.
  expect(version).toBe(body.version);
});

test('what was not talked about waits for the next hour, and what was is only in the hour it was talked about in', async () => {
  const team = await aTeam();
  const [talked, status, left] = await Promise.all([
    raise(team, { text: 'Talked about' }),
    raise(team, { text: 'That is status' }),
    raise(team, { text: 'Left over' }),
  ]);
  const later = await raise(team, { text: 'For next week' }, 'Mei', randomUUID(), nextWeek);
  await open(team);
  await settle(team, talked.body.id, 'talked', 'Lukas');
  await settle(team, status.body.id, 'status', 'Priya');
  await close(team);

  const texts = async (date: string) =>
    (await look(team, date)).topics.map(({ text, state, raisedFor }) => [text, state, raisedFor]).sort();
  expect(await texts(today)).toEqual([
    ['Talked about', 'talked', today],
    ['That is status', 'status', today],
  ]);
  expect(await texts(nextWeek)).toEqual([
    ['For next week', 'open', nextWeek],
    ['Left over', 'open', today],
  ]);
  // What one hour has talked about is not taken out of it by another.
  expect(said(await settle(team, talked.body.id, 'open', 'Mei', nextWeek))).toEqual([409, 'topic.closed']);
  const late = await call('PUT', paths.topic(team, today, talked.body.id), 'Amara', {
    body: { text: 'I said something else' },
    version: talked.version,
  });
  expect(said(late)).toEqual([409, 'topic.closed']);
  expect(left.body.state).toBe('open');
  expect(later.status).toBe(201);
});

test('topics stand in the order that somebody gave them, the others by age behind', async () => {
  const team = await aTeam();
  const ids: string[] = [];
  for (const text of ['One', 'Two', 'Three']) {
    ids.push((await raise(team, { text })).body.id);
    time.laterBy(1);
  }

  await arrange(team, { order: [ids[2], randomUUID(), ids[2], ids[0]] });

  expect((await look(team)).topics.map(({ text }) => text)).toEqual(['Three', 'One', 'Two']);
});

test('an agenda is full after a hundred topics', async () => {
  const team = await aTeam(['Amara', 'Mei', 'Lukas']);
  const people = ['Amara', 'Mei', 'Lukas'];
  for (let at = 0; at < 100; at += 10)
    await Promise.all(Array.from({ length: 10 }, (_, more) => raise(team, { text: `${at + more}` }, people[at % 3])));

  expect(said(await raise(team, { text: 'One more' }, 'Mei'))).toEqual([409, 'topic.tooMany']);
  const [first] = (await look(team)).topics;
  await settle(team, first!.id, 'status', 'Mei');
  expect((await raise(team, { text: 'One more' }, 'Mei')).status).toBe(201);
});

test('a line is its author’s; that something was decided, anybody marks', async () => {
  const team = await aTeam();
  const id = randomUUID();
  const put = (body: object, as = 'Amara', version: string | null = null) =>
    call('PUT', paths.hourNote(team, today, id), as, { body: { text: 'One page', ...body }, version });

  const first = await put({});
  const again = await put({});
  const unsaid = await put({ text: 'One page, two weeks before' });
  const edited = await put({ text: 'One page, two weeks before' }, 'Amara', first.version);
  const stale = await put({ text: 'Two pages' }, 'Amara', first.version);
  const rewritten = await put({ text: 'No page' }, 'Mei', edited.version);
  const hidden = await put({ text: 'One page, two weeks before', keep: false }, 'Mei', edited.version);
  const decided = await put({ text: 'One page, two weeks before', kind: 'decision' }, 'Mei', edited.version);
  const removed = [
    await call('DELETE', paths.hourNote(team, today, id), 'Mei'),
    await call('DELETE', paths.hourNote(team, today, id), 'Amara'),
    await call('DELETE', paths.hourNote(team, today, id), 'Amara'),
    await call('DELETE', paths.hourNote(team, today, randomUUID()), 'Amara'),
  ];

  expect([first, again, unsaid, edited, stale, rewritten, hidden, decided].map(said)).toEqual([
    [201, undefined],
    [200, undefined],
    [428, 'version.missing'],
    [200, undefined],
    [412, 'version.stale'],
    [403, 'note.notYours'],
    [403, 'note.notYours'],
    [200, undefined],
  ]);
  expect(noteSchema.parse(decided.body)).toMatchObject({ author: aPerson('Amara'), kind: 'decision' });
  expect(decided.body.version).toBe(decided.version);
  expect(removed.map(({ status }) => status)).toEqual([403, 204, 204, 404]);
  expect(said(await put({}))).toEqual([409, 'hour.idTaken']);
});

test('three who type at once lose no word', async () => {
  const team = await aTeam();
  await open(team);
  const type = async (who: string) => {
    const id = randomUUID();
    let version: string | null = null;
    for (let words = 1; words <= 6; words++) {
      const body = { text: Array.from({ length: words }, (_, at) => `${who}${at}`).join(' ') };
      const answer = await call('PUT', paths.hourNote(team, today, id), who, { body, version });
      expect([200, 201]).toContain(answer.status);
      version = answer.version;
    }
  };

  await Promise.all(['Mei', 'Lukas', 'Priya'].map(type));

  const { notes } = await look(team);
  const whole = (who: string) => Array.from({ length: 6 }, (_, at) => `${who}${at}`).join(' ');
  expect(notes.map(({ author, text }) => [author.name, text]).sort()).toEqual(
    ['Lukas', 'Mei', 'Priya'].map((who) => [who, whole(who)]),
  );
});

test('an exit is its author’s alone, unless they share it', async () => {
  const team = await aTeam();
  await open(team);
  const leave = (as: string, of: object) =>
    call('PUT', paths.exitFromHour(team, today), as, { body: { if: 'I open the file', then: 'I ask first', ...of } });

  await leave('Mei', {});
  await leave('Lukas', { isShared: true });
  await leave('Lukas', { then: 'I ask two people', isShared: true });
  const bare = await leave('Priya', { then: ' ' });

  const seen = async (as: string) => (await look(team, today, as)).exits.map(({ person, then }) => [person.name, then]);
  expect(await seen('Mei')).toEqual(
    expect.arrayContaining([
      ['Mei', 'I ask first'],
      ['Lukas', 'I ask two people'],
    ]),
  );
  expect(await seen('Amara')).toEqual([['Lukas', 'I ask two people']]);
  expect(said(bare)).toEqual([400, 'request.invalid']);
  await call('DELETE', paths.exitFromHour(team, today), 'Lukas');
  expect((await call('DELETE', paths.exitFromHour(team, today), 'Lukas')).status).toBe(204);
  expect(await seen('Amara')).toEqual([]);
});

describe('two lines of status', () => {
  const mine = (team: string) => paths.myStatus(team, today);
  const say = (team: string, as: string, text: string, version?: string | null) =>
    call('PUT', mine(team), as, { body: { text }, ...(version && { version }) });
  const lines = async (team: string) => (await look(team)).statusLines.map(({ by, text }) => [by.name, text]);

  test('are one a person, for everybody to read: changed by who knows what they change, and the same again is the same', async () => {
    const team = await aTeam();
    const first = await say(team, 'Mei', ' Release is out\nWaiting for the map ');
    time.laterBy(1);
    await say(team, 'Lukas', 'Nothing new');

    const again = await say(team, 'Mei', 'Release is out\nWaiting for the map');
    const blind = await say(team, 'Mei', 'Another window');
    const changed = await say(team, 'Mei', 'Release is out', first.version);
    const repeated = await say(team, 'Mei', 'Release is out', first.version);
    const stale = await say(team, 'Mei', 'A third window', first.version);

    expect([first.status, again.status, again.version]).toEqual([201, 200, first.version]);
    expect(said(blind)).toEqual([428, 'version.missing']);
    expect([changed.status, repeated.status, repeated.version]).toEqual([200, 200, changed.version]);
    expect(changed.version).not.toBe(first.version);
    expect(said(stale)).toEqual([412, 'version.stale']);
    expect(await lines(team)).toEqual([
      ['Lukas', 'Nothing new'],
      ['Mei', 'Release is out'],
    ]);
    const shown = (await look(team)).statusLines.find(({ by }) => by.name === 'Mei')!;
    expect(shown).toEqual({ ...changed.body, version: changed.version });
  });

  test('are taken back once, and not when they say something else by now', async () => {
    const team = await aTeam();
    const first = await say(team, 'Mei', 'Release is out');
    const second = await say(team, 'Mei', 'Release is late', first.version);

    const stale = await call('DELETE', mine(team), 'Mei', { version: first.version! });
    const gone = await call('DELETE', mine(team), 'Mei', { version: second.version! });
    const again = await call('DELETE', mine(team), 'Mei', { version: second.version! });
    const late = await say(team, 'Mei', 'Release is never', second.version);

    expect([said(stale), gone.status, again.status]).toEqual([[412, 'version.stale'], 204, 204]);
    expect(said(late)).toEqual([412, 'version.stale']);
    expect(await lines(team)).toEqual([]);
    expect((await say(team, 'Mei', 'After all')).status).toBe(201);
  });

  test('of many windows at once one is said, and the others hear of it', async () => {
    const team = await aTeam();
    const texts = Array.from({ length: 8 }, (_, at) => `Window ${at}`);

    const answers = await Promise.all(texts.map((text) => say(team, 'Mei', text)));

    const won = answers.flatMap(({ status }, at) => (status === 201 ? [texts[at]] : []));
    expect(answers.filter(({ status }) => status === 428)).toHaveLength(7);
    expect(await lines(team)).toEqual([['Mei', won[0]]]);
  });

  test.each([
    ['nothing', { text: ' \n ' }],
    ['a report', { text: 'x'.repeat(281) }],
    ['in the name of somebody else', { text: 'Release', by: idOf('Lukas') }],
  ])('are not %s', async (_, body) => {
    const team = await aTeam();
    expect(said(await call('PUT', mine(team), 'Mei', { body }))).toEqual([400, 'request.invalid']);
    expect(await lines(team)).toEqual([]);
  });

  test('stay as they were once the hour is over for a day', async () => {
    const team = await aTeam();
    const { version } = await say(team, 'Mei', 'Release is out');
    await call('POST', paths.skipHour(team, today), 'Amara', { body: { reason: 'Snow' } });

    expect(said(await say(team, 'Mei', 'Release is late', version))).toEqual([409, 'hour.locked']);
    expect(said(await call('DELETE', mine(team), 'Mei'))).toEqual([409, 'hour.locked']);
  });
});

test('kudos that waited for the hour come into sight as it opens, once', async () => {
  const team = await aTeam();
  const { version } = await call('GET', paths.profile(team, 'me'), 'Mei');
  await call('PUT', paths.profile(team, 'me'), 'Mei', { body: { thankMe: 'hour' }, version });
  const thank = async (text: string) => {
    const body = { to: [aPerson('Mei').id], text };
    return (await call('PUT', paths.kudos(team, randomUUID()), 'Amara', { body })).body.id as string;
  };
  const waiting = await thank('Thank you for staying on');
  const [takenBack, later] = [await thank('Thank you by mistake'), 'Thank you for next week'];
  await call('DELETE', paths.kudos(team, takenBack), 'Amara');
  const wall = async (as: string) =>
    (await call('GET', paths.kudosList(team), as)).body.items.map(({ id }: { id: string }) => id);
  expect(await wall('Lukas')).toEqual([]);

  await Promise.all([open(team, today, 'Lukas'), open(team, today, 'Priya')]);
  const next = await thank(later);

  const { thanks } = await look(team, today, 'Lukas');
  expect(thanks.map(({ id, visibility }) => [id, visibility])).toEqual([[waiting, 'channel']]);
  expect(await wall('Lukas')).toEqual([waiting]);
  // Who is thanked while it runs is thanked in the next one.
  await close(team);
  await open(team, nextWeek);
  expect((await look(team, nextWeek, 'Lukas')).thanks.map(({ id }) => id)).toEqual([next]);
  expect((await look(team, today, 'Lukas')).thanks.map(({ id }) => id)).toEqual([waiting]);
});

test('an hour takes words until a day after it was closed, and none after', async () => {
  const team = await aTeam();
  const topic = await raise(team);
  const line = await write(team);
  await open(team);
  await close(team);
  time.laterBy(24 * 60 - 1);
  const inTime = await write(team, { text: 'What I forgot' });
  time.laterBy(1);

  const hour = (date: string) => [
    call('PUT', paths.hourNote(team, date, randomUUID()), 'Amara', { body: { text: 'Late' } }),
    call('PUT', paths.hourNote(team, date, line.body.id), 'Amara', { body: { text: 'Other' }, version: line.version }),
    call('DELETE', paths.hourNote(team, date, line.body.id), 'Amara'),
    raise(team, {}, 'Amara', randomUUID(), date),
    settle(team, topic.body.id, 'talked', 'Mei', date),
    call('PUT', paths.topicSupport(team, date, topic.body.id), 'Mei'),
    call('PUT', paths.awayFromHour(team, date), 'Mei'),
    call('PUT', paths.talkedInHour(team, date), 'Mei'),
    call('PUT', paths.exitFromHour(team, date), 'Mei', { body: { if: 'I see it', then: 'I say it' } }),
  ];
  const late = await Promise.all(hour(today));

  expect(inTime.status).toBe(201);
  expect(late.map(said)).toEqual(late.map(() => [409, 'hour.locked']));
  expect(await look(team)).toMatchObject({ isLocked: true, status: 'held' });
});

test.each([
  ['no word', { text: ' ' }],
  ['too many words', { text: 'a'.repeat(201) }],
  ['a kind that nobody knows', { kind: 'status' }],
  ['a stranger’s link', { messageLink: 'https://example.com/l/message/1' }],
  ['something nobody asked for', { urgent: true }],
])('a topic of %s is refused', async (_, of) => {
  const team = await aTeam();

  expect(said(await raise(team, of as object))).toEqual([400, 'request.invalid']);
});

test('an id that is none is the fault of the request', async () => {
  const team = await aTeam();

  const answers = [
    await raise(team, {}, 'Amara', 'mine'),
    await write(team, {}, 'Amara', 'mine'),
    await call('PUT', paths.action(team, 'mine'), 'Amara', { body: { text: 'Ask' } }),
  ];
  const read = [
    await call('DELETE', paths.topic(team, today, 'mine'), 'Amara'),
    await call('DELETE', paths.action(team, 'mine'), 'Amara'),
  ];

  expect(answers.map(said)).toEqual(answers.map(() => [400, 'request.invalid']));
  expect(read.map(said)).toEqual(read.map(() => [404, 'notFound']));
});
