/* `npm run soak -- 30`: the built service under a steady load for so many minutes; its memory has to end where it was after the first third. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paths, routes } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { deploy } from '../support/deployment.ts';
import { table } from './print.ts';

const minutes = Number(process.argv[2] ?? 30);
const people = Array.from({ length: 40 }, (_, at) => `Person ${at}`);
// A fifth more than after warming up is growth; below, it is the collector's mood.
const allowed = 1.2;

const deployment = await deploy();
const service = await deployment.start();
const design = deployment.teams(service.url).channel('Design', people);
await design.install(people[0]);
const ask = (method: string, path: string, as: string, body?: object) =>
  deployment.call(service.url, method, path, as, body);

let answered = 0;
const failed = new Map<string, number>();
let isOver = false;
const works = people.map(async (person, at) => {
  const other = people[(at + 1) % people.length]!;
  for (let turn = 0; !isOver; turn++) {
    const kudos = paths.kudos(design.id, randomUUID());
    const calls = [
      () => ask('GET', paths.team(design.id), person),
      () => ask('GET', paths.kudosList(design.id), person),
      () => ask('GET', paths.goals(design.id), person),
      async () => {
        const given = await ask('PUT', kudos, person, { to: [idOf(other)], text: 'Thank you for the review' });
        await ask('DELETE', kudos, person);
        return given;
      },
      () => ask('GET', routes.ready, person),
    ];
    const { status } = await calls[turn % calls.length]!().catch(() => ({ status: 0 }));
    answered++;
    const what = `${status} of call ${turn % calls.length}`;
    if (status < 200 || status > 299) failed.set(what, (failed.get(what) ?? 0) + 1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
});

const samples: { minute: number; mB: number }[] = [];
for (let at = 0; at <= minutes * 4; at++) {
  await new Promise((resolve) => setTimeout(resolve, at === 0 ? 5_000 : 15_000));
  samples.push({ minute: at / 4, mB: residentOf(service.process.pid!) });
}
isOver = true;
await Promise.all(works);
const code = await service.end('SIGTERM');
await deployment.stop();

const third = Math.floor(samples.length / 3);
const middleOf = (some: typeof samples) => some.map(({ mB }) => mB).sort((a, b) => a - b)[Math.floor(some.length / 2)]!;
const [warm, last] = [middleOf(samples.slice(third, 2 * third)), middleOf(samples.slice(-third))];
const step = Math.max(1, Math.floor(samples.length / 10));
const shown = samples.filter((_, at) => at % step === 0).map(({ minute, mB }) => [minute.toFixed(1), mB.toFixed(0)]);
console.log(table(['minute', 'resident MB'], shown));
console.log(
  `\n${answered} answers in ${minutes} minutes, ${[...failed.values()].reduce((sum, each) => sum + each, 0)} failed ${JSON.stringify([...failed])}; ended with ${code}.`,
);
console.log(
  `Middle third ${warm.toFixed(0)} MB, last third ${last.toFixed(0)} MB: ${(last / warm).toFixed(2)} of ${allowed}.`,
);
process.exit(failed.size === 0 && last / warm <= allowed ? 0 : 1);

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000;
}
