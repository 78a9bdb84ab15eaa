import type { Change } from './batch.ts';
import { limits } from './limits.ts';
import type { Table } from './table.ts';

// What a request says of a row besides its cells: addresses, both keys twice, headers.
const bytesAroundRow = 4_000;

/**
 * Many changes, in as few transactions as they fit in, as they come: what belongs to one partition should come together. They do not
 * hang together; whoever uses this can begin again.
 */
export function bulk(table: Table) {
  let waiting: { partition: string; changes: Change[]; bytes: number } = { partition: '', changes: [], bytes: 0 };
  let refused = 0;

  async function flush(): Promise<void> {
    const { partition, changes } = waiting;
    if (changes.length > 0 && !(await table.write(partition, changes))) refused += changes.length;
    waiting = { partition: '', changes: [], bytes: 0 };
  }

  return {
    async add(partition: string, change: Change): Promise<void> {
      const bytes = ('cells' in change ? Buffer.byteLength(JSON.stringify(change.cells)) : 0) + bytesAroundRow;
      const isFull =
        waiting.changes.length === limits.rowsInTransaction || waiting.bytes + bytes > limits.transactionBytes;
      if (partition !== waiting.partition || isFull) await flush();
      waiting.partition = partition;
      waiting.changes.push(change);
      waiting.bytes += bytes;
    },
    /** @returns how many changes did not happen, because somebody else was quicker */
    async end(): Promise<number> {
      await flush();
      return refused;
    },
  };
}
