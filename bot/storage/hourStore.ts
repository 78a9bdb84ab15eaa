import type { Hour } from '../domain/hour.ts';
import type { HourDate, TeamRef } from '../domain/ids.ts';
import type { HourStore } from '../app/hourPorts.ts';
import { ChangedMeanwhile, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { hourEntries } from './hourEntries.ts';
import { noteStore } from './noteStore.ts';
import { hourCells, hourOf } from './hourRows.ts';
import * as keys from './keys.ts';
import { beat, pulseIn } from './pulse.ts';
import { type Reading, readSlice } from './slices.ts';
import type { Row, Table } from './table.ts';
import { turnsCells, turnsOf } from './turnsRows.ts';
import { wholeRange } from './wholeRange.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** An hour is one row; what people write in it has rows of its own, and so has what is remembered of all hours. */
export function hourStore(table: Table): HourStore {
  /** @throws ChangedMeanwhile */
  async function change(partition: string, key: string, cells: Stamp, before: Version | null): Promise<Change> {
    const guard = before === null ? null : await guardAt(table, partition, key, before);
    return guard
      ? { do: 'replace', key, cells: cells(guard), etag: guard.etag }
      : { do: 'insert', key, cells: cells(null) };
  }

  async function write(ref: TeamRef, hour: Hour, before: Version | null, ...others: readonly Writing[]): Promise<void> {
    const partition = keys.teamPartition(ref);
    const version = newVersion();
    const own: Writing = { key: keys.hour(hour.date), cells: hourCells(hour), before };
    const changes = await Promise.all(
      [own, ...others].map(({ key, cells, before: known }) =>
        change(partition, key, (guard) => stamped(cells, version, guard), known),
      ),
    );
    if (!(await writeOnce(table, partition, own.key, version, [...changes, beat(version)])))
      throw new ChangedMeanwhile();
  }

  return {
    ...hourEntries(table),
    ...noteStore(table),

    pulse: (ref) => pulseIn(table, ref),

    async find(ref, date) {
      const row = await table.get(keys.teamPartition(ref), keys.hour(date));
      return row && { thing: hourOf(row.cells), version: versionOf(row) };
    },

    async from(ref, date) {
      const rows = await wholeRange(table, keys.teamPartition(ref), keys.hoursFrom(date));
      return rows.map(({ cells }) => hourOf(cells)).reverse();
    },

    list(ref, before, limit) {
      const source = { prefix: keys.hours, take: limit + 1 };
      const after = before ? keys.invertedDate(before) : '';
      return readSlice(table, keys.teamPartition(ref), [source], reading, after, limit);
    },

    save: (ref, hour, before) => write(ref, hour, before),

    move: (ref, from, before, to, replaced = null) =>
      write(ref, from, before, { key: keys.hour(to.date), cells: hourCells(to), before: replaced }),

    close: (ref, hour, before, turns, turnsBefore) =>
      write(ref, hour, before, { key: keys.turns, cells: turnsCells(turns), before: turnsBefore }),

    async turns(ref) {
      const row = await table.get(keys.teamPartition(ref), keys.turns);
      return row && { thing: turnsOf(row.cells), version: versionOf(row) };
    },
  };
}

type Stamp = (guard: Row | null) => ReturnType<typeof stamped>;
type Writing = { readonly key: string; readonly cells: ReturnType<typeof hourCells>; readonly before: Version | null };

const reading: Reading<Hour, HourDate> = {
  thingOf: ({ cells }) => hourOf(cells),
  belongs: () => true,
  placeAt: (at) => keys.invertedDate(at) as HourDate,
};
