import type { ActionItem } from '../domain/actionItem.ts';
import type { Hour } from '../domain/hour.ts';
import type { GoalId, KudosId, PersonId, TeamId, TeamRef, TenantId } from '../domain/ids.ts';
import type { Profile, Wish } from '../domain/profile.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { Ending, Member, Team, TeamKind } from '../domain/team.ts';
import type { LocalDate } from '../domain/time.ts';
import type { GoalHead } from './goalPorts.ts';
import type { KudosSlice } from './kudosPorts.ts';

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

/** A slice may be short, even empty, and still not be the last; `next` says so. */
export type Slice<Thing, Place> = { readonly items: readonly Thing[]; readonly next: Place | null };

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
