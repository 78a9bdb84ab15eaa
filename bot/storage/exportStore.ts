import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ExportFacts, ExportStore } from '../app/operationPorts.ts';
import type { Blobs } from './blobs.ts';
import type { WholeTable, Which } from './wholeTable.ts';
import { markers } from './erasings.ts';
import { type Again, lineOf, type TypedRow } from './exportLines.ts';
import * as keys from './keys.ts';
import { schema } from './rows.ts';
import type { Table } from './table.ts';

/*
 * An export is a folder: every row as a line, and a manifest that is written last, so that one which was broken off is not taken for
 * one. Table Storage has no snapshots: a partition that somebody wrote to while it was read is read again, until nobody does.
 */

export type Manifest = ExportFacts & {
  readonly format: 1;
  /** Of the lines, before they are packed. */
  readonly sha256: string;
  readonly lines: number;
  /** The partitions that were told again, and how often. */
  readonly again: Readonly<Record<string, number>>;
};

export const rowsFile = (name: string) => `${name}/rows.ndjson.gz`;
export const manifestFile = (name: string) => `${name}/manifest.json`;

const maxAgain = 3;
// Storage is many machines, whose clocks are not quite the same.
const skewInMs = 250;
const claimLastsInMs = 2 * 3600_000;

export function exportStore(table: Table, whole: WholeTable, blobs: Blobs): ExportStore {
  async function make(name: string): Promise<ExportFacts> {
    const startedAt = new Date();
    const hash = createHash('sha256');
    const rowsIn = new Map<string, number>();
    const again: Record<string, number> = {};
    let lines = 0;
    let unquiet: readonly string[] = [];

    function told(rows: readonly (TypedRow | Again)[]): string {
      const text = rows.map(lineOf).join('');
      hash.update(text);
      lines += rows.length;
      return text;
    }
    async function* rowsOf(which: Which) {
      for await (const page of whole.rows(which)) {
        const rows = page.filter(isToKeep);
        for (const { partition } of rows) rowsIn.set(partition, (rowsIn.get(partition) ?? 0) + 1);
        yield told(rows);
      }
    }
    async function* everything() {
      let since = await quietMoment();
      yield* rowsOf({});
      for (let round = 1; ; round++) {
        unquiet = await changedSince(since, unquiet);
        if (unquiet.length === 0 || round > maxAgain) return;
        since = await quietMoment();
        for (const partition of unquiet) {
          again[partition] = round;
          rowsIn.set(partition, 0);
          yield told([{ partition, again: round }]);
          yield* rowsOf({ partition });
        }
      }
    }

    const packed = createGzip();
    // Whatever breaks on the way breaks the writing: an export is whole, or it is none.
    pipeline(Readable.from(everything()), packed, () => undefined);
    await blobs.write(rowsFile(name), packed);
    const counts = [...rowsIn].filter(([, rows]) => rows > 0);
    const facts: ExportFacts = {
      name,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      rows: counts.reduce((sum, [, rows]) => sum + rows, 0),
      teams: counts.filter(([partition]) => partition.startsWith(keys.teams)).length,
      changedMeanwhile: unquiet.length,
    };
    const manifest: Manifest = { ...facts, format: 1, sha256: hash.digest('hex'), lines, again };
    await blobs.write(manifestFile(name), Readable.from([JSON.stringify(manifest)]));
    return facts;
  }

  /** Whatever is stamped later than this was written after it, or at least not much before. */
  async function quietMoment(): Promise<Date> {
    const now = await whole.now();
    await new Promise((resolve) => setTimeout(resolve, skewInMs));
    return now;
  }

  /** Which partitions were written to; after the first look, only those that were still written to the last time. */
  async function changedSince(since: Date, among: readonly string[]): Promise<string[]> {
    const changed = new Set<string>();
    for (const which of among.length > 0 ? among.map((partition) => ({ partition, since })) : [{ since }])
      for await (const rows of whole.rows(which)) for (const row of rows.filter(isToKeep)) changed.add(row.partition);
    return [...changed];
  }

  return {
    make,

    async claim(night, now) {
      const key = keys.nightlyExport(night);
      const cells = { ...schema, claimedAt: now.toISOString() };
      if (await table.write(keys.exportsPartition, [{ do: 'insert', key, cells }])) return true;
      const row = await table.get(keys.exportsPartition, key);
      if (!row || 'doneAt' in row.cells) return false;
      // Whoever had it may have ended in the middle of it.
      const isGivenUp = now.getTime() - Date.parse(String(row.cells['claimedAt'])) > claimLastsInMs;
      if (!isGivenUp) return false;
      return (await table.write(keys.exportsPartition, [{ do: 'replace', key, cells, etag: row.etag }])) !== null;
    },

    async done(night, now) {
      const cells = { ...schema, claimedAt: now.toISOString(), doneAt: now.toISOString() };
      await table.write(keys.exportsPartition, [{ do: 'put', key: keys.nightlyExport(night), cells }]);
    },

    async names() {
      const files = await blobs.names('');
      return files.filter((file) => file.endsWith('/manifest.json')).map((file) => file.slice(0, file.indexOf('/')));
    },

    async remove(name) {
      for (const file of await blobs.names(`${name}/`)) await blobs.remove(file);
    },

    async forgetErased(before) {
      for (const marker of await blobs.names(markers, before)) await blobs.remove(marker);
    },
  };
}

/** What was just for an hour is gone a day later, and so never comes here; which night was exported, and who is about to be erased, is of no use anywhere else. */
export const isToKeep = ({ partition, key }: TypedRow) =>
  ![keys.exportsPartition, keys.erasuresPartition, keys.begunPartition].includes(partition) && !keys.isPassing(key);
