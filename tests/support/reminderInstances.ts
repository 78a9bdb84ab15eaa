import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Said } from '../../bot/app/reminderPorts.ts';
import { teamId, type TeamRef } from '../../bot/domain/ids.ts';
import type { Schedule } from '../../bot/domain/schedule.ts';
import { localDateOf, minutesAfter, wallTimeOf, weekdayOf } from '../../bot/domain/time.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { inParallel } from '../../bot/storage/inParallel.ts';
import { addressText } from '../../bot/teams/address.ts';
import { freshTable, startAzuriteProcess } from './azurite.ts';
import { startQueuesProcess } from './azuriteQueues.ts';
import { contoso } from './builders.ts';
import { aSchedule } from './buildersOfHours.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';
import type { InstanceOptions } from './reminderInstance.ts';
import { aTeamsMember, botAccount } from './teamsWorld.ts';

/** Many teams whose hour begins at the same minute, and instances that see to it. */
export type Storm = Awaited<ReturnType<typeof prepareStorm>>;

export async function prepareStorm(teams: number, startsInMinutes: number) {
  const [tables, queues, connector, folder] = await Promise.all([
    startAzuriteProcess(),
    startQueuesProcess(),
    startFakeConnector(),
    mkdtemp(join(tmpdir(), 'reminders-')),
  ]);
  const connectionString = tables.connectionString + queues.connectionString;
  const table = freshTable();
  const storage = await openStorage({ connectionString }, table);
  await storage.ping();
  const program = await builtInto(folder);
  const startsAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + startsInMinutes * 60_000);
  const refs = await inParallel(
    Array.from({ length: teams }, (_, at) => at),
    (at) => aTeamThatMeets(storage, connector, at, startsAt),
    8,
  );
  const children = new Set<ChildProcess>();
  const said: string[] = [];

  return {
    connector,
    storage,
    refs,
    startsAt,
    /** What instances complained about. */
    said,
    start(of: Partial<InstanceOptions> = {}): ChildProcess {
      const options: InstanceOptions = {
        ...{ connectionString, table, tenant: contoso, leaseInMs: 180_000, diesAt: null, aheadInMs: 0 },
        ...of,
      };
      const child = spawn(process.execPath, [program, JSON.stringify(options)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout.on('data', (chunk: Buffer) =>
        said.push(
          ...chunk
            .toString()
            .split('\n')
            .filter((text) => /^(warn|error)/.test(text)),
        ),
      );
      children.add(child);
      child.once('close', () => children.delete(child));
      return child;
    },
    async report() {
      const all = await inParallel(refs, async (ref) => ({
        ref,
        said: (await storage.reminders.newest(ref, null, 20)).map(({ thing }) => thing),
      }));
      const states = all.flatMap(({ said: rows }) => rows.filter(({ kind }) => kind === 'start'));
      const posts = new Map<string, number>();
      for (const { conversationId } of connector.posts) {
        const channel = conversationId.split(';')[0]!;
        posts.set(channel, (posts.get(channel) ?? 0) + 1);
      }
      return {
        states: countedBy(states),
        posts: connector.posts.length,
        doubled: [...posts.values()].filter((count) => count > 1).length,
        /** Said for all that is known, and nowhere to be seen; or seen, and not known to be. */
        unclear: all.filter(({ ref, said: rows }) => {
          const isSent = rows.some(({ kind, state }) => kind === 'start' && state === 'sent');
          return isSent !== posts.has(ref.teamId);
        }).length,
      };
    },
    /** Of those that were not heard of: when they are looked at next, and what there is in the queue; and what instances complained about. */
    async missing() {
      const posted = new Set(connector.posts.map(({ conversationId }) => conversationId.split(';')[0]!));
      const silent = refs.filter(({ teamId }) => !posted.has(teamId)).slice(0, 5);
      const plans = await Promise.all(
        silent.map(async (ref) => (await storage.timer.planned({ ref, person: null }))?.thing),
      );
      return { plans, depth: await storage.work.depth(), said: said.slice(-10) };
    },
    async stop() {
      for (const child of children) child.kill('SIGKILL');
      await Promise.all([connector.stop(), tables.stop(), queues.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

const countedBy = (all: readonly Said[]) =>
  all.reduce<Partial<Record<Said['state'], number>>>(
    (sum, { state }) => ({ ...sum, [state]: (sum[state] ?? 0) + 1 }),
    {},
  );

async function aTeamThatMeets(
  storage: Storage,
  connector: FakeConnector,
  at: number,
  startsAt: Date,
): Promise<TeamRef> {
  const id = `19:storm${String(at).padStart(6, '0')}@thread.tacv2`;
  const ref: TeamRef = { tenantId: contoso, teamId: teamId(id) };
  connector.addConversation({
    id,
    kind: 'channel',
    name: 'General',
    teamId: id,
    teamName: id,
    members: [aTeamsMember('Amara')],
  });
  const address = addressText({
    ...{ serviceUrl: connector.serviceUrl, conversationId: id, postIn: id, botId: botAccount },
    ...{ tenantId: contoso, language: 'en' },
  });
  await storage.teams.install(ref, { kind: 'team', name: 'Storm', address });
  await storage.schedules.save(ref, meetingAt(startsAt), null, minutesAfter(startsAt, -60));
  await storage.timer.announce({ ref, person: null }, new Date());
  return ref;
}

const meetingAt = (startsAt: Date): Schedule =>
  aSchedule({
    timeZone: 'UTC',
    weekday: weekdayOf(localDateOf(startsAt, 'UTC')),
    time: wallTimeOf(startsAt, 'UTC'),
    startOn: localDateOf(startsAt, 'UTC'),
  });

async function builtInto(folder: string): Promise<string> {
  const outfile = join(folder, 'instance.mjs');
  await build({
    entryPoints: [join(process.cwd(), 'tests/support/reminderInstance.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}
