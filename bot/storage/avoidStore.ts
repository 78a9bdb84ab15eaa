import type { PersonId } from '../domain/ids.ts';
import type { AvoidStore } from '../app/ports.ts';
import * as keys from './keys.ts';
import { linesOf, type Read, schema } from './rows.ts';
import type { Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';

/** A row for each person who avoids somebody. It changes no pulse and no other row: who looks at the hour cannot tell. */
export function avoidStore(table: Table): AvoidStore {
  return {
    async of(ref, person) {
      const row = await table.get(keys.teamPartition(ref), keys.avoid(person));
      return row ? avoidsOf(row.cells) : [];
    },

    async all(ref) {
      const rows = await wholeRange(table, keys.teamPartition(ref), keys.rangeOf(keys.avoids));
      return rows.flatMap(({ cells }) =>
        avoidsOf(cells).map((other): [PersonId, PersonId] => [String(cells['person']) as PersonId, other]),
      );
    },

    async save(ref, person, avoids) {
      const cells = { ...schema, person, avoids: JSON.stringify(avoids) };
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.avoid(person), cells }]);
    },
  };
}

const avoidsOf = (cells: Read) => linesOf(cells['avoids']) as PersonId[];
