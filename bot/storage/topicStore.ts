import type { HourDate, TopicId } from '../domain/ids.ts';
import { type Topic, topicKinds } from '../domain/topic.ts';
import type { TopicStore } from '../app/hourPorts.ts';
import { copied } from './copied.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { listCells, listOf } from './longCells.ts';
import { nobody, peopleCell, peopleOf, type Read, schema, textOf, told, toldOf } from './rows.ts';
import type { Table } from './table.ts';

/** A topic is on the agenda while it waits, and then in the hour in which it was talked about: never in both. */
export function topicStore(table: Table): TopicStore {
  return {
    ...copied(table, { keyOf: keys.topic, cellsOf: topicCells, thingOf: topicOf, copiesOf }),

    async open(ref) {
      const { rows } = await table.range(keys.teamPartition(ref), keys.rangeOf(keys.agenda), maxOpen);
      return rows.slice(0, maxOpen).map(({ cells }) => topicOf(cells));
    },
  };
}

const maxOpen = 100;

const copiesOf = (topic: Topic): string[] => {
  if (topic.state === 'open') return [keys.onAgenda(topic)];
  return topic.closedIn ? [keys.closedTopic(topic.closedIn, topic.id)] : [];
};

export function topicCells(topic: Topic): Cells {
  return {
    ...schema,
    id: topic.id,
    author: peopleCell([topic.author]),
    text: topic.text,
    kind: topic.kind,
    ...told({ messageLink: topic.messageLink, closedIn: topic.closedIn }),
    raisedFor: topic.raisedFor,
    state: topic.state,
    ...listCells('supporters', topic.supporters),
    edition: topic.edition,
    createdAt: topic.createdAt.toISOString(),
  };
}

export function topicOf(cells: Read): Topic {
  return {
    id: textOf(cells['id']) as TopicId,
    author: peopleOf(cells['author'])[0] ?? nobody,
    text: textOf(cells['text']),
    kind: topicKinds.find((known) => known === cells['kind']) ?? 'talk',
    messageLink: toldOf(cells['messageLink']),
    raisedFor: textOf(cells['raisedFor']) as HourDate,
    state: states.find((known) => known === cells['state']) ?? 'talked',
    closedIn: toldOf(cells['closedIn']) as HourDate | null,
    supporters: listOf(cells, 'supporters', ({ id, name }) => ({ id, name })),
    edition: Number(cells['edition'] ?? 1),
    createdAt: new Date(textOf(cells['createdAt'])),
  };
}
const states: readonly Topic['state'][] = ['open', 'talked', 'status'];
