import {
  audiences,
  type Cheer,
  type CheckIn,
  type Closing,
  type Goal,
  type GoalStatus,
  nextStepOf,
  progressOf,
  type Step,
  type Supporter,
} from '../domain/goal.ts';
import type { Ask } from '../domain/goalCircle.ts';
import type { GoalId, KudosId } from '../domain/ids.ts';
import type { GoalHead } from '../app/goalPorts.ts';
import { confidenceOf } from './entryRows.ts';
import type { Cells } from './limits.ts';
import { listCells, listOf } from './longCells.ts';
import { nobody, peopleCell, peopleOf, type Read, schema, textOf, told, toldOf } from './rows.ts';

/* Rows of goals, read as tolerantly as those of kudos: see rows.ts. */

export function goalCells(goal: Goal): Cells {
  return {
    ...schema,
    id: goal.id,
    owner: peopleCell([goal.owner]),
    title: goal.title,
    outcome: goal.outcome,
    why: goal.why,
    ...told({ dueOn: goal.dueOn, ifThen: goal.ifThen && JSON.stringify(goal.ifThen) }),
    ask: goal.ask,
    askToTeam: goal.askToTeam,
    audience: goal.audience,
    status: goal.status,
    edition: goal.edition,
    createdAt: goal.createdAt.toISOString(),
    ...listCells('steps', goal.steps),
    ...listCells('supporters', goal.supporters),
    ...listCells('cheers', goal.cheers),
    ...listCells('helpers', goal.helpers),
    ...listCells('evidence', goal.evidence),
    ...listCells('checkIns', goal.checkIns),
    ...listCells('closings', goal.closings),
  };
}

export function goalOf(cells: Read): Goal {
  const closings = listOf<Closing>(cells, 'closings', ({ status, learned, helpedBy, at }) => ({
    status: status === 'reached' ? status : 'dropped',
    learned,
    helpedBy,
    at: new Date(at),
  }));
  return {
    id: textOf(cells['id']) as GoalId,
    owner: peopleOf(cells['owner'])[0] ?? nobody,
    title: textOf(cells['title']),
    outcome: textOf(cells['outcome']),
    why: textOf(cells['why']),
    dueOn: toldOf(cells['dueOn']),
    steps: listOf<Step>(cells, 'steps', ({ id, text, done }) => ({ id, text, done })),
    ifThen: cells['ifThen'] ? (JSON.parse(textOf(cells['ifThen'])) as Goal['ifThen']) : null,
    ask: textOf(cells['ask']),
    askToTeam: cells['askToTeam'] === true,
    audience: audiences.find((known) => known === cells['audience']) ?? 'me',
    supporters: listOf<Supporter>(cells, 'supporters', ({ id, name, answer, since }) => {
      return { id, name, answer: answers.find((known) => known === answer) ?? 'declined', since: new Date(since) };
    }),
    cheers: listOf(cells, 'cheers', personAt),
    helpers: listOf(cells, 'helpers', personAt),
    evidence: listOf<KudosId>(cells, 'evidence', (id) => id),
    checkIns: listOf(cells, 'checkIns', checkInOf),
    closings,
    // Open or closed is what lists are ordered by, and what is closed was closed at some time.
    status: closings.length === 0 ? 'open' : (statuses.find((known) => known === cells['status']) ?? 'dropped'),
    edition: Number(cells['edition'] ?? 1),
    createdAt: new Date(textOf(cells['createdAt'])),
  };
}
const answers: readonly Supporter['answer'][] = ['asked', 'accepted', 'declined'];
const statuses: readonly GoalStatus[] = ['open', 'reached', 'dropped'];

/** How somebody who comes from outside a cell looks: times are text there. */
const personAt = ({ id, name, at }: Cheer): Cheer => ({ id, name, at: new Date(at) });

const checkInOf = ({ id, learned, confidence, progress, at }: CheckIn): CheckIn => ({
  id,
  learned,
  confidence: confidenceOf(confidence),
  progress: { done: progress.done, total: progress.total },
  at: new Date(at),
});

export const checkedInAt = ({ checkIns }: Goal): Date | null => checkIns[0]?.at ?? null;

export function headCells(goal: Goal): Cells {
  const { done, total } = progressOf(goal);
  return {
    ...schema,
    id: goal.id,
    title: goal.title,
    done,
    total,
    ...told({
      dueOn: goal.dueOn,
      nextStep: nextStepOf(goal),
      checkedInAt: checkedInAt(goal)?.toISOString() ?? null,
    }),
  };
}

export function headOf(cells: Read): GoalHead {
  const checkedInAt = toldOf(cells['checkedInAt']);
  return {
    id: textOf(cells['id']) as GoalId,
    title: textOf(cells['title']),
    dueOn: toldOf(cells['dueOn']),
    progress: { done: Number(cells['done'] ?? 0), total: Number(cells['total'] ?? 0) },
    nextStep: toldOf(cells['nextStep']),
    checkedInAt: checkedInAt === null ? null : new Date(checkedInAt),
  };
}

export function askCells({ id, owner, text, helpers, at }: Ask): Cells {
  return {
    ...schema,
    id,
    owner: peopleCell([owner]),
    text,
    at: at.toISOString(),
    ...listCells('helpers', helpers),
  };
}

export const askRowOf = (cells: Read): Ask => ({
  id: textOf(cells['id']) as GoalId,
  owner: peopleOf(cells['owner'])[0] ?? nobody,
  text: textOf(cells['text']),
  helpers: listOf(cells, 'helpers', personAt),
  at: new Date(textOf(cells['at'])),
});
