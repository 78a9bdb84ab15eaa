import type { EntryId, GoalId, KudosId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person, Roster } from './team.ts';

/** Who may see a goal. It starts as `me`, and only its owner ever makes it wider. */
export const audiences = ['me', 'supporters', 'team'] as const;
export type Audience = (typeof audiences)[number];

export type GoalStatus = 'open' | 'reached' | 'dropped';

/** Small enough to be done or not done. Its id is made where it is typed, so that an order is an order of ids. */
export type Step = { readonly id: string; readonly text: string; readonly done: boolean };

/** "If an invoice lands in my inbox, then I find its line before I answer." */
export type IfThen = { readonly if: string; readonly then: string };

export type Progress = { readonly done: number; readonly total: number };

/** From 1, unsure, to 5, sure. */
export type Confidence = 1 | 2 | 3 | 4 | 5;

export type CheckIn = {
  readonly id: EntryId;
  readonly learned: string;
  readonly confidence: Confidence;
  /** The steps as they stood then. */
  readonly progress: Progress;
  readonly at: Date;
};

/** `declined` is known to who declined, and to nobody else. */
export type Supporter = Person & { readonly answer: 'asked' | 'accepted' | 'declined'; readonly since: Date };

export type Cheer = Person & { readonly at: Date };
/** Somebody who can help with the ask: known to the owner and to themselves. */
export type Helper = Person & { readonly at: Date };

/** How a goal ended, each time it did. */
export type Closing = {
  readonly status: 'reached' | 'dropped';
  readonly learned: string;
  readonly helpedBy: readonly Person[];
  readonly at: Date;
};

/** What the owner writes. */
export type GoalWords = {
  readonly title: string;
  /** What I will have learned to do. */
  readonly outcome: string;
  readonly why: string;
  /** Local date `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly steps: readonly Step[];
  readonly ifThen: IfThen | null;
  /** The help that is wanted, in one line; empty when none is. */
  readonly ask: string;
  /** The ask alone may be shown to the team even when the goal is not. */
  readonly askToTeam: boolean;
  readonly audience: Audience;
};

/** A development goal of one person, in one team. */
export type Goal = GoalWords & {
  readonly id: GoalId;
  readonly owner: Person;
  readonly status: GoalStatus;
  readonly supporters: readonly Supporter[];
  readonly cheers: readonly Cheer[];
  readonly helpers: readonly Helper[];
  /** Kudos that show what was learned, attached by the owner, in the order they were. */
  readonly evidence: readonly KudosId[];
  /** Newest first; those before are in the history. */
  readonly checkIns: readonly CheckIn[];
  readonly closings: readonly Closing[];
  /** Counts what the owner changed: two windows of one person compare this. What others add does not count. */
  readonly edition: number;
  readonly createdAt: Date;
};

export type GoalEdit = GoalWords & { readonly supporters: readonly PersonId[] };

export const goalLimits = {
  title: 120,
  outcome: 400,
  why: 400,
  steps: 12,
  step: 140,
  ifThen: 200,
  ask: 140,
  supporters: 10,
  learned: 600,
  comment: 600,
  note: 1000,
  evidence: 12,
  helpers: 100,
  checkIns: 12,
  closings: 10,
  /** Advice, not a limit. */
  openAtOnce: 3,
} as const;

export type Scene = { readonly roster: Roster; readonly now: Date };

export function startGoal(edit: GoalEdit, scene: Scene & { readonly id: GoalId; readonly owner: Member }): Goal {
  const owner = personOf(scene.owner);
  return {
    ...wordsOf(edit),
    id: scene.id,
    owner,
    status: 'open',
    supporters: supportersAfter([], edit.supporters, owner.id, scene),
    cheers: [],
    helpers: [],
    evidence: [],
    checkIns: [],
    closings: [],
    edition: 1,
    createdAt: scene.now,
  };
}

/** A reached or dropped goal is a memory: it can be reopened, not rewritten. */
export function editGoal(goal: Goal, edit: GoalEdit, by: PersonId, scene: Scene): Goal {
  mustBeOpen(goal, by);
  const supporters = supportersAfter(goal.supporters, edit.supporters, goal.owner.id, scene);
  // An ask that is answered with other words is another ask.
  const helpers = edit.ask === goal.ask ? goal.helpers : [];
  return edited(goal, { ...wordsOf(edit), supporters, helpers });
}

/** Whether a goal says what this edit says: then it may have been saved by a request whose answer got lost. */
export function saysTheSame(goal: Goal, edit: GoalEdit): boolean {
  const asked = goal.supporters.map(({ id }) => id);
  return (
    JSON.stringify(wordsOf(goal)) === JSON.stringify(wordsOf(edit)) &&
    String([...asked].sort()) === String([...new Set(edit.supporters)].sort())
  );
}

export function tickStep(goal: Goal, step: string, done: boolean, by: PersonId): Goal {
  mustBeOpen(goal, by);
  if (!goal.steps.some(({ id, done: is }) => id === step && is !== done)) return goal;
  return edited(goal, { steps: goal.steps.map((each) => (each.id === step ? { ...each, done } : each)) });
}

/** What was learned, and how sure it feels. Steps that are not there any more are left alone: somebody tidied meanwhile. */
export function checkIn(
  goal: Goal,
  said: Omit<CheckIn, 'at' | 'progress'>,
  ticked: readonly string[],
  by: PersonId,
  now: Date,
): Goal {
  mustBeOpen(goal, by);
  const steps = goal.steps.map((step) => (ticked.includes(step.id) ? { ...step, done: true } : step));
  const isTicked = steps.some((step, at) => step.done !== goal.steps[at]!.done);
  const after = isTicked ? edited(goal, { steps }) : goal;
  const { id, learned, confidence } = said;
  const latest: CheckIn = { id, learned, confidence, progress: progressOf(after), at: now };
  return { ...after, checkIns: [latest, ...goal.checkIns].slice(0, goalLimits.checkIns) };
}

/** Reaching twice is reaching once; what is dropped is not reached without being reopened. */
export function closeGoal(
  goal: Goal,
  status: Closing['status'],
  said: { readonly learned: string; readonly helpedBy: readonly PersonId[] },
  by: PersonId,
  { roster, now }: Scene,
): Goal {
  if (goal.owner.id === by && goal.status === status) return goal;
  mustBeOpen(goal, by);
  const helpedBy = [...new Set(said.helpedBy)].map((id) => memberOf(roster, id));
  const closing = { status, learned: said.learned, helpedBy, at: now };
  return edited(goal, { status, closings: [closing, ...goal.closings] });
}

export function reopenGoal(goal: Goal, by: PersonId): Goal {
  mustBeOwner(goal, by);
  if (goal.status === 'open') return goal;
  if (goal.closings.length >= goalLimits.closings) throw new Refusal('goal.reopenedOften');
  return edited(goal, { status: 'open' });
}

/** @param isAboutMe whether the owner was thanked with this kudos, and may see it */
export function attachEvidence(goal: Goal, kudos: KudosId, isAboutMe: boolean, by: PersonId): Goal {
  mustBeOpen(goal, by);
  if (goal.evidence.includes(kudos)) return goal;
  if (!isAboutMe) throw new Refusal('goal.evidenceNotAboutYou');
  if (goal.evidence.length >= goalLimits.evidence) throw new Refusal('goal.evidenceFull');
  return { ...goal, evidence: [...goal.evidence, kudos] };
}

export function detachEvidence(goal: Goal, kudos: KudosId, by: PersonId): Goal {
  mustBeOpen(goal, by);
  if (!goal.evidence.includes(kudos)) return goal;
  return { ...goal, evidence: goal.evidence.filter((id) => id !== kudos) };
}

/** Steps done of all steps. Without steps there is nothing to measure, and nothing is invented. */
export function progressOf({ steps }: Pick<GoalWords, 'steps'>): Progress {
  return { done: steps.filter(({ done }) => done).length, total: steps.length };
}

export const nextStepOf = ({ steps }: Pick<GoalWords, 'steps'>) => steps.find(({ done }) => !done)?.text ?? null;

/** A closed goal stands by when it was closed, an open one by when it was begun. */
export const standsAt = (goal: Goal): Date => (goal.status === 'open' ? goal.createdAt : goal.closings[0]!.at);

export function mustBeOwner(goal: Goal, by: PersonId): void {
  if (goal.owner.id !== by) throw new Refusal('goal.notYours');
}

export function mustBeOpen(goal: Goal, by: PersonId): void {
  mustBeOwner(goal, by);
  if (goal.status !== 'open') throw new Refusal('goal.closed');
}

const edited = (goal: Goal, change: Partial<Goal>): Goal => ({ ...goal, ...change, edition: goal.edition + 1 });

/** Who is asked again keeps their answer, also a silent no; who is not asked any more is out at once. */
function supportersAfter(
  before: readonly Supporter[],
  asked: readonly PersonId[],
  owner: PersonId,
  { roster, now }: Scene,
): Supporter[] {
  const people = [...new Set(asked)];
  if (people.includes(owner)) throw new Refusal('goal.supportsSelf');
  return people.map(
    (id) => before.find((known) => known.id === id) ?? { ...memberOf(roster, id), answer: 'asked', since: now },
  );
}

function memberOf(roster: Roster, id: PersonId): Person {
  const member = roster.get(id);
  if (!member) throw new Refusal('goal.notInTeam');
  return personOf(member);
}

const personOf = ({ id, name }: Person): Person => ({ id, name });

// One by one, so that two goals that say the same are the same in every letter.
function wordsOf(goal: GoalWords): GoalWords {
  const { title, outcome, why, dueOn, ask, askToTeam, audience } = goal;
  const steps = goal.steps.map(({ id, text, done }) => ({ id, text, done }));
  const ifThen = goal.ifThen && { if: goal.ifThen.if, then: goal.ifThen.then };
  return { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam, audience };
}
