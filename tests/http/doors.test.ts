/* Every route against every way of not belonging: the answer is the same 404, and nothing is changed. */
import { randomUUID } from 'node:crypto';
import { paths, routes } from '../../bot/contract/paths.ts';
import { aMember, idOf } from '../support/builders.ts';
import { fabrikam, type Service, startService } from '../support/server.ts';
import {
  aLineBody,
  anActionBody,
  aTopicBody,
  everyChangeIn,
  farThursday,
  farThursdays,
  type NamedInHour,
} from './everyHourRoute.ts';
import { aGoalBody, everyGoalRoute, everyTeamRoute, gift } from './everyRoute.ts';
import { nothingThere, withoutId } from './nothingThere.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const outsiders = {
  'somebody who is in no team': aMember('Stranger'),
  'an owner of another team': aMember('Olga'),
  'a member of another team': aMember('Otis'),
  'somebody who left': aMember('Leaver'),
  'a stranger from another tenant': aMember('Faye', { tenantId: fabrikam }),
  'the same object id in another tenant': aMember('Amara', { tenantId: fabrikam }),
};

/** A team with something in it, and everything of it that a change would show in. */
async function scene() {
  const ref = await service.haveTeam(['Amara', 'Mei', 'Leaver'], { values: ['Care'] });
  const other = await service.haveTeam(['Olga', 'Otis']);
  const kudos = randomUUID();
  await service.call('PUT', paths.kudos(ref.teamId, kudos), { as: 'Amara', body: gift });
  await service.call('PUT', paths.kudosJoined(ref.teamId, kudos), { as: 'Leaver' });
  const [goal, entry] = [randomUUID() as string, randomUUID() as string];
  const body = { ...aGoalBody, supporters: [idOf('Leaver')], ask: 'Somebody who listens' };
  await service.call('PUT', paths.goal(ref.teamId, goal), { as: 'Amara', body });
  await service.call('PUT', paths.support(ref.teamId, goal), { as: 'Leaver', body: { accepts: true } });
  await service.call('PUT', paths.comment(ref.teamId, goal, entry), { as: 'Leaver', body: { text: 'I can' } });
  const inHour = await anHourOf(ref.teamId);
  await service.setRoster(ref, [aMember('Amara', { owner: true }), 'Mei']);
  const everything = async () => {
    const ofTheTeam = [paths.team, paths.values, paths.people, paths.directory, paths.kudosList, paths.asks];
    const ofTheGoal = [paths.goal, paths.comments, paths.notes, paths.checkIns, paths.evidence];
    const ofTheHour = [paths.schedule, paths.scheduleProposals, paths.hours, paths.actions, paths.avoids];
    const addresses = [
      ...[...ofTheTeam, ...ofTheHour].map((of) => of(ref.teamId)),
      ...ofTheGoal.map((of) => of(ref.teamId, goal)),
    ];
    const answers = await Promise.all(addresses.map((path) => service.call('GET', path, { as: 'Amara' })));
    const hour = await service.call('GET', paths.hour(ref.teamId, farThursday), { as: 'Amara' });
    // The time of the day goes on, whatever anybody does.
    return [...answers.map(({ status, body, version }) => [status, body, version]), { ...hour.body, now: null }];
  };
  const named = { kudos, goal, entry, step: aGoalBody.steps[0]!.id, ...inHour };
  return { ref, other, kudos, named, everything };
}

/** An hour with something in it. */
async function anHourOf(team: string): Promise<Required<NamedInHour>> {
  const ids = { date: farThursday, topic: randomUUID(), line: randomUUID(), action: randomUUID() };
  const put = (path: string, body: object) => service.call('PUT', path, { as: 'Amara', body });
  await put(paths.schedule(team), farThursdays);
  await put(paths.topic(team, farThursday, ids.topic), aTopicBody);
  await put(paths.hourNote(team, farThursday, ids.line), aLineBody);
  await put(paths.action(team, ids.action), anActionBody);
  return ids;
}

test('no route of a team is left out of what is tried here', async () => {
  const { body } = await service.call('GET', routes.openapi);
  const served = Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  const tried = everyTeamRoute('team');

  const isTried = ({ method, path }: { method: string; path: string }) => {
    const address = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}($|[?])`);
    return tried.some((request) => request.method === method && address.test(request.path));
  };
  expect(served.filter((route) => route.path.startsWith(routes.team.replace(':team', '')) && !isTried(route))).toEqual(
    [],
  );
});

test.each(Object.entries(outsiders))(
  'for %s a team is not there, by any route, and nothing in it changes',
  async (_, who) => {
    const { ref, named, everything } = await scene();
    const before = await everything();

    for (const { method, path, body, version } of [
      ...everyTeamRoute(ref.teamId, named),
      ...everyTeamRoute(ref.teamId, { person: idOf('Mei') }).filter(({ path }) => path.includes(idOf('Mei'))),
    ]) {
      const answer = await service.call(method, path, { as: who, body, version: version ?? null });
      expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
    }
    expect(await everything()).toEqual(before);
  },
);

test.each([
  ['that does not exist', () => `19:${randomUUID()}@thread.tacv2`],
  ['that is no team id', () => 'x'],
  ['with signs that a key must not have', () => 'a/b\\c#d?e%f\u0000'],
  ['that is too long', () => 'x'.repeat(400)],
  ['that is longer than any id', () => 'x'.repeat(2000)],
  ['named like an own property', () => '__proto__'],
])('a team %s is answered like one that is not mine', async (what, team) => {
  // Each by somebody else, or their hurry would be refused instead.
  await service.haveTeam([what, 'Mei']);

  for (const { method, path, body, version } of everyTeamRoute(team())) {
    const answer = await service.call(method, path, { as: what, body, version: version ?? null });
    expect({ method, ...withoutId(answer.body) }).toEqual({ method, ...nothingThere });
  }
});

test('what another team has is not there in mine, by any id of theirs', async () => {
  const { ref, other, kudos, named, everything } = await scene();
  const before = await everything();
  const inTheirs = [
    ['GET', paths.kudos(other.teamId, kudos)],
    ['DELETE', paths.kudos(other.teamId, kudos)],
    ['PUT', paths.kudosJoined(other.teamId, kudos)],
    ['DELETE', paths.kudosJoined(other.teamId, kudos)],
    ['GET', paths.profile(other.teamId, idOf('Amara'))],
    ['PUT', paths.profile(other.teamId, idOf('Amara'))],
    ['GET', paths.kudos(other.teamId, 'not-an-id')],
    ['GET', paths.profile(other.teamId, 'not-an-id')],
  ] as const;

  for (const [method, path] of inTheirs) {
    const answer = await service.call(method, path, {
      as: 'Olga',
      ...(path.endsWith('profile') && method === 'PUT' ? { body: {} } : {}),
    });
    expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
  }
  const { goal: _goal, ...ofTheirs } = named;
  const [mine, theirGoal] = [paths.goal(other.teamId, randomUUID()), paths.goal(other.teamId, named.goal)];
  await service.call('PUT', mine, { as: 'Olga', body: aGoalBody });
  for (const { method, path, body } of everyGoalRoute(other.teamId, named)) {
    if (path === theirGoal && method === 'PUT') continue;
    const answer = await service.call(method, path, { as: 'Olga', body });
    expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
  }
  // Nor is what was added there to be reached through a goal of mine.
  const attached = await service.call('PUT', `${mine}/evidence/${ofTheirs.kudos}`, { as: 'Olga' });
  const removed = [`${mine}/comments/${ofTheirs.entry}`, `${mine}/notes/${ofTheirs.entry}`];
  expect([attached.status, attached.body.code]).toEqual([422, 'goal.evidenceNotAboutYou']);
  for (const path of removed)
    expect(withoutId((await service.call('DELETE', path, { as: 'Olga' })).body)).toEqual(nothingThere);

  // The same id may be given in another team: ids belong to their team.
  const theirs = await service.call('PUT', paths.kudos(other.teamId, kudos), {
    as: 'Olga',
    body: { ...gift, to: [idOf('Otis')] },
  });
  const theirsToo = await service.call('PUT', theirGoal, { as: 'Olga', body: aGoalBody });
  expect([theirs.status, theirsToo.status]).toEqual([201, 201]);
  expect(await everything()).toEqual(before);
  expect(ref.teamId).not.toBe(other.teamId);
});

test('what is in another team’s hour is not there in ours of the same day, by any id of theirs', async () => {
  const { other, named, everything } = await scene();
  const before = await everything();
  const put = (path: string, body: object) => service.call('PUT', path, { as: 'Olga', body });
  await put(paths.schedule(other.teamId), farThursdays);

  for (const { method, path, body, version } of everyChangeIn(other.teamId, named)) {
    const answer = await service.call(method, path, { as: 'Olga', body, version: version ?? null });
    expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
  }

  // The same id may be given in another team: ids belong to their team.
  const theirs = [
    await put(paths.topic(other.teamId, farThursday, named.topic), aTopicBody),
    await put(paths.hourNote(other.teamId, farThursday, named.line), aLineBody),
    await put(paths.action(other.teamId, named.action), anActionBody),
  ];
  expect(theirs.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await everything()).toEqual(before);
});

test.each(['not-an-id', '%00', '..%2F..', '__proto__', "' or 1 eq 1", 'x'.repeat(2000)])(
  'what is named %j is not there, and nothing can be made under that name',
  async (odd) => {
    const person = `Amara ${odd.slice(0, 20)}`;
    const { teamId } = await service.haveTeam([person, 'Mei']);
    const goal = randomUUID() as string;
    await service.call('PUT', paths.goal(teamId, goal), { as: person, body: aGoalBody });
    const oddGoal = everyGoalRoute(teamId, { goal: odd });
    const oddParts = everyGoalRoute(teamId, { goal, step: odd, entry: odd, kudos: odd }).filter(
      ({ path }) => path.length > paths.goal(teamId, goal).length && path.includes(encodeURIComponent(odd)),
    );

    expect([oddGoal.length, oddParts.length]).toEqual([25, 9]);
    for (const { method, path, body } of [...oddGoal, ...oddParts]) {
      const answer = await service.call(method, path, { as: person, body });
      const isMade =
        method === 'PUT' && (path === paths.goal(teamId, odd) || /\/(checkins|comments|notes)\/[^/]+$/.test(path));
      const ofOddGoal = path.startsWith(`${paths.goal(teamId, odd)}/`);
      if (isMade && !ofOddGoal) expect([method, path, answer.body.code]).toEqual([method, path, 'request.invalid']);
      else expect({ method, path, ...withoutId(answer.body) }).toEqual({ method, path, ...nothingThere });
    }
  },
);

test('somebody who is removed is out with the next request, and somebody who comes is in', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei']);
  const status = async (name: string) => (await service.call('GET', paths.team(ref.teamId), { as: name })).status;
  expect([await status('Mei'), await status('Nadia')]).toEqual([200, 404]);

  await service.setRoster(ref, ['Amara', 'Nadia']);

  expect([await status('Mei'), await status('Nadia')]).toEqual([404, 200]);
});

test('nobody is let in while Teams does not say who is in', async () => {
  const ref = await service.haveTeam(['Amara']);
  service.setTeamsAway(true);

  const answer = await service.call('GET', paths.team(ref.teamId), { as: 'Amara' });
  service.setTeamsAway(false);

  expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'away', '5']);
});
