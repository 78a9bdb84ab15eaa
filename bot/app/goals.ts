import * as rules from '../domain/goal.ts';
import type { Closing, Goal, GoalEdit } from '../domain/goal.ts';
import type { Actor, EntryId, GoalId, PersonId, TeamId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { folded } from '../domain/words.ts';
import type { Door, Visit } from './door.ts';
import { createGoalDesk } from './goalDesk.ts';
import { type EntryPlace, type GoalEntries, type GoalPlace, type GoalStore, isRemoved } from './goalPorts.ts';
import { type Clock, NotFound, type Version, VersionMissing } from './ports.ts';
import { untilDone } from './retry.ts';

export type GoalQuestion = {
  readonly person?: PersonId | 'me' | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly q?: string | undefined;
};

export type GoalUseCases = ReturnType<typeof goalUseCases>;

/** What somebody does with their own goals, and what others may read of them. */
export function goalUseCases(world: {
  door: Door;
  goals: GoalStore;
  entries: GoalEntries;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, goals, entries, clock } = world;
  const desk = createGoalDesk({ door, goals });

  /** @throws NotFound */
  async function find(actor: Actor, teamId: TeamId, id: GoalId) {
    const { visit, goal } = await desk.seen(actor, teamId, id);
    return { visit, goal };
  }

  /** Without a person, everything that I may see. Words are looked for in what the goals say, and in what was learned last. */
  async function list(actor: Actor, teamId: TeamId, question: GoalQuestion, after: GoalPlace | null, limit: number) {
    const visit = await door.enter(actor, teamId);
    const { status } = question;
    const owner = question.person === 'me' ? visit.me.id : question.person;
    if (owner && !visit.roster.has(owner)) throw new NotFound();
    const filter = { ...(owner && { owner }), ...(status && { status }) };
    const { items, next } = await goals.list(visit.ref, visit.me.id, filter, after, limit);
    const words = folded(question.q ?? '')
      .split(/\s+/)
      .filter(Boolean);
    return { items: items.filter((goal) => desk.isThere(goal, visit) && says(goal, words)), next, visit };
  }

  async function screen(actor: Actor, teamId: TeamId, limit: number) {
    const visit = await door.enter(actor, teamId);
    const { mine, supporting, asks } = await goals.screen(visit.ref, visit.me.id, limit);
    return {
      visit,
      mine,
      supporting: supporting.filter((goal) => desk.isThere(goal, visit)),
      asks: asks.filter(({ owner }) => visit.roster.has(owner.id)),
    };
  }

  /**
   * Creates without `edition`, changes with it. What is saved already, word for word, is not saved again: the answer to the first
   * try may have got lost. @throws Refusal @throws ChangedMeanwhile @throws NotFound for another's that is not there for me
   */
  async function save(actor: Actor, teamId: TeamId, id: GoalId, edit: GoalEdit, edition: Version | null) {
    const visit = await door.enter(actor, teamId);
    const found = await goals.find(visit.ref, id);
    if (!found) {
      if (edition !== null) throw new NotFound();
      const goal = rules.startGoal(edit, { ...sceneOf(visit), id, owner: visit.me });
      if ((await goals.add(visit.ref, goal)) !== 'taken') return { visit, goal, isNew: true };
      return save(actor, teamId, id, edit, edition);
    }
    if (isRemoved(found)) throw found.removedBy === visit.me.id ? new Refusal('goal.idTaken') : new NotFound();
    const goal = await desk.change(actor, teamId, id, (before, at) => {
      rules.mustBeOwner(before, at.me.id);
      if (before.status === 'open' && rules.saysTheSame(before, edit)) return before;
      desk.mustBe(before, edition ?? missing());
      return rules.editGoal(before, edit, at.me.id, sceneOf(at));
    });
    return { ...goal, isNew: false };
  }

  /** Gone at once from everywhere; what was added to it follows. Deleting twice is deleting once. @throws Refusal goal.notYours */
  async function remove(actor: Actor, teamId: TeamId, id: GoalId, edition: Version | null): Promise<void> {
    const visit = await door.enter(actor, teamId);
    await untilDone(async () => {
      const found = await goals.find(visit.ref, id);
      if (found && isRemoved(found) && found.removedBy === visit.me.id) return;
      if (!found || isRemoved(found) || !desk.isThere(found.thing, visit)) throw new NotFound();
      rules.mustBeOwner(found.thing, visit.me.id);
      if (edition !== null) desk.mustBe(found.thing, edition);
      await goals.remove(visit.ref, found);
    });
    world.background(goals.clear(visit.ref, id));
  }

  /** Written once under its own id: the same again is answered with the same. @throws Refusal goal.idTaken, goal.closed */
  async function checkIn(
    actor: Actor,
    teamId: TeamId,
    id: GoalId,
    entry: EntryId,
    said: { learned: string; confidence: rules.Confidence; ticked: readonly string[] },
  ) {
    let isNew = true;
    const changed = await desk.change(
      actor,
      teamId,
      id,
      async (before, visit) => {
        rules.mustBeOwner(before, visit.me.id);
        const known = await entries.checkIns.find(visit.ref, id, entry);
        isNew = !known;
        if (!known) return rules.checkIn(before, { ...said, id: entry }, said.ticked, visit.me.id, clock());
        if (known === 'removed' || known.learned !== said.learned || known.confidence !== said.confidence)
          throw new Refusal('goal.idTaken');
        return before;
      },
      (after) => after.checkIns[0],
    );
    return { ...changed, isNew };
  }

  /** @throws NotFound for a step that is not there @throws Refusal goal.closed */
  async function tick(actor: Actor, teamId: TeamId, id: GoalId, step: string, done: boolean) {
    return desk.change(actor, teamId, id, (before, { me }) => {
      rules.mustBeOwner(before, me.id);
      if (!before.steps.some((known) => known.id === step)) throw new NotFound();
      return rules.tickStep(before, step, done, me.id);
    });
  }

  async function close(
    actor: Actor,
    teamId: TeamId,
    id: GoalId,
    status: Closing['status'],
    said: { learned: string; helpedBy: readonly PersonId[] },
    edition: Version | null,
  ) {
    return desk.change(actor, teamId, id, (before, visit) => {
      // First of all: whether an edition is the latest one tells somebody else that the owner changed something.
      rules.mustBeOwner(before, visit.me.id);
      if (edition !== null && before.status === 'open') desk.mustBe(before, edition);
      return rules.closeGoal(before, status, said, visit.me.id, sceneOf(visit));
    });
  }

  async function reopen(actor: Actor, teamId: TeamId, id: GoalId, edition: Version | null) {
    return desk.change(actor, teamId, id, (before, { me }) => {
      rules.mustBeOwner(before, me.id);
      if (edition !== null && before.status !== 'open') desk.mustBe(before, edition);
      return rules.reopenGoal(before, me.id);
    });
  }

  /** All check-ins of a goal that I may see, newest first. */
  async function checkIns(actor: Actor, teamId: TeamId, id: GoalId, after: EntryPlace | null, limit: number) {
    const { visit } = await desk.seen(actor, teamId, id);
    return entries.checkIns.list(visit.ref, id, after, limit);
  }

  const sceneOf = (visit: Visit) => ({ roster: visit.roster, now: clock() });

  return { find, list, screen, save, remove, checkIn, tick, close, reopen, checkIns };
}

function missing(): never {
  throw new VersionMissing();
}

/** Every word stands somewhere in what the goal says. */
function says(goal: Goal, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { title, outcome, why, ask, ifThen, steps, checkIns, closings } = goal;
  const texts = [
    ...[title, outcome, why, ask, ifThen?.if ?? '', ifThen?.then ?? ''],
    ...steps.map(({ text }) => text),
    ...[...checkIns, ...closings].map(({ learned }) => learned),
  ];
  const said = folded(texts.join('\n'));
  return words.every((word) => said.includes(word));
}
