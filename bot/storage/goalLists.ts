import type { Goal } from '../domain/goal.ts';
import { standingOf } from '../domain/goalCircle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { GoalFilter, GoalPlace } from '../app/ports.ts';
import { goalOf } from './goalRows.ts';
import * as keys from './keys.ts';
import type { Reading, Source } from './slices.ts';

/** Which lists to read for a question, and how. */
export type Question = { readonly sources: readonly Source[]; readonly reading: Reading<Goal, GoalPlace> };

// Work per slice is bounded; whatever is left is for the next one.
const rowsPerList = 100;

/** What a viewer may see; for `null`, what everybody in the team may. */
export function questionOf(viewer: PersonId | null, { owner, status }: GoalFilter, limit: number): Question {
  const isClosed = status && status === 'closed';
  const within = owner === undefined ? '' : keys.placesOf(owner, isClosed);
  // Where whole lists are read for one status, what is not wanted is passed over.
  const isWhole = owner === undefined && status !== undefined;
  const team: Source = { prefix: keys.teamGoals, within, take: isWhole ? rowsPerList : limit + 1 };
  const forViewer = (person: PersonId): Source[] =>
    (isClosed === undefined ? [false, true] : [isClosed]).map((closed) => {
      return { prefix: keys.goalsFor(person, closed), within, take: limit + 1 };
    });
  const own = (person: PersonId): Source => {
    return { prefix: keys.ownGoals, within: keys.placesOf(person, isClosed), take: limit + 1 };
  };

  return {
    sources:
      viewer === null
        ? [team]
        : owner === viewer
          ? [own(viewer)]
          : owner !== undefined
            ? [...forViewer(viewer), team]
            : [own(viewer), ...forViewer(viewer), team],
    reading: {
      thingOf: (row) => goalOf(row.cells),
      belongs: (goal) => maySee(goal, viewer) && (status === undefined || (goal.status === 'open') === !isClosed),
      placeAt: keys.goalPlaceAt,
    },
  };
}

const maySee = (goal: Goal, viewer: PersonId | null) =>
  viewer === null ? goal.audience === 'team' : standingOf(goal, viewer) !== null;
