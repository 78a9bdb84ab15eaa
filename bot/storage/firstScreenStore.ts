import { goalLimits } from '../domain/goal.ts';
import { maySee } from '../domain/kudos.ts';
import type { FirstScreenStore } from '../app/ports.ts';
import { actionOf } from './actionStore.ts';
import { headOf } from './goalRows.ts';
import * as keys from './keys.ts';
import { readingOf } from './kudosCopies.ts';
import { profileFrom } from './profileStore.ts';
import { scheduleAndHoursIn } from './scheduleStore.ts';
import { merged } from './slices.ts';
import type { Rows, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';

/**
 * Three ranges side by side, however old the team: my profile with my open goals, my open action items and my hidden kudos behind it;
 * the wall; and the schedule with the hours behind it that somebody has touched.
 */
export function firstScreenStore(table: Table): FirstScreenStore {
  /** Somebody with very much of one thing has the next behind all of that: then it is looked up. */
  async function listIn(partition: string, mine: Rows, prefix: string, take: number): Promise<Rows> {
    const rows = rowsOf(mine, prefix);
    if (mine.isEnd || rows.length >= take) return { rows, isEnd: mine.isEnd };
    const isBehindUs = mine.rows.at(-1)!.key > `${prefix}~`;
    return isBehindUs ? { rows, isEnd: true } : table.range(partition, keys.rangeOf(prefix), take);
  }

  return {
    async read(ref, viewer, limit, from) {
      const partition = keys.teamPartition(ref);
      const [mine, wall, hours] = await Promise.all([
        table.range(partition, keys.rangeOf(keys.mine(viewer)), limit + 2 + roomForGoals + roomForActions),
        table.range(partition, keys.rangeOf(keys.wall), limit + 1),
        wholeRange(table, partition, keys.scheduleAndHoursFrom(from)),
      ]);
      const [actions, hidden] = await Promise.all([
        listIn(partition, mine, keys.myActions(viewer), roomForActions),
        listIn(partition, mine, keys.hidden(viewer), limit + 1),
      ]);
      const answers = [
        { ...hidden, prefix: keys.hidden(viewer), from: '' },
        { ...wall, prefix: keys.wall, from: '' },
      ];
      const seen = readingOf((kudos) => maySee(kudos, viewer));
      const { schedule, hours: touched } = scheduleAndHoursIn(hours);
      return {
        profile: profileFrom(mine.rows.find((row) => row.key === keys.profile(viewer))),
        goals: rowsOf(mine, keys.goalHeads(viewer))
          .slice(0, goalLimits.openAtOnce)
          .map(({ cells }) => headOf(cells)),
        actions: actions.rows.slice(0, roomForActions).map(({ cells }) => actionOf(cells)),
        schedule: schedule?.thing ?? null,
        touched,
        slice: merged(answers, seen, limit),
      };
    },
  };
}

const rowsOf = ({ rows }: Rows, prefix: string) => rows.filter(({ key }) => key.startsWith(prefix));

// Three is the advice; with up to twice as many, everything is still in the first reading.
const roomForGoals = 2 * goalLimits.openAtOnce;
const roomForActions = 5;
