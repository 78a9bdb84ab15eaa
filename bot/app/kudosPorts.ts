import type { KudosId, PersonId, TeamRef } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Locales, TeamRecord, Version, Versioned } from './ports.ts';

/* What the use cases of kudos need from the world. */

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
