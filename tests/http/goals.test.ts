import { randomUUID } from 'node:crypto';
import { goalSchema } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { aStep, stepIdOf } from '../support/buildersOfGoals.ts';
import { goalCalls, said } from '../support/goalCalls.ts';
import { type Answer, type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, edit, accept, comment, checkIn } = goalCalls(() => service);

const aTeam = async () => (await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas'])).teamId;

test('a goal is begun once: new it is 201, the same again 200, both with the same goal and version', async () => {
  const goal = await begin(await aTeam(), {
    title: '  Estimate   aloud ',
    steps: [aStep('Ask two people'), aStep('Try it once', true)],
    ifThen: { if: 'somebody asks how long', then: 'I say a range' },
    dueOn: '2026-12-24',
  });

  const again = await call('PUT', goal.path, 'Amara', { body: goal.body });

  expect([goal.answer.status, again.status]).toEqual([201, 200]);
  expect([again.body, again.version]).toEqual([goal.answer.body, goal.answer.version]);
  expect(goal.answer.version).toMatch(/^"[\w-]+"$/);
  expect(goalSchema.strict().parse(goal.answer.body)).toEqual({
    id: goal.id,
    owner: { id: idOf('Amara'), name: 'Amara' },
    standing: 'owner',
    title: 'Estimate aloud',
    outcome: '',
    why: '',
    dueOn: '2026-12-24',
    steps: [aStep('Ask two people'), aStep('Try it once', true)],
    ifThen: { if: 'somebody asks how long', then: 'I say a range' },
    ask: '',
    askToTeam: false,
    audience: 'me',
    supporters: [],
    status: 'open',
    progress: { done: 1, total: 2 },
    checkIns: [],
    cheers: [],
    helpers: [],
    evidence: [],
    closings: [],
    createdAt: goal.answer.body.createdAt,
  });
});

test('a goal is changed with the version that was seen: without it 428, with an old one 412, and nothing is lost', async () => {
  const goal = await begin(await aTeam());
  const { version } = goal.answer;
  const put = (title: string, of: string | null) =>
    call('PUT', goal.path, 'Amara', { body: { ...goal.body, title }, version: of });

  const blind = await put('One', null);
  const anyVersion = await put('One', '*');
  const saved = await put('One', version);
  const stale = await put('Two', version);
  const sameAgain = await put('One', version);
  const nothingThere = await call('PUT', paths.goal(goal.team, randomUUID()), 'Amara', { body: goal.body, version });

  expect([blind, anyVersion, saved, stale, sameAgain, nothingThere].map(said)).toEqual([
    [428, 'version.missing'],
    [412, 'version.stale'],
    [200, undefined],
    [412, 'version.stale'],
    [200, undefined],
    [404, 'notFound'],
  ]);
  const now = await call('GET', goal.path, 'Amara');
  expect([now.body.title, now.version, sameAgain.version]).toEqual(['One', saved.version, saved.version]);
});

test('two edits from one version: the first is kept, the second is told', async () => {
  const goal = await begin(await aTeam());

  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map((title) =>
      call('PUT', goal.path, 'Amara', { body: { ...goal.body, title }, version: goal.answer.version }),
    ),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const winner = answers.find(({ status }) => status === 200)!;
  expect((await call('GET', goal.path, 'Amara')).body.title).toBe(winner.body.title);
});

test('what others add to a goal, and what is attached to it, makes no edit of its owner’s stale', async () => {
  const goal = await begin(await aTeam(), { audience: 'team', supporters: [idOf('Mei')], ask: 'Time' });
  const kudos = randomUUID();
  await call('PUT', paths.kudos(goal.team, kudos), 'Mei', { body: { to: [idOf('Amara')], text: 'Thank you so much' } });

  const meanwhile = [
    await accept(goal, 'Mei'),
    await comment(goal, 'Mei'),
    await call('PUT', paths.cheer(goal.team, goal.id), 'Mei'),
    await call('PUT', paths.offer(goal.team, goal.id), 'Lukas'),
    await call('PUT', paths.evidenceOf(goal.team, goal.id, kudos), 'Amara'),
    await checkIn(goal),
  ];
  const saved = await call('PUT', goal.path, 'Amara', {
    body: { ...goal.body, title: 'Another' },
    version: goal.answer.version,
  });

  expect(meanwhile.map(({ status }) => status)).toEqual([200, 201, 200, 200, 200, 201]);
  expect(said(saved)).toEqual([200, undefined]);
  expect(saved.body).toMatchObject({ title: 'Another', evidence: [kudos], checkIns: [{ confidence: 4 }] });
});

test('another’s goal that I may see is not mine to change; one that I may not see is not there', async () => {
  const team = await aTeam();
  const seen = await begin(team, { audience: 'team', steps: [aStep('One')] });
  const hidden = await begin(team, { steps: [aStep('One')] });
  const body = { ...seen.body, title: 'Mine now' };
  const changes = (id: string) =>
    [
      ['PUT', paths.goal(team, id), { body }],
      ['PUT', paths.goal(team, id), { body, version: '"MQ"' }],
      ['PUT', paths.goal(team, id), { body, version: '"OQ"' }],
      ['DELETE', paths.goal(team, id), {}],
      ['DELETE', paths.goal(team, id), { version: '"OQ"' }],
      ['POST', paths.reach(team, id), {}],
      ['POST', paths.reach(team, id), { version: '"OQ"' }],
      ['POST', paths.drop(team, id), { version: '"MQ"' }],
      ['POST', paths.reopen(team, id), {}],
      ['POST', paths.reopen(team, id), { version: '"OQ"' }],
      ['PUT', paths.checkIn(team, id, randomUUID()), { body: { confidence: 3 } }],
      ['PUT', paths.step(team, id, stepIdOf('One')), {}],
      ['DELETE', paths.step(team, id, stepIdOf('One')), {}],
      ['PUT', paths.evidenceOf(team, id, randomUUID()), {}],
      ['DELETE', paths.evidenceOf(team, id, randomUUID()), {}],
      ['GET', paths.notes(team, id), {}],
      ['PUT', paths.note(team, id, randomUUID()), { body: { text: 'Mine' } }],
      ['DELETE', paths.note(team, id, randomUUID()), {}],
    ] as const;

  for (const by of ['Mei', 'Olga']) {
    for (const [method, path, options] of changes(seen.id))
      expect([method, path, ...said(await call(method, path, by, options))]).toEqual([
        method,
        path,
        403,
        'goal.notYours',
      ]);
    for (const [method, path, options] of changes(hidden.id))
      expect([method, path, ...said(await call(method, path, by, options))]).toEqual([method, path, 404, 'notFound']);
  }
  for (const { path, answer } of [seen, hidden]) {
    const now = await call('GET', path, 'Amara');
    expect([now.body, now.version]).toEqual([answer.body, answer.version]);
  }
});

test('others see a goal of the team without what is its owner’s, and without a version', async () => {
  const goal = await begin(await aTeam(), {
    audience: 'team',
    supporters: [idOf('Mei'), idOf('Lukas')],
    ask: 'Time',
    askToTeam: true,
  });
  await accept(goal, 'Mei');
  await call('PUT', paths.offer(goal.team, goal.id), 'Lukas');
  await call('PUT', paths.cheer(goal.team, goal.id), 'Mei');

  const views = await Promise.all(['Amara', 'Mei', 'Lukas', 'Olga'].map((who) => call('GET', goal.path, who)));

  const names = (people: { name: string }[]) => people.map(({ name }) => name);
  const seen = ({ body, version }: Answer) => ({
    standing: body.standing,
    supporters: body.supporters.map(({ name, answer }: { name: string; answer?: string }) => [name, answer]),
    cheers: names(body.cheers),
    helpers: names(body.helpers),
    hidden: ['askToTeam', 'evidence'].filter((part) => part in body),
    hasVersion: version !== null,
  });
  const unanswered = [
    ['Mei', undefined],
    ['Lukas', undefined],
  ];
  const nothing = { supporters: unanswered, cheers: [], helpers: [], hidden: [], hasVersion: false };
  expect(views.map(seen)).toEqual([
    {
      standing: 'owner',
      supporters: [
        ['Mei', 'accepted'],
        ['Lukas', 'asked'],
      ],
      cheers: ['Mei'],
      helpers: ['Lukas'],
      hidden: ['askToTeam', 'evidence'],
      hasVersion: true,
    },
    { ...nothing, standing: 'supporter', cheers: ['Mei'] },
    { ...nothing, standing: 'asked', helpers: ['Lukas'] },
    { ...nothing, standing: 'team' },
  ]);
  for (const { body } of views) goalSchema.strict().parse(body);
});

test('a goal is deleted with what was added to it, twice is once, and its id stays spent', async () => {
  const goal = await begin(await aTeam(), { audience: 'team', supporters: [idOf('Mei')], ask: 'Time' });
  await accept(goal, 'Mei');
  await Promise.all([comment(goal, 'Mei'), checkIn(goal)]);

  const stale = await call('DELETE', goal.path, 'Amara', { version: '"OQ"' });
  const gone = [await call('DELETE', goal.path, 'Amara'), await call('DELETE', goal.path, 'Amara')];
  await service.settled();

  expect(said(stale)).toEqual([412, 'version.stale']);
  expect(gone.map(({ status, body }) => [status, body])).toEqual([
    [204, ''],
    [204, ''],
  ]);
  const again = [
    await call('PUT', goal.path, 'Amara', { body: goal.body }),
    await call('PUT', goal.path, 'Mei', { body: goal.body }),
    await call('DELETE', goal.path, 'Mei'),
    await call('GET', goal.path, 'Amara'),
    await call('GET', paths.comments(goal.team, goal.id), 'Mei'),
    await checkIn(goal),
  ];
  expect(again.map(said)).toEqual([
    [409, 'goal.idTaken'],
    [404, 'notFound'],
    [404, 'notFound'],
    [404, 'notFound'],
    [404, 'notFound'],
    [404, 'notFound'],
  ]);
  for (const who of ['Amara', 'Mei']) {
    const { body } = await call('GET', paths.goalsScreen(goal.team), who);
    expect(body).toEqual({ mine: { items: [], nextCursor: null }, supporting: [], asks: [] });
  }
});

test('an id that somebody else’s goal has is taken, and says nothing of that goal', async () => {
  const team = await aTeam();
  const hidden = await begin(team);

  const answer = await call('PUT', hidden.path, 'Mei', { body: hidden.body });
  const elsewhere = await begin(await aTeam(), {}, 'Mei', hidden.id);

  expect(said(answer)).toEqual([404, 'notFound']);
  expect(elsewhere.answer.status).toBe(201);
});

test.each([
  ['without a title', { title: ' ' }],
  ['with a title that is too long', { title: 'x'.repeat(121) }],
  ['due on a day that is none', { dueOn: '2026-02-30' }],
  ['with thirteen steps', { steps: Array.from({ length: 13 }, (_, at) => aStep(`Step ${at}`)) }],
  ['with two steps of one id', { steps: [aStep('One'), aStep('One')] }],
  ['with an empty step', { steps: [{ ...aStep('One'), text: '\t' }] }],
  ['for an audience that is none', { audience: 'everybody' }],
  ['with eleven supporters', { supporters: Array.from({ length: 11 }, () => randomUUID()) }],
  ['that says who owns it', { owner: idOf('Mei') }],
  ['that says how it stands', { status: 'reached' }],
  ['that says what was learned', { checkIns: [] }],
])('a goal %s does not fit', async (_, of) => {
  const { answer } = await begin(await aTeam(), of as object);

  expect(said(answer)).toEqual([400, 'request.invalid']);
  expect(answer.body.errors.length).toBeGreaterThan(0);
});

test('rules are refused by their name, and nothing is written', async () => {
  const team = await aTeam();

  const answers = [
    (await begin(team, { supporters: [idOf('Amara')] })).answer,
    (await begin(team, { supporters: [idOf('Stranger')] })).answer,
    (await begin(team, {}, 'Amara', 'not-an-id')).answer,
  ];

  expect(answers.map(said)).toEqual([
    [422, 'goal.supportsSelf'],
    [422, 'goal.notInTeam'],
    [400, 'request.invalid'],
  ]);
  expect((await call('GET', paths.goals(team), 'Amara')).body).toEqual({ items: [], nextCursor: null });
});

test('an edit changes what others see at once: wider by its owner’s word alone, and narrower too', async () => {
  const goal = await begin(await aTeam());
  const seeing = async () => {
    const answers = await Promise.all(['Mei', 'Lukas', 'Olga'].map((who) => call('GET', goal.path, who)));
    return answers.map(({ status }) => status);
  };

  const before = await seeing();
  await edit(goal, { audience: 'supporters', supporters: [idOf('Mei')] });
  const shared = await seeing();
  await edit(goal, { audience: 'team', supporters: [idOf('Mei')] });
  const open = await seeing();
  await edit(goal, { audience: 'supporters', supporters: [idOf('Lukas')] });
  const narrow = await seeing();

  expect([before, shared, open, narrow]).toEqual([
    [404, 404, 404],
    [200, 404, 404],
    [200, 200, 200],
    [404, 200, 404],
  ]);
});
