import type { GoalId, TeamRef } from '../domain/ids.ts';
import type { EntryPlace, EntryStore, GoalEntries, WritableEntryStore } from '../app/goalPorts.ts';
import type { Change } from './batch.ts';
import { type Entries, entryRows } from './entryRows.ts';
import * as keys from './keys.ts';
import { limits } from './limits.ts';
import { readSlice } from './slices.ts';
import type { Table } from './table.ts';
import { awayBecause } from './trouble.ts';
import { newVersion, stamped, writeOnce } from './writes.ts';

/** An entry is a row under its id and one in the list of its goal: written together, never changed, and removed together. */
export function goalEntries(table: Table): GoalEntries {
  return {
    checkIns: reader(table, 'checkIn'),
    comments: writer(table, 'comment'),
    notes: writer(table, 'note'),
  };
}

type Kind = keyof Entries;

export function newEntry<Of extends Kind>(goal: GoalId, kind: Of, entry: Entries[Of], version: string): Change[] {
  const cells = entryRows[kind].cellsOf(entry);
  return [
    { do: 'insert', key: keys.entry(goal, kind, entry.id), cells: stamped(cells, version, null) },
    { do: 'put', key: inList(goal, kind, entry), cells: { ...cells, version } },
  ];
}

const inList = (goal: GoalId, kind: Kind, entry: Entries[Kind]) => keys.entries(goal, kind) + keys.addedPlace(entry);

function reader<Of extends Kind>(table: Table, kind: Of): EntryStore<Entries[Of]> {
  const { entryOf } = entryRows[kind];
  return {
    async find(ref, goal, id) {
      const row = await table.get(keys.teamPartition(ref), keys.entry(goal, kind, id));
      if (!row) return null;
      return 'removedAt' in row.cells ? 'removed' : entryOf(row.cells);
    },

    async list(ref, goal, after, limit) {
      const source = { prefix: keys.entries(goal, kind), take: limit + 1 };
      const reading = {
        thingOf: ({ cells }: { cells: Parameters<typeof entryOf>[0] }) => entryOf(cells),
        belongs: () => true,
        placeAt: (at: string): EntryPlace => keys.addedPlaceAt(at),
      };
      const from = after ? keys.addedPlace(after) : '';
      return readSlice(table, keys.teamPartition(ref), [source], reading, from, limit);
    },
  };
}

function writer<Of extends Kind>(table: Table, kind: Of): WritableEntryStore<Entries[Of]> {
  return {
    ...reader(table, kind),

    async add(ref, goal, entry) {
      const version = newVersion();
      const key = keys.entry(goal, kind, entry.id);
      const changes = newEntry(goal, kind, entry, version);
      if (!(await writeOnce(table, keys.teamPartition(ref), key, version, changes))) return 'taken';
      // What is said in the very moment in which a goal is deleted goes with it.
      const guard = await table.get(keys.teamPartition(ref), keys.goal(goal), ['removedBy']);
      if (guard?.cells['removedBy']) await clearEntries(table, ref, goal);
      return 'added';
    },

    async remove(ref, goal, entry) {
      const partition = keys.teamPartition(ref);
      const find = (key: string) => table.get(partition, key, ['version', 'before']);
      const [row, listed] = await Promise.all([
        find(keys.entry(goal, kind, entry.id)),
        find(inList(goal, kind, entry)),
      ]);
      if (!row || !listed) return;
      const cells = stamped({ v: 1, removedAt: new Date().toISOString() }, newVersion(), row);
      // When this does not go through, somebody else was quicker, and an entry is only ever changed by being removed.
      await table.write(partition, [
        { do: 'replace', key: row.key, cells, etag: row.etag },
        { do: 'delete', key: listed.key, etag: listed.etag },
      ]);
    },
  };
}

/** Deletes whatever was added to a goal, a hundred rows at a time. Whoever is stopped in the middle begins again. */
export async function clearEntries(table: Table, ref: TeamRef, goal: GoalId): Promise<void> {
  const partition = keys.teamPartition(ref);
  for (;;) {
    const { rows, isEnd } = await table.range(partition, keys.rangeOf(keys.addedTo(goal)), limits.rowsInTransaction);
    if (rows.length === 0 && !isEnd) throw awayBecause('empty pages without end');
    const some = rows.slice(0, limits.rowsInTransaction);
    const changes = some.map(({ key, etag }) => ({ do: 'delete', key, etag }) as const);
    // When somebody else deleted one of them meanwhile, none of these are, and they are looked at again.
    const isDone = changes.length === 0 || (await table.write(partition, changes));
    if (isDone && isEnd && some.length === rows.length) return;
  }
}
