import type { KudosId, PersonId, TeamId, TeamRef, TenantId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Profile, Wish } from '../domain/profile.ts';
import type { Member, Team, TeamKind } from '../domain/team.ts';

/* What the use cases need from the world, in their own words. Not there is `null`; a version is whatever the store says it is. */

export type Version = string & { readonly __version?: never };
export type Versioned<Thing> = { readonly thing: Thing; readonly version: Version };

/** Thrown by a store when the thing was changed by somebody else since it was read. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
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
  /** @throws ChangedMeanwhile */
  saveValues(ref: TeamRef, values: readonly string[], version: Version): Promise<Version>;
};

/** Which teams somebody is in: derived, may be behind, and is checked against the roster before it is believed. */
export type PersonIndex = {
  teamsOf(tenantId: TenantId, personId: PersonId): Promise<TeamId[]>;
  add(ref: TeamRef, people: readonly PersonId[]): Promise<void>;
  remove(ref: TeamRef, people: readonly PersonId[]): Promise<void>;
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

/** The first screen's own reading: my profile and the newest kudos, side by side. */
export type FirstScreenStore = {
  read(ref: TeamRef, viewer: PersonId, limit: number): Promise<{ profile: Versioned<Profile>; slice: KudosSlice }>;
};

/** What the bot says about kudos. None of these throw: a card that cannot be delivered waits on the wall, and is logged. */
export type KudosMessenger = {
  /** Posts the card where it belongs: in the conversation for all, one to one for each who was thanked privately. Returns where. */
  post(record: TeamRecord, kudos: Kudos, place: string | null): Promise<string[]>;
  update(record: TeamRecord, kudos: Kudos, posts: readonly string[]): Promise<void>;
  /** The card says that the kudos is no longer there. Answers whether all of them do now. */
  withdraw(record: TeamRecord, posts: readonly string[]): Promise<boolean>;
};

export type Clock = () => Date;

/** Addresses inside Teams that lead back into the tab. */
export type Links = {
  /** The wall of a team, at one kudos when it is named. */
  wall(ref: TeamRef, kudos: KudosId | null): string;
};

/** Structured, never a token, never what people wrote. */
export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};
