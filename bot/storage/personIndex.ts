import type { PersonId, TeamId, TeamRef, TenantId } from '../domain/ids.ts';
import type { PersonIndex } from '../app/ports.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

/** A row for each team of a person, in a partition of their own. Twice is once, in both directions. */
export function personIndex(table: Table): PersonIndex {
  async function gone(ref: TeamRef, person: PersonId, key: string): Promise<void> {
    const partition = keys.personPartition(ref.tenantId, person);
    const row = await table.get(partition, key, ['v']);
    // When it is gone or new by then, somebody else knew better.
    if (row) await table.write(partition, [{ do: 'delete', key: row.key, etag: row.etag }]);
  }

  async function put(ref: TeamRef, person: PersonId, key: string): Promise<void> {
    const cells = { v: 1, team: ref.teamId };
    await table.write(keys.personPartition(ref.tenantId, person), [{ do: 'put', key, cells }]);
  }

  async function listed(tenant: TenantId, person: PersonId, prefix: string): Promise<TeamId[]> {
    const { rows } = await table.range(keys.personPartition(tenant, person), keys.rangeOf(prefix), maxTeams);
    return rows.map((row) => String(row.cells['team']) as TeamId);
  }

  return {
    teamsOf: (tenant, person) => listed(tenant, person, keys.memberships),

    async add(ref, people) {
      await inParallel(people, (person) => put(ref, person, keys.membership(ref.teamId)));
    },

    async remove(ref, people) {
      const all = [keys.membership(ref.teamId), keys.former(ref.teamId)];
      await inParallel(people, (person) => inParallel(all, (key) => gone(ref, person, key)));
    },

    async leave(ref, people) {
      await inParallel(people, async (person) => {
        await put(ref, person, keys.former(ref.teamId));
        await gone(ref, person, keys.membership(ref.teamId));
      });
    },

    async everIn(tenant, person) {
      const lists = [keys.memberships, keys.formers].map((prefix) => listed(tenant, person, prefix));
      return [...new Set((await Promise.all(lists)).flat())];
    },
  };
}

// Teams itself lets nobody be in more.
const maxTeams = 1000;
