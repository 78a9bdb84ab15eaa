import type { HourDate, TeamRef } from '../domain/ids.ts';
import type { Note } from '../domain/note.ts';
import type { Person } from '../domain/team.ts';
import type { HourEntries, HourStore } from '../app/hourPorts.ts';
import { ChangedMeanwhile } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { exitCells, exitOf, noteOf, statusCells, statusOf } from './hourRows.ts';
import * as keys from './keys.ts';
import { isPassing, isThereNoMore } from './noteStore.ts';
import { beat } from './pulse.ts';
import { kudosOf, peopleCell, peopleOf, schema } from './rows.ts';
import type { Row, Table } from './table.ts';
import { topicOf } from './topicStore.ts';
import { wholeRange } from './wholeRange.ts';
import { newVersion, writeUntil } from './writes.ts';

type Own = 'entries' | 'count' | 'mark' | 'leaveWith' | 'findStatus' | 'sayStatus' | 'takeStatusBack';

/** What people wrote and marked in an hour: one range of what stays, and one of what is just for it. */
export function hourEntries(table: Table): Pick<HourStore, Own> {
  async function rowsOf(ref: TeamRef, date: HourDate) {
    const partition = keys.teamPartition(ref);
    for (let looks = 1; ; looks++) {
      const [kept, passing] = await Promise.all([
        wholeRange(table, partition, keys.rangeOf(keys.inHour(date))),
        wholeRange(table, partition, keys.rangeOf(keys.passing(date))),
      ]);
      const lines = new Set(passing.map(({ key }) => key));
      const isTorn = kept.some(({ key, cells }) => isPassing(cells) && !lines.has(keys.passingTwin(date, key)));
      // A line that its author was just moving from one to the other may be in neither: whoever looks again finds it.
      if (!isTorn || looks === maxLooks) return { kept, passing };
    }
  }

  /** @param isDone as it is when it was this very write, whose answer got lost @throws ChangedMeanwhile */
  function writeStatus(
    ref: TeamRef,
    change: Change,
    before: string | null,
    isDone: (row: Row | null) => boolean,
  ): Promise<void> {
    const partition = keys.teamPartition(ref);
    return writeUntil(async () => {
      if (await table.write(partition, [change, beat(newVersion())])) return true;
      const row = await table.get(partition, change.key);
      if (isDone(row)) return true;
      if ((row?.etag ?? null) !== before) throw new ChangedMeanwhile();
      return false;
    });
  }

  return {
    async entries(ref, date) {
      const { kept, passing } = await rowsOf(ref, date);
      const prefix = keys.inHour(date);
      const of = (kind: string) => kept.filter(({ key }) => key.startsWith(`${prefix}${kind}.`));
      const people = (kind: string) => of(kind).flatMap(({ cells }) => peopleOf(cells['person']));
      const lines = of('note').filter(({ cells }) => !isPassing(cells) && !isThereNoMore(cells));
      return {
        notes: inOrder(notesIn(lines, passing), ({ at }) => at),
        topics: inOrder(
          of('topic').map(({ cells }) => topicOf(cells)),
          ({ createdAt }) => createdAt,
        ),
        away: people('away'),
        present: people('present'),
        talked: people('talked'),
        thanks: inOrder(
          of('thanks').map(({ cells }) => kudosOf(cells)),
          ({ createdAt }) => createdAt,
        ),
        exits: of('exit').map(({ cells }) => exitOf(cells)),
        status: of('status')
          .map(({ cells }) => statusOf(cells))
          .sort((one, other) => one.at.getTime() - other.at.getTime()),
      } satisfies HourEntries;
    },

    async count(ref, date, what, most) {
      const range = keys.rangeOf(`${keys.inHour(date)}${what}.`);
      return (await table.range(keys.teamPartition(ref), range, most, ['v'])).rows.length;
    },

    mark(ref, date, kind, by, on) {
      const partition = keys.teamPartition(ref);
      const key = keys.mark(date, kind, by.id);
      return writeUntil(async () => {
        const row = await table.get(partition, key, ['v']);
        if (on === (row !== null)) return true;
        return table.write(partition, [
          row ? { do: 'delete', key, etag: row.etag } : { do: 'insert', key, cells: markCells(by) },
          beat(newVersion()),
        ]);
      });
    },

    // There is one a person at most: the etag of its row is all that it needs to be told apart by.
    async findStatus(ref, date, by) {
      const row = await table.get(keys.teamPartition(ref), keys.status(date, by));
      return row && { thing: statusOf(row.cells), version: row.etag };
    },

    sayStatus(ref, date, line, before) {
      const [key, cells] = [keys.status(date, line.by.id), statusCells(line)];
      const change: Change = before ? { do: 'replace', key, cells, etag: before } : { do: 'insert', key, cells };
      const isSaid = (row: Row | null) => row?.cells['text'] === cells['text'] && row?.cells['at'] === cells['at'];
      return writeStatus(ref, change, before, isSaid);
    },

    takeStatusBack(ref, date, by, before) {
      const change: Change = { do: 'delete', key: keys.status(date, by), etag: before };
      return writeStatus(ref, change, before, (row) => row === null);
    },

    leaveWith(ref, date, person, exit) {
      const partition = keys.teamPartition(ref);
      const key = keys.exit(date, person.id);
      return writeUntil(async () => {
        const pulse = beat(newVersion());
        if (exit) return table.write(partition, [{ do: 'put', key, cells: exitCells({ ...exit, person }) }, pulse]);
        const row = await table.get(partition, key, ['v']);
        return !row || table.write(partition, [{ do: 'delete', key, etag: row.etag }, pulse]);
      });
    },
  };
}

const markCells = (person: Person) => ({ ...schema, person: peopleCell([person]) });

const maxLooks = 3;

/** A line that was seen on both sides of its move is there once, as it is now. */
function notesIn(kept: readonly Row[], passing: readonly Row[]): Note[] {
  const notes = new Map<string, Note>();
  for (const { cells } of [...kept, ...passing]) {
    const note = noteOf(cells);
    if ((notes.get(note.id)?.edition ?? 0) < note.edition) notes.set(note.id, note);
  }
  return [...notes.values()];
}

const inOrder = <Thing extends { readonly id: string }>(things: readonly Thing[], at: (thing: Thing) => Date) =>
  [...things].sort((one, other) => at(one).getTime() - at(other).getTime() || (one.id < other.id ? -1 : 1));
