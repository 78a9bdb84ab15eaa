import type { Goal } from '../domain/goal.ts';
import { standingOf } from '../domain/goalCircle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { GoalFilter, GoalPlace } from '../app/goalPorts.ts';
import { goalOf } from './goalRows.ts';
import * as keys from './keys.ts';
import type { Reading, Source } from './slices.ts';

/** Which lists to read for a question, and how. */
export type Question = { readonly sources: readonly Source[]; readonly reading: Reading<Goal, GoalPlace> };

/** What a viewer may see; for `null`, what everybody in the team may. */
export function questionOf(viewer: PersonId | null, filter: GoalFilter, limit: number): Question {
  const { status } = filter;
  return {
    sources: sourcesFor(viewer, filter, limit),
    reading: {
      thingOf: (row) => goalOf(row.cells),
      belongs: (goal) =>
        maySee(goal, viewer) && (status === undefined || (status === 'open') === (goal.status === 'open')),
      placeAt: keys.goalPlaceAt,
    },
  };
}

/** One's own list first: where a goal is in several, the first one tells it. */
function sourcesFor(viewer: PersonId | null, { owner, status }: GoalFilter, limit: number): Source[] {
  const isClosed = status && status === 'closed';
  const within = owner === undefined ? '' : keys.placesOf(owner, isClosed);
  // The team's list is by owner, so for everybody's open goals the closed ones between them are passed over.
  const isPassingOver = owner === undefined && status !== undefined;
  const team = { prefix: keys.teamGoals, within, take: isPassingOver ? rowsAtMost : limit + 1 };
  if (viewer === null) return [team];

  const own = { prefix: keys.ownGoals, within: keys.placesOf(viewer, isClosed), take: limit + 1 };
  if (owner === viewer) return [own];

  const states = isClosed === undefined ? [false, true] : [isClosed];
  const named = states.map((closed) => ({ prefix: keys.goalsFor(viewer, closed), within, take: limit + 1 }));
  return owner === undefined ? [own, ...named, team] : [...named, team];
}

// Work per slice is bounded; whatever is left is for the next one.
const rowsAtMost = 100;

const maySee = (goal: Goal, viewer: PersonId | null) =>
  viewer === null ? goal.audience === 'team' : standingOf(goal, viewer) !== null;
