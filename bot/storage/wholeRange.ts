import type { KeyRange } from './keys.ts';
import type { Row, Table } from './table.ts';
import { awayBecause } from './trouble.ts';

const page = 1000;

/** Every row of a range, for what is never very long. */
export async function wholeRange(table: Table, partition: string, { after, before }: KeyRange): Promise<Row[]> {
  const all: Row[] = [];
  for (let from = after; ;) {
    const { rows, isEnd } = await table.range(partition, { after: from, before }, page);
    all.push(...rows);
    if (isEnd) return all;
    const last = rows.at(-1);
    if (!last) throw awayBecause('empty pages without end');
    from = last.key;
  }
}
