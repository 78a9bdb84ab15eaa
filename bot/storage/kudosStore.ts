import type { KudosId, PersonId, TeamRef } from '../domain/ids.ts';
import { type Kudos, maySee } from '../domain/kudos.ts';
import { Refusal } from '../domain/refusal.ts';
import { ChangedMeanwhile, type KudosStore, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { cardCells } from './cardStore.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import { copiesOf, guardCells, readingOf, stemsColumn, stemsIn, writtenCopies } from './kudosCopies.ts';
import { searchFor } from './kudosSearch.ts';
import { TooLarge } from './limits.ts';
import { kudosOf } from './rows.ts';
import { stemsOf } from './searchWords.ts';
import { readSlice } from './slices.ts';
import type { Table } from './table.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A kudos is a guarding row under its id, and copies in every list; all of them change in one transaction. */
export function kudosStore(table: Table): KudosStore {
  const guardOf = (ref: TeamRef, id: KudosId, version: Version) =>
    guardAt(table, keys.teamPartition(ref), keys.kudos(id), version, [stemsColumn]);
  const write = (ref: TeamRef, id: KudosId, version: Version, changes: readonly Change[]) =>
    writeOnce(table, keys.teamPartition(ref), keys.kudos(id), version, changes);

  return {
    async find(ref, id) {
      const row = await table.get(keys.teamPartition(ref), keys.kudos(id));
      if (!row) return null;
      if ('takenBackBy' in row.cells) return { takenBackBy: String(row.cells['takenBackBy']) as PersonId };
      return { thing: kudosOf(row.cells), version: versionOf(row) };
    },

    async add(ref, kudos, plan) {
      const version = newVersion();
      const stems = stemsOf(kudos);
      const isFirst = await write(ref, kudos.id, version, [
        { do: 'insert', key: keys.kudos(kudos.id), cells: stamped(guardCells(kudos, stems), version, null) },
        ...writtenCopies(kudos, stems, version),
        ...(plan === 'bot' ? [{ do: 'put', key: keys.card(kudos.id), cells: cardCells('sending', []) } as const] : []),
      ]);
      return isFirst ? version : 'taken';
    },

    async replace(ref, kudos, before) {
      const guard = await guardOf(ref, kudos.id, before);
      const stems = stemsIn(guard, kudos);
      const version = newVersion();
      const cells = stamped(guardCells(kudos, stems), version, guard);
      const isDone = await write(ref, kudos.id, version, [
        { do: 'replace', key: keys.kudos(kudos.id), cells, etag: guard.etag },
        ...writtenCopies(kudos, stems, version),
      ]).catch(fullWhenTooLarge);
      if (!isDone) throw new ChangedMeanwhile();
      return version;
    },

    async takeBack(ref, kudos, before, by) {
      const partition = keys.teamPartition(ref);
      const guard = await guardOf(ref, kudos.id, before);
      // Every copy is deleted as it was seen, never unseen: a copy that somebody changed meanwhile undoes the whole of it.
      const copies = copiesOf(kudos, stemsIn(guard, kudos));
      const seen = await inParallel(copies, (copy) => table.get(partition, copy, ['version']));
      const version = newVersion();
      const cells = stamped({ v: 1, takenBackBy: by, takenBackAt: new Date().toISOString() }, version, guard);
      const changes: Change[] = [{ do: 'replace', key: keys.kudos(kudos.id), cells, etag: guard.etag }];
      for (const copy of seen) if (copy) changes.push({ do: 'delete', key: copy.key, etag: copy.etag });
      if (!(await write(ref, kudos.id, version, changes))) throw new ChangedMeanwhile();
    },

    async list(ref, viewer, filter, after, limit) {
      const search = searchFor(viewer, filter, limit);
      if (!search) return { items: [], next: null };
      const belongs = (kudos: Kudos) => maySee(kudos, viewer) && search.belongs(kudos);
      const from = after ? keys.place(after) : '';
      return readSlice(table, keys.teamPartition(ref), search.sources, readingOf(belongs), from, limit);
    },
  };
}

/** With many who joined in under very long names, the list of them is full before its number is. */
function fullWhenTooLarge(trouble: unknown): never {
  throw trouble instanceof TooLarge ? new Refusal('kudos.joinedByMany') : trouble;
}
