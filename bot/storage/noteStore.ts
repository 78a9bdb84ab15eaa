import type { HourDate, NoteId, TeamRef } from '../domain/ids.ts';
import type { Note } from '../domain/note.ts';
import type { HourStore } from '../app/hourPorts.ts';
import { ChangedMeanwhile, type Version, type Versioned } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { noteCells, noteOf } from './hourRows.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { beat } from './pulse.ts';
import { type Read, schema } from './rows.ts';
import type { Table } from './table.ts';
import { deletions, guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/**
 * A line that stays is its guarding row. One that is just for its hour has a row of its own, apart from everything that is kept; its
 * guarding row then says nothing but that the id is taken.
 */
export function noteStore(
  table: Table,
): Pick<HourStore, 'findNote' | 'addNote' | 'replaceNote' | 'removeNote' | 'forgetPassing'> {
  async function write(ref: TeamRef, date: HourDate, id: NoteId, before: Version, { cells, passing }: Written) {
    const partition = keys.teamPartition(ref);
    const key = keys.note(date, id);
    const guard = await guardAt(table, partition, key, before, ['passing']);
    const version = newVersion();
    const gone = isPassing(guard.cells) && !passing ? [keys.passingNote(date, id)] : [];
    const isDone = await writeOnce(table, partition, key, version, [
      { do: 'replace', key, cells: stamped(cells, version, guard), etag: guard.etag },
      ...(passing ? [passing] : []),
      ...(await deletions(table, partition, gone)),
      beat(version),
    ]);
    if (!isDone) throw new ChangedMeanwhile();
  }

  async function findNote(
    ref: TeamRef,
    date: HourDate,
    id: NoteId,
    looks = maxLooks,
  ): Promise<Versioned<Note> | 'removed' | null> {
    const partition = keys.teamPartition(ref);
    const guard = await table.get(partition, keys.note(date, id));
    if (!guard) return null;
    if (isThereNoMore(guard.cells)) return 'removed';
    if (!isPassing(guard.cells)) return { thing: noteOf(guard.cells), version: versionOf(guard) };
    const row = await table.get(partition, keys.passingNote(date, id));
    if (row) return { thing: noteOf(row.cells), version: versionOf(guard) };
    // Between these two readings its author moved it, or its time was over: it is looked for again.
    return looks > 1 ? findNote(ref, date, id, looks - 1) : 'removed';
  }

  return {
    findNote: (ref, date, id) => findNote(ref, date, id),

    async addNote(ref, date, note) {
      const version = newVersion();
      const key = keys.note(date, note.id);
      const { cells, passing } = written(date, note);
      const isFirst = await writeOnce(table, keys.teamPartition(ref), key, version, [
        { do: 'insert', key, cells: stamped(cells, version, null) },
        ...(passing ? [passing] : []),
        beat(version),
      ]);
      return isFirst ? 'added' : 'taken';
    },

    replaceNote: (ref, date, note, version) => write(ref, date, note.id, version, written(date, note)),

    removeNote: (ref, date, note, version) => write(ref, date, note.id, version, { cells: removed() }),

    async forgetPassing(ref, date) {
      const partition = keys.teamPartition(ref);
      for (;;) {
        const { rows, isEnd } = await table.range(partition, keys.rangeOf(keys.passing(date)), linesAtOnce);
        const some = rows.slice(0, linesAtOnce);
        const guards = await inParallel(some, ({ cells }) =>
          table.get(partition, keys.note(date, noteOf(cells).id), ['version', 'before']),
        );
        const version = newVersion();
        const changes = some.map(({ key, etag }): Change => ({ do: 'delete', key, etag }));
        for (const guard of guards) {
          if (!guard) continue;
          changes.push({ do: 'replace', key: guard.key, cells: stamped(removed(), version, guard), etag: guard.etag });
        }
        // When somebody else changed one of them meanwhile, none of these are forgotten, and all are looked at again.
        const isDone = changes.length === 0 || (await table.write(partition, [...changes, beat(version)]));
        if (isDone && isEnd && some.length === rows.length) return;
      }
    },
  };
}

type Written = { readonly cells: Cells; readonly passing?: Change };

function written(date: HourDate, note: Note): Written {
  if (note.keep) return { cells: noteCells(note) };
  const passing: Change = { do: 'put', key: keys.passingNote(date, note.id), cells: noteCells(note) };
  return { cells: { ...schema, passing: true }, passing };
}

const removed = () => ({ ...schema, removedAt: new Date().toISOString() });

export const isPassing = (guard: Read) => guard['passing'] === true;
export const isThereNoMore = (guard: Read) => 'removedAt' in guard;

const maxLooks = 3;
// Each takes two rows of a transaction.
const linesAtOnce = 40;
