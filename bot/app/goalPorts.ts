import type { CheckIn, Goal, Progress } from '../domain/goal.ts';
import type { Ask, Comment, Note as GoalNote } from '../domain/goalCircle.ts';
import type { EntryId, GoalId, PersonId, TeamRef } from '../domain/ids.ts';
import type { Slice, Version, Versioned } from './ports.ts';

/* What the use cases of goals need from the world. */

/** A place between two goals of one list: by owner, open ones first, newest first. */
export type GoalPlace = {
  readonly owner: PersonId;
  readonly isClosed: boolean;
  /** When it was begun, or when it was closed. */
  readonly at: Date;
  readonly id: GoalId;
};

export type GoalSlice = Slice<Goal, GoalPlace>;

export type GoalFilter = {
  /** Goals of this person only. */
  readonly owner?: PersonId;
  readonly status?: 'open' | 'closed';
};

/** What stays of a goal that its owner deleted: that its id is spent, and whose it was. */
export type RemovedGoal = { readonly removedBy: PersonId };
export const isRemoved = (found: object): found is RemovedGoal => 'removedBy' in found;

/** A goal is kept once for each list that it is in, and in nobody's list who may not see it. */
export type GoalStore = {
  find(ref: TeamRef, id: GoalId): Promise<Versioned<Goal> | RemovedGoal | null>;
  /** `taken` when the id is there already, as whatever. */
  add(ref: TeamRef, goal: Goal): Promise<Version | 'taken'>;
  /**
   * The goal, every list it was or will be in, and the check-in that was added, in one transaction.
   * @throws ChangedMeanwhile, also when the check-in is there already
   */
  replace(ref: TeamRef, goal: Goal, before: Versioned<Goal>, checkIn?: CheckIn): Promise<Version>;
  /** Gone from every list; its id stays taken. What was added to it goes with `clear`. @throws ChangedMeanwhile */
  remove(ref: TeamRef, before: Versioned<Goal>): Promise<void>;
  /** Deletes what was added to a goal that is gone. May be repeated, and go on where it ended. */
  clear(ref: TeamRef, id: GoalId): Promise<void>;
  /** Goals that this viewer may see; for `null`, those that everybody in the team may. */
  list(
    ref: TeamRef,
    viewer: PersonId | null,
    filter: GoalFilter,
    after: GoalPlace | null,
    limit: number,
  ): Promise<GoalSlice>;
  /** What the team is asked for, newest first. */
  asks(ref: TeamRef, after: AskPlace | null, limit: number): Promise<Slice<Ask, AskPlace>>;
  /** What one person asks the team for. */
  asksOf(ref: TeamRef, owner: PersonId): Promise<readonly Ask[]>;
  /** My own goals, the open ones of others that I support or am asked to, and what the team is asked for: side by side. */
  screen(
    ref: TeamRef,
    viewer: PersonId,
    limit: number,
  ): Promise<{ mine: GoalSlice; supporting: readonly Goal[]; asks: readonly Ask[] }>;
};

export type AskPlace = { readonly at: Date; readonly id: GoalId };

/** What was added to goals, newest first: an entry is written once, under an id of its own, and never changed. */
export type EntryStore<Entry extends { readonly id: EntryId; readonly at: Date }> = {
  find(ref: TeamRef, goal: GoalId, id: EntryId): Promise<Entry | 'removed' | null>;
  list(ref: TeamRef, goal: GoalId, after: EntryPlace | null, limit: number): Promise<Slice<Entry, EntryPlace>>;
};

export type EntryPlace = { readonly at: Date; readonly id: EntryId };

/** Entries that are written by themselves; a check-in is written with its goal. */
export type WritableEntryStore<Entry extends { readonly id: EntryId; readonly at: Date }> = EntryStore<Entry> & {
  /** `taken` when the id is there already, as whatever. */
  add(ref: TeamRef, goal: GoalId, entry: Entry): Promise<'added' | 'taken'>;
  /** Its id stays taken. Removing twice is removing once. */
  remove(ref: TeamRef, goal: GoalId, entry: Entry): Promise<void>;
};

export type GoalEntries = {
  readonly checkIns: EntryStore<CheckIn>;
  readonly comments: WritableEntryStore<Comment>;
  readonly notes: WritableEntryStore<GoalNote>;
};

/** What an open goal of mine looks like from afar. */
export type GoalHead = Pick<Goal, 'id' | 'title' | 'dueOn'> & {
  readonly progress: Progress;
  readonly nextStep: string | null;
  readonly checkedInAt: Date | null;
};
