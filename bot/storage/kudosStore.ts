import type { KudosId, PersonId, TeamRef } from '../domain/ids.ts';
import { type Kudos, maySee } from '../domain/kudos.ts';
import { Refusal } from '../domain/refusal.ts';
import type { KudosStore } from '../app/kudosPorts.ts';
import { ChangedMeanwhile, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { cardCells } from './cardStore.ts';
import * as keys from './keys.ts';
import { copiesBefore, copiesOf, guardCells, guardColumns, readingOf, stemsIn, writtenCopies } from './kudosCopies.ts';
import { searchFor } from './kudosSearch.ts';
import { TooLarge } from './limits.ts';
import { beat } from './pulse.ts';
import { kudosOf } from './rows.ts';
import { stemsOf } from './searchWords.ts';
import { readSlice } from './slices.ts';
import type { Table } from './table.ts';
import { deletions, guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A kudos is a guarding row under its id, and copies in every list; all of them change in one transaction. */
export function kudosStore(table: Table): KudosStore {
  const guardOf = (ref: TeamRef, id: KudosId, version: Version) =>
    guardAt(table, keys.teamPartition(ref), keys.kudos(id), version, guardColumns);
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
      const copies = copiesOf(kudos, stems);
      const gone = copiesBefore(guard, kudos, stems).filter((key) => !copies.includes(key));
      const version = newVersion();
      const cells = stamped(guardCells(kudos, stems), version, guard);
      const isDone = await write(ref, kudos.id, version, [
        { do: 'replace', key: keys.kudos(kudos.id), cells, etag: guard.etag },
        ...writtenCopies(kudos, stems, version),
        ...(await deletions(table, keys.teamPartition(ref), gone)),
        ...pulseOf(kudos, version),
      ]).catch(fullWhenTooLarge);
      if (!isDone) throw new ChangedMeanwhile();
      return version;
    },

    async takeBack(ref, kudos, before, by) {
      const partition = keys.teamPartition(ref);
      const guard = await guardOf(ref, kudos.id, before);
      const version = newVersion();
      const cells = stamped({ v: 1, takenBackBy: by, takenBackAt: new Date().toISOString() }, version, guard);
      const isDone = await write(ref, kudos.id, version, [
        { do: 'replace', key: keys.kudos(kudos.id), cells, etag: guard.etag },
        ...(await deletions(table, partition, copiesOf(kudos, stemsIn(guard, kudos)))),
        ...pulseOf(kudos, version),
      ]);
      if (!isDone) throw new ChangedMeanwhile();
    },

    async waiting(ref) {
      const { rows } = await table.range(keys.teamPartition(ref), keys.rangeOf(keys.waiting), maxWaiting);
      return rows
        .slice(0, maxWaiting)
        .map(({ cells }) => ({ thing: kudosOf(cells), version: String(cells['version']) }));
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

const maxWaiting = 100;

/** What an hour has opened is seen in it, so whoever looks at that hour looks again. */
const pulseOf = ({ openedIn }: Kudos, version: Version) => (openedIn ? [beat(version)] : []);

/** With many who joined in under very long names, the list of them is full before its number is. */
function fullWhenTooLarge(trouble: unknown): never {
  throw trouble instanceof TooLarge ? new Refusal('kudos.joinedByMany') : trouble;
}
