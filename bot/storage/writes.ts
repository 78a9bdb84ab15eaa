import { randomUUID } from 'node:crypto';
import { ChangedMeanwhile, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { inParallel } from './inParallel.ts';
import type { Cells } from './limits.ts';
import type { Row, Table } from './table.ts';
import { awayBecause } from './trouble.ts';

/*
 * The version of a thing is the id of the write that made it. It is made here and not by storage, so that every copy of the thing
 * can carry it, and so that a write can be told apart from everybody else's: when the acknowledgement of a write that went through
 * is lost, the client sends it again and hears "conflict". Then the row is read: if it knows this write, it was ours.
 */

export const newVersion = (): Version => randomUUID();

/** What the guarding row of a thing carries: its version, and the writes before it, in case somebody has written since ours. */
export function stamped(cells: Cells, version: Version, before: Row | null): Cells {
  return { ...cells, version, before: before ? writesOf(before).slice(0, rememberedWrites).join(' ') : '' };
}
const rememberedWrites = 8;
const stamps = ['version', 'before'];

export const versionOf = (row: Row): Version => String(row.cells['version']);
const writesOf = (row: Row) => [versionOf(row), ...String(row.cells['before'] ?? '').split(' ')];

/** Rows are deleted as they were seen, never unseen: one that somebody changed meanwhile undoes the whole of it. */
export async function deletions(table: Table, partition: string, keys: readonly string[]): Promise<Change[]> {
  const seen = await inParallel(keys, (key) => table.get(partition, key, ['version']));
  return seen.filter((row) => row !== null).map(({ key, etag }) => ({ do: 'delete', key, etag }));
}

/** The guarding row as it stands. @throws ChangedMeanwhile when it is not at this version (any more) */
export async function guardAt(
  table: Table,
  partition: string,
  key: string,
  version: Version,
  also: readonly string[] = [],
): Promise<Row> {
  const guard = await table.get(partition, key, [...stamps, ...also]);
  if (!guard || versionOf(guard) !== version) throw new ChangedMeanwhile();
  return guard;
}

type Write = readonly [table: Table, partition: string, guardKey: string, version: Version, changes: readonly Change[]];

/** One transaction whose guarding row is stamped with `version`. `false` when somebody else was quicker. */
export const writeOnce = async (...write: Write): Promise<boolean> => (await guardAfter(...write)) !== null;

/** The same, with the etag of the guarding row after it; `null` when somebody else was quicker. */
export async function guardAfter(
  ...[table, partition, guardKey, version, changes]: Write
): Promise<{ readonly etag: string } | null> {
  const own = changes.find(({ key }) => key === guardKey);
  const expected = own && 'etag' in own ? own.etag : undefined;
  for (let tries = 1; ; tries++) {
    const etags = await table.write(partition, changes);
    if (etags) return { etag: (own && etags[changes.indexOf(own)]) ?? '' };
    const guard = await table.get(partition, guardKey, stamps);
    if (guard && writesOf(guard).includes(version)) return guard;
    // Where nobody was quicker at the thing itself, it was at a row that all write over: the next moment is another.
    if (guard?.etag !== expected || tries === maxTries) return null;
  }
}
const maxTries = 3;

/** For what needs no version, because it is one person's own: says whether there is nothing left to do, until there is. @throws Away */
export async function writeUntil(deed: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; !(await deed()); tries++) {
    if (tries === maxTries) throw awayBecause('refused again and again');
  }
}
