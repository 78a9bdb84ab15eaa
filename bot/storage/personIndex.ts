import type { PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import type { PersonIndex } from '../app/ports.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

/** A row for each team of a person, in a partition of their own. Twice is once, in both directions. */
export function personIndex(table: Table): PersonIndex {
  async function leave(ref: TeamRef, person: PersonId): Promise<void> {
    const partition = keys.personPartition(ref.tenantId, person);
    const row = await table.get(partition, keys.membership(ref.teamId), ['v']);
    // When it is gone or new by then, somebody else knew better.
    if (row) await table.write(partition, [{ do: 'delete', key: row.key, etag: row.etag }]);
  }

  return {
    async teamsOf(tenant, person) {
      const { rows } = await table.range(
        keys.personPartition(tenant, person),
        keys.rangeOf(keys.memberships),
        maxTeams,
      );
      return rows.map((row) => String(row.cells['team']) as TeamId);
    },

    async add(ref, people) {
      const cells = { v: 1, team: ref.teamId };
      await inParallel(people, (person) =>
        table.write(keys.personPartition(ref.tenantId, person), [
          { do: 'put', key: keys.membership(ref.teamId), cells },
        ]),
      );
    },

    async remove(ref, people) {
      await inParallel(people, (person) => leave(ref, person));
    },
  };
}

// Teams itself lets nobody be in more.
const maxTeams = 1000;
