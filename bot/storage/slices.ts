import type { Slice } from '../app/ports.ts';
import { rangeOf } from './keys.ts';
import type { Row, Rows, Table } from './table.ts';

/** A list to read from: what its keys begin with, the part of it that is wanted, and how many rows of it at most. */
export type Source = { readonly prefix: string; readonly within?: string; readonly take: number };

/** What the rows of some lists hold, what of it belongs to the answer, and which place a key stands for. */
export type Reading<Thing, Place> = {
  readonly thingOf: (row: Row) => Thing;
  readonly belongs: (thing: Thing) => boolean;
  readonly placeAt: (at: string) => Place;
};

/** What one list answered, from a place on. */
export type Answer = { readonly prefix: string; readonly from: string } & Rows;

/** One slice of several lists that are in the same order, read side by side. */
export async function readSlice<Thing, Place>(
  table: Table,
  partition: string,
  sources: readonly Source[],
  reading: Reading<Thing, Place>,
  after: string,
  limit: number,
): Promise<Slice<Thing, Place>> {
  // A part that lies before the place has been read already.
  const left = sources.filter(({ within = '' }) => after < `${within}~`);
  const answers = await Promise.all(
    left.map(async ({ prefix, within = '', take }) => {
      const from = after > within ? after : within;
      return { prefix, from, ...(await table.range(partition, rangeOf(prefix, from, within), take)) };
    }),
  );
  return merged(answers, reading, limit);
}

/**
 * Brings the lists together. A list that did not come to its end is known only up to its last row; beyond the first such place
 * something may be missing, so nothing beyond it is shown: the next slice goes on from there, and nothing is skipped or shown twice.
 */
export function merged<Thing, Place>(
  answers: readonly Answer[],
  { thingOf, belongs, placeAt }: Reading<Thing, Place>,
  limit: number,
): Slice<Thing, Place> {
  const horizon = answers
    .filter((answer) => !answer.isEnd)
    .map(reached)
    .sort()[0];
  const rows = new Map<string, Row>();
  // What several lists hold is told by the first of them: one's own says more of a goal than the team's.
  for (const { prefix, rows: found } of [...answers].reverse()) {
    for (const row of found) rows.set(row.key.slice(prefix.length), row);
  }
  const items: Thing[] = [];
  let last = '';
  for (const at of [...rows.keys()].sort()) {
    if (horizon !== undefined && at > horizon) break;
    const thing = thingOf(rows.get(at)!);
    if (!belongs(thing)) continue;
    if (items.length === limit) return { items, next: placeAt(last) };
    items.push(thing);
    last = at;
  }
  return { items, next: horizon === undefined ? null : placeAt(horizon) };
}

const reached = ({ rows, prefix, from }: Answer) => rows.at(-1)?.key.slice(prefix.length) ?? from;
