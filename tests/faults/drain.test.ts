/* Instances come and go while people work, as in every deployment of a new version: nobody's click is lost. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import * as keys from '../../bot/storage/keys.ts';
import { idOf } from '../support/builders.ts';
import { startBalancer } from '../support/balancer.ts';
import { type Deployment, deploy } from '../support/deployment.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

const people = Array.from({ length: 16 }, (_, at) => `Person ${at}`);
let deployment: Deployment;
beforeAll(async () => {
  deployment = await deploy();
}, 90_000);
afterAll(() => deployment?.stop());

test('of three instances one after another is stopped under load, until one is left: every request is answered, and every kudos is there once', async () => {
  const first = await deployment.start();
  const second = await deployment.start();
  const third = await deployment.start();
  const balancer = await startBalancer([first.url, second.url, third.url]);
  const design = deployment.teams(first.url).channel('Design', people);
  expect((await design.install(people[0])).status).toBe(200);

  const failed: string[] = [];
  const given: string[] = [];
  let isOver = false;
  const works = people.map(async (person, at) => {
    while (!isOver) {
      const id = randomUUID();
      const body = { to: [idOf(people[(at + 1) % people.length]!)], text: 'Thank you for the review' };
      const put = await deployment.call(balancer.url, 'PUT', paths.kudos(design.id, id), person, body);
      const list = await deployment.call(balancer.url, 'GET', paths.kudosList(design.id), person);
      if (put.status === 201) given.push(id);
      for (const { status } of [put, list]) if (status !== 201 && status !== 200) failed.push(`${person} ${status}`);
      await pause(250);
    }
  });
  await pause(2_000);
  const codes = [await first.end('SIGTERM'), await second.end('SIGTERM')];
  await pause(1_000);
  isOver = true;
  await Promise.all(works);
  const kept = await Promise.all(
    given.map((id) => deployment.call(third.url, 'GET', paths.kudos(design.id, id), people[0]!)),
  );
  console.info([...balancer.answered.values()].join(' + '), 'answers', given.length, 'kudos');
  await balancer.stop();

  expect(failed).toEqual([]);
  expect(codes).toEqual([0, 0]);
  expect(kept.filter(({ status }) => status !== 200)).toEqual([]);
  expect(given.length).toBeGreaterThan(100);
  for (const { said } of [first, second]) expect(said()).not.toContain('"level":"error"');
}, 120_000);

test('while two instances are busy with everything at once, each answer is a good one, a search too; and afterwards every list is what follows from what was kept', async () => {
  const instances = [await deployment.start(), await deployment.start()];
  const teams = Array.from({ length: 10 }, (_, at) =>
    deployment.teams(instances[at % 2]!.url).channel(`Team ${at}`, people),
  );
  await Promise.all(teams.map((team) => team.install(people[0])));
  const took: Record<string, number[]> = {};
  const wrong: string[] = [];
  const given = new Map<string, string>();
  const timed = async <Got extends { status: number }>(what: string, ask: () => Promise<Got>): Promise<Got> => {
    const since = performance.now();
    const got = await ask();
    (took[what] ??= []).push(performance.now() - since);
    if (got.status < 200 || got.status > 299) wrong.push(`${what} ${got.status}`);
    return got;
  };

  let turn = 0;
  const until = Date.now() + (Number(process.env.LOAD) || 20) * 1000;
  const works = people.map(async (person, at) => {
    while (Date.now() < until) {
      const [team, { url }] = [teams[turn++ % teams.length]!, instances[turn % 2]!];
      const id = randomUUID();
      const ask = (method: string, path: string, body?: object) => deployment.call(url, method, path, person, body);
      const body = { to: [idOf(people[(at + 1) % people.length]!)], text: 'Thank you for the review' };
      const put = await timed('kudos', () => ask('PUT', paths.kudos(team.id, id), body));
      if (put.status === 201) given.set(id, team.id);
      await Promise.all([
        // The same again, by the other instance: the answer to the first may have got lost.
        timed('again', () =>
          deployment.call(instances[(turn + 1) % 2]!.url, 'PUT', paths.kudos(team.id, id), person, body),
        ),
        timed('screen', () => ask('GET', paths.team(team.id))),
        timed('wall', () => ask('GET', `${paths.kudosList(team.id)}?q=review`)),
        timed('search', () => team.as(person).searches('review')),
        timed('goal', () =>
          ask('PUT', paths.goal(team.id, randomUUID()), { title: 'Write it down', audience: 'team' }),
        ),
      ]);
      await pause(500);
    }
  });
  await Promise.all(works);

  expect(wrong).toEqual([]);
  const client = clientFor(deployment.azurite.connectionString, 'PeopleHour');
  for (const team of teams) {
    expect(await everyIndexMatches(client, keys.teamPartition(team.ref()))).toEqual([]);
    const rows = await rowsOf(client, keys.teamPartition(team.ref()));
    const walls = [...rows.keys()].filter((key) => key.startsWith('wall.'));
    expect(walls).toHaveLength([...given.values()].filter((of) => of === team.id).length);
  }
  // How long it takes is told, not judged: emulator, Teams and instances share this machine.
  for (const [what, all] of Object.entries(took)) {
    const [half, most, last] = [0.5, 0.95, 1].map(
      (part) => all.sort((a, b) => a - b)[Math.ceil(all.length * part) - 1]!,
    );
    console.info(what, all.length, 'p50', Math.round(half!), 'p95', Math.round(most!), 'max', Math.round(last!), 'ms');
  }
  await Promise.all(instances.map(({ end }) => end('SIGTERM')));
  for (const { said } of instances) expect(said()).not.toContain('"level":"error"');
}, 180_000);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
