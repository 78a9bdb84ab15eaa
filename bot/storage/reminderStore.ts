import { type TeamReminders, usualReminders } from '../domain/reminder.ts';
import type { LocalDate } from '../domain/time.ts';
import type { PersonId } from '../domain/ids.ts';
import { ChangedMeanwhile, type Version, type Versioned } from '../app/ports.ts';
import type { ReminderStore, Said, SayingState } from '../app/reminderPorts.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { type Read, schema, textOf, told, toldOf } from './rows.ts';
import { scheduleAndHoursIn } from './scheduleStore.ts';
import type { Row, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';
import { guardAfter, guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A row for each thing to say: whoever writes it first says it, and nobody says it again. */
export function reminderStore(table: Table): ReminderStore {
  return {
    async around(ref, from) {
      const partition = keys.teamPartition(ref);
      const [said, rows] = await Promise.all([
        wholeRange(table, partition, keys.saidFrom(from)),
        wholeRange(table, partition, keys.wishesScheduleAndHoursFrom(from)),
      ]);
      const { schedule, hours } = scheduleAndHoursIn(rows);
      return {
        said: said.map(versioned),
        wishes: wishesFrom(rows.find(({ key }) => key === keys.teamReminders)).thing,
        schedule,
        hours: hours.reverse(),
      };
    },

    async newest(ref, to, limit) {
      const { rows } = await table.range(keys.teamPartition(ref), keys.rangeOf(keys.saying(to)), limit);
      return rows.slice(0, limit).map(versioned);
    },

    async find(ref, said) {
      const row = await table.get(keys.teamPartition(ref), keyOf(said));
      return row && versioned(row);
    },

    async claim(ref, said) {
      const version = newVersion();
      const key = keyOf(said);
      const cells = stamped(saidCells(said), version, null);
      const after = await guardAfter(table, keys.teamPartition(ref), key, version, [{ do: 'insert', key, cells }]);
      return after && seenAt(version, after.etag);
    },

    async turn(ref, said, before) {
      const partition = keys.teamPartition(ref);
      const key = keyOf(said);
      const guard = guardIn(before, key) ?? (await guardAt(table, partition, key, before.trim()));
      const version = newVersion();
      const cells = stamped(saidCells(said), version, guard);
      const change = { do: 'replace', key, cells, etag: guard.etag } as const;
      const after = await guardAfter(table, partition, key, version, [change]);
      if (!after) throw new ChangedMeanwhile();
      return seenAt(version, after.etag);
    },

    async wishes(ref) {
      return wishesFrom(await table.get(keys.teamPartition(ref), keys.teamReminders));
    },

    async saveWishes(ref, wishes, before) {
      const partition = keys.teamPartition(ref);
      const key = keys.teamReminders;
      const guard = before === asUsual ? null : await guardAt(table, partition, key, before);
      const version = newVersion();
      const cells = stamped(wishCells(wishes), version, guard);
      const isSaved = await writeOnce(table, partition, key, version, [
        guard ? { do: 'replace', key, cells, etag: guard.etag } : { do: 'insert', key, cells },
      ]);
      if (!isSaved) throw new ChangedMeanwhile();
      return version;
    },
  };
}

/** The version of what nobody has chosen yet. */
const asUsual = 'usual';

const keyOf = ({ to, date, kind }: Pick<Said, 'to' | 'date' | 'kind'>) =>
  to ? keys.told(to, date, kind) : keys.said(date, kind);

const versioned = (row: Row): Versioned<Said> => ({
  thing: saidOf(row.cells),
  version: seenAt(versionOf(row), row.etag),
});

const wishesFrom = (row: Row | null | undefined): Versioned<TeamReminders> =>
  row ? { thing: wishesOf(row.cells), version: versionOf(row) } : { thing: usualReminders, version: asUsual };

/* The version of what was said carries the etag that it was seen at: thousands of them are turned in the same minute, and none is read for it. */
const seenAt = (version: Version, etag: string): Version => `${version} ${etag}`;
function guardIn(seen: Version, key: string): Row | null {
  const [version, etag] = seen.split(' ');
  return etag ? { key, etag, cells: { version } } : null;
}

const saidCells = ({ to, date, kind, state, dueAt, changedAt, post, shows, trouble }: Said): Cells => ({
  ...schema,
  ...told({ to, post, trouble }),
  date,
  kind,
  state,
  dueAt: dueAt.toISOString(),
  changedAt: changedAt.toISOString(),
  shows,
});

const saidOf = (cells: Read): Said => ({
  to: toldOf(cells['to']) as PersonId | null,
  date: textOf(cells['date']) as LocalDate,
  kind: textOf(cells['kind']) as Said['kind'],
  // What is not known here has been said, for all we know: it is left alone.
  state: states.find((known) => known === cells['state']) ?? 'unknown',
  dueAt: new Date(textOf(cells['dueAt'])),
  changedAt: new Date(textOf(cells['changedAt'])),
  post: toldOf(cells['post']),
  shows: textOf(cells['shows']),
  trouble: toldOf(cells['trouble']),
});
const states: readonly SayingState[] = ['claimed', 'sending', 'sent', 'unknown', 'failed', 'late', 'outdated'];

// `before` is what a row calls its writes before the last.
const wishCells = ({ before, start, recap }: TeamReminders): Cells => ({ ...schema, dayBefore: before, start, recap });
const wishesOf = (cells: Read): TeamReminders => ({
  before: cells['dayBefore'] === true,
  start: cells['start'] === true,
  recap: cells['recap'] === true,
});
