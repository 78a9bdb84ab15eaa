import type { PaceStore } from '../app/reminderPorts.ts';
import * as keys from './keys.ts';
import { schema, textOf } from './rows.ts';
import type { Table } from './table.ts';
import { awayBecause } from './trouble.ts';

/** One row a tenant, which all instances share: whoever wants to say something takes the next moments that are free. */
export function paceStore(table: Table): PaceStore {
  return {
    async reserve(tenant, lengthInMs, now) {
      for (let tries = 0; tries < maxTries; tries++) {
        const row = await table.get(keys.pacePartition, keys.pace(tenant));
        const free = Math.max(now.getTime(), row ? Date.parse(textOf(row.cells['freeAt'])) || 0 : 0);
        const cells = { ...schema, freeAt: new Date(free + lengthInMs).toISOString() };
        const change = row
          ? ({ do: 'replace', key: row.key, cells, etag: row.etag } as const)
          : ({ do: 'insert', key: keys.pace(tenant), cells } as const);
        if (await table.write(keys.pacePartition, [change])) return new Date(free);
      }
      throw awayBecause('too many at once');
    },
  };
}

const maxTries = 30;
