import type { TeamRef } from '../domain/ids.ts';
import { ChangedMeanwhile, type Versioned } from '../app/ports.ts';
import type { Change } from './batch.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { beat } from './pulse.ts';
import { linesOf, type Read, schema } from './rows.ts';
import type { Row, Table } from './table.ts';
import { deletions, guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** How a thing of the hours is kept: a guarding row under its id, and the same cells once for each list that it is in. */
export type Kept<Thing, Id> = {
  readonly keyOf: (id: Id) => string;
  readonly cellsOf: (thing: Thing) => Cells;
  readonly thingOf: (cells: Read) => Thing;
  readonly copiesOf: (thing: Thing) => readonly string[];
};

/** All of it changes in one transaction, and the id of what was removed stays taken. */
export function copied<Thing extends { readonly id: Id }, Id>(table: Table, kept: Kept<Thing, Id>) {
  const { keyOf, cellsOf, thingOf, copiesOf } = kept;
  // The guarding row remembers where its copies are, in case another version of the service keeps other lists.
  const guardCells = (thing: Thing) => ({ ...cellsOf(thing), [copiesColumn]: JSON.stringify(copiesOf(thing)) });
  const copiesIn = (guard: Row) => linesOf(guard.cells[copiesColumn]);
  const written = (thing: Thing, version: string): Change[] =>
    copiesOf(thing).map((key) => ({ do: 'put', key, cells: { ...cellsOf(thing), version } }));

  return {
    async find(ref: TeamRef, id: Id): Promise<Versioned<Thing> | 'removed' | null> {
      const row = await table.get(keys.teamPartition(ref), keyOf(id));
      if (!row) return null;
      return 'removedAt' in row.cells ? 'removed' : { thing: thingOf(row.cells), version: versionOf(row) };
    },

    async add(ref: TeamRef, thing: Thing): Promise<'added' | 'taken'> {
      const version = newVersion();
      const key = keyOf(thing.id);
      const isFirst = await writeOnce(table, keys.teamPartition(ref), key, version, [
        { do: 'insert', key, cells: stamped(guardCells(thing), version, null) },
        ...written(thing, version),
        beat(version),
      ]);
      return isFirst ? 'added' : 'taken';
    },

    async replace(ref: TeamRef, thing: Thing, before: Versioned<Thing>): Promise<void> {
      const partition = keys.teamPartition(ref);
      const key = keyOf(thing.id);
      const guard = await guardAt(table, partition, key, before.version, [copiesColumn]);
      const copies = copiesOf(thing);
      const version = newVersion();
      const isDone = await writeOnce(table, partition, key, version, [
        { do: 'replace', key, cells: stamped(guardCells(thing), version, guard), etag: guard.etag },
        ...written(thing, version),
        ...(await deletions(
          table,
          partition,
          copiesIn(guard).filter((copy) => !copies.includes(copy)),
        )),
        beat(version),
      ]);
      if (!isDone) throw new ChangedMeanwhile();
    },

    async remove(ref: TeamRef, before: Versioned<Thing>): Promise<void> {
      const partition = keys.teamPartition(ref);
      const key = keyOf(before.thing.id);
      const guard = await guardAt(table, partition, key, before.version, [copiesColumn]);
      const version = newVersion();
      const cells = stamped({ ...schema, removedAt: new Date().toISOString() }, version, guard);
      const isDone = await writeOnce(table, partition, key, version, [
        { do: 'replace', key, cells, etag: guard.etag },
        ...(await deletions(table, partition, copiesIn(guard))),
        beat(version),
      ]);
      if (!isDone) throw new ChangedMeanwhile();
    },
  };
}

const copiesColumn = 'copies';
