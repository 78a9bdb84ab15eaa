import type { TeamRef } from '../domain/ids.ts';
import type { Version } from '../app/ports.ts';
import type { Change } from './batch.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

/**
 * Goes with every change of what an hour shows, in the same transaction. Nobody ever waits for it: it is written over whatever is
 * there, and says no more than that something is not as it was.
 */
export const beat = (version: Version): Change => ({ do: 'put', key: keys.pulse, cells: { v: 1, version } });

export async function pulseIn(table: Table, ref: TeamRef): Promise<Version> {
  const row = await table.get(keys.teamPartition(ref), keys.pulse, ['version']);
  return row ? String(row.cells['version']) : '';
}
