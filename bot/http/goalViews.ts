import type { Visit } from '../app/door.ts';
import { editionOf } from '../app/goalDesk.ts';
import { NotFound } from '../app/ports.ts';
import type { AskView, CheckInView, CommentView, GoalView, NoteView } from '../contract/goal.ts';
import { type CheckIn, type Closing, type Goal, progressOf } from '../domain/goal.ts';
import { type Ask, cheersOf, type Comment, hasOffered, type Note, standingOf } from '../domain/goalCircle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Roster } from '../domain/team.ts';
import type { Answer } from './endpoint.ts';
import { personView } from './views.ts';

/* How a goal leaves the house. What a viewer is to a goal decides what is in it: here, once. */

/** @param viewer `null` for what everybody in the team sees of it */
export function goalView(goal: Goal, viewer: PersonId | null, roster: Roster): GoalView {
  const standing = viewer === null ? 'team' : standingOf(goal, viewer);
  // Nobody gets here with a goal that they may not see. Should a use case ever forget to look, it is not there all the same.
  if (!standing) throw new NotFound();
  const isMine = standing === 'owner';
  const { id, title, outcome, why, dueOn, ifThen, ask, audience, status } = goal;
  const isTalkedOf = isMine || standing === 'supporter';
  return {
    id,
    owner: personView(goal.owner, roster),
    standing,
    ...{ title, outcome, why, dueOn },
    steps: goal.steps.map(({ id, text, done }) => ({ id, text, done })),
    ifThen: ifThen && { if: ifThen.if, then: ifThen.then },
    ask,
    ...(isMine ? { askToTeam: goal.askToTeam } : {}),
    audience,
    // Who was asked is known around a goal; who said what is the owner's to know, and a no is nobody's.
    supporters: goal.supporters.map(({ answer, ...person }) => ({
      ...personView(person, roster),
      ...(isMine ? { answer: answer === 'accepted' ? answer : ('asked' as const) } : {}),
    })),
    status,
    progress: progressOf(goal),
    checkIns: goal.checkIns.map(checkInView),
    cheers: isTalkedOf ? cheersOf(goal).map((person) => personView(person, roster)) : [],
    helpers: goal.helpers
      .filter(({ id }) => isMine || id === viewer)
      .map(({ at, ...person }) => ({ ...personView(person, roster), at: at.toISOString() })),
    ...(isMine ? { evidence: [...goal.evidence] } : {}),
    closings: goal.closings.map((closing) => closingView(closing, roster)),
    createdAt: goal.createdAt.toISOString(),
  };
}

/** With its version for the owner alone: one that changes would tell the others that something they may not see was changed. */
export function goalAnswer({ goal, visit }: { goal: Goal; visit: Visit }): Answer<GoalView> {
  const body = goalView(goal, visit.me.id, visit.roster);
  return goal.owner.id === visit.me.id ? { body, version: editionOf(goal) } : { body };
}

function closingView({ status, learned, helpedBy, at }: Closing, roster: Roster): GoalView['closings'][number] {
  return { status, learned, helpedBy: helpedBy.map((person) => personView(person, roster)), at: at.toISOString() };
}

export function checkInView({ id, learned, confidence, progress: { done, total }, at }: CheckIn): CheckInView {
  return { id, learned, confidence, progress: { done, total }, at: at.toISOString() };
}

export function commentView({ id, author, text, at }: Comment, roster: Roster): CommentView {
  return { id, author: personView(author, roster), text, at: at.toISOString() };
}

export function noteView({ id, text, messageLink, at }: Note): NoteView {
  return { id, text, messageLink, at: at.toISOString() };
}

/** Of its goal an ask says nothing but its id. */
export function askView(ask: Ask, viewer: PersonId | null, roster: Roster): AskView {
  const { id, owner, text, at } = ask;
  const offered = viewer !== null && hasOffered(ask, viewer);
  return { id, owner: personView(owner, roster), text, offered, at: at.toISOString() };
}
