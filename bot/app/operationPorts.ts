import type { ActionItem } from '../domain/actionItem.ts';
import type { CheckIn, Goal, Supporter } from '../domain/goal.ts';
import type { Ask, Comment, Note as GoalNote } from '../domain/goalCircle.ts';
import type { Hour } from '../domain/hour.ts';
import type { GoalId, HourDate, KudosId, PersonId, TeamRef, TenantId, TopicId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Note } from '../domain/note.ts';
import type { Profile } from '../domain/profile.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Exit } from './hourPorts.ts';

/* What running the house for years needs from the world. */

export type ExportFacts = {
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly rows: number;
  readonly teams: number;
  /** Parts that were written to again and again while they were read: 0 when everything in it belongs together. */
  readonly changedMeanwhile: number;
};

/** Everything of every team, as it was at one time, kept beside the tables. */
export type ExportStore = {
  /** Whether it is ours to make the one of this night: of several instances one is told so, and of a night once. */
  claim(night: LocalDate, now: Date): Promise<boolean>;
  done(night: LocalDate, now: Date): Promise<void>;
  make(name: string): Promise<ExportFacts>;
  /** Those that are whole. */
  names(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
  /** Who was erased before then is in no export any more, so nothing has to be held against any. */
  forgetErased(before: Date): Promise<void>;
};

export type RestoreWish = {
  readonly from: string;
  /** Only what belongs to this team, whatever its tenant. */
  readonly team: string | null;
  /** Rows are put over what is there. Otherwise nothing is written where there is something. */
  readonly overExisting: boolean;
};
export type Restored = { readonly rows: number; readonly from: string };

/** Thrown when what an operator asks for cannot be done like this; nothing was changed then. */
export class CannotBeDone extends Error {
  override name = 'CannotBeDone';
}

/** What somebody asked to erase: a person in every team of a tenant, or a team. */
export type Erasure = ErasureOfPerson | { readonly team: TeamRef };
export type ErasureOfPerson = { readonly person: { readonly tenantId: TenantId; readonly personId: PersonId } };

/** One time of asking for it. */
export type Erasing<Of extends Erasure = Erasure> = {
  readonly what: Of;
  readonly id: string;
  readonly askedAt: Date;
};

/** Where somebody who was erased stood in what the bot had said, and in what others go on with. */
export type Traces = {
  /** The bot's own cards of what is gone. */
  readonly posts: readonly string[];
  /** Kudos that named them and are still there. */
  readonly kudos: readonly KudosId[];
  /** Hours in which they had a part. */
  readonly hours: readonly HourDate[];
};

/** All of these may be repeated, and go on where they ended. */
export type EraseStore = {
  /** Kept until it is done, whatever happens meanwhile, and held against every export that was made before. */
  ask<Of extends Erasure>(what: Of, now: Date): Promise<Erasing<Of>>;
  asked(): Promise<readonly Erasing[]>;
  askedFor(what: Erasure): Promise<Erasing | null>;
  /** All of it is gone: an export that was begun before knows as well. */
  done(erasing: Erasing): Promise<void>;
  /** It is not to be erased after all. */
  withdraw(erasing: Erasing): Promise<void>;
  personIn(ref: TeamRef, person: PersonId): Promise<Traces>;
  /** They were erased there: what they write from now on is another beginning, and no part of this. */
  beginsAnew(erasing: Erasing, ref: TeamRef): Promise<void>;
  /** What belongs to no team, but for which teams they are in. From then on it is another beginning, too. */
  personAlone(erasing: Erasing<ErasureOfPerson>): Promise<void>;
  /** Looks through everything where they have not begun anew, also for teams that they were once in. */
  personEverywhere(erasing: Erasing<ErasureOfPerson>): Promise<ReadonlyMap<TeamRef, Traces>>;
  team(ref: TeamRef): Promise<void>;
  /** Teams that the app was taken out of before that moment, and those that were to end by now. */
  gone(before: Date, now: Date): Promise<readonly TeamRef[]>;
  /** The hours, wherever they are, that still have lines which are just for them; by the date that these are kept under. */
  passing(): Promise<readonly { readonly ref: TeamRef; readonly date: HourDate }[]>;
};

type OnGoal<Thing> = Thing & { readonly goal: GoalId };
type InHour<Thing> = Thing & { readonly hour: HourDate };

/** Everything of one person in one team: what they wrote, what they were told, and what is about them and theirs to see. */
export type PersonalRecord = {
  readonly profile: Profile | null;
  readonly kudos: readonly Kudos[];
  readonly goals: readonly Goal[];
  readonly checkIns: readonly OnGoal<CheckIn>[];
  readonly comments: readonly OnGoal<Comment>[];
  readonly notesOnGoals: readonly OnGoal<GoalNote>[];
  readonly topics: readonly Topic[];
  readonly actions: readonly ActionItem[];
  readonly lines: readonly InHour<Note>[];
  readonly status: readonly InHour<StatusLine>[];
  readonly exits: readonly InHour<Exit>[];
  readonly avoids: readonly PersonId[];
  /** Topics and goals of others that they stand behind. */
  readonly support: readonly (
    /** `null` are words that are not theirs to see any more. */
    | { readonly topic: TopicId; readonly text: string | null }
    | {
        readonly goal: GoalId;
        readonly title: string | null;
        readonly answer: Supporter['answer'] | null;
        readonly cheeredAt: Date | null;
        readonly offeredAt: Date | null;
      }
  )[];
  readonly hours: readonly {
    readonly date: HourDate;
    readonly facilitator: boolean;
    readonly spotlight: boolean;
    readonly pair: readonly PersonId[];
  }[];
  /** Marks, wishes, reminders: as they are kept. */
  readonly other: readonly object[];
};

/** Everything of a team that every member may see, and nothing else. */
export type TeamRecords = {
  readonly profiles: readonly { readonly person: PersonId; readonly profile: Profile }[];
  readonly kudos: readonly Kudos[];
  readonly goals: readonly Goal[];
  readonly asks: readonly Ask[];
  readonly hours: readonly Hour[];
  readonly topics: readonly Topic[];
  readonly lines: readonly InHour<Note>[];
  readonly exits: readonly InHour<Exit>[];
  readonly status: readonly InHour<StatusLine>[];
  readonly actions: readonly ActionItem[];
};

export type RecordStore = {
  ofPerson(ref: TeamRef, person: PersonId): Promise<PersonalRecord>;
  ofTeam(ref: TeamRef): Promise<TeamRecords>;
};
