import { type Hour, type HourStatus, type Running, type Segment, segmentKinds } from '../domain/hour.ts';
import type { GoalId, HourDate, NoteId } from '../domain/ids.ts';
import type { Note } from '../domain/note.ts';
import type { Pair } from '../domain/pair.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { Exit } from '../app/hourPorts.ts';
import type { Cells } from './limits.ts';
import { listCells, listOf } from './longCells.ts';
import { nobody, peopleCell, peopleOf, type Read, schema, textOf, told, toldOf } from './rows.ts';

/* Rows of hours and of what people write in them, read as tolerantly as those of kudos: see rows.ts. */

export function hourCells(hour: Hour): Cells {
  return {
    ...schema,
    date: hour.date,
    timeZone: hour.timeZone,
    startsAt: hour.startsAt.toISOString(),
    endsAt: hour.endsAt.toISOString(),
    status: hour.status,
    ...told({
      reason: hour.reason,
      movedTo: hour.movedTo,
      movedFrom: hour.movedFrom,
      facilitator: hour.facilitator && peopleCell([hour.facilitator]),
      spotlight: hour.spotlight && peopleCell([hour.spotlight]),
      spotlightGoal: hour.spotlightGoal,
      running: hour.running && JSON.stringify(hour.running),
      openedAt: hour.openedAt && hour.openedAt.toISOString(),
      closedAt: hour.closedAt && hour.closedAt.toISOString(),
    }),
    givesBack: hour.givesBack,
    digest: hour.digest,
    edition: hour.edition,
    ...listCells('plan', hour.plan),
    ...listCells('order', hour.order),
    ...listCells('pairs', hour.pairs),
  };
}

export function hourOf(cells: Read): Hour {
  return {
    date: textOf(cells['date']) as HourDate,
    timeZone: textOf(cells['timeZone']),
    startsAt: new Date(textOf(cells['startsAt'])),
    endsAt: new Date(textOf(cells['endsAt'])),
    // What is not known here is over, whatever it is: nobody writes over it.
    status: statuses.find((known) => known === cells['status']) ?? 'skipped',
    reason: toldOf(cells['reason']),
    movedTo: toldOf(cells['movedTo']) as HourDate | null,
    movedFrom: toldOf(cells['movedFrom']) as HourDate | null,
    givesBack: Number(cells['givesBack'] ?? 0),
    facilitator: peopleOf(cells['facilitator'])[0] ?? null,
    spotlight: peopleOf(cells['spotlight'])[0] ?? null,
    spotlightGoal: toldOf(cells['spotlightGoal']) as GoalId | null,
    plan: listOf<Segment>(cells, 'plan', ({ kind, minutes, title }) => {
      return { kind: segmentKinds.find((known) => known === kind) ?? 'talk', minutes, title };
    }),
    order: listOf<string>(cells, 'order', (id) => id),
    running: runningOf(cells['running']),
    pairs: listOf<Pair>(cells, 'pairs', (pair) => pair),
    digest: textOf(cells['digest']),
    openedAt: momentOf(cells['openedAt']),
    closedAt: momentOf(cells['closedAt']),
    edition: Number(cells['edition'] ?? 1),
  };
}
const statuses: readonly HourStatus[] = ['planned', 'open', 'held', 'moved', 'skipped'];

function runningOf(cell: unknown): Running | null {
  if (!cell) return null;
  const { segment, startedAt, extraMinutes, pausedAt } = JSON.parse(textOf(cell)) as Running;
  return { segment, startedAt: new Date(startedAt), extraMinutes, pausedAt: pausedAt && new Date(pausedAt) };
}

const momentOf = (cell: unknown): Date | null => (cell ? new Date(textOf(cell)) : null);

export function noteCells({ id, author, text, kind, keep, edition, at }: Note): Cells {
  return { ...schema, id, author: peopleCell([author]), text, kind, keep, edition, at: at.toISOString() };
}

export function noteOf(cells: Read): Note {
  return {
    id: textOf(cells['id']) as NoteId,
    author: peopleOf(cells['author'])[0] ?? nobody,
    text: textOf(cells['text']),
    kind: cells['kind'] === 'decision' ? 'decision' : 'note',
    keep: cells['keep'] === true,
    edition: Number(cells['edition'] ?? 1),
    at: new Date(textOf(cells['at'])),
  };
}

export const exitCells = ({ person, plan, isShared }: Exit): Cells => ({
  ...schema,
  person: peopleCell([person]),
  if: plan.if,
  then: plan.then,
  isShared,
});

export const statusCells = ({ by, text, at }: StatusLine): Cells => ({
  ...schema,
  person: peopleCell([by]),
  text,
  at: at.toISOString(),
});

export const statusOf = (cells: Read): StatusLine => ({
  by: peopleOf(cells['person'])[0] ?? nobody,
  text: textOf(cells['text']),
  at: new Date(textOf(cells['at'])),
});

export const exitOf = (cells: Read): Exit => ({
  person: peopleOf(cells['person'])[0] ?? nobody,
  plan: { if: textOf(cells['if']), then: textOf(cells['then']) },
  isShared: cells['isShared'] === true,
});
