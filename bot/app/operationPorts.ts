import type { PersonId, TeamRef, TenantId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';

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

/** Thrown when an export cannot be restored as it was asked for; nothing was written then. */
export class CannotRestore extends Error {
  override name = 'CannotRestore';
}

/** What somebody asked to erase: a person in every team of a tenant, or a team. */
export type Erasure =
  { readonly person: { readonly tenantId: TenantId; readonly personId: PersonId } } | { readonly team: TeamRef };

/** All of these may be repeated, and go on where they ended. */
export type EraseStore = {
  /** Kept until it is done, whatever happens meanwhile, and held against every export that was made before. */
  ask(what: Erasure, now: Date): Promise<void>;
  asked(): Promise<readonly Erasure[]>;
  done(what: Erasure): Promise<void>;
  /** @returns where the bot's own cards of what is gone are */
  personIn(ref: TeamRef, person: PersonId): Promise<{ readonly posts: readonly string[] }>;
  /** Looks through everything, also for teams that they were once in. */
  personEverywhere(
    tenant: TenantId,
    person: PersonId,
  ): Promise<{ readonly posts: ReadonlyMap<TeamRef, readonly string[]> }>;
  team(ref: TeamRef): Promise<void>;
  /** Teams that the app was taken out of before that moment. */
  gone(before: Date): Promise<readonly TeamRef[]>;
};
