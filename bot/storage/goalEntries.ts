import type { GoalId } from '../domain/ids.ts';
import type { EntryPlace, EntryStore, GoalEntries, WritableEntryStore } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { type Entries, entryRows } from './entryRows.ts';
import * as keys from './keys.ts';
import { readSlice } from './slices.ts';
import type { Table } from './table.ts';
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
      return (await writeOnce(table, keys.teamPartition(ref), key, version, changes)) ? 'added' : 'taken';
    },

    async remove(ref, goal, entry) {
      const partition = keys.teamPartition(ref);
      const seen = await Promise.all(
        [keys.entry(goal, kind, entry.id), inList(goal, kind, entry)].map((key) => table.get(partition, key, ['v'])),
      );
      const [row, listed] = seen;
      if (!row || !listed) return;
      // When this does not go through, somebody else was quicker, and an entry is only ever changed by being removed.
      await table.write(partition, [
        { do: 'replace', key: row.key, cells: { v: 1, removedAt: new Date().toISOString() }, etag: row.etag },
        { do: 'delete', key: listed.key, etag: listed.etag },
      ]);
    },
  };
}
