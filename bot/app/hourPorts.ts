import type { ActionItem } from '../domain/actionItem.ts';
import type { IfThen } from '../domain/goal.ts';
import type { Hour } from '../domain/hour.ts';
import type { ActionItemId, HourDate, NoteId, PersonId, TeamRef, TopicId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Note } from '../domain/note.ts';
import type { Proposal, Schedule } from '../domain/schedule.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { Person } from '../domain/team.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Turns } from '../domain/turns.ts';
import type { Slice, Version, Versioned } from './ports.ts';

/* What the use cases of the hour, its schedule and what comes of it need from the world. */

/** When a team's hour is, and how often that was changed: calendars need to know which of two is the newer. */
export type KnownSchedule = Versioned<Schedule> & { readonly edition: number; readonly savedAt: Date };

export type ScheduleStore = {
  find(ref: TeamRef): Promise<KnownSchedule | null>;
  /** @param version of what it replaces; `null` when there is none yet @throws ChangedMeanwhile */
  save(ref: TeamRef, schedule: Schedule, version: Version | null, now: Date): Promise<KnownSchedule>;
  /** One a member, oldest first. */
  proposals(ref: TeamRef): Promise<readonly Proposal[]>;
  /** In the place of the member's one before. */
  propose(ref: TeamRef, proposal: Proposal): Promise<void>;
  /** Withdrawing what is not there is fine. */
  withdraw(ref: TeamRef, by: PersonId): Promise<void>;
};

/**
 * What people wrote and marked in an hour. Each line is a row of its own, so that many can write at once; nothing of it is read
 * when only the hour itself is asked for.
 */
export type HourEntries = {
  readonly notes: readonly Note[];
  /** Talked about in it, or sent out of it. */
  readonly topics: readonly Topic[];
  readonly away: readonly Person[];
  readonly present: readonly Person[];
  /** Kudos that came into sight as it opened. */
  readonly thanks: readonly Kudos[];
  readonly exits: readonly Exit[];
  /** Written for it in the place of the meeting that was given up; one a person, the oldest first. */
  readonly status: readonly StatusLine[];
  /** Who tapped "We talked". */
  readonly talked: readonly Person[];
};

/** What somebody leaves an hour with. */
export type Exit = { readonly person: Person; readonly plan: IfThen; readonly isShared: boolean };

export type HourMark = 'away' | 'present' | 'talked';

export type HourStore = {
  /** Changes with whatever anybody changes about hours, topics, notes and action items of the team: one point read. */
  pulse(ref: TeamRef): Promise<Version>;
  find(ref: TeamRef, date: HourDate): Promise<Versioned<Hour> | null>;
  /** Hours that somebody has touched, from a day on, oldest first. */
  from(ref: TeamRef, date: LocalDate): Promise<readonly Hour[]>;
  /** The same, newest first, before a date. */
  list(ref: TeamRef, before: HourDate | null, limit: number): Promise<Slice<Hour, HourDate>>;
  /** @param version of what it replaces; `null` when nobody has touched it yet @throws ChangedMeanwhile */
  save(ref: TeamRef, hour: Hour, version: Version | null): Promise<void>;
  /**
   * Both, in one transaction.
   * @param replaced version of what is on that day already @throws ChangedMeanwhile, also when there is something else by now
   */
  move(ref: TeamRef, from: Hour, version: Version | null, to: Hour, replaced?: Version | null): Promise<void>;
  /** The hour and what is remembered of it, in one transaction. @throws ChangedMeanwhile */
  close(ref: TeamRef, hour: Hour, version: Version, turns: Turns, turnsVersion: Version | null): Promise<void>;
  turns(ref: TeamRef): Promise<Versioned<Turns> | null>;
  entries(ref: TeamRef, date: HourDate): Promise<HourEntries>;
  /** How many there are, with those that were taken away, as far as `most`. */
  count(ref: TeamRef, date: HourDate, what: 'note' | 'topic', most: number): Promise<number>;
  /** In the place of one's own before; `null` takes it away. */
  leaveWith(ref: TeamRef, date: HourDate, person: Person, exit: Omit<Exit, 'person'> | null): Promise<void>;
  findStatus(ref: TeamRef, date: HourDate, by: PersonId): Promise<Versioned<StatusLine> | null>;
  /** In the place of one's own before; `null` when there was none. @throws ChangedMeanwhile */
  sayStatus(ref: TeamRef, date: HourDate, line: StatusLine, before: Version | null): Promise<void>;
  /** @throws ChangedMeanwhile */
  takeStatusBack(ref: TeamRef, date: HourDate, by: PersonId, before: Version): Promise<void>;
  /** Marking twice is marking once. */
  mark(ref: TeamRef, date: HourDate, mark: HourMark, by: Person, on: boolean): Promise<void>;
  findNote(ref: TeamRef, date: HourDate, id: NoteId): Promise<Versioned<Note> | 'removed' | null>;
  /** `taken` when the id is there already, as whatever. */
  addNote(ref: TeamRef, date: HourDate, note: Note): Promise<'added' | 'taken'>;
  /** @throws ChangedMeanwhile */
  replaceNote(ref: TeamRef, date: HourDate, note: Note, version: Version): Promise<void>;
  /** Its id stays taken. @throws ChangedMeanwhile */
  removeNote(ref: TeamRef, date: HourDate, note: Note, version: Version): Promise<void>;
  /** Deletes lines that were just for an hour, when it is over for a day. May be repeated. */
  forgetPassing(ref: TeamRef, date: HourDate): Promise<void>;
};

export type TopicStore = {
  find(ref: TeamRef, id: TopicId): Promise<Versioned<Topic> | 'removed' | null>;
  /** What waits to be talked about, oldest first: a hundred at most. */
  open(ref: TeamRef): Promise<readonly Topic[]>;
  add(ref: TeamRef, topic: Topic): Promise<'added' | 'taken'>;
  /** @throws ChangedMeanwhile */
  replace(ref: TeamRef, topic: Topic, before: Versioned<Topic>): Promise<void>;
  /** Its id stays taken. @throws ChangedMeanwhile */
  remove(ref: TeamRef, before: Versioned<Topic>): Promise<void>;
};

/** A place in somebody's action items: open ones first, by due date; those that are closed newest first. */
export type ActionPlace = { readonly isClosed: boolean; readonly at: string; readonly id: ActionItemId };
export type ActionFilter = { readonly person?: PersonId; readonly status?: 'open' | 'closed' };

export type ActionStore = {
  find(ref: TeamRef, id: ActionItemId): Promise<Versioned<ActionItem> | 'removed' | null>;
  /** Open ones of the whole team by due date, those without one last: a hundred at most. */
  open(ref: TeamRef): Promise<readonly ActionItem[]>;
  /** Owned by or promised to somebody, or everybody's. */
  list(
    ref: TeamRef,
    filter: ActionFilter,
    after: ActionPlace | null,
    limit: number,
  ): Promise<Slice<ActionItem, ActionPlace>>;
  add(ref: TeamRef, item: ActionItem): Promise<'added' | 'taken'>;
  /** @throws ChangedMeanwhile */
  replace(ref: TeamRef, item: ActionItem, before: Versioned<ActionItem>): Promise<void>;
  /** Its id stays taken. @throws ChangedMeanwhile */
  remove(ref: TeamRef, before: Versioned<ActionItem>): Promise<void>;
};

/** Whom somebody would rather not be paired with: their own row, for the matcher, and shown to nobody but themselves. */
export type AvoidStore = {
  of(ref: TeamRef, person: PersonId): Promise<readonly PersonId[]>;
  /** As they stood at that time: what was wished later is as if it had not been said yet. */
  all(ref: TeamRef, asOf: Date): Promise<readonly (readonly [PersonId, PersonId])[]>;
  save(ref: TeamRef, person: PersonId, avoids: readonly PersonId[], now: Date): Promise<void>;
};
