/* Instances come and go while people work, as in every deployment of a new version: nobody's click is lost. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { startBalancer } from '../support/balancer.ts';
import { type Deployment, deploy } from '../support/deployment.ts';

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

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
