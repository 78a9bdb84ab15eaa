import { setTimeout as sleep } from 'node:timers/promises';
import { type Storm, prepareStorm } from '../support/reminderInstances.ts';

/* Instances of the service that die, stop, and hear everything several times. What people see is judged by what stands in the channels. */

const leaseInMs = 6_000;
let storm: Storm;
afterEach(() => storm.stop());

/** When nothing is on its way any more. */
async function settled(expected: number): Promise<void> {
  for (let waits = 0; waits < 120; waits++) {
    const { states } = await storm.report();
    const { claimed = 0, sending = 0, ...ended } = states;
    if (claimed + sending === 0 && Object.values(ended).reduce((sum, count) => sum + count, 0) === expected) return;
    await sleep(1000);
  }
}

test('killed at every state, the bot says nothing twice and loses nothing silently', async () => {
  const teams = 60;
  storm = await prepareStorm(teams, 1);
  let afterSending = 0;
  const places = ['claimed', 'sending', 'posted'] as const;
  const untilStart = storm.startsAt.getTime() - Date.now();
  await sleep(Math.max(0, untilStart));
  for (let kills = 0; kills < 24; kills++) {
    const diesAt = places[kills % 3]!;
    const child = storm.start({ leaseInMs, diesAt });
    const ended = await Promise.race([
      new Promise((gone) => child.once('close', gone)),
      sleep(20_000).then(() => 'alive'),
    ]);
    if (ended === 'alive') child.kill('SIGKILL');
    if (diesAt !== 'claimed') afterSending++;
  }
  storm.start({ leaseInMs });
  storm.start({ leaseInMs });
  await settled(teams);

  const report = await storm.report();
  console.info(JSON.stringify({ ...report, afterSending, said: storm.said.slice(0, 3) }));
  expect(report.doubled).toBe(0);
  expect((report.states.sent ?? 0) + (report.states.unknown ?? 0)).toBe(teams);
  // Sixteen are on their way in an instance at once, so a kill may leave as many in doubt; but never one that is not written down.
  expect(report.states.unknown ?? 0).toBeGreaterThan(0);
  expect(report.posts).toBeGreaterThanOrEqual(report.states.sent ?? 0);
}, 400_000);

test('an instance that is stopped in the middle and goes on later doubles nothing', async () => {
  const teams = 150;
  storm = await prepareStorm(teams, 1);
  const stopped = storm.start({ leaseInMs });
  await sleep(Math.max(0, storm.startsAt.getTime() - Date.now()));
  await storm.connector.untilPosts(10);
  stopped.kill('SIGSTOP');
  storm.start({ leaseInMs });
  await sleep(3 * leaseInMs);
  stopped.kill('SIGCONT');
  await settled(teams);
  await sleep(leaseInMs);

  const report = await storm.report();
  console.info(JSON.stringify(report));
  expect(report).toMatchObject({ doubled: 0 });
  expect((report.states.sent ?? 0) + (report.states.unknown ?? 0)).toBe(teams);
}, 400_000);

test('every message several times and late: each is said once', async () => {
  const teams = 100;
  storm = await prepareStorm(teams, 1);
  storm.start({ leaseInMs });
  storm.start({ leaseInMs });
  await sleep(Math.max(0, storm.startsAt.getTime() - Date.now() - 5_000));
  for (let times = 0; times < 4; times++) {
    for (const ref of storm.refs) {
      const planned = await storm.storage.timer.planned({ ref, person: null });
      if (planned) await storm.storage.timer.hurry(planned.thing);
    }
    await sleep(4_000);
  }
  await settled(teams);

  const report = await storm.report();
  console.info(JSON.stringify(report));
  expect(report).toMatchObject({ doubled: 0, states: { sent: teams }, posts: teams });
}, 400_000);
