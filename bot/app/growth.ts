import { attachEvidence, detachEvidence, type Goal, mustBeOwner } from '../domain/goal.ts';
import type { Actor, GoalId, KudosId, TeamId } from '../domain/ids.ts';
import { isThanked, type Kudos, maySee } from '../domain/kudos.ts';
import type { Door, Visit } from './door.ts';
import { createGoalDesk } from './goalDesk.ts';
import type { EntryPlace, EntryStore, GoalEntries, GoalPlace, GoalStore } from './goalPorts.ts';
import { isTakenBack, type KudosStore } from './kudosPorts.ts';
import type { Clock, Slice } from './ports.ts';

export type GrowthUseCases = ReturnType<typeof growthUseCases>;

/** What shows that somebody grew: kudos that they attached to a goal, and the whole record, which is theirs alone. */
export function growthUseCases(world: {
  door: Door;
  goals: GoalStore;
  entries: GoalEntries;
  kudos: KudosStore;
  clock: Clock;
}) {
  const { door, goals, entries, kudos, clock } = world;
  const desk = createGoalDesk({ door, goals });

  /** Of the kudos that stand on a goal, those that this viewer may see: nobody can tell that there are others. */
  async function evidence(actor: Actor, teamId: TeamId, id: GoalId) {
    const { visit, goal } = await desk.seen(actor, teamId, id);
    return { visit, items: await shown(visit, goal) };
  }

  async function shown(visit: Visit, goal: Goal): Promise<Kudos[]> {
    const found = await Promise.all(goal.evidence.map((kudosId) => look(visit, kudosId)));
    return found.filter((each) => each !== null);
  }

  async function look({ ref, me }: Visit, id: KudosId): Promise<Kudos | null> {
    const found = await kudos.find(ref, id);
    return found && !isTakenBack(found) && maySee(found.thing, me.id) ? found.thing : null;
  }

  /** @throws Refusal goal.evidenceNotAboutYou, the same for a kudos that is not there and one about somebody else */
  async function attach(actor: Actor, teamId: TeamId, id: GoalId, kudosId: KudosId) {
    return desk.change(actor, teamId, id, async (goal, visit) => {
      mustBeOwner(goal, visit.me.id);
      const found = await look(visit, kudosId);
      const isAboutMe = found !== null && isThanked(found, visit.me.id);
      return attachEvidence(goal, kudosId, isAboutMe, visit.me.id);
    });
  }

  async function detach(actor: Actor, teamId: TeamId, id: GoalId, kudosId: KudosId) {
    return desk.change(actor, teamId, id, (goal, { me }) => detachEvidence(goal, kudosId, me.id));
  }

  /** Everything of mine, whole: it grows with my history, and is made only when I ask for it. */
  async function record(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const { ref, me } = visit;
    const mine = await all((after: GoalPlace | null) => goals.list(ref, me.id, { owner: me.id }, after, pageSize));
    const whole = [];
    // One goal after the other: a long history must not take the service away from everybody else.
    for (const goal of mine) {
      const every = <Entry extends { id: Goal['checkIns'][number]['id']; at: Date }>(store: EntryStore<Entry>) =>
        all((after: EntryPlace | null) => store.list(ref, goal.id, after, pageSize));
      whole.push({
        goal,
        checkIns: await every(entries.checkIns),
        comments: await every(entries.comments),
        notes: await every(entries.notes),
        evidence: await shown(visit, goal),
      });
    }
    return { visit, goals: whole, madeAt: clock() };
  }

  return { evidence, attach, detach, record };
}

const pageSize = 100;

async function all<Thing, Place>(page: (after: Place | null) => Promise<Slice<Thing, Place>>): Promise<Thing[]> {
  const things: Thing[] = [];
  let after: Place | null = null;
  do {
    const { items, next }: Slice<Thing, Place> = await page(after);
    things.push(...items);
    after = next;
  } while (after);
  return things;
}
