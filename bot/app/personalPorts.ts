import type { ActionItem } from '../domain/actionItem.ts';
import type { Goal, Helper, IfThen } from '../domain/goal.ts';
import type { Hour } from '../domain/hour.ts';
import type { PersonId, TeamRef, TenantId } from '../domain/ids.ts';
import type { WeekTurn } from '../domain/personalDue.ts';
import type { ReminderKind, ReminderWishes, Snoozes } from '../domain/reminderWishes.ts';
import type { Person } from '../domain/team.ts';
import type { LocalDate } from '../domain/time.ts';
import type { TeamRecord, Version, Versioned } from './ports.ts';
import type { Outcome } from './reminderPorts.ts';

/* What reminders to one person need from the world. */

/** What is known of the bot and somebody. */
export type Contact = {
  /** When they last looked at the tab, wrote to the bot or pressed a button of its messages. */
  readonly heardAt: Date | null;
  /** The bot was turned away, and they have not spoken to it since. */
  readonly isBlocked: boolean;
  /** In which language they last read Teams; `null`: they were never met. */
  readonly locale: string | null;
};
/** `seen`: they looked at the tab; `spoke`: to the bot; `refused`: the bot was turned away. */
export type ContactMark = 'seen' | 'spoke' | 'refused';

export type ReminderWishStore = {
  /** Never `null`: who has chosen nothing wants nothing, with a version that stands for that. */
  find(ref: TeamRef, person: PersonId): Promise<Versioned<ReminderWishes> & { readonly contact: Contact }>;
  /** @throws ChangedMeanwhile */
  save(ref: TeamRef, person: PersonId, wishes: ReminderWishes, version: Version): Promise<Version>;
  mark(ref: TeamRef, person: PersonId, mark: ContactMark, at: Date): Promise<void>;
  reads(ref: TeamRef, person: PersonId, locale: string): Promise<void>;
  /** One of the messages of a week, across all teams. `false` when there is none left; asking twice takes one. */
  takeTurn(tenant: TenantId, person: PersonId, turn: WeekTurn): Promise<boolean>;
};

/** One thing of a message, as it stands by now. */
export type PersonalLine =
  | { readonly kind: 'actionDue' | 'promiseDue'; readonly action: ActionItem; readonly isSettled: boolean }
  | { readonly kind: 'ifThen'; readonly plans: readonly IfThen[] }
  | { readonly kind: 'goalCheckIn'; readonly goal: Goal; readonly isSettled: boolean }
  | { readonly kind: 'topicAsked'; readonly hour: Hour; readonly isSettled: boolean }
  | { readonly kind: 'helpOffered'; readonly goal: Goal; readonly helper: Helper };

export type PersonalMessage = {
  /** The day it is of: with the person and the team, its name. */
  readonly date: LocalDate;
  readonly person: Person;
  readonly lines: readonly PersonalLine[];
  /** What it says that it will not tell any more, because nobody looked. */
  readonly ending: readonly ReminderKind[];
  /** What is switched on as it is shown: a button to stop what is off already has no use. */
  readonly on: readonly ReminderKind[];
  readonly snoozedUntil: LocalDate | null;
  /** Kinds that wait for a day of their own. */
  readonly snoozed: Snoozes;
};

/**
 * The bot's voice in somebody's own chat, in their language, or else the team's. Does not throw. `gone`: they do not want it there.
 */
export type PersonMessenger = {
  tell(record: TeamRecord, message: PersonalMessage, locale: string | null): Promise<Outcome>;
};
