import { randomUUID } from 'node:crypto';
import { actionPageSchema, actionSchema, type ActionView } from '../../bot/contract/hour.ts';
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
const { call, aTeam, look, open, close, promise } = hourCalls(() => service);

const deed = (team: string, id: string, as: string, what: 'done' | 'kept' | 'release' | { dueOn: string }) =>
  typeof what === 'object'
    ? call('POST', paths.actionPostpone(team, id), as, { body: what })
    : call(
        'POST',
        { done: paths.actionDone, kept: paths.actionKept, release: paths.actionRelease }[what](team, id),
        as,
      );
const list = async (team: string, question: string, as = 'Amara') =>
  actionPageSchema.parse((await call('GET', `${paths.actions(team)}?${question}`, as)).body);

test('an action item is written down once, and changed by its owner or who wrote it, with its version', async () => {
  const team = await aTeam();
  const id = randomUUID();
  const put = (body: object, as = 'Amara', version: string | null = null) =>
    call('PUT', paths.action(team, id), as, {
      body: { text: 'Ask facilities for a quiet room', owner: idOf('Mei'), dueOn: nextWeek, hour: today, ...body },
      version,
    });

  const first = await put({});
  const again = await put({});
  const unsaid = await put({ text: 'Ask them' });
  const edited = await put({ text: 'Ask them' }, 'Mei', first.version);
  const stale = await put({ text: 'Ask us' }, 'Amara', first.version);
  const others = [
    await put({ text: 'Nothing' }, 'Lukas', edited.version),
    await put({ owner: idOf('Stranger') }, 'Mei'),
  ];
  const fresh = await promise(team, { owner: idOf('Stranger') });

  expect([first, again, unsaid, edited, stale, ...others, fresh].map(said)).toEqual([
    [201, undefined],
    [200, undefined],
    [428, 'version.missing'],
    [200, undefined],
    [412, 'version.stale'],
    [403, 'action.notYours'],
    [422, 'action.notInTeam'],
    [422, 'action.notInTeam'],
  ]);
  expect(actionSchema.parse(edited.body)).toEqual({
    id,
    text: 'Ask them',
    owner: aPerson('Mei'),
    dueOn: nextWeek,
    promisedTo: null,
    hour: today,
    status: 'open',
    postponed: [],
    version: edited.version,
    createdAt: '2026-11-19T12:00:00.000Z',
    closedAt: null,
  });
});

test('what nobody was promised is done by its owner, once', async () => {
  const team = await aTeam();
  const { body } = await promise(team, { owner: idOf('Mei') });

  const answers = [
    await deed(team, body.id, 'Amara', 'done'),
    await deed(team, body.id, 'Mei', 'kept'),
    await deed(team, body.id, 'Mei', 'done'),
    await deed(team, body.id, 'Mei', 'done'),
    await deed(team, body.id, 'Mei', { dueOn: nextWeek }),
    await deed(team, randomUUID(), 'Mei', 'done'),
  ];

  expect(answers.map(said)).toEqual([
    [403, 'action.notYours'],
    [409, 'action.noPromise'],
    [200, undefined],
    [200, undefined],
    [409, 'action.closed'],
    [404, 'notFound'],
  ]);
  expect(answers[3]!.body).toMatchObject({ status: 'done', closedAt: '2026-11-19T12:00:00.000Z' });
});

test('a promise is closed and given another day only by who was promised it', async () => {
  const team = await aTeam();
  const { body, version } = await promise(team, { owner: 'me', promisedTo: idOf('Jonas'), dueOn: '2026-11-20' });
  const put = (of: object) =>
    call('PUT', paths.action(team, body.id), 'Amara', {
      body: { text: 'Write one page', promisedTo: idOf('Jonas'), dueOn: '2026-11-20', ...of },
      version,
    });

  const byOwner = [
    await deed(team, body.id, 'Amara', 'done'),
    await deed(team, body.id, 'Amara', 'kept'),
    await deed(team, body.id, 'Amara', 'release'),
    await deed(team, body.id, 'Amara', { dueOn: nextWeek }),
    await call('DELETE', paths.action(team, body.id), 'Amara'),
    await put({ promisedTo: null }),
    await put({ dueOn: null }),
    await put({ owner: idOf('Mei') }),
  ];
  const byJonas = [
    await deed(team, body.id, 'Jonas', { dueOn: '2026-11-18' }),
    await deed(team, body.id, 'Jonas', { dueOn: nextWeek }),
    await deed(team, body.id, 'Jonas', { dueOn: nextWeek }),
    await deed(team, body.id, 'Jonas', 'kept'),
    await deed(team, body.id, 'Jonas', 'kept'),
    await deed(team, body.id, 'Jonas', 'release'),
  ];

  expect(byOwner.map(said)).toEqual(byOwner.map(() => [403, 'action.promised']));
  expect(byJonas.map(said)).toEqual([
    [422, 'action.dateGone'],
    [200, undefined],
    [200, undefined],
    [200, undefined],
    [200, undefined],
    [409, 'action.closed'],
  ]);
  expect(byJonas[4]!.body).toMatchObject({ status: 'kept', dueOn: nextWeek, postponed: ['2026-11-20'] });
});

test('another day is given before the old one is over', async () => {
  const team = await aTeam();
  const { body } = await promise(team, { promisedTo: idOf('Jonas'), dueOn: today });
  time.laterBy(24 * 60);

  const late = await deed(team, body.id, 'Jonas', { dueOn: nextWeek });
  const released = await deed(team, body.id, 'Jonas', 'release');

  expect([late, released].map(said)).toEqual([
    [409, 'action.tooLateToPostpone'],
    [200, undefined],
  ]);
});

test('a promise to somebody who left binds nobody, and what somebody leaves behind is taken over', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei', 'Jonas', 'Lukas']);
  const team = ref.teamId;
  const promised = await promise(team, { promisedTo: idOf('Jonas') });
  const left = await promise(team, {}, 'Jonas');
  await service.setRoster(ref, ['Amara', 'Mei', 'Lukas']);

  const done = await deed(team, promised.body.id, 'Amara', 'done');
  const taken = await call('PUT', paths.action(team, left.body.id), 'Mei', {
    body: { text: 'Write one page' },
    version: left.version,
  });

  expect([done, taken].map(said)).toEqual([
    [200, undefined],
    [200, undefined],
  ]);
  expect(done.body.promisedTo).toEqual(aPerson('Jonas'));
  expect(taken.body.owner).toEqual(aPerson('Mei'));
});

test('an item is taken away by whose it is, once, and its id stays taken', async () => {
  const team = await aTeam();
  const id = randomUUID();
  await promise(team, { owner: idOf('Mei') }, 'Amara', id);
  const remove = (as: string) => call('DELETE', paths.action(team, id), as);

  expect([await remove('Lukas'), await remove('Mei'), await remove('Mei')].map(({ status }) => status)).toEqual([
    403, 204, 204,
  ]);
  expect(said(await promise(team, {}, 'Amara', id))).toEqual([409, 'action.idTaken']);
  expect((await list(team, 'person=me', 'Mei')).items).toEqual([]);
});

test('all of mine are in one place: what I owe and what I was promised, open ones by due date, then what is closed', async () => {
  const team = await aTeam();
  const ids = new Map<string, string>();
  const begin = async (text: string, of: object) => void ids.set(text, (await promise(team, { text, ...of })).body.id);
  await begin('whenever', { owner: idOf('Mei') });
  await begin('soon', { owner: idOf('Mei'), dueOn: '2026-11-20' });
  await begin('promised to me', { owner: idOf('Lukas'), promisedTo: idOf('Mei'), dueOn: '2026-11-24' });
  await begin('of others', { owner: idOf('Lukas') });
  for (const text of ['done first', 'done then']) {
    await begin(text, { owner: idOf('Mei') });
    time.laterBy(1);
    await deed(team, ids.get(text)!, 'Mei', 'done');
  }

  const all: ActionView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await list(team, `person=me&limit=2${cursor && `&cursor=${cursor}`}`, 'Mei');
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  const { nextCursor } = await list(team, 'person=me&limit=2', 'Mei');
  const texts = async (question: string) => (await list(team, question, 'Mei')).items.map(({ text }) => text);

  expect(all.map(({ text }) => text)).toEqual(['soon', 'promised to me', 'whenever', 'done then', 'done first']);
  expect(await texts(`person=${idOf('Mei')}&status=open`)).toEqual(['soon', 'promised to me', 'whenever']);
  expect(await texts('person=me&status=closed')).toEqual(['done then', 'done first']);
  expect(await texts('status=open')).toHaveLength(4);
  const odd = [
    await call('GET', `${paths.actions(team)}?person=${idOf('Stranger')}`, 'Mei'),
    await call('GET', `${paths.actions(team)}?person=me&cursor=${nextCursor}`, 'Lukas'),
    await call('GET', `${paths.actions(team)}?status=lost`, 'Mei'),
  ];
  expect(odd.map(said)).toEqual([
    [404, 'notFound'],
    [400, 'request.badCursor'],
    [400, 'request.invalid'],
  ]);
});

test('open items stand on the agenda of every hour until they are closed, and in the hour they came from they stay', async () => {
  const team = await aTeam();
  await open(team);
  const { body } = await promise(team, { hour: today, dueOn: nextWeek });
  await close(team);

  const texts = async (date: string) => (await look(team, date)).actions.map(({ text, status }) => [text, status]);
  expect(await texts(nextWeek)).toEqual([['Write one page', 'open']]);
  expect(await texts(today)).toEqual([['Write one page', 'open']]);
  await deed(team, body.id, 'Amara', 'done');
  expect(await texts(nextWeek)).toEqual([]);
  expect(await texts(today)).toEqual([['Write one page', 'done']]);
});

test.each([
  ['no word', { text: ' ' }],
  ['too many words', { text: 'a'.repeat(281) }],
  ['a day that no calendar has', { dueOn: '2026-02-30' }],
  ['a day that is a typing mistake', { dueOn: '0206-11-26' }],
  ['an owner that is nobody', { owner: 'you' }],
  ['a status of its own', { status: 'done' }],
])('an action item of %s is refused', async (_, of) => {
  const team = await aTeam();

  expect(said(await promise(team, of as object))).toEqual([400, 'request.invalid']);
});
