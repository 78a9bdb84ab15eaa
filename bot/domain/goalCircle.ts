import { type Audience, audiences, type Goal, goalLimits, type Helper } from './goal.ts';
import type { EntryId, GoalId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person } from './team.ts';

/* Who is around a goal: its audience, its supporters, and those who can help with its ask. */

/** What somebody is to a goal; `null` when it is not there for them. An owner of the team is nothing special here. */
export type Standing = 'owner' | 'supporter' | 'asked' | 'team';

export function standingOf(goal: Goal, person: PersonId): Standing | null {
  if (goal.owner.id === person) return 'owner';
  if (goal.audience === 'me') return null;
  const named = goal.supporters.find(({ id }) => id === person);
  if (named?.answer === 'accepted') return 'supporter';
  if (named?.answer === 'asked') return 'asked';
  return goal.audience === 'team' ? 'team' : null;
}

/** The people who may see a goal that the whole team may not, besides its owner; `null` when the whole team may. */
export function circleOf(goal: Goal): readonly PersonId[] | null {
  if (goal.audience === 'team') return null;
  return goal.audience === 'me'
    ? []
    : goal.supporters.filter(({ answer }) => answer !== 'declined').map(({ id }) => id);
}

/** Whether an edit lets anybody see the goal, with its whole history, who could not before. Whoever shows it asks first. */
export function isWider(
  before: { readonly audience: Audience; readonly supporters: readonly string[] },
  after: { readonly audience: Audience; readonly supporters: readonly string[] },
): boolean {
  if (before.audience === 'team') return false;
  const [was, is] = [audiences.indexOf(before.audience), audiences.indexOf(after.audience)];
  if (is > was) return after.audience === 'team' || after.supporters.length > 0;
  return after.audience === 'supporters' && after.supporters.some((id) => !before.supporters.includes(id));
}

/**
 * A yes or a no; a no is silent, and the owner goes on reading "asked". Who supports already may leave the same way, also a closed
 * goal: nothing of that is to be read in it.
 */
export function answerOwner(goal: Goal, by: PersonId, accepts: boolean): Goal {
  const answer = accepts ? 'accepted' : 'declined';
  const named = goal.supporters.find(({ id }) => id === by);
  if (!named || (named.answer === 'declined' && accepts)) throw new Refusal('goal.notSupporter');
  if (named.answer === answer) return goal;
  if (accepts && goal.status !== 'open') throw new Refusal('goal.closed');
  return {
    ...goal,
    supporters: goal.supporters.map((each) => (each.id === by ? { ...each, answer } : each)),
    cheers: accepts ? goal.cheers : goal.cheers.filter(({ id }) => id !== by),
  };
}

/** A cheer is for what was checked in last; after the next check-in there is something new to cheer. */
export function cheer(goal: Goal, by: Member, now: Date): Goal {
  mustSupport(goal, by.id);
  if (cheersOf(goal).some(({ id }) => id === by.id)) return goal;
  return { ...goal, cheers: [...goal.cheers.filter(({ id }) => id !== by.id), { id: by.id, name: by.name, at: now }] };
}

export function takeCheerBack(goal: Goal, by: PersonId): Goal {
  mustSupport(goal, by);
  return goal.cheers.some(({ id }) => id === by)
    ? { ...goal, cheers: goal.cheers.filter(({ id }) => id !== by) }
    : goal;
}

/** Who cheered since the last check-in. */
export function cheersOf(goal: Goal): Person[] {
  const since = goal.checkIns[0]?.at.getTime() ?? 0;
  return goal.cheers.filter(({ at }) => at.getTime() >= since).map(({ id, name }) => ({ id, name }));
}

/** Words between the owner and the supporters. They stay there, also when the goal itself is shared with the team. */
export type Comment = { readonly id: EntryId; readonly author: Person; readonly text: string; readonly at: Date };

/** The owner and those who support now, while the goal is open. */
export function mustTalk(goal: Goal, by: PersonId): void {
  if (goal.owner.id !== by) return mustSupport(goal, by);
  if (goal.status !== 'open') throw new Refusal('goal.closed');
}

/** Since when somebody reads the comments; `null` when never. Who comes later does not read what was said before. */
export function readsSince(goal: Goal, person: PersonId): Date | null {
  if (goal.owner.id === person) return goal.createdAt;
  if (standingOf(goal, person) !== 'supporter') return null;
  return goal.supporters.find(({ id }) => id === person)!.since;
}

/** Who wrote it may take it away, and so may the owner, whose goal it stands on. */
export function removeComment(goal: Goal, comment: Comment, by: PersonId): void {
  if (comment.author.id !== by && goal.owner.id !== by) throw new Refusal('goal.commentNotYours');
  if (goal.status !== 'open') throw new Refusal('goal.closed');
}

/** A line that asks the team for help. Of its goal it says nothing else. */
export type Ask = {
  readonly id: GoalId;
  readonly owner: Person;
  readonly text: string;
  readonly helpers: readonly Helper[];
  readonly at: Date;
};

/** The ask as the whole team may read it; `null` when there is none that it may. */
export function askOf({ id, owner, ask, askToTeam, audience, status, helpers, createdAt }: Goal): Ask | null {
  const isShown = status === 'open' && ask !== '' && (askToTeam || audience === 'team');
  return isShown ? { id, owner, text: ask, helpers, at: createdAt } : null;
}

/** Whether somebody may read the ask: the team when it is shown to it, otherwise who sees the goal. */
export const mayReadAsk = (goal: Goal, person: PersonId) =>
  goal.status === 'open' && goal.ask !== '' && (askOf(goal) !== null || standingOf(goal, person) !== null);

/** "I can help with that": for the owner to know, and nobody else. */
export function offerHelp(goal: Goal, by: Member, now: Date): Goal {
  if (goal.owner.id === by.id) throw new Refusal('goal.ownAsk');
  if (hasOffered(goal, by.id)) return goal;
  if (goal.helpers.length >= goalLimits.helpers) throw new Refusal('goal.helpersFull');
  return { ...goal, helpers: [...goal.helpers, { id: by.id, name: by.name, at: now }] };
}

export function takeOfferBack(goal: Goal, by: PersonId): Goal {
  return hasOffered(goal, by) ? { ...goal, helpers: goal.helpers.filter(({ id }) => id !== by) } : goal;
}

export const hasOffered = ({ helpers }: { readonly helpers: readonly Person[] }, person: PersonId) =>
  helpers.some(({ id }) => id === person);

/** A message that the owner kept beside a goal: theirs alone, whoever sees the goal, for it was said somewhere else. */
export type Note = {
  readonly id: EntryId;
  readonly text: string;
  readonly messageLink: string | null;
  readonly at: Date;
};

function mustSupport(goal: Goal, by: PersonId): void {
  if (standingOf(goal, by) !== 'supporter') throw new Refusal('goal.notSupporter');
  if (goal.status !== 'open') throw new Refusal('goal.closed');
}
