import type { KudosId, PersonId, TeamRef } from '../domain/ids.ts';
import { type Kudos, maySee } from '../domain/kudos.ts';
import { Refusal } from '../domain/refusal.ts';
import { ChangedMeanwhile, type KudosStore, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { cardCells } from './cardStore.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import { copiesOf } from './kudosCopies.ts';
import { searchFor } from './kudosSearch.ts';
import { TooLarge } from './limits.ts';
import { kudosCells, kudosOf } from './rows.ts';
import { readSlice } from './slices.ts';
import type { Table } from './table.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A kudos is a guarding row under its id, and copies in every list; all of them change in one transaction. */
export function kudosStore(table: Table): KudosStore {
  async function write(ref: TeamRef, id: KudosId, version: Version, changes: readonly Change[]): Promise<boolean> {
    return writeOnce(table, keys.teamPartition(ref), keys.kudos(id), version, changes);
  }

  return {
    async find(ref, id) {
      const row = await table.get(keys.teamPartition(ref), keys.kudos(id));
      if (!row) return null;
      if ('takenBackBy' in row.cells) return { takenBackBy: String(row.cells['takenBackBy']) as PersonId };
      return { thing: kudosOf(row.cells), version: versionOf(row) };
    },

    async add(ref, kudos, plan) {
      const version = newVersion();
      const isFirst = await write(ref, kudos.id, version, [
        { do: 'insert', key: keys.kudos(kudos.id), cells: stamped(kudosCells(kudos), version, null) },
        ...copies(kudos, version),
        ...(plan === 'bot' ? [{ do: 'put', key: keys.card(kudos.id), cells: cardCells('sending', []) } as const] : []),
      ]);
      return isFirst ? version : 'taken';
    },

    async replace(ref, kudos, before) {
      const key = keys.kudos(kudos.id);
      const guard = await guardAt(table, keys.teamPartition(ref), key, before);
      const version = newVersion();
      const cells = stamped(kudosCells(kudos), version, guard);
      const changes: Change[] = [{ do: 'replace', key, cells, etag: guard.etag }, ...copies(kudos, version)];
      if (!(await writeIfItFits(ref, kudos.id, version, changes))) throw new ChangedMeanwhile();
      return version;
    },

    async takeBack(ref, kudos, before, by) {
      const partition = keys.teamPartition(ref);
      const key = keys.kudos(kudos.id);
      // Every copy is deleted as it was seen, never unseen: a copy that somebody changed meanwhile undoes the whole of it.
      const [guard, seen] = await Promise.all([
        guardAt(table, partition, key, before),
        inParallel(copiesOf(kudos), (copy) => table.get(partition, copy, ['version'])),
      ]);
      const version = newVersion();
      const cells = stamped({ v: 1, takenBackBy: by, takenBackAt: new Date().toISOString() }, version, guard);
      const changes: Change[] = [{ do: 'replace', key, cells, etag: guard.etag }];
      for (const copy of seen) if (copy) changes.push({ do: 'delete', key: copy.key, etag: copy.etag });
      if (!(await write(ref, kudos.id, version, changes))) throw new ChangedMeanwhile();
    },

    async list(ref, viewer, filter, after, limit) {
      const search = searchFor(viewer, filter, limit);
      if (!search) return { items: [], next: null };
      const belongs = (kudos: Kudos) => maySee(kudos, viewer) && search.belongs(kudos);
      return readSlice(table, keys.teamPartition(ref), search.sources, belongs, after, limit);
    },
  };

  /** With many who joined in under very long names, the list of them is full before its number is. */
  async function writeIfItFits(ref: TeamRef, id: KudosId, version: Version, changes: readonly Change[]) {
    try {
      return await write(ref, id, version, changes);
    } catch (trouble) {
      throw trouble instanceof TooLarge ? new Refusal('kudos.joinedByMany') : trouble;
    }
  }
}

function copies(kudos: Kudos, version: Version): Change[] {
  const cells = { ...kudosCells(kudos), version };
  return copiesOf(kudos).map((key) => ({ do: 'put', key, cells }));
}
