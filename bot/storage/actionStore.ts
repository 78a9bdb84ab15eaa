import type { ActionItem } from '../domain/actionItem.ts';
import type { ActionItemId, HourDate } from '../domain/ids.ts';
import type { ActionPlace, ActionStore } from '../app/hourPorts.ts';
import { copied } from './copied.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { listCells, listOf } from './longCells.ts';
import { nobody, peopleCell, peopleOf, type Read, schema, textOf, told, toldOf } from './rows.ts';
import { type Reading, readSlice } from './slices.ts';
import type { Table } from './table.ts';

/** An action item is in the team's list, in that of each person it concerns, and on the first screen of who does it while it is open. */
export function actionStore(table: Table): ActionStore {
  return {
    ...copied(table, { keyOf: keys.action, cellsOf: actionCells, thingOf: actionOf, copiesOf }),

    async open(ref) {
      const open = keys.rangeOf(keys.teamActions + keys.actionsWithin(false));
      const { rows } = await table.range(keys.teamPartition(ref), open, maxOpen);
      return rows.slice(0, maxOpen).map(({ cells }) => actionOf(cells));
    },

    list(ref, { person, status }, after, limit) {
      const source = {
        prefix: person ? keys.actionsOf(person) : keys.teamActions,
        within: status ? keys.actionsWithin(status === 'closed') : '',
        take: limit + 1,
      };
      const from = after ? keys.actionPlace(after) : '';
      return readSlice(table, keys.teamPartition(ref), [source], reading, from, limit);
    },
  };
}

const maxOpen = 100;

const reading: Reading<ActionItem, ActionPlace> = {
  thingOf: ({ cells }) => actionOf(cells),
  belongs: () => true,
  placeAt: keys.actionPlaceAt,
};

function copiesOf(item: ActionItem): string[] {
  const { owner, promisedTo, status, closedAt, dueOn, createdAt, id } = item;
  const isClosed = status !== 'open';
  const at = isClosed ? (closedAt ?? createdAt).toISOString() : (dueOn ?? '');
  const place = keys.actionPlace({ isClosed, at, id });
  const people = new Set([owner.id, ...(promisedTo ? [promisedTo.id] : [])]);
  const lists = [keys.teamActions, ...[...people].map(keys.actionsOf), ...(isClosed ? [] : [keys.myActions(owner.id)])];
  return lists.map((list) => list + place);
}

export function actionCells(item: ActionItem): Cells {
  return {
    ...schema,
    id: item.id,
    text: item.text,
    owner: peopleCell([item.owner]),
    by: peopleCell([item.by]),
    ...told({
      dueOn: item.dueOn,
      promisedTo: item.promisedTo && peopleCell([item.promisedTo]),
      hour: item.hour,
      closedAt: item.closedAt && item.closedAt.toISOString(),
    }),
    status: item.status,
    ...listCells('postponed', item.postponed),
    edition: item.edition,
    createdAt: item.createdAt.toISOString(),
  };
}

export function actionOf(cells: Read): ActionItem {
  const closedAt = toldOf(cells['closedAt']);
  return {
    id: textOf(cells['id']) as ActionItemId,
    text: textOf(cells['text']),
    owner: peopleOf(cells['owner'])[0] ?? nobody,
    dueOn: toldOf(cells['dueOn']),
    promisedTo: peopleOf(cells['promisedTo'])[0] ?? null,
    hour: toldOf(cells['hour']) as HourDate | null,
    // Open or closed is what lists are ordered by, and what is closed was closed at some time.
    status: closedAt === null ? 'open' : (closings.find((known) => known === cells['status']) ?? 'done'),
    postponed: listOf<string>(cells, 'postponed', (date) => date),
    by: peopleOf(cells['by'])[0] ?? nobody,
    edition: Number(cells['edition'] ?? 1),
    createdAt: new Date(textOf(cells['createdAt'])),
    closedAt: closedAt === null ? null : new Date(closedAt),
  };
}
const closings = ['done', 'kept', 'released'] as const;
