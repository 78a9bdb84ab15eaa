import type { FirstScreenStore } from '../app/ports.ts';
import * as keys from './keys.ts';
import { profileFrom } from './profileStore.ts';
import { merged } from './slices.ts';
import type { Table } from './table.ts';
import { maySee } from '../domain/kudos.ts';

/** Two ranges side by side, however old the team: my profile with my hidden kudos behind it, and the wall. */
export function firstScreenStore(table: Table): FirstScreenStore {
  return {
    async read(ref, viewer, limit) {
      const partition = keys.teamPartition(ref);
      const [mine, wall] = await Promise.all([
        table.range(partition, keys.rangeOf(keys.mine(viewer)), limit + 2),
        table.range(partition, keys.rangeOf(keys.wall), limit + 1),
      ]);
      const prefix = keys.hidden(viewer);
      const hidden = { ...mine, rows: mine.rows.filter((row) => row.key.startsWith(prefix)), prefix, from: '' };
      return {
        profile: profileFrom(mine.rows.find((row) => row.key === keys.profile(viewer))),
        slice: merged([hidden, { ...wall, prefix: keys.wall, from: '' }], (kudos) => maySee(kudos, viewer), limit),
      };
    },
  };
}
