import type { ActionItemId, HourDate, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person, Roster } from './team.ts';
import type { LocalDate } from './time.ts';

/** Who does what by when. What was promised to somebody is closed by that person alone. */
export type ActionItem = {
  readonly id: ActionItemId;
  readonly text: string;
  readonly owner: Person;
  readonly dueOn: LocalDate | null;
  readonly promisedTo: Person | null;
  /** The hour it came from. */
  readonly hour: HourDate | null;
  readonly status: 'open' | 'done' | 'kept' | 'released';
  /** Dates it was given before, oldest first: a promise with a new date in time is a promise kept up. */
  readonly postponed: readonly LocalDate[];
  readonly by: Person;
  readonly edition: number;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
};

export type ActionWords = {
  readonly text: string;
  readonly owner: PersonId;
  readonly dueOn: LocalDate | null;
  readonly promisedTo: PersonId | null;
};

export const actionLimits = { text: 280, postponed: 20 } as const;

type Scene = { readonly roster: Roster; readonly now: Date };

export function noteAction(
  words: ActionWords,
  scene: Scene & { readonly id: ActionItemId; readonly by: Member; readonly hour: HourDate | null },
): ActionItem {
  return {
    id: scene.id,
    ...wordsOf(words, scene.roster),
    hour: scene.hour,
    status: 'open',
    postponed: [],
    by: personOf(scene.by),
    edition: 1,
    createdAt: scene.now,
    closedAt: null,
  };
}

/**
 * By its owner, or by who wrote it down; by anybody when its owner left. What was promised stays promised: by whom, to whom and for
 * which day is agreed with who was promised it.
 */
export function editAction(item: ActionItem, words: ActionWords, by: PersonId, { roster }: Scene): ActionItem {
  if (item.owner.id !== by && item.by.id !== by && roster.has(item.owner.id)) throw new Refusal('action.notYours');
  mustBeOpen(item);
  const isOther =
    item.promisedTo?.id !== words.promisedTo || item.owner.id !== words.owner || item.dueOn !== words.dueOn;
  if (isOther && isHeldBy(item, by, roster)) throw new Refusal('action.promised');
  const said = wordsOf(words, roster);
  return saysTheSame(item, words) ? item : { ...item, ...said, edition: item.edition + 1 };
}

export const saysTheSame = (item: ActionItem, words: ActionWords) =>
  item.text === words.text &&
  item.owner.id === words.owner &&
  item.dueOn === words.dueOn &&
  (item.promisedTo?.id ?? null) === words.promisedTo;

/** Done, by its owner; a promise is not theirs to close. Done twice is done once. */
export function finishAction(item: ActionItem, by: PersonId, { roster, now }: Scene): ActionItem {
  if (isHeldBy(item, by, roster)) throw new Refusal('action.promised');
  if (item.owner.id !== by) throw new Refusal('action.notYours');
  return closed(item, 'done', now);
}

/** Kept, or released from it: only by who was promised it. */
export function closePromise(item: ActionItem, as: 'kept' | 'released', by: PersonId, now: Date): ActionItem {
  mustBePromisedTo(item, by);
  return closed(item, as, now);
}

/** A new date, agreed before the old one is over, by who was promised it. */
export function postponeAction(
  item: ActionItem,
  to: LocalDate,
  by: PersonId,
  { roster, today }: { readonly roster: Roster; readonly today: LocalDate },
): ActionItem {
  if (isHeldBy(item, by, roster)) throw new Refusal('action.promised');
  if (item.promisedTo?.id !== by && item.owner.id !== by) throw new Refusal('action.notYours');
  mustBeOpen(item);
  if (item.dueOn === to) return item;
  if (to < today) throw new Refusal('action.dateGone');
  if (item.dueOn !== null && item.dueOn < today) throw new Refusal('action.tooLateToPostpone');
  const postponed = [...item.postponed, ...(item.dueOn === null ? [] : [item.dueOn])].slice(-actionLimits.postponed);
  return { ...item, dueOn: to, postponed, edition: item.edition + 1 };
}

/** Who wrote it down takes it away again while nobody was promised it; a promise only by who was given it. */
export function removeAction(item: ActionItem, by: PersonId, roster: Roster): void {
  if (isHeldBy(item, by, roster)) throw new Refusal('action.promised');
  if (item.owner.id !== by && item.by.id !== by && item.promisedTo?.id !== by) throw new Refusal('action.notYours');
}

function closed(item: ActionItem, status: 'done' | 'kept' | 'released', now: Date): ActionItem {
  if (item.status === status) return item;
  mustBeOpen(item);
  return { ...item, status, closedAt: now, edition: item.edition + 1 };
}

export const isPromise = ({ promisedTo }: ActionItem): boolean => promisedTo !== null;

/** Whether somebody else was promised it, and is there to be asked: a promise to somebody who left binds nobody. */
const isHeldBy = ({ promisedTo }: ActionItem, by: PersonId, roster: Roster): boolean =>
  promisedTo !== null && promisedTo.id !== by && roster.has(promisedTo.id);

function mustBeOpen(item: ActionItem): void {
  if (item.status !== 'open') throw new Refusal('action.closed');
}

function mustBePromisedTo(item: ActionItem, by: PersonId): void {
  if (!item.promisedTo) throw new Refusal('action.noPromise');
  if (item.promisedTo.id !== by) throw new Refusal('action.promised');
}

function wordsOf({ text, owner, dueOn, promisedTo }: ActionWords, roster: Roster) {
  return { text, owner: memberOf(roster, owner), dueOn, promisedTo: promisedTo && memberOf(roster, promisedTo) };
}

function memberOf(roster: Roster, id: PersonId): Person {
  const member = roster.get(id);
  if (!member) throw new Refusal('action.notInTeam');
  return personOf(member);
}

const personOf = ({ id, name }: Person): Person => ({ id, name });
