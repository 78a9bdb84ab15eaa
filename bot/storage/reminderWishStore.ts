import { personalLimits, placeFor, type WeekTurn } from '../domain/personalDue.ts';
import type { LocalDate } from '../domain/time.ts';
import { noWishes, type ReminderKind, reminderKinds, type ReminderWishes } from '../domain/reminderWishes.ts';
import type { Contact, ContactMark, ReminderWishStore } from '../app/personalPorts.ts';
import { ChangedMeanwhile, type Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { linesOf, type Read, schema, textOf, told, toldOf } from './rows.ts';
import type { Row, Table } from './table.ts';
import { guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';
import { awayBecause } from './trouble.ts';

/** The version of wishes that nobody has made yet. */
const nothingWished: Version = 'none';

/** Rows for what somebody wants, and one for each way in which they are heard of, so that looking at the tab is no change of the wishes. */
export function reminderWishStore(table: Table): ReminderWishStore {
  return {
    async find(ref, person) {
      const { rows } = await table.range(keys.teamPartition(ref), keys.rangeOf(keys.wishesAndContact(person)), 10);
      const row = rows.find(({ key }) => key === keys.wishesOf(person));
      const waiting = rows.find(({ key }) => key === keys.snoozesOf(person));
      const thing = row ? { ...wishesIn(row.cells), snoozed: snoozesIn(waiting?.cells) } : noWishes;
      const at = (mark: ContactMark) => rows.find(({ key }) => key === keys.contact(person, mark));
      const locale = textOf(rows.find(({ key }) => key === keys.reading(person))?.cells['locale']) || null;
      return { thing, version: row ? versionOf(row) : nothingWished, contact: { ...contactOf(at), locale } };
    },

    async save(ref, person, wishes, before) {
      const partition = keys.teamPartition(ref);
      const key = keys.wishesOf(person);
      const guard = before === nothingWished ? null : await guardAt(table, partition, key, before);
      const version = newVersion();
      const cells = stamped(wishCells(wishes), version, guard);
      const isSaved = await writeOnce(table, partition, key, version, [
        guard ? { do: 'replace', key, cells, etag: guard.etag } : { do: 'insert', key, cells },
        { do: 'put', key: keys.snoozesOf(person), cells: snoozeCells(wishes) },
      ] satisfies Change[]);
      if (!isSaved) throw new ChangedMeanwhile();
      return version;
    },

    async mark(ref, person, mark, at) {
      const cells = { ...schema, at: at.toISOString() };
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.contact(person, mark), cells }]);
    },

    async reads(ref, person, locale) {
      const cells = { ...schema, locale };
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.reading(person), cells }]);
    },

    async takeTurn(tenant, person, turn) {
      const partition = keys.personPartition(tenant, person);
      for (let tries = 0; tries < maxTries; tries++) {
        const { rows } = await table.range(partition, keys.rangeOf(keys.turnsTaken), personalLimits.aWeek);
        const places = Array.from({ length: personalLimits.aWeek }, (_, place) =>
          rows.find(({ key }) => key === keys.turn(place)),
        );
        const place = placeFor(places.map(turnOf), turn);
        if (typeof place !== 'number') return place === 'taken';
        const [key, cells] = [keys.turn(place), { ...schema, ...turn }];
        const etag = places[place]?.etag;
        // Whether it was this write or another: the next look says whose turn it is.
        await table.write(partition, [etag ? { do: 'replace', key, cells, etag } : { do: 'insert', key, cells }]);
      }
      throw awayBecause('refused again and again');
    },
  };
}

const maxTries = 5;

const turnOf = (row: Row | undefined): WeekTurn | null =>
  row ? { week: textOf(row.cells['week']), of: textOf(row.cells['of']) } : null;

function contactOf(rowOf: (mark: ContactMark) => Row | undefined): Omit<Contact, 'locale'> {
  const at = (mark: ContactMark) => new Date(textOf(rowOf(mark)?.cells['at']) || 0).getTime();
  const heardAt = Math.max(at('seen'), at('spoke'));
  return { heardAt: heardAt > 0 ? new Date(heardAt) : null, isBlocked: at('refused') > at('spoke') };
}

const wishCells = ({ since, stopped, ifThenAt, checkInAt, quiet, snoozedUntil }: ReminderWishes): Cells => ({
  ...schema,
  since: JSON.stringify(since),
  stopped: JSON.stringify(stopped),
  ifThenAt: JSON.stringify(ifThenAt),
  checkInAt: JSON.stringify(checkInAt),
  quiet: JSON.stringify(quiet),
  ...told({ snoozedUntil }),
});

const snoozeCells = ({ snoozed }: ReminderWishes): Cells => ({ ...schema, snoozed: JSON.stringify(snoozed) });

/** A kind that is not known here was switched on by another version of the service, and is its to tell. */
const known = (kind: string): kind is ReminderKind => (reminderKinds as readonly string[]).includes(kind);

function wishesIn(cells: Read): Omit<ReminderWishes, 'snoozed'> {
  const since = Object.entries(JSON.parse(textOf(cells['since'])) as Record<string, string>);
  return {
    since: Object.fromEntries(since.filter(([kind]) => known(kind)).map(([kind, at]) => [kind, new Date(at)])),
    stopped: linesOf(cells['stopped']).filter(known),
    ifThenAt: JSON.parse(textOf(cells['ifThenAt'])) as ReminderWishes['ifThenAt'],
    checkInAt: JSON.parse(textOf(cells['checkInAt'])) as ReminderWishes['checkInAt'],
    quiet: JSON.parse(textOf(cells['quiet'])) as ReminderWishes['quiet'],
    snoozedUntil: toldOf(cells['snoozedUntil']),
  };
}

function snoozesIn(cells: Read | undefined): ReminderWishes['snoozed'] {
  const until = JSON.parse(textOf(cells?.['snoozed']) || '{}') as Record<string, LocalDate>;
  return Object.fromEntries(Object.entries(until).filter(([kind]) => known(kind)));
}
