import { randomUUID } from 'node:crypto';
import { hourPageSchema, hourSchema, hourScreenSchema } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import { firstScreenSchema } from '../../bot/contract/team.ts';
import { aPerson, idOf } from '../support/builders.ts';
import { said } from '../support/goalCalls.ts';
import { aClock, hourCalls, nextWeek, thursdays, today } from '../support/hourCalls.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
let time: ReturnType<typeof aClock>;
beforeAll(async () => {
  time = aClock();
  service = await startService({ clock: () => time.clock() });
});
beforeEach(() => time.backToNoon());
afterAll(() => service.stop());
const { call, aTeam, look, open, close, step, arrange, raise } = hourCalls(() => service);

const skip = (team: string, as = 'Mei', reason = 'Everybody is at the fair', date = today) =>
  call('POST', paths.skipHour(team, date), as, { body: { reason } });
const move = (team: string, body: object, as = 'Mei', date = today) =>
  call('POST', paths.moveHour(team, date), as, { body: { reason: 'The room is taken', ...body } });
const screen = async (team: string, as = 'Mei') =>
  hourScreenSchema.parse((await call('GET', paths.hourScreen(team), as)).body);

test('an hour that nobody touched is there as the schedule says, with turns and pairs for everybody to see', async () => {
  const team = await aTeam();

  const hour = await look(team, nextWeek, 'Lukas');

  expect(hour).toMatchObject({
    date: nextWeek,
    startsAt: '2026-11-26T13:00:00.000Z',
    endsAt: '2026-11-26T14:00:00.000Z',
    status: 'planned',
    facilitator: aPerson('Amara'),
    spotlight: aPerson('Jonas'),
    running: null,
    isLocked: false,
    now: '2026-11-19T12:00:00.000Z',
  });
  expect(hour.plan.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['welcome', 10],
    ['pairs', 15],
    ['spotlight', 15],
    ['ideas', 10],
    ['close', 10],
  ]);
  // Who talks with whom is known when it is near.
  expect(hour.pairs).toEqual([]);
  expect((await look(team)).pairs.flat()).toHaveLength(6);
  expect(await look(team, nextWeek, 'Mei')).toEqual(hour);
});

test.each(['2026-11-20', '2026-11-12', 'tomorrow', '2026-02-30', '1926-11-19', '2026-11-19T00:00:00Z'])(
  'there is no hour on %s',
  async (date) => {
    const team = await aTeam();

    const answers = [
      await call('GET', paths.hour(team, date), 'Amara'),
      await call('PATCH', paths.hour(team, date), 'Amara', { body: {}, version: '"MA"' }),
      await call('POST', paths.openHour(team, date), 'Amara'),
      await call('PUT', paths.topic(team, date, randomUUID()), 'Amara', { body: { text: 'Nowhere' } }),
      await call('PUT', paths.hourNote(team, date, randomUUID()), 'Amara', { body: { text: 'Nowhere' } }),
      await call('PUT', paths.presentInHour(team, date), 'Amara'),
    ];

    expect(answers.map(said)).toEqual(answers.map(() => [404, 'notFound']));
  },
);

test('without a schedule there is no hour, and the page of it says so', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);

  const kept = { marks: [], held: 0, counted: 0, givenBackMinutes: 0 };
  expect(await screen(teamId)).toEqual({ schedule: null, hour: null, kept });
  expect(said(await call('GET', paths.hour(teamId, today), 'Mei'))).toEqual([404, 'notFound']);
  expect((await call('GET', paths.hours(teamId), 'Mei')).body).toEqual({ items: [], nextCursor: null });
});

test('anybody arranges the hour with the version they saw; who was slower is told, and words that people write are no conflict', async () => {
  const team = await aTeam();
  const plan = [
    { kind: 'talk', minutes: 25, title: 'Only topics' },
    { kind: 'close', minutes: 5, title: '' },
  ];
  const path = paths.hour(team, nextWeek);
  const { version } = await call('GET', path, 'Mei');
  await raise(team, {}, 'Lukas', randomUUID(), nextWeek);

  const unsaid = await call('PATCH', path, 'Mei', { body: { plan } });
  const first = await call('PATCH', path, 'Mei', { body: { plan, facilitator: idOf('Mei') }, version });
  const again = await call('PATCH', path, 'Mei', { body: { plan, facilitator: idOf('Mei') }, version });
  const slower = await call('PATCH', path, 'Lukas', { body: { facilitator: idOf('Lukas') }, version });
  const then = await call('PATCH', path, 'Lukas', { body: { facilitator: idOf('Lukas') }, version: again.version });

  expect([unsaid, first, again, slower, then].map(said)).toEqual([
    [428, 'version.missing'],
    [200, undefined],
    [200, undefined],
    [412, 'version.stale'],
    [200, undefined],
  ]);
  expect(hourSchema.parse(first.body)).toMatchObject({ plan, facilitator: aPerson('Mei') });
  expect([then.body.plan, then.body.facilitator]).toEqual([plan, aPerson('Lukas')]);
  expect((await look(team, today)).plan).toHaveLength(5);
});

test('who stands in the spotlight shows a goal of theirs that the team sees, and nobody else chooses one', async () => {
  const team = await aTeam();
  const [shown, hidden] = [randomUUID(), randomUUID()];
  const begin = (id: string, audience: string) =>
    call('PUT', paths.goal(team, id), 'Jonas', { body: { title: 'Estimate aloud', audience } });
  await begin(shown, 'team');
  await begin(hidden, 'me');

  const refused = [
    await arrange(team, { spotlightGoal: shown }, 'Mei'),
    await arrange(team, { spotlightGoal: hidden }, 'Jonas'),
    await arrange(team, { spotlightGoal: randomUUID() }, 'Jonas'),
    await arrange(team, { spotlight: null, spotlightGoal: shown }, 'Jonas'),
    await arrange(team, { facilitator: idOf('Stranger') }, 'Jonas'),
  ];
  const chosen = await arrange(team, { spotlightGoal: shown }, 'Jonas');
  const passedOn = await arrange(team, { spotlight: idOf('Priya') }, 'Mei');

  expect(refused.map(said)).toEqual([...[0, 1, 2, 3].map(() => [422, 'hour.goalNotShared']), [422, 'hour.notInTeam']]);
  expect([chosen.body.spotlight, chosen.body.spotlightGoal]).toEqual([aPerson('Jonas'), shown]);
  expect([passedOn.body.spotlight, passedOn.body.spotlightGoal]).toEqual([aPerson('Priya'), null]);
});

test('who cannot come is passed over, in turns and in pairs', async () => {
  const team = await aTeam();

  await call('PUT', paths.awayFromHour(team, today), 'Amara');
  const without = await look(team);
  await call('PUT', paths.awayFromHour(team, today), 'Amara');
  await call('DELETE', paths.awayFromHour(team, today), 'Amara');
  const twice = await call('DELETE', paths.awayFromHour(team, today), 'Amara');

  expect(without).toMatchObject({ away: [aPerson('Amara')], facilitator: aPerson('Jonas') });
  expect(without.pairs.map(({ length }) => length).sort()).toEqual([2, 3]);
  expect(without.pairs.flat()).not.toContainEqual(aPerson('Amara'));
  expect(twice.status).toBe(204);
  expect(await look(team)).toMatchObject({ away: [], facilitator: aPerson('Amara') });
});

test('an hour is opened once, whoever presses, and closed once', async () => {
  const team = await aTeam();
  const early = [await step(team, { segment: 1 }), await close(team)];

  const opened = await Promise.all(['Mei', 'Lukas', 'Priya'].map((who) => open(team, today, who)));
  const again = await open(team, today, 'Nadia');
  const inTheMiddle = [await skip(team), await move(team, { date: '2026-11-20' })];
  const closed = await Promise.all(['Mei', 'Lukas'].map((who) => close(team, today, who)));
  const later = [await open(team), await step(team, { segment: 1 }), await skip(team), await arrange(team, {})];
  const closedAgain = await close(team, today, 'Nadia');

  expect(early.map(said)).toEqual(early.map(() => [409, 'hour.notOpen']));
  expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { openedAt, running, facilitator } = again.body;
  expect(again.body).toMatchObject({ status: 'open', openedAt: '2026-11-19T12:00:00.000Z', running: { segment: 0 } });
  for (const { body } of opened) expect(body).toMatchObject({ openedAt, running, facilitator });
  expect(inTheMiddle.map(said)).toEqual(inTheMiddle.map(() => [409, 'hour.isOpen']));
  expect([...closed, closedAgain].map(({ body }) => [body.status, body.closedAt, body.running])).toEqual(
    [0, 1, 2].map(() => ['held', '2026-11-19T12:00:00.000Z', null]),
  );
  expect(later.map(said)).toEqual(later.map(() => [409, 'hour.isOver']));
  expect((await screen(team)).kept).toEqual({
    marks: [{ date: today, kind: 'held' }],
    held: 1,
    counted: 1,
    givenBackMinutes: 45,
  });
});

test('deeds are judged by the version when one is named, and a deed done already is answered as the first time', async () => {
  const team = await aTeam();
  const { version: before } = await call('GET', paths.hour(team, today), 'Mei');
  await arrange(team, { facilitator: idOf('Mei') });
  const stale = [
    await call('POST', paths.openHour(team, today), 'Mei', { version: before }),
    await call('POST', paths.skipHour(team, today), 'Mei', { body: { reason: 'Fair' }, version: before }),
    await call('POST', paths.moveHour(team, today), 'Mei', {
      body: { date: '2026-11-20', reason: 'Fair' },
      version: before,
    }),
  ];

  const { version: now } = await call('GET', paths.hour(team, today), 'Mei');
  const opened = await call('POST', paths.openHour(team, today), 'Mei', { version: now });
  const lost = await call('POST', paths.openHour(team, today), 'Mei', { version: now });
  const more = await step(team, { extraMinutes: 5 }, 'Mei', { version: opened.version });
  const twice = await step(team, { extraMinutes: 5 }, 'Mei', { version: opened.version });
  const there = await step(team, { segment: 0 }, 'Mei', { version: opened.version });
  const odd = await call('POST', paths.closeHour(team, today), 'Mei', { version: '*' });

  expect(stale.map(said)).toEqual(stale.map(() => [412, 'version.stale']));
  expect([opened, lost, more, twice, there, odd].map(({ status }) => status)).toEqual([200, 200, 200, 412, 200, 412]);
  expect([more.body.running.extraMinutes, there.body.running.extraMinutes]).toEqual([5, 5]);
});

test('the hour goes through its segments by the service’s clock, is paused, extended, and goes back', async () => {
  const team = await aTeam();
  await open(team);
  time.laterBy(4);
  await step(team, { paused: true });
  time.laterBy(10);

  const resumed = await step(team, { paused: false });
  const longer = await step(team, { extraMinutes: 5 });
  const next = await step(team, { segment: 2 });
  const none = [await step(team, { segment: 5 }), await step(team, { segment: -1 }), await step(team, { minutes: 3 })];
  const taken = await arrange(team, { plan: (await look(team)).plan.slice(0, 2) });
  const back = await step(team, { segment: 1 });

  // Four minutes were over when it was paused, and four are over when it goes on.
  expect(resumed.body.running).toEqual({
    segment: 0,
    startedAt: '2026-11-19T12:10:00.000Z',
    extraMinutes: 0,
    pausedAt: null,
  });
  expect(longer.body.running.extraMinutes).toBe(5);
  expect(next.body.running).toMatchObject({ segment: 2, startedAt: '2026-11-19T12:14:00.000Z', extraMinutes: 0 });
  expect([...none, taken].map(said)).toEqual([
    [422, 'hour.noSuchSegment'],
    [400, 'request.invalid'],
    [400, 'request.invalid'],
    [409, 'hour.segmentRuns'],
  ]);
  expect(back.body.running.segment).toBe(1);
});

test('at the pairs everybody who is there gets one, and finds it again after a slip of the finger', async () => {
  const team = await aTeam();
  await open(team);
  for (const who of ['Mei', 'Lukas', 'Priya', 'Jonas']) await call('PUT', paths.presentInHour(team, today), who);

  const pairs = (await step(team, { segment: 1 })).body.pairs as { id: string }[][];
  await step(team, { segment: 2 });
  const back = (await step(team, { segment: 1 })).body.pairs;
  await call('PUT', paths.presentInHour(team, today), 'Nadia');
  const late = (await step(team, { redraw: true })).body.pairs as { id: string }[][];

  const names = (of: { id: string }[][]) => new Set(of.flat().map(({ id }) => id));
  expect(names(pairs)).toEqual(new Set(['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas'].map(idOf)));
  expect(pairs.map(({ length }) => length).sort()).toEqual([2, 3]);
  expect(back).toEqual(pairs);
  expect(names(late).size).toBe(6);
  expect(late.every(({ length }) => length === 2)).toBe(true);
});

test('that a pair talked is told to the pair', async () => {
  const team = await aTeam();
  await open(team);
  const { body } = await step(team, { segment: 1 });
  const [one, other] = body.pairs[0] as { id: string; name: string }[];
  const apart = (body.pairs[1] as { name: string }[])[0]!;

  await call('PUT', paths.talkedInHour(team, today), one!.name);

  const talked = async (who: string) => (await look(team, today, who)).talked;
  expect(await talked(one!.name)).toEqual([one]);
  expect(await talked(other!.name)).toEqual([one]);
  expect(await talked(apart.name)).toEqual([]);
  await call('DELETE', paths.talkedInHour(team, today), one!.name);
  expect(await talked(other!.name)).toEqual([]);
});

test('an hour moves within its week, with everything that was brought to it', async () => {
  const team = await aTeam();
  await raise(team, { text: 'Quiet mornings' }, 'Mei');
  await call('PUT', paths.hourNote(team, today, randomUUID()), 'Lukas', { body: { text: 'My answer in writing' } });
  await call('PUT', paths.awayFromHour(team, today), 'Priya');
  await arrange(team, { facilitator: idOf('Nadia') });

  const refused = [
    await move(team, { date: '2026-11-23' }),
    await move(team, { date: today, time: '12:00' }),
    await move(team, { date: '2026-11-20', reason: ' ' }),
    await move(team, { date: '2026-11-20', reason: undefined }),
    await move(team, { date: 'Friday' }),
  ];
  const moved = await move(team, { date: '2026-11-20', time: '09:30' });
  const again = await move(team, { date: '2026-11-20', time: '09:30' });

  expect(refused.map(said)).toEqual([
    [422, 'hour.otherWeek'],
    [422, 'hour.tooLate'],
    [400, 'request.invalid'],
    [400, 'request.invalid'],
    [400, 'request.invalid'],
  ]);
  expect(hourSchema.parse(moved.body)).toMatchObject({
    date: '2026-11-20',
    startsAt: '2026-11-20T08:30:00.000Z',
    endsAt: '2026-11-20T09:30:00.000Z',
    status: 'planned',
    reason: 'The room is taken',
    movedFrom: today,
    facilitator: aPerson('Nadia'),
    topics: [{ text: 'Quiet mornings' }],
    notes: [{ text: 'My answer in writing' }],
    away: [aPerson('Priya')],
  });
  expect([again.body, again.version]).toEqual([moved.body, moved.version]);
  expect(await look(team)).toMatchObject({ status: 'moved', movedTo: '2026-11-20', notes: [], isLocked: true });
  const late = await call('PUT', paths.hourNote(team, today, randomUUID()), 'Mei', { body: { text: 'Too late' } });
  expect(said(late)).toEqual([409, 'hour.locked']);
  expect((await screen(team)).hour).toMatchObject({ date: '2026-11-20' });
});

test('an hour that was moved is moved on, and back, and what was brought to it is always with it', async () => {
  const team = await aTeam();
  await raise(team, { text: 'Quiet mornings' }, 'Mei');
  await call('PUT', paths.awayFromHour(team, today), 'Priya');
  await move(team, { date: '2026-11-20' });
  await call('PUT', paths.hourNote(team, '2026-11-20', randomUUID()), 'Lukas', { body: { text: 'In writing' } });
  await move(team, { date: '2026-11-21' }, 'Mei', '2026-11-20');

  const back = await move(team, { date: today, time: '16:00' }, 'Mei', '2026-11-21');
  const taken = await move(team, { date: '2026-11-22' }, 'Mei', '2026-11-21');

  expect(hourSchema.parse(back.body)).toMatchObject({
    date: today,
    startsAt: '2026-11-19T15:00:00.000Z',
    status: 'planned',
    movedFrom: null,
    topics: [{ text: 'Quiet mornings' }],
    notes: [{ text: 'In writing' }],
    away: [aPerson('Priya')],
  });
  expect(said(taken)).toEqual([409, 'hour.isOver']);
  const statuses = ['2026-11-20', '2026-11-21'].map(async (date) => (await look(team, date)).status);
  expect(await Promise.all(statuses)).toEqual(['moved', 'moved']);
  const { version } = await call('GET', paths.schedule(team), 'Amara');
  await call('PUT', paths.schedule(team), 'Amara', { body: { ...thursdays, weekday: 5, time: '18:00' }, version });
  expect(said(await move(team, { date: '2026-11-22' }))).toEqual([200, undefined]);
  await open(team, '2026-11-22');
  await close(team, '2026-11-22');
  expect((await screen(team)).kept.marks).toEqual([{ date: '2026-11-22', kind: 'moved' }]);
});

test('an hour does not move to a day that has one', async () => {
  const team = await aTeam(undefined, { startOn: '2026-11-01' });
  await arrange(team, { facilitator: idOf('Mei') });
  const { version } = await call('GET', paths.schedule(team), 'Amara');
  await move(team, { date: '2026-11-22' });
  await call('PUT', paths.schedule(team), 'Amara', { body: { ...thursdays, weekday: 5, time: '18:00' }, version });

  expect(said(await move(team, { date: '2026-11-20' }, 'Mei', '2026-11-22'))).toEqual([409, 'hour.dateTaken']);
  expect(said(await move(team, { date: '2026-11-22' }, 'Mei', '2026-11-20'))).toEqual([409, 'hour.dateTaken']);
});

test('an hour moves within its day, and is next until it is over', async () => {
  const team = await aTeam();

  const moved = await move(team, { date: today, time: '17:00' });
  const again = await move(team, { date: today, time: '17:00' });
  time.laterBy(180);

  expect([moved.body.startsAt, moved.body.status]).toEqual(['2026-11-19T16:00:00.000Z', 'planned']);
  expect([again.status, again.version]).toEqual([200, moved.version]);
  expect((await screen(team)).hour).toMatchObject({ date: today });
  time.laterBy(120);
  expect((await screen(team)).hour).toMatchObject({ date: nextWeek });
});

test('an hour is skipped with a reason, once, and the next one is next', async () => {
  const team = await aTeam();

  const bare = [await skip(team, 'Mei', ''), await call('POST', paths.skipHour(team, today), 'Mei', { body: {} })];
  const skipped = await skip(team);
  const again = await skip(team, 'Lukas', 'Another reason');

  expect(bare.map(said)).toEqual(bare.map(() => [400, 'request.invalid']));
  expect([skipped, again].map(({ body }) => [body.status, body.reason])).toEqual([
    ['skipped', 'Everybody is at the fair'],
    ['skipped', 'Everybody is at the fair'],
  ]);
  const { hour, kept } = await screen(team);
  expect(hour).toMatchObject({ date: nextWeek });
  expect(kept).toMatchObject({ marks: [{ date: today, kind: 'skipped' }], held: 0, counted: 1, givenBackMinutes: 0 });
});

test('the first screen says which hour is next and what I have to do, and no more of it than that', async () => {
  const team = await aTeam();
  const item = (as: string, of: object) =>
    call('PUT', paths.action(team, randomUUID()), as, { body: { text: 'Write one page', ...of } });
  await item('Mei', { dueOn: '2026-11-26' });
  await item('Mei', { owner: idOf('Lukas') });

  const first = async (as: string) => firstScreenSchema.parse((await call('GET', paths.team(team), as)).body);

  const { nextHour, actions } = await first('Mei');
  expect(nextHour).toEqual({
    date: today,
    startsAt: '2026-11-19T13:00:00.000Z',
    endsAt: '2026-11-19T14:00:00.000Z',
    status: 'planned',
  });
  expect(actions.map(({ owner, dueOn }) => [owner.name, dueOn])).toEqual([['Mei', '2026-11-26']]);
  await open(team);
  expect((await first('Mei')).nextHour).toMatchObject({ date: today, status: 'open' });
});

test('the history is paged newest first, and found by what was talked about', async () => {
  const team = await aTeam(['Amara', 'Mei'], { startOn: '2026-10-01' });
  const dates = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22', '2026-10-29'];
  for (const date of dates) {
    await call('POST', paths.openHour(team, date), 'Amara');
    const body = { text: `What we learned on ${date}`, kind: 'decision' };
    await call('PUT', paths.hourNote(team, date, randomUUID()), 'Amara', { body });
    await call('POST', paths.closeHour(team, date), 'Amara');
  }
  const page = async (query: string, as = 'Amara') => call('GET', `${paths.hours(team)}?${query}`, as);

  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await page(`limit=2${cursor && `&cursor=${cursor}`}`);
    const { items, nextCursor } = hourPageSchema.parse(body);
    all.push(...items.map(({ date }) => date));
    cursor = nextCursor;
  }
  const first = (await page('limit=2')).body.nextCursor;
  const foreign = [
    await page(`limit=2&cursor=${first}`, 'Mei'),
    await page(`q=learned&cursor=${first}`),
    await page(`cursor=${first.slice(0, -2)}`),
  ];

  expect(all).toEqual([...dates].reverse());
  const [newest] = (await page('limit=1')).body.items;
  expect(newest.gist).toEqual(['What we learned on 2026-10-29']);
  expect((await page('q=LEARNED%2010-15')).body.items.map(({ date }: { date: string }) => date)).toEqual([
    '2026-10-15',
  ]);
  expect((await page('q=Xanthippe')).body.items).toEqual([]);
  expect(foreign.map(said)).toEqual(foreign.map(() => [400, 'request.badCursor']));
});

test('a new schedule moves hours that nobody touched, and those that were arranged on a day that stays', async () => {
  const team = await aTeam();
  await arrange(team, { facilitator: idOf('Nadia') }, 'Mei', nextWeek);
  const { version } = await call('GET', paths.schedule(team), 'Amara');

  await call('PUT', paths.schedule(team), 'Amara', { body: { ...thursdays, time: '09:00' }, version });

  expect(await look(team, nextWeek)).toMatchObject({
    startsAt: '2026-11-26T08:00:00.000Z',
    facilitator: aPerson('Nadia'),
  });
  expect((await screen(team)).hour).toMatchObject({ date: nextWeek });
  const listed = async () => (await call('GET', paths.hours(team), 'Mei')).body.items;
  expect(await listed()).toMatchObject([{ date: nextWeek, startsAt: '2026-11-26T08:00:00.000Z' }]);
  const { version: now } = await call('GET', paths.schedule(team), 'Amara');
  await call('PUT', paths.schedule(team), 'Amara', { body: { ...thursdays, weekday: 5 }, version: now });
  expect(said(await call('GET', paths.hour(team, nextWeek), 'Mei'))).toEqual([404, 'notFound']);
  expect(await listed()).toEqual([]);
});
