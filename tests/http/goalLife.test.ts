import { randomUUID } from 'node:crypto';
import { checkInPageSchema } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { aStep, stepIdOf } from '../support/buildersOfGoals.ts';
import { goalCalls, said } from '../support/goalCalls.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, accept, comment, checkIn } = goalCalls(() => service);

const aTeam = async () => (await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas'])).teamId;

test('a check-in is written once, with the steps as they stand; another under its id is refused', async () => {
  const goal = await begin(await aTeam(), { steps: [aStep('One'), aStep('Two')] });
  const entry = randomUUID();
  const first = await checkIn(goal, { ticked: [stepIdOf('One'), randomUUID()] }, entry);

  const again = await checkIn(goal, { ticked: [stepIdOf('One')] }, entry);
  const other = await checkIn(goal, { confidence: 1 }, entry);
  const bare = await checkIn(goal, { learned: undefined });

  expect([first, again, other, bare].map(said)).toEqual([
    [201, undefined],
    [200, undefined],
    [409, 'goal.idTaken'],
    [201, undefined],
  ]);
  expect(first.body).toMatchObject({ progress: { done: 1, total: 2 }, steps: [aStep('One', true), aStep('Two')] });
  expect([again.body, again.version]).toEqual([first.body, first.version]);
  const list = await call('GET', paths.checkIns(goal.team, goal.id), 'Amara');
  expect(checkInPageSchema.parse(list.body).items).toEqual([
    { ...bare.body.checkIns[0], learned: '', progress: { done: 1, total: 2 } },
    { id: entry, learned: 'A range is enough', confidence: 4, progress: { done: 1, total: 2 }, at: expect.any(String) },
  ]);
});

test('the goal shows its last twelve check-ins, and the pages of its history are all of them, newest first', async () => {
  const goal = await begin(await aTeam(), { audience: 'team' });
  const ids = Array.from({ length: 15 }, () => randomUUID() as string);
  for (const id of ids) await checkIn(goal, {}, id);

  const { body } = await call('GET', goal.path, 'Mei');
  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const address: string = `${paths.checkIns(goal.team, goal.id)}?limit=4${cursor && `&cursor=${cursor}`}`;
    const page = (await call('GET', address, 'Mei')).body;
    all.push(...page.items.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor;
  }

  ids.reverse();
  expect(body.checkIns.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 12));
  expect(all).toEqual(ids);
});

test('a step is ticked by its address, and a step that is not there is not there', async () => {
  const goal = await begin(await aTeam(), { steps: [aStep('One'), aStep('Two')] });
  const step = (of: string) => paths.step(goal.team, goal.id, of);

  const done = await call('PUT', step(stepIdOf('Two')), 'Amara');
  const twice = await call('PUT', step(stepIdOf('Two')), 'Amara');
  const undone = await call('DELETE', step(stepIdOf('Two')), 'Amara');
  const none = [await call('PUT', step(randomUUID()), 'Amara'), await call('DELETE', step('second'), 'Amara')];

  expect([done, undone].map(({ body }) => body.progress)).toEqual([
    { done: 1, total: 2 },
    { done: 0, total: 2 },
  ]);
  expect([twice.body, twice.version]).toEqual([done.body, done.version]);
  expect(none.map(said)).toEqual([
    [404, 'notFound'],
    [404, 'notFound'],
  ]);
});

test('a goal is reached with what was learned and who helped, dropped without a word, and opened again', async () => {
  const goal = await begin(await aTeam(), { audience: 'team' });
  const body = { learned: 'A range is enough', helpedBy: [idOf('Mei')] };

  const stale = await call('POST', paths.reach(goal.team, goal.id), 'Amara', { body, version: '"OQ"' });
  const reached = await call('POST', paths.reach(goal.team, goal.id), 'Amara', { body, version: goal.answer.version });
  const again = await call('POST', paths.reach(goal.team, goal.id), 'Amara', { body, version: goal.answer.version });
  const dropped = await call('POST', paths.drop(goal.team, goal.id), 'Amara');
  const open = await call('POST', paths.reopen(goal.team, goal.id), 'Amara');
  const openAgain = await call('POST', paths.reopen(goal.team, goal.id), 'Amara', { version: goal.answer.version });
  const after = await call('POST', paths.drop(goal.team, goal.id), 'Amara', { body: {} });

  expect([stale, reached, again, dropped, open, openAgain, after].map(said)).toEqual([
    [412, 'version.stale'],
    [200, undefined],
    [200, undefined],
    [409, 'goal.closed'],
    [200, undefined],
    [200, undefined],
    [200, undefined],
  ]);
  const closing = { status: 'reached', ...body, helpedBy: [{ id: idOf('Mei'), name: 'Mei' }], at: expect.any(String) };
  expect([reached.body.status, reached.body.closings]).toEqual(['reached', [closing]]);
  expect(again.body).toEqual(reached.body);
  expect([open.body.status, open.body.closings]).toEqual(['open', [closing]]);
  expect(openAgain.body).toEqual(open.body);
  expect(after.body.closings).toEqual([
    { status: 'dropped', learned: '', helpedBy: [], at: expect.any(String) },
    closing,
  ]);
});

test('a closed goal is read, and written by nothing but opening and deleting it', async () => {
  const goal = await begin(await aTeam(), {
    audience: 'team',
    supporters: [idOf('Mei'), idOf('Lukas')],
    steps: [aStep('One')],
    ask: 'Time',
  });
  const { team, id } = goal;
  await accept(goal, 'Mei');
  const [spoken, noted, kudos] = [randomUUID(), randomUUID(), randomUUID()];
  await comment(goal, 'Mei', 'Before', spoken);
  await call('PUT', paths.note(team, id, noted), 'Amara', { body: { text: 'Kept' } });
  await call('PUT', paths.kudos(team, kudos), 'Mei', { body: { to: [idOf('Amara')], text: 'Thank you so much' } });
  await call('PUT', paths.evidenceOf(team, id, kudos), 'Amara');
  const { body: closed, version } = await call('POST', paths.reach(team, id), 'Amara');

  const refused = [
    await call('PUT', goal.path, 'Amara', { body: { ...goal.body, title: 'Other' }, version }),
    await checkIn(goal),
    await call('PUT', paths.step(team, id, stepIdOf('One')), 'Amara'),
    await call('POST', paths.drop(team, id), 'Amara'),
    await call('PUT', paths.evidenceOf(team, id, randomUUID()), 'Amara'),
    await call('DELETE', paths.evidenceOf(team, id, kudos), 'Amara'),
    await call('PUT', paths.note(team, id, randomUUID()), 'Amara', { body: { text: 'More' } }),
    await call('DELETE', paths.note(team, id, noted), 'Amara'),
    await comment(goal, 'Amara'),
    await comment(goal, 'Mei'),
    await call('DELETE', paths.comment(team, id, spoken), 'Mei'),
    await call('PUT', paths.cheer(team, id), 'Mei'),
    await call('DELETE', paths.cheer(team, id), 'Mei'),
    await accept(goal, 'Lukas'),
  ];
  const offers = [
    await call('PUT', paths.offer(team, id), 'Lukas'),
    await call('DELETE', paths.offer(team, id), 'Lukas'),
  ];

  expect(refused.map(said)).toEqual(refused.map(() => [409, 'goal.closed']));
  expect(offers.map(said)).toEqual(offers.map(() => [404, 'notFound']));
  const now = await call('GET', goal.path, 'Amara');
  expect([now.body, now.version]).toEqual([closed, version]);
  const read = [paths.comments(team, id), paths.evidence(team, id), paths.checkIns(team, id)];
  for (const path of read) expect((await call('GET', path, 'Mei')).status).toBe(200);
  expect((await call('DELETE', goal.path, 'Amara')).status).toBe(204);
});

test('what is posted may say nothing at all, with or without a type', async () => {
  const goal = await begin(await aTeam());
  const bare = (path: string, headers: Record<string, string>) => call('POST', path, 'Amara', { headers });

  const answers = [
    await bare(paths.reach(goal.team, goal.id), {}),
    await bare(paths.reopen(goal.team, goal.id), { 'content-type': 'application/json' }),
    await bare(paths.drop(goal.team, goal.id), { 'content-type': 'application/json' }),
    await bare(paths.reopen(goal.team, goal.id), {}),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const put = await call('PUT', paths.profile(goal.team, 'me'), 'Amara', { version: '"bm9uZQ"' });
  expect(said(put)).toEqual([400, 'request.invalid']);
});
