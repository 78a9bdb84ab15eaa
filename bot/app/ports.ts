import type { ActionItem } from '../domain/actionItem.ts';
import type { CheckIn, Goal, IfThen, Progress } from '../domain/goal.ts';
import type { Ask, Comment, Note as GoalNote } from '../domain/goalCircle.ts';
import type { Hour } from '../domain/hour.ts';
import type {
  ActionItemId,
  EntryId,
  GoalId,
  HourDate,
  KudosId,
  NoteId,
  PersonId,
  TeamId,
  TeamRef,
  TenantId,
  TopicId,
} from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Note } from '../domain/note.ts';
import type { Profile, Wish } from '../domain/profile.ts';
import type { Proposal, Schedule } from '../domain/schedule.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { Ending, Member, Person, Team, TeamKind } from '../domain/team.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Turns } from '../domain/turns.ts';

/* What the use cases need from the world, in their own words. Not there is `null`; a version is whatever the store says it is. */

export type Version = string & { readonly __version?: never };
export type Versioned<Thing> = { readonly thing: Thing; readonly version: Version };

/** Thrown by a store when the thing was changed by somebody else since it was read. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
}

/** Thrown when a change does not say which version it changes. */
export class VersionMissing extends Error {
  override name = 'VersionMissing';
}

/** Thrown when there is no such thing, or none that this person may know of. Both look the same. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Thrown when what we depend on (storage, Teams) does not answer. Nothing was changed, or the same request may simply be sent again. */
export class Away extends Error {
  override name = 'Away';
  readonly retryAfterInSeconds: number;

  constructor(what: string, retryAfterInSeconds = 5, options?: ErrorOptions) {
    super(`${what} does not answer`, options);
    this.retryAfterInSeconds = retryAfterInSeconds;
  }
}

/** Thrown when a cursor was altered, or belongs to another team or another question. */
export class BadCursor extends Error {
  override name = 'BadCursor';
}

/** A team as stored, with what only the edges understand. */
export type TeamRecord = {
  readonly team: Team;
  /** Changes with every member event, so that every instance drops what it knows of the roster. */
  readonly rosterVersion: string;
  /** How Teams is reached for this conversation; opaque to everybody but the Teams room. */
  readonly address: string;
};

export type TeamStore = {
  /** `null` when the app is not installed there (any more). */
  find(ref: TeamRef): Promise<Versioned<TeamRecord> | null>;
  /** Installed, renamed or moved to another address: everything given is taken over, the values stay. Marks the roster as changed. */
  install(ref: TeamRef, facts: { kind: TeamKind; name: string; address: string }): Promise<void>;
  /** The roster changed. Nothing happens when the team is not there. */
  touchRoster(ref: TeamRef): Promise<void>;
  uninstall(ref: TeamRef): Promise<void>;
  /** `null`: it goes on. Nothing happens when the team is not there. */
  saveEnding(ref: TeamRef, ending: Ending | null): Promise<void>;
  /** @throws ChangedMeanwhile */
  saveValues(ref: TeamRef, values: readonly string[], version: Version): Promise<Version>;
};

/** Which teams somebody is in: derived, may be behind, and is checked against the roster before it is believed. */
export type PersonIndex = {
  teamsOf(tenantId: TenantId, personId: PersonId): Promise<TeamId[]>;
  add(ref: TeamRef, people: readonly PersonId[]): Promise<void>;
  remove(ref: TeamRef, people: readonly PersonId[]): Promise<void>;
  /** They are not in it any more; what is theirs there they may still take along. */
  leave(ref: TeamRef, people: readonly PersonId[]): Promise<void>;
  /** Also those that somebody has left. */
  everIn(tenantId: TenantId, personId: PersonId): Promise<TeamId[]>;
};

/** The roster as Teams has it now. `null` when the bot is not in that conversation (any more). @throws Away */
export type RosterSource = {
  membersOf(record: TeamRecord): Promise<Member[] | null>;
};

export type ProfileStore = {
  /** Never `null`: who has told nothing has the empty profile, with a version that stands for that. */
  find(ref: TeamRef, person: PersonId): Promise<Versioned<Profile>>;
  wishesOf(ref: TeamRef, people: readonly PersonId[]): Promise<Wish[]>;
  /** The profiles of those who have told something. */
  all(ref: TeamRef): Promise<ReadonlyMap<PersonId, Profile>>;
  /** @throws ChangedMeanwhile */
  save(ref: TeamRef, person: PersonId, profile: Profile, version: Version): Promise<Version>;
};

/** A place between two kudos, newest first: the last one that was shown. */
export type Position = { readonly createdAt: Date; readonly id: KudosId };

export type KudosFilter = {
  /** Given by or to this person. */
  readonly person?: PersonId;
  readonly value?: string;
  /** Every term must be met: by a word of the text, by one of these people, or by one of these values. */
  readonly terms?: readonly KudosTerm[];
};
export type KudosTerm = {
  readonly word: string;
  readonly people: readonly PersonId[];
  readonly values: readonly string[];
};

export type KudosSlice = {
  readonly items: readonly Versioned<Kudos>[];
  /** Where to go on; `null` at the end. A slice may be short, even empty, and still not be the last. */
  readonly next: Position | null;
};

export type KudosStore = {
  find(ref: TeamRef, id: KudosId): Promise<Versioned<Kudos> | TakenBack | null>;
  /** Wall and indexes in one transaction. `taken` when the id is there already, as whatever. */
  add(ref: TeamRef, kudos: Kudos, card: CardPlan): Promise<Version | 'taken'>;
  /** @throws ChangedMeanwhile */
  replace(ref: TeamRef, kudos: Kudos, version: Version): Promise<Version>;
  /** Gone from wall and indexes; its id stays taken. @throws ChangedMeanwhile */
  takeBack(ref: TeamRef, kudos: Kudos, version: Version, by: PersonId): Promise<void>;
  /** Those that wait for the next hour, oldest first: a hundred at most. */
  waiting(ref: TeamRef): Promise<readonly Versioned<Kudos>[]>;
  /** What this viewer may see, newest first, after a position. */
  list(ref: TeamRef, viewer: PersonId, filter: KudosFilter, after: Position | null, limit: number): Promise<KudosSlice>;
};

/** What stays of a kudos that was taken back: that its id is spent, and who did it. */
export type TakenBack = { readonly takenBackBy: PersonId };
export const isTakenBack = (found: object): found is TakenBack => 'takenBackBy' in found;

/** Whether the bot is about to post a card for a new kudos. Written with it, so that a crash in between is known and never posts twice. */
export type CardPlan = 'bot' | 'none';

/** Where the bot's own card for a kudos is; opaque to everybody but the Teams room. */
export type CardStore = {
  find(ref: TeamRef, id: KudosId): Promise<{ posts: readonly string[] } | null>;
  /** The posting ended: here it is, or nowhere. */
  settle(ref: TeamRef, id: KudosId, posts: readonly string[]): Promise<void>;
};

/** A place between two goals of one list: by owner, open ones first, newest first. */
export type GoalPlace = {
  readonly owner: PersonId;
  readonly isClosed: boolean;
  /** When it was begun, or when it was closed. */
  readonly at: Date;
  readonly id: GoalId;
};

/** A slice may be short, even empty, and still not be the last; `next` says so. */
export type Slice<Thing, Place> = { readonly items: readonly Thing[]; readonly next: Place | null };
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

/** What an open goal of mine looks like from afar. */
export type GoalHead = Pick<Goal, 'id' | 'title' | 'dueOn'> & {
  readonly progress: Progress;
  readonly nextStep: string | null;
  readonly checkedInAt: Date | null;
};

/** The first screen's own reading, side by side. */
export type FirstScreenStore = {
  /** @param from the day from which hours are wanted */
  read(ref: TeamRef, viewer: PersonId, limit: number, from: LocalDate): Promise<FirstReading>;
};
export type FirstReading = {
  readonly profile: Versioned<Profile>;
  /** My open goals, the one last checked in first; a few. */
  readonly goals: readonly GoalHead[];
  /** My open action items by due date; a few. */
  readonly actions: readonly ActionItem[];
  readonly schedule: Schedule | null;
  /** Hours from a day on that somebody has touched. */
  readonly touched: readonly Hour[];
  readonly slice: KudosSlice;
};

/** In which languages people read. */
export type Locales = ReadonlyMap<PersonId, string>;

/** What the bot says about kudos. None of these throw: a card that cannot be delivered waits on the wall, and is logged. */
export type KudosMessenger = {
  /**
   * Posts the card where it belongs: in the conversation for all, one to one for each who was thanked privately, in their language as far
   * as it is known. Returns where.
   */
  post(record: TeamRecord, kudos: Kudos, place: string | null, locales: Locales): Promise<string[]>;
  update(record: TeamRecord, kudos: Kudos, posts: readonly string[]): Promise<void>;
  /** The card says that the kudos is no longer there. Answers whether all of them do now. */
  withdraw(record: TeamRecord, posts: readonly string[]): Promise<boolean>;
};

/** What is known of the service itself. */
export type HouseStore = {
  heardFromTeams(at: Date): Promise<void>;
  lastHeard(): Promise<Date | null>;
  /** Writes and reads something of no meaning. @throws Away */
  probe(): Promise<void>;
};

export type Clock = () => Date;

/** Addresses inside Teams that lead back into the tab. */
export type Links = {
  /** The wall of a team, at one kudos when it is named. */
  wall(ref: TeamRef, kudos: KudosId | null): string;
  /** The goals page of who opens it, or one goal. */
  goals(ref: TeamRef, goal: GoalId | null): string;
  person(ref: TeamRef, person: PersonId): string;
  /** The hour that runs or comes next; or how to begin, where none was chosen. */
  hour(ref: TeamRef): string;
};

/** Structured, never a token, never what people wrote. */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};
