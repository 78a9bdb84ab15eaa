import type { PersonId } from '../domain/ids.ts';
import { minutesAfter } from '../domain/time.ts';
import type { AvoidStore } from '../app/hourPorts.ts';
import * as keys from './keys.ts';
import { listCells, listOf } from './longCells.ts';
import { linesOf, type Read, schema } from './rows.ts';
import type { Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';

/**
 * A row for each person who avoids somebody, with what they wished before as long as pairs may be made of that. It changes no pulse
 * and no other row: who looks at the hour cannot tell.
 */
export function avoidStore(table: Table): AvoidStore {
  return {
    async of(ref, person) {
      const row = await table.get(keys.teamPartition(ref), keys.avoid(person));
      return wishAt(row ? wishesIn(row.cells) : []);
    },

    async all(ref, asOf) {
      const rows = await wholeRange(table, keys.teamPartition(ref), keys.rangeOf(keys.avoids));
      return rows.flatMap(({ cells }) =>
        wishAt(wishesIn(cells), asOf).map((other): [PersonId, PersonId] => [
          String(cells['person']) as PersonId,
          other,
        ]),
      );
    },

    async save(ref, person, avoids, now) {
      const row = await table.get(keys.teamPartition(ref), keys.avoid(person));
      const before = stillAsked(row ? wishesIn(row.cells) : [], now);
      const wishes = [...before, { at: now.toISOString(), avoids }].slice(-maxWishes);
      // `avoids` is for a version before, which may run beside this one: it knows the newest wish alone.
      const cells = { ...schema, person, ...listCells('wishes', wishes), avoids: JSON.stringify(avoids) };
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.avoid(person), cells }]);
    },
  };
}

/** What somebody wished, and since when. */
type Wish = { readonly at: string; readonly avoids: readonly PersonId[] };

// Nobody asks for what was wished longer ago than this: pairs are shown some days before an hour, which may be opened late.
const askedForInDays = 14;
const maxWishes = 20;

/** Oldest first. A version before kept the newest alone, and not since when: it counts as wished ever since. */
function wishesIn(cells: Read): Wish[] {
  const wishes = listOf<Wish>(cells, 'wishes', (wish) => wish);
  const avoids = linesOf(cells['avoids']) as PersonId[];
  if (!cells['avoids'] || String(avoids) === String(wishes.at(-1)?.avoids ?? [])) return wishes;
  return [...wishes, { at: wishes.length === 0 ? '' : wishes.at(-1)!.at, avoids }];
}

const wishAt = (wishes: readonly Wish[], asOf?: Date): readonly PersonId[] =>
  wishes.findLast(({ at }) => !asOf || at <= asOf.toISOString())?.avoids ?? [];

/** Those that may still count for an hour: the last of the old ones, and all newer ones. */
function stillAsked(wishes: readonly Wish[], now: Date): Wish[] {
  const since = minutesAfter(now, -askedForInDays * 24 * 60).toISOString();
  const last = wishes.findLastIndex(({ at }) => at <= since);
  return wishes.slice(Math.max(0, last));
}
