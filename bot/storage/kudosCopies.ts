import { audienceOf, type Kudos } from '../domain/kudos.ts';
import type { Position } from '../app/kudosPorts.ts';
import type { Version, Versioned } from '../app/ports.ts';
import type { Change } from './batch.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { kudosCells, kudosOf, seenAs } from './rows.ts';
import { stemsOf } from './searchWords.ts';
import type { Reading } from './slices.ts';
import type { Row } from './table.ts';
import { versionOf } from './writes.ts';

/**
 * Where a kudos is found: the row keys of all its copies. They follow from what never changes about it and from whether it was opened
 * in an hour, so that whoever joins in, or takes it back, finds every copy again. What only some may see has copies nowhere but with
 * them, and one that waits for the hour where only the hour looks for it.
 */
export function copiesOf(kudos: Kudos, stems: readonly string[]): string[] {
  const place = keys.place(kudos);
  return [
    ...listsOf(kudos, stems).map((list) => list + place),
    ...(kudos.visibility === 'hour' ? [keys.waitingFor(kudos)] : []),
    ...(kudos.openedIn ? [keys.thanks(kudos.openedIn, kudos)] : []),
  ];
}

function listsOf(kudos: Kudos, stems: readonly string[]): string[] {
  const audience = audienceOf(kudos);
  if (audience) return audience.map(keys.hidden);
  return [
    keys.wall,
    ...[kudos.from, ...kudos.to].map((person) => keys.by(person.id)),
    ...(kudos.value ? [keys.value(kudos.value)] : []),
    ...stems.map(keys.word),
  ];
}

export function writtenCopies(kudos: Kudos, stems: readonly string[], version: Version): Change[] {
  const cells = { ...kudosCells(kudos), version };
  return copiesOf(kudos, stems).map((key) => ({ do: 'put', key, cells }));
}

/** Every copy is the whole kudos, so a list is read from any of them. */
export const readingOf = (belongs: (kudos: Kudos) => boolean): Reading<Versioned<Kudos>, Position> => ({
  thingOf: (row) => ({ thing: kudosOf(row.cells), version: versionOf(row) }),
  belongs: ({ thing }) => belongs(thing),
  placeAt: keys.positionAt,
});

/**
 * The guarding row remembers under which words its copies were written: another version of Node cuts Japanese or Thai
 * into other words, and what is taken back must be gone all the same.
 */
export const guardCells = (kudos: Kudos, stems: readonly string[]): Cells => ({
  ...kudosCells(kudos),
  stems: JSON.stringify(stems),
});
export const guardColumns = ['stems', 'visibility', 'openedIn'];
export const stemsIn = (guard: Row, kudos: Kudos): readonly string[] => {
  const cell = guard.cells['stems'];
  return typeof cell === 'string' ? (JSON.parse(cell) as string[]) : stemsOf(kudos);
};
/** What copies a kudos had before it changed: where it is seen is all that moves them. */
export const copiesBefore = (guard: Row, kudos: Kudos, stems: readonly string[]): string[] =>
  copiesOf({ ...kudos, ...seenAs(guard.cells) }, stems);
