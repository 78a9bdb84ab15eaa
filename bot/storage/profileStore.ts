import type { PersonId, TeamRef } from '../domain/ids.ts';
import { emptyProfile, type Profile } from '../domain/profile.ts';
import { ChangedMeanwhile, type ProfileStore, type Version, type Versioned } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import { profileCells, profileOf, wishOf } from './rows.ts';
import type { Row, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** The version of a profile in which nothing was told yet. */
export const nothingTold: Version = 'none';

/** A profile is its guarding row beside the person's hidden kudos, and a copy in the list of everybody. */
export function profileStore(table: Table): ProfileStore {
  async function find(ref: TeamRef, person: PersonId): Promise<Versioned<Profile>> {
    return profileFrom(await table.get(keys.teamPartition(ref), keys.profile(person)));
  }

  return {
    find,

    async wishesOf(ref, people) {
      const partition = keys.teamPartition(ref);
      const rows = await inParallel(people, (person) => table.get(partition, keys.profile(person), ['thankMe']));
      return rows.map((row) => wishOf(row?.cells['thankMe']));
    },

    async all(ref) {
      const profiles = new Map<PersonId, Profile>();
      for (const { cells } of await wholeRange(table, keys.teamPartition(ref), keys.rangeOf(keys.people))) {
        profiles.set(String(cells['person']) as PersonId, profileOf(cells));
      }
      return profiles;
    },

    async save(ref, person, profile, before) {
      const partition = keys.teamPartition(ref);
      const key = keys.profile(person);
      const guard = before === nothingTold ? null : await guardAt(table, partition, key, before);
      const version = newVersion();
      const cells = stamped(profileCells(person, profile), version, guard);
      const isSaved = await writeOnce(table, partition, key, version, [
        guard ? { do: 'replace', key, cells, etag: guard.etag } : { do: 'insert', key, cells },
        { do: 'put', key: keys.personInList(person), cells: { ...profileCells(person, profile), version } },
      ] satisfies Change[]);
      if (!isSaved) throw new ChangedMeanwhile();
      return version;
    },
  };
}

export function profileFrom(row: Row | null | undefined): Versioned<Profile> {
  return row ? { thing: profileOf(row.cells), version: versionOf(row) } : { thing: emptyProfile, version: nothingTold };
}
