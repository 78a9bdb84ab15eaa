import { type Goal, standsAt } from '../domain/goal.ts';
import { askOf, standingOf } from '../domain/goalCircle.ts';
import type { GoalPlace } from '../app/goalPorts.ts';
import { askCells, checkedInAt, goalCells, headCells } from './goalRows.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { linesOf } from './rows.ts';
import type { Row } from './table.ts';

/**
 * Every row in which a goal is found but its own: a copy for each list that it is in, its head on the first screen of its owner, and
 * its ask. They follow from the goal as it stands; who may not see it has no row of it.
 */
export function copiesOf(goal: Goal): ReadonlyMap<string, Cells> {
  const isClosed = goal.status !== 'open';
  const place = keys.goalPlace(placeOf(goal));
  const whole = goalCells(goal);
  // Who offered help, and what the owner attached, is the owner's; whoever else it concerns is told from the goal itself.
  const shown = goalCells({ ...goal, helpers: [], evidence: [] });
  const copies = new Map([[keys.ownGoals + place, whole]]);

  for (const { id } of goal.supporters) {
    const standing = standingOf(goal, id);
    if (standing === 'asked' || standing === 'supporter') copies.set(keys.goalsFor(id, isClosed) + place, shown);
  }
  if (goal.audience === 'team') copies.set(keys.teamGoals + place, shown);

  const ask = askOf(goal);
  if (ask) {
    copies.set(keys.asks + keys.addedPlace(ask), askCells(ask));
    copies.set(keys.asksOf(ask.owner.id) + keys.addedPlace(ask), askCells(ask));
  }
  if (!isClosed) copies.set(keys.goalHead(goal.owner.id, { ...goal, checkedInAt: checkedInAt(goal) }), headCells(goal));
  return copies;
}

export const placeOf = (goal: Goal): GoalPlace => ({
  owner: goal.owner.id,
  isClosed: goal.status !== 'open',
  at: standsAt(goal),
  id: goal.id,
});

/**
 * The guarding row remembers where its copies are: when another version of the service keeps other lists, a goal that is made
 * narrower must be gone from those all the same.
 */
export const guardCells = (goal: Goal, copies: ReadonlyMap<string, Cells>): Cells => ({
  ...goalCells(goal),
  [copiesColumn]: JSON.stringify([...copies.keys()]),
});
export const copiesColumn = 'copies';
export const copiesIn = (guard: Row): readonly string[] => linesOf(guard.cells[copiesColumn]);
