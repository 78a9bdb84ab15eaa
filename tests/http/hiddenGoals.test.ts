/* A goal that somebody may not see: every way of not seeing it is the same 404 by every route, changes nothing, and leaves no trace. */
import { randomUUID } from 'node:crypto';
import type { GoalBody } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { aMember, idOf } from '../support/builders.ts';
import { aStep } from '../support/buildersOfGoals.ts';
import { type BegunGoal, goalCalls } from '../support/goalCalls.ts';
import { type Service, startService } from '../support/server.ts';
import { everyGoalRoute, type Named, type Request } from './everyRoute.ts';
import { nothingThere, withoutId } from './nothingThere.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, edit, accept, decline, comment, checkIn } = goalCalls(() => service);

// Words that are nowhere else, so that a trace of them is a trace of the goal.
const secret = 'Xanthippe';
const body: GoalBody = {
  title: `${secret} aloud`,
  outcome: `${secret} outcome`,
  why: `${secret} why`,
  dueOn: '2026-12-24',
  steps: [aStep(`${secret} step`)],
  ifThen: { if: `${secret} if`, then: `${secret} then` },
  ask: `${secret} ask`,
};

let scenes = 0;

/** A team in which Amara has a goal with everything that can be on one. Nobody is in two of them, or their hurry would be refused. */
async function scene(of: Partial<GoalBody> = {}) {
  const number = ++scenes;
  const called = (name: string) => `${name} ${number}`;
  const ref = await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas', 'Priya'].map(called));
  const owner = called('Amara');
  return { called, owner, ref, team: ref.teamId, begun: () => begin(ref.teamId, { ...body, ...of }, owner) };
}

/** Everything that was added to a goal, by its owner and by Priya, who supports it; and the addresses of all of it. */
async function filled(goal: BegunGoal, { owner, called }: Scene): Promise<Named> {
  const { team, id } = goal;
  const priya = called('Priya');
  const [kudos, entry] = [randomUUID(), randomUUID()];
  await edit(goal, { supporters: [idOf(priya), ...(goal.body.supporters ?? [])], audience: 'supporters' }, owner);
  await accept(goal, priya);
  await Promise.all([
    comment(goal, priya, `${secret} comment`, entry),
    checkIn(goal, { learned: secret }, entry, owner),
  ]);
  await call('PUT', paths.note(team, id, entry), owner, { body: { text: `${secret} note` } });
  const gift = { to: [idOf(owner)], text: 'Thank you for listening', goalId: id };
  await call('PUT', paths.kudos(team, kudos), priya, { body: gift });
  await call('PUT', paths.evidenceOf(team, id, kudos), owner);
  await call('PUT', paths.cheer(team, id), priya);
  return { kudos, entry, goal: id, step: goal.body.steps![0]!.id };
}

/** The goal and all that is on it, as its owner reads it. */
async function whole({ team, id, path }: BegunGoal, owner: string) {
  const addresses = [path, ...[paths.comments, paths.notes, paths.checkIns, paths.evidence].map((of) => of(team, id))];
  const answers = await Promise.all(addresses.map((address) => call('GET', address, owner)));
  return answers.map(({ status, body, version }) => [status, body, version]);
}

const ask = ({ method, path, body, version }: Request, who: string) =>
  call(method, path, who, { body, version: version ?? null });

const everyReading = ({ team, owner }: Scene) => [
  paths.team(team),
  paths.people(team),
  paths.directory(team),
  `${paths.whoCanHelp(team)}?q=${secret}`,
  paths.person(team, idOf(owner)),
  paths.person(team, 'me'),
  paths.goals(team),
  `${paths.goals(team)}?person=${idOf(owner)}`,
  `${paths.goals(team)}?person=me&q=${secret}`,
  `${paths.goals(team)}?q=${secret}`,
  `${paths.goals(team)}?status=open`,
  `${paths.goals(team)}?status=closed`,
  paths.goalsScreen(team),
  paths.growthRecord(team),
  paths.asks(team),
  paths.kudosList(team),
  `${paths.kudosList(team)}?q=${secret}`,
  `${paths.kudosList(team)}?person=${idOf(owner)}`,
];

type Scene = Awaited<ReturnType<typeof scene>>;
type Way = {
  readonly who: 'Mei' | 'Olga';
  /** Whether Mei was asked to support it, and said yes. */
  readonly hadSupported?: boolean;
  then?(goal: BegunGoal, at: Scene): Promise<unknown>;
  /** Who said no may say it again: that is answered as the first time. */
  readonly mayDecline?: boolean;
};

const ways: Record<string, Way> = {
  'a member, and a goal for its owner alone': {
    who: 'Mei',
    then: (goal, { owner }) => edit(goal, { audience: 'me' }, owner),
  },
  'an owner of the team, and a goal for its owner alone': {
    who: 'Olga',
    then: (goal, { owner }) => edit(goal, { audience: 'me' }, owner),
  },
  'a member who was not asked': { who: 'Mei' },
  'an owner of the team who was not asked': { who: 'Olga' },
  'a member, and a closed goal': {
    who: 'Mei',
    then: (goal, { owner }) => call('POST', paths.reach(goal.team, goal.id), owner, { body: { learned: secret } }),
  },
  'a supporter who is removed': {
    who: 'Mei',
    hadSupported: true,
    then: (goal, { owner, called }) =>
      edit(goal, { audience: 'supporters', supporters: [idOf(called('Priya'))] }, owner),
  },
  'a supporter who declined': {
    who: 'Mei',
    hadSupported: true,
    then: (goal, { called }) => decline(goal, called('Mei')),
    mayDecline: true,
  },
  'a supporter who left': {
    who: 'Mei',
    hadSupported: true,
    then: ({ team, id }, { called }) => call('DELETE', paths.support(team, id), called('Mei')),
    mayDecline: true,
  },
  'a supporter, and a goal that its owner took back to themselves': {
    who: 'Mei',
    hadSupported: true,
    then: (goal, { owner, called }) =>
      edit(goal, { audience: 'me', supporters: ['Mei', 'Priya'].map(called).map(idOf) }, owner),
  },
};
const everyWay = Object.entries(ways);

/** The goal with everything on it, and then what takes it out of somebody's sight. */
async function hidden({ hadSupported, then }: Way, at: Scene) {
  const goal = await at.begun();
  const named = await filled(goal, at);
  if (hadSupported) {
    const mei = at.called('Mei');
    await edit(goal, { audience: 'supporters', supporters: ['Priya', 'Mei'].map(at.called).map(idOf) }, at.owner);
    await accept(goal, mei);
    await Promise.all([comment(goal, mei, 'I was here'), call('PUT', paths.cheer(at.team, goal.id), mei)]);
  }
  await then?.(goal, at);
  return { goal, named };
}

test.each(everyWay)('%s: it is not there by any route, and nothing of it changes', async (_, way) => {
  const at = await scene();
  const { goal, named } = await hidden(way, at);
  const before = await whole(goal, at.owner);

  const address = paths.support(at.team, goal.id);
  const isNo = ({ method, path, body }: Request) =>
    path === address && (method === 'DELETE' || JSON.stringify(body) === '{"accepts":false}');
  const offers = ['PUT', 'DELETE'].map((method) => ({ method, path: paths.offer(at.team, goal.id) }));
  for (const request of [...everyGoalRoute(at.team, named), ...offers]) {
    const { method, path } = request;
    const answer = await ask(request, at.called(way.who));
    if (way.mayDecline && isNo(request)) expect([answer.status, answer.body]).toEqual([204, '']);
    else expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
    expect(answer.version).toBeNull();
  }
  expect(before[0]![0]).toBe(200);
  expect(await whole(goal, at.owner)).toEqual(before);
});

test.each(everyWay.filter(([, { hadSupported }]) => !hadSupported))(
  '%s: no list, count, page, search or record is other than before it was there',
  async (_, way) => {
    const at = await scene();
    for (const title of ['One', 'Two', 'Three']) await begin(at.team, { title, audience: 'team' }, at.owner);
    const readings = async () => {
      const answers = await Promise.all(everyReading(at).map((path) => call('GET', path, at.called(way.who))));
      return answers.map(({ body, version }) => [{ ...body, madeAt: null }, version]);
    };
    const before = await readings();

    const { goal, named } = await hidden(way, at);
    await begin(at.team, { ...body, audience: 'me' }, at.owner);
    // A kudos that came from it is on the wall; that it did is not.
    const wall = await call('GET', paths.kudos(at.team, named.kudos!), at.called(way.who));
    await call('DELETE', paths.kudos(at.team, named.kudos!), at.called('Priya'));

    const after = await readings();
    expect(after).toEqual(before);
    const read = JSON.stringify([after, wall.body]);
    expect([wall.status, read.includes(secret), read.includes(goal.id)]).toEqual([200, false, false]);
  },
);

test.each(everyWay.filter(([, { hadSupported }]) => hadSupported))(
  '%s: nothing of it is left in anything they read',
  async (_, way) => {
    const at = await scene();
    const { goal } = await hidden(way, at);

    for (const path of everyReading(at)) {
      const read = JSON.stringify((await call('GET', path, at.called(way.who))).body);
      expect([path, read.includes(secret), read.includes(goal.id)]).toEqual([path, false, false]);
    }
  },
);

test('hidden goals between others leave no gap: every page is as full as it was asked for', async () => {
  const { team, owner, called } = await scene();
  for (let number = 1; number <= 9; number++)
    await begin(
      team,
      {
        ...body,
        title: `Goal ${number}`,
        audience: number % 3 ? 'me' : 'team',
        ask: number % 3 ? '' : `Ask ${number}`,
      },
      owner,
    );

  for (const path of [paths.goals(team), `${paths.goals(team)}?person=${idOf(owner)}`, paths.asks(team)]) {
    const pages: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = `${path}${path.includes('?') ? '&' : '?'}limit=1${cursor && `&cursor=${cursor}`}`;
      const page = (await call('GET', address, called('Mei'))).body;
      pages.push(page.items.length);
      cursor = page.nextCursor;
    }
    expect({ path, pages }).toEqual({ path, pages: [1, 1, 1] });
  }
});

test('an ask may be shown where the goal is not: it says one line and who asks, and leads no further', async () => {
  const at = await scene({ askToTeam: true });
  const goal = await at.begun();
  const [mei, lukas] = [at.called('Mei'), at.called('Lukas')];
  const line = {
    id: goal.id,
    owner: { id: idOf(at.owner), name: at.owner },
    text: body.ask,
    at: goal.answer.body.createdAt,
  };

  const list = await call('GET', paths.asks(at.team), mei);
  const offered = await call('PUT', paths.offer(at.team, goal.id), mei);
  const twice = await call('PUT', paths.offer(at.team, goal.id), mei);
  const after = await call('GET', paths.asks(at.team), mei);
  const others = await call('GET', paths.asks(at.team), lukas);
  const page = await call('GET', paths.person(at.team, idOf(at.owner)), mei);
  const taken = await call('DELETE', paths.offer(at.team, goal.id), mei);

  expect(list.body.items).toEqual([{ ...line, offered: false }]);
  expect([offered, twice].map(({ status, body, version }) => [status, body, version])).toEqual(
    Array(2).fill([200, { ...line, offered: true }, null]),
  );
  expect([after.body.items, others.body.items]).toEqual([[{ ...line, offered: true }], [{ ...line, offered: false }]]);
  expect([page.body.goals, page.body.asks]).toEqual([[], [{ ...line, offered: true }]]);
  expect(taken.body).toEqual({ ...line, offered: false });
  for (const request of everyGoalRoute(at.team, { goal: goal.id, step: body.steps![0]!.id })) {
    const answer = await ask(request, mei);
    expect(withoutId(answer.body)).toEqual(nothingThere);
  }
  for (const path of everyReading(at)) {
    const read = JSON.stringify((await call('GET', path, mei)).body).replaceAll(body.ask!, '');
    expect({ path, trace: read.includes(secret) }).toEqual({ path, trace: false });
  }
});

test('goals of somebody who left are not there for anybody, and are again when they come back', async () => {
  const at = await scene({ audience: 'team' });
  const goal = await at.begun();
  const [mei, olga] = [at.called('Mei'), at.called('Olga')];
  await edit(goal, { supporters: [idOf(mei)] }, at.owner);
  await accept(goal, mei);
  const others = [aMember(olga, { owner: true }), mei, at.called('Priya')];

  await service.setRoster(at.ref, others);
  for (const who of [mei, olga]) {
    for (const request of everyGoalRoute(at.team, { goal: goal.id, step: body.steps![0]!.id })) {
      const answer = await ask(request, who);
      expect(withoutId(answer.body)).toEqual(nothingThere);
    }
    for (const path of everyReading(at))
      expect(JSON.stringify((await call('GET', path, who)).body)).not.toContain(secret);
  }

  await service.setRoster(at.ref, [...others, at.owner]);
  const back = await call('GET', goal.path, mei);
  expect([back.status, back.body.standing]).toEqual([200, 'supporter']);
});
