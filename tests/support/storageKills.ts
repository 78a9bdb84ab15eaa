import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { isRemoved } from '../../bot/app/goalPorts.ts';
import { isTakenBack } from '../../bot/app/kudosPorts.ts';
import { actionItemId, goalId, kudosId, noteId, type TeamRef, topicId } from '../../bot/domain/ids.ts';
import { emptyProfile } from '../../bot/domain/profile.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { freshTable, startAzuriteProcess } from './azurite.ts';
import { aRef, idOf } from './builders.ts';
import { thursday } from './buildersOfHours.ts';
import { clientFor, everyIndexMatches } from './storageCheck.ts';

export type KillReport = {
  kills: number;
  acknowledged: number;
  doubled: number;
  /** Rows that do not follow from their kudos, or are missing beside it. */
  halfWritten: string[];
  /** Deeds that were acknowledged and are not there. */
  lost: string[];
};

/** Kills writers in the middle of their work, again and again, and then looks at what they left behind. Storage itself lives on. */
export async function killWriters(kills: number, chance: () => number): Promise<KillReport> {
  const report: KillReport = { kills: 0, acknowledged: 0, doubled: 0, halfWritten: [], lost: [] };
  const folder = await mkdtemp(join(tmpdir(), 'writer-'));
  const azurite = await startAzuriteProcess();
  try {
    const program = await builtInto(folder);
    while (report.kills < kills) {
      // Azurite slows down with every row, so each pair of writers has a table of its own.
      const place = { connectionString: azurite.connectionString, table: freshTable(), ref: aRef() };
      await (await openStorage(azurite, place.table)).ping();
      const said = await Promise.all([1, 2].map(() => killedWriter(program, place, 5 + chance() * 120)));
      report.kills += said.length;
      await lookAt(said.flat(), place, report);
    }
  } finally {
    await azurite.stop();
    await rm(folder, { recursive: true });
  }
  return report;
}

type Place = { readonly connectionString: string; readonly table: string; readonly ref: TeamRef };

async function builtInto(folder: string): Promise<string> {
  const outfile = join(folder, 'writer.mjs');
  await build({
    entryPoints: [join(process.cwd(), 'tests/support/storageWriter.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@azure/identity'],
    // What of the bundle is CommonJS asks for Node's own modules this way.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

/** What a writer had said when it was killed, so many milliseconds after it first said something. */
async function killedWriter(
  program: string,
  { connectionString, table, ref }: Place,
  delayInMs: number,
): Promise<string[]> {
  const writer = spawn(process.execPath, [program, connectionString, table, ref.tenantId, ref.teamId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  writer.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => writer.kill('SIGKILL'), delayInMs);
    said += chunk.toString();
  });
  await ended(writer);
  return said.split('\n').filter((line) => line !== '');
}

const ended = (child: ChildProcess) => new Promise((done) => child.once('close', done));

async function lookAt(
  said: readonly string[],
  { connectionString, table, ref }: Place,
  report: KillReport,
): Promise<void> {
  const storage = await openStorage({ connectionString }, table);
  // What was on its way when the writers died has arrived before this does.
  await storage.profiles.save(ref, idOf('Late'), emptyProfile, 'none');
  report.halfWritten.push(...(await everyIndexMatches(clientFor(connectionString, table), keys.teamPartition(ref))));
  const deeds = new Map<string, string[]>();
  for (const line of said) {
    const [deed = '', id = ''] = line.split(' ');
    deeds.set(id, [...(deeds.get(id) ?? []), deed]);
  }
  for (const [id, done] of deeds) {
    report.acknowledged += done.length;
    if (done.includes('doubled')) report.doubled++;
    const isKept = await keepers[done[0] as keyof typeof keepers]?.(storage, ref, id, done);
    if (!isKept) report.lost.push(`${done.join(', ')} ${id}`);
  }
}

// By the first that was said of something. A later deed may have been done without having been said.
const keepers = {
  given: isKudosKept,
  begun: isGoalKept,
  written: isLineKept,
  raised: isTopicKept,
  promised: isActionKept,
};

async function isLineKept(storage: Storage, ref: TeamRef, id: string, done: readonly string[]): Promise<boolean> {
  const found = await storage.hours.findNote(ref, thursday, noteId(id));
  return found !== null && found !== 'removed' && (!done.includes('kept') || found.thing.keep);
}

async function isTopicKept(storage: Storage, ref: TeamRef, id: string, done: readonly string[]): Promise<boolean> {
  const found = await storage.topics.find(ref, topicId(id));
  return found !== null && found !== 'removed' && (!done.includes('talkedAbout') || found.thing.state === 'talked');
}

async function isActionKept(storage: Storage, ref: TeamRef, id: string, done: readonly string[]): Promise<boolean> {
  const found = await storage.actions.find(ref, actionItemId(id));
  return found !== null && found !== 'removed' && (!done.includes('done') || found.thing.status === 'done');
}

async function isKudosKept(storage: Storage, ref: TeamRef, id: string, done: readonly string[]): Promise<boolean> {
  const found = await storage.kudos.find(ref, kudosId(id));
  if (!found) return false;
  if (isTakenBack(found)) return done.includes('joined');
  return !done.includes('takenBack') && (!done.includes('joined') || found.thing.joined.length === 1);
}

async function isGoalKept(storage: Storage, ref: TeamRef, id: string, done: readonly string[]): Promise<boolean> {
  const goal = goalId(id);
  const found = await storage.goals.find(ref, goal);
  const { items: checkIns } = await storage.entries.checkIns.list(ref, goal, null, 5);
  const { items: comments } = await storage.entries.comments.list(ref, goal, null, 5);
  if (!found) return false;
  if (isRemoved(found))
    return done.includes('narrowed') && (!done.includes('cleared') || checkIns.length + comments.length === 0);
  return (
    !done.includes('removed') &&
    (!done.includes('checkedIn') || checkIns.length === 1) &&
    (!done.includes('commented') || comments.length === 1) &&
    (!done.includes('narrowed') || found.thing.audience === 'me')
  );
}
