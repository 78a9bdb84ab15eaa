import { randomUUID } from 'node:crypto';
import type { TeamRef } from '../domain/ids.ts';
import { ChangedMeanwhile, type TeamStore } from '../app/ports.ts';
import * as keys from './keys.ts';
import { teamCells, teamRecordOf, type TeamRow, teamRowOf } from './rows.ts';
import type { Table } from './table.ts';
import { awayBecause } from './trouble.ts';
import { newVersion, stamped, writeOnce } from './writes.ts';

/**
 * One row a team. Its values have a version of their own, because a member event changes the row too, and an owner who
 * edits the values must not lose to somebody who just came in.
 */
export function teamStore(table: Table): TeamStore {
  /** Whoever loses a race looks again. `change` answers `null` when there is nothing to do. */
  async function change(ref: TeamRef, changed: (now: TeamRow | null) => TeamRow | null): Promise<void> {
    const partition = keys.teamPartition(ref);
    for (let tries = 0; tries < maxTries; tries++) {
      const guard = await table.get(partition, keys.team);
      const row = changed(guard && teamRowOf(guard.cells));
      if (!row) return;
      const version = newVersion();
      const cells = stamped(teamCells(row), version, guard);
      const isDone = await writeOnce(table, partition, keys.team, version, [
        guard ? { do: 'replace', key: keys.team, cells, etag: guard.etag } : { do: 'insert', key: keys.team, cells },
      ]);
      if (isDone) return;
    }
    throw awayBecause('too many changes at once');
  }

  return {
    async find(ref) {
      if (!keys.fitsPartition(ref.teamId)) return null;
      const row = await table.get(keys.teamPartition(ref), keys.team);
      if (!row) return null;
      const team = teamRowOf(row.cells);
      return team.uninstalledAt ? null : { thing: teamRecordOf(ref, team), version: team.valuesVersion };
    },

    install: (ref, facts) =>
      change(ref, (now) => ({
        values: now?.values ?? [],
        valuesVersion: now?.valuesVersion ?? newVersion(),
        ending: now?.ending ?? null,
        ...facts,
        rosterVersion: randomUUID(),
        uninstalledAt: null,
      })),

    touchRoster(ref) {
      let first: string | undefined;
      return change(ref, (now) => {
        first ??= now?.rosterVersion;
        // Somebody marked it after we began: that is all we wanted.
        if (!now || now.uninstalledAt || now.rosterVersion !== first) return null;
        return { ...now, rosterVersion: randomUUID() };
      });
    },

    uninstall: (ref) =>
      change(ref, (now) => now && (now.uninstalledAt ? null : { ...now, uninstalledAt: new Date().toISOString() })),

    saveEnding: (ref, ending) => change(ref, (now) => now && (now.uninstalledAt ? null : { ...now, ending })),

    async saveValues(ref, values, before) {
      const valuesVersion = newVersion();
      await change(ref, (now) => {
        if (!now || now.uninstalledAt || now.valuesVersion !== before) throw new ChangedMeanwhile();
        return { ...now, values, valuesVersion };
      });
      return valuesVersion;
    },
  };
}

const maxTries = 20;
