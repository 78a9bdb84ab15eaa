import type { HouseStore } from '../app/ports.ts';
import * as keys from './keys.ts';
import { schema } from './rows.ts';
import type { Table } from './table.ts';

/** What is known of the service itself, and of no team. */
export function houseStore(table: Table): HouseStore {
  return {
    async heardFromTeams(at) {
      await table.write(keys.house, [{ do: 'put', key: keys.heard, cells: { ...schema, at: at.toISOString() } }]);
    },

    async lastHeard() {
      const row = await table.get(keys.house, keys.heard, ['at']);
      return row && new Date(String(row.cells['at']));
    },

    async probe() {
      // Reading is one role and writing another.
      await table.write(keys.house, [{ do: 'put', key: keys.probe, cells: schema }]);
      await table.get(keys.house, keys.probe, ['v']);
    },
  };
}
