import type { CardStore } from '../app/kudosPorts.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import type { Table } from './table.ts';

/** `sending` stands there from the moment of giving: a crash before the card was posted is known, and is never posted again. */
type CardState = 'sending' | 'posted' | 'nowhere';

export const cardCells = (state: CardState, posts: readonly string[]): Cells => ({
  v: 1,
  state,
  posts: JSON.stringify(posts),
});

export function cardStore(table: Table): CardStore {
  return {
    async find(ref, id) {
      const row = await table.get(keys.teamPartition(ref), keys.card(id));
      return row && { posts: JSON.parse(String(row.cells['posts'] ?? '[]')) as string[] };
    },

    async settle(ref, id, posts) {
      // Only who posts the card settles it, so there is nobody to be overtaken.
      const cells = cardCells(posts.length > 0 ? 'posted' : 'nowhere', posts);
      await table.write(keys.teamPartition(ref), [{ do: 'put', key: keys.card(id), cells }]);
    },
  };
}
