import { type TeamReminders, usualReminders } from '../domain/reminder.ts';
import type { LocalDate } from '../domain/time.ts';
import type { PersonId } from '../domain/ids.ts';
import { ChangedMeanwhile, type Versioned } from '../app/ports.ts';
import type { ReminderStore, Said, SayingState } from '../app/reminderPorts.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { type Read, schema, textOf, told, toldOf } from './rows.ts';
import type { Row, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A row for each thing to say: whoever writes it first says it, and nobody says it again. */
export function reminderStore(table: Table): ReminderStore {
  return {
    async said(ref, from) {
      return (await wholeRange(table, keys.teamPartition(ref), keys.saidFrom(from))).map(versioned);
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
      const isOurs = await writeOnce(table, keys.teamPartition(ref), key, version, [{ do: 'insert', key, cells }]);
      return isOurs ? version : null;
    },

    async turn(ref, said, before) {
      const partition = keys.teamPartition(ref);
      const key = keyOf(said);
      const guard = await guardAt(table, partition, key, before);
      const version = newVersion();
      const cells = stamped(saidCells(said), version, guard);
      const change = { do: 'replace', key, cells, etag: guard.etag } as const;
      if (!(await writeOnce(table, partition, key, version, [change]))) throw new ChangedMeanwhile();
      return version;
    },

    async wishes(ref) {
      const row = await table.get(keys.teamPartition(ref), keys.teamReminders);
      return row
        ? { thing: wishesOf(row.cells), version: versionOf(row) }
        : { thing: usualReminders, version: asUsual };
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

const versioned = (row: Row): Versioned<Said> => ({ thing: saidOf(row.cells), version: versionOf(row) });

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
