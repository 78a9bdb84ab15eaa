import type { ActionItem } from '../domain/actionItem.ts';
import type { Hour } from '../domain/hour.ts';
import type { PersonId, TeamRef, TenantId } from '../domain/ids.ts';
import type { Note } from '../domain/note.ts';
import type { SayingKind, TeamReminders } from '../domain/reminder.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { Person } from '../domain/team.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { KnownSchedule } from './hourPorts.ts';
import type { TeamRecord, Version, Versioned } from './ports.ts';

/* What timed work needs from the world: something that wakes up, something that remembers what was said, and a voice. */

/** Whose time it is: that of a team's conversation, or that of one member who asked for reminders. */
export type Target = { readonly ref: TeamRef; readonly person: PersonId | null };

/** One look at a target, at its time. */
export type Tick = {
  readonly target: Target;
  /** The plan that it belongs to; a tick of another plan than today's is of the past. */
  readonly plan: string;
  readonly at: Date;
};

/** A message as somebody has it in hand: which one, and how often it was handed out, ever, this time included. */
export type Handed = { readonly message: string; readonly handedOut: number };

/** When a target is looked at next, and which message wakes up for it, as it was in hand the last time: `null` before one was. */
export type Plan = Tick & { readonly waking: Handed | null };

/**
 * One plan for each target: when to look at it next. What a tick finds is decided when it comes, never when it was planned; so a tick too
 * many does nothing, and one that comes late finds the present.
 */
export type Timer = {
  /**
   * A change is about to be made: from now on the target is looked at soon, also when this process ends before the change does. In the
   * place of whatever was planned. @throws Away, and then nothing was changed
   */
  announce(target: Target, now: Date): Promise<Tick>;
  /** The change was made: look at once. */
  hurry(announced: Tick): Promise<void>;
  /** The plan as it stands; `null` when there is none. */
  planned(target: Target): Promise<Versioned<Plan> | null>;
  /** The next look of this plan, for which this message wakes up; `null`: none. `false` when somebody planned something else meanwhile. */
  next(before: Versioned<Plan>, at: Date | null, waking: Handed): Promise<boolean>;
};

export type Received = Handed & {
  /** `null` when it cannot be read. */
  readonly tick: Tick | null;
  /** Hands it back for a while: nobody else gets it before. */
  again(seconds: number): Promise<void>;
  /** Waits for its next time. */
  rest(seconds: number): Promise<void>;
  done(): Promise<void>;
  /** Into the queue of what cannot be worked on. */
  setAside(): Promise<void>;
};

export type WorkQueue = {
  /** At most 32; nobody else gets them for as long as `hiddenForInSeconds`. */
  receive(most: number, hiddenForInSeconds: number): Promise<readonly Received[]>;
  /** Those of whom a tick must have been lost, and who are looked at again: how many there were. */
  sweep(now: Date): Promise<number>;
  /** About how many wait, those that are not yet due included, and how many were set aside. */
  depth(): Promise<{ readonly waiting: number; readonly setAside: number }>;
};

/**
 * How far saying something came. `claimed`: somebody is about to; `sending`: from here on it may have been heard; `unknown`: it may have
 * been, and is never repeated by itself; `late` and `outdated`: it was not said, because it was no longer of use.
 */
export type SayingState = 'claimed' | 'sending' | 'sent' | 'unknown' | 'failed' | 'late' | 'outdated';

/** What became of one thing to say. */
export type Said = {
  /** `null`: to everybody in the conversation. */
  readonly to: PersonId | null;
  /** What it is about: the date of the hour, or the day on which a person was reminded. */
  readonly date: LocalDate;
  readonly kind: SayingKind | 'digest';
  readonly state: SayingState;
  readonly dueAt: Date;
  readonly changedAt: Date;
  /** Where it is; opaque to everybody but the Teams room. */
  readonly post: string | null;
  /** What the post shows of the hour, to notice when that is not so any more. */
  readonly shows: string;
  /** Why it failed, in a word of ours. */
  readonly trouble: string | null;
};

/** The hours that somebody has touched, and what was said in the conversation about any; with the schedule and the wishes as they stand. */
export type Around = {
  readonly schedule: KnownSchedule | null;
  readonly hours: readonly Hour[];
  readonly wishes: TeamReminders;
  readonly said: readonly Versioned<Said>[];
};

export type ReminderStore = {
  /** All that a look at a team needs, from a day on. */
  around(ref: TeamRef, from: LocalDate): Promise<Around>;
  /** The newest first. */
  newest(ref: TeamRef, to: PersonId | null, limit: number): Promise<readonly Versioned<Said>[]>;
  /** `null` when it is there already, whoever wrote it. */
  claim(ref: TeamRef, said: Said): Promise<Version | null>;
  /** @throws ChangedMeanwhile */
  turn(ref: TeamRef, said: Said, version: Version): Promise<Version>;
  find(ref: TeamRef, said: Pick<Said, 'to' | 'date' | 'kind'>): Promise<Versioned<Said> | null>;
  /** What the team wants to hear. Never `null`: as usual, until an owner chose. */
  wishes(ref: TeamRef): Promise<Versioned<TeamReminders>>;
  /** @throws ChangedMeanwhile */
  saveWishes(ref: TeamRef, wishes: TeamReminders, version: Version): Promise<Version>;
};

export type PaceStore = {
  /**
   * Takes the next moments that nobody in the tenant has taken yet, on any instance. Some may be lost when an acknowledgement is.
   * @returns from when on they are; never before `now`
   */
  reserve(tenant: TenantId, lengthInMs: number, now: Date): Promise<Date>;
};

/** Everything that is said about an hour, in whichever post: the Teams room makes a card of it. */
export type Saying = {
  readonly kind: SayingKind;
  /** As it stands, with whose turn it is. */
  readonly hour: Hour;
  /** Who would talk with whom, as things stand. */
  readonly pairs: readonly (readonly Person[])[];
  /** What waits to be talked about, in its order. */
  readonly topics: readonly Topic[];
  /** Open promises, by their date. */
  readonly promises: readonly ActionItem[];
  /** Who said that they cannot come. */
  readonly away: readonly Person[];
  /** Where the team meets, when the team said so. */
  readonly meetingLink: string | null;
  /** The meeting that was given up, by its name. */
  readonly replaces: string | null;
  /** What was written for it so far. */
  readonly status: readonly StatusLine[];
  /** For the recap, never what was just for the hour. */
  readonly decisions: readonly Note[];
  readonly actions: readonly ActionItem[];
  readonly nextHour: Hour | null;
};

/**
 * What became of a post. `refused`: it will not work the next time either; `gone`: the bot is not wanted there any more; `away`: it was
 * not said, later it may be; `unknown`: it may have been said.
 */
export type Outcome =
  | { readonly outcome: 'sent'; readonly post: string | null }
  | { readonly outcome: 'refused' | 'gone' | 'away' | 'unknown' };

/** The bot's voice in a conversation. None of these throw. */
export type HourMessenger = {
  /** In the thread of another post about the hour, where there is one. */
  say(record: TeamRecord, saying: Saying, thread: string | null): Promise<Outcome>;
  /** The post shows the hour as it is now. May be repeated. */
  update(record: TeamRecord, saying: Saying, post: string): Promise<Outcome['outcome']>;
};
