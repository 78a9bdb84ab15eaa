import { setTimeout as sleep } from 'node:timers/promises';
import { prepareStorm } from '../support/reminderInstances.ts';

/* All hours of a tenant begin at the same minute, and Teams takes thirty requests a second. `STORM=5000` for as many as a large tenant has. */
const teams = Number(process.env.STORM ?? 1000);
const instances = 4;
const allowedPerSecond = 30;

test(`${teams} reminders of the same minute are said by ${instances} instances, none twice and none lost`, async () => {
  // Each team is looked at once when its hour was chosen; that is over before the hour begins.
  const storm = await prepareStorm(teams, Math.ceil(teams / 1500) + 1);
  try {
    for (let at = 0; at < instances; at++) storm.start();
    await sleep(Math.max(0, storm.startsAt.getTime() - Date.now() - 3_000));
    storm.connector.limit(true);
    const earlier = storm.connector.calls.length;
    // Where it takes ten times as long, the report says what is missing.
    const longest = sleep((teams / allowedPerSecond) * 10_000 + 30_000, undefined, { ref: false });
    await Promise.race([storm.connector.until(() => storm.connector.posts.length >= teams), longest]);
    const tookInSeconds = (Date.now() - storm.startsAt.getTime()) / 1000;
    await sleep(5_000);

    const report = await storm.report();
    const calls = storm.connector.calls.length - earlier;
    const tooFast = calls - teams;
    // How long it takes is told, not judged: emulator, connector and instances share this machine.
    const ratio = tookInSeconds / (teams / allowedPerSecond);
    console.info(JSON.stringify({ ...report, tookInSeconds, ratio, toldToSlowDown: tooFast / calls }));
    if (report.posts < teams) console.info(JSON.stringify(await storm.missing()));
    expect(report).toMatchObject({ doubled: 0, unclear: 0, posts: teams, states: { sent: teams } });
  } finally {
    await storm.stop();
  }
}, 1_500_000);
