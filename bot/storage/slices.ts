import type { Kudos } from '../domain/kudos.ts';
import type { KudosSlice, Position, Versioned } from '../app/ports.ts';
import { place, positionAt, rangeOf } from './keys.ts';
import { kudosOf } from './rows.ts';
import type { Row, Rows, Table } from './table.ts';
import { versionOf } from './writes.ts';

/** A list to read from, and how many rows of it at most. */
export type Source = { readonly prefix: string; readonly take: number };

/** What one list answered, from a place on. */
type Answer = { readonly prefix: string; readonly from: string } & Rows;

/** One slice of several lists, newest first, read side by side. */
export async function readSlice(
  table: Table,
  partition: string,
  sources: readonly Source[],
  belongs: (kudos: Kudos) => boolean,
  after: Position | null,
  limit: number,
): Promise<KudosSlice> {
  const from = after ? place(after) : '';
  const answers = await Promise.all(
    sources.map(async ({ prefix, take }) => {
      return { prefix, from, ...(await table.range(partition, rangeOf(prefix, from), take)) };
    }),
  );
  return merged(answers, belongs, limit);
}

/**
 * Brings the lists together. A list that did not come to its end is known only up to its last row; beyond the first such place
 * something may be missing, so nothing beyond it is shown: the next slice goes on from there, and nothing is skipped or shown twice.
 */
export function merged(answers: readonly Answer[], belongs: (kudos: Kudos) => boolean, limit: number): KudosSlice {
  const horizon = answers
    .filter((answer) => !answer.isEnd)
    .map(reached)
    .sort()[0];
  const rows = new Map<string, Row>();
  for (const { prefix, rows: found } of answers) {
    for (const row of found) rows.set(row.key.slice(prefix.length), row);
  }
  const items: Versioned<Kudos>[] = [];
  for (const at of [...rows.keys()].sort()) {
    if (horizon !== undefined && at > horizon) break;
    const thing = kudosOf(rows.get(at)!.cells);
    if (!belongs(thing)) continue;
    if (items.length === limit) return { items, next: positionOf(items.at(-1)!.thing) };
    items.push({ thing, version: versionOf(rows.get(at)!) });
  }
  return { items, next: horizon === undefined ? null : positionAt(horizon) };
}

const positionOf = ({ createdAt, id }: Kudos): Position => ({ createdAt, id });
const reached = ({ rows, prefix, from }: Answer) => rows.at(-1)?.key.slice(prefix.length) ?? from;
