import type { CheckIn, Goal } from '../domain/goal.ts';
import { standingOf } from '../domain/goalCircle.ts';
import type { Actor, GoalId, TeamId } from '../domain/ids.ts';
import type { Door, Visit } from './door.ts';
import { type GoalStore, isRemoved } from './goalPorts.ts';
import { NotFound, type Version, type Versioned } from './ports.ts';
import { Stale, untilDone } from './retry.ts';

export type GoalDesk = ReturnType<typeof createGoalDesk>;

/** How every use case gets hold of a goal: it looks whether the goal is there for this person, and changes it as it stands. */
export function createGoalDesk({ door, goals }: { door: Door; goals: GoalStore }) {
  /** A goal of somebody who left is not there, as they are not. */
  const isThere = (goal: Goal, visit: Visit) =>
    visit.roster.has(goal.owner.id) && standingOf(goal, visit.me.id) !== null;

  async function look(visit: Visit, id: GoalId, mayRead: typeof isThere): Promise<Versioned<Goal>> {
    const found = await goals.find(visit.ref, id);
    if (!found || isRemoved(found) || !mayRead(found.thing, visit)) throw new NotFound();
    return found;
  }

  /** @throws NotFound, the same for a goal that does not exist and one that this person may not see */
  async function seen(actor: Actor, teamId: TeamId, id: GoalId) {
    const visit = await door.enter(actor, teamId);
    return { visit, goal: (await look(visit, id, isThere)).thing };
  }

  /**
   * Reads, asks the rule, writes; whoever loses a race looks again. A rule that changes nothing writes nothing.
   * @param added what the change added, written with it
   */
  async function change(
    actor: Actor,
    teamId: TeamId,
    id: GoalId,
    rule: (before: Goal, visit: Visit) => Goal | Promise<Goal>,
    added?: (after: Goal) => CheckIn | undefined,
    mayRead = isThere,
  ) {
    const visit = await door.enter(actor, teamId);
    return untilDone(async () => {
      const before = await look(visit, id, mayRead);
      const goal = await rule(before.thing, visit);
      if (goal !== before.thing) await goals.replace(visit.ref, goal, before, added?.(goal));
      return { visit, goal };
    });
  }

  /** @throws ChangedMeanwhile when the owner changed it since: in another window, or by a check-in */
  function mustBe(goal: Goal, edition: Version): void {
    if (editionOf(goal) !== edition) throw new Stale();
  }

  return { isThere, seen, change, mustBe };
}

/** What the owner's changes are compared by. What others add to a goal leaves it as it is. */
export const editionOf = (goal: Goal): Version => String(goal.edition);
