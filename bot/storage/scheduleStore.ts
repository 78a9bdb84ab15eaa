import type { Hour } from '../domain/hour.ts';
import type { PersonId, TeamRef } from '../domain/ids.ts';
import type { Proposal, Schedule } from '../domain/schedule.ts';
import type { KnownSchedule, ScheduleStore } from '../app/hourPorts.ts';
import { ChangedMeanwhile } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { hourOf } from './hourRows.ts';
import * as keys from './keys.ts';
import { beat } from './pulse.ts';
import type { Row, Table } from './table.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A row for the team's schedule, and one for what each member would choose. */
export function scheduleStore(table: Table): ScheduleStore {
  return {
    async find(ref) {
      const row = await table.get(keys.teamPartition(ref), keys.schedule);
      return row && scheduleFrom(row);
    },

    async save(ref, schedule, before, now) {
      const partition = keys.teamPartition(ref);
      const guard = before === null ? null : await guardAt(table, partition, keys.schedule, before, ['edition']);
      const version = newVersion();
      const edition = guard ? Number(guard.cells['edition']) + 1 : 0;
      const savedAt = now.toISOString();
      const cells = stamped({ v: 1, edition, schedule: JSON.stringify(schedule), savedAt }, version, guard);
      const isSaved = await writeOnce(table, partition, keys.schedule, version, [
        guard
          ? { do: 'replace', key: keys.schedule, cells, etag: guard.etag }
          : { do: 'insert', key: keys.schedule, cells },
        beat(version),
      ] satisfies Change[]);
      if (!isSaved) throw new ChangedMeanwhile();
      return { thing: schedule, version, edition, savedAt: now };
    },

    async proposals(ref) {
      const { rows } = await table.range(keys.teamPartition(ref), keys.rangeOf(keys.proposals), maxProposals);
      return rows.map(proposalOf).sort((one, other) => one.at.getTime() - other.at.getTime());
    },

    async propose(ref, { by, schedule, at }) {
      const cells = { v: 1, by: by.id, name: by.name, schedule: JSON.stringify(schedule), at: at.toISOString() };
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.proposal(by.id), cells }]);
    },

    async withdraw(ref: TeamRef, by: PersonId) {
      const row = await table.get(keys.teamPartition(ref), keys.proposal(by), ['v']);
      // Somebody who changed it meanwhile is the same person in another window: the newer one stays.
      if (row) await table.write(keys.teamPartition(ref), [{ do: 'delete', key: row.key, etag: row.etag }]);
    },
  };
}

const maxProposals = 100;

/** The schedule and the hours that stand behind it, out of rows that are read in one range; the newest hour first. */
export function scheduleAndHoursIn(rows: readonly Row[]): { schedule: KnownSchedule | null; hours: Hour[] } {
  const schedule = rows.find(({ key }) => key === keys.schedule);
  const hours = rows.filter(({ key }) => key.startsWith(keys.hours)).map(({ cells }) => hourOf(cells));
  return { schedule: schedule ? scheduleFrom(schedule) : null, hours };
}

function scheduleFrom(row: Row): KnownSchedule {
  return {
    thing: JSON.parse(String(row.cells['schedule'])) as Schedule,
    version: versionOf(row),
    edition: Number(row.cells['edition']),
    savedAt: new Date(String(row.cells['savedAt'])),
  };
}

function proposalOf({ cells }: Row): Proposal {
  return {
    by: { id: String(cells['by']) as PersonId, name: String(cells['name']) },
    schedule: JSON.parse(String(cells['schedule'])) as Schedule,
    at: new Date(String(cells['at'])),
  };
}
