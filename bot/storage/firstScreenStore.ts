import { goalLimits } from '../domain/goal.ts';
import type { PersonId } from '../domain/ids.ts';
import { maySee } from '../domain/kudos.ts';
import type { FirstScreenStore } from '../app/ports.ts';
import { headOf } from './goalRows.ts';
import * as keys from './keys.ts';
import { readingOf } from './kudosCopies.ts';
import { profileFrom } from './profileStore.ts';
import { merged } from './slices.ts';
import type { Rows, Table } from './table.ts';

/** Two ranges side by side, however old the team: my profile with my open goals and my hidden kudos behind it, and the wall. */
export function firstScreenStore(table: Table): FirstScreenStore {
  /** Somebody with very many open goals has their hidden kudos behind all of those: then they are looked up. */
  async function hiddenIn(partition: string, viewer: PersonId, mine: Rows, limit: number): Promise<Rows> {
    const prefix = keys.hidden(viewer);
    const rows = rowsOf(mine, prefix);
    if (mine.isEnd || rows.length > limit) return { rows, isEnd: mine.isEnd };
    return table.range(partition, keys.rangeOf(prefix), limit + 1);
  }

  return {
    async read(ref, viewer, limit) {
      const partition = keys.teamPartition(ref);
      const [mine, wall] = await Promise.all([
        table.range(partition, keys.rangeOf(keys.mine(viewer)), limit + 2 + roomForGoals),
        table.range(partition, keys.rangeOf(keys.wall), limit + 1),
      ]);
      const answers = [
        { ...(await hiddenIn(partition, viewer, mine, limit)), prefix: keys.hidden(viewer), from: '' },
        { ...wall, prefix: keys.wall, from: '' },
      ];
      const seen = readingOf((kudos) => maySee(kudos, viewer));
      return {
        profile: profileFrom(mine.rows.find((row) => row.key === keys.profile(viewer))),
        goals: rowsOf(mine, keys.goalHeads(viewer))
          .slice(0, goalLimits.openAtOnce)
          .map(({ cells }) => headOf(cells)),
        slice: merged(answers, seen, limit),
      };
    },
  };
}

const rowsOf = ({ rows }: Rows, prefix: string) => rows.filter(({ key }) => key.startsWith(prefix));

// Three is the advice; with up to twice as many, everything is still in the first reading.
const roomForGoals = 2 * goalLimits.openAtOnce;
