import type { ActionUseCases } from '../app/actions.ts';
import type { AgendaUseCases } from '../app/agenda.ts';
import type { Door } from '../app/door.ts';
import type { GoalUseCases } from '../app/goals.ts';
import type { HourUseCases } from '../app/hours.ts';
import type { KudosUseCases } from '../app/kudos.ts';
import type { PeopleUseCases } from '../app/people.ts';
import { Away, NotFound } from '../app/ports.ts';
import type { PersonalReminderUseCases } from '../app/personalReminders.ts';
import type { ProfileUseCases } from '../app/profile.ts';
import type { ReminderWishUseCases } from '../app/reminderWishes.ts';
import type { ScheduleUseCases } from '../app/schedule.ts';
import type { SupportUseCases } from '../app/support.ts';
import type { TeamUseCases } from '../app/team.ts';
import type { TeamReminderUseCases } from '../app/teamReminders.ts';
import type { Actor, TeamId, TenantId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { TextKey } from '../text/en.ts';
import { createText, type Text } from '../text/text.ts';
import type { Activity } from './activity.ts';
import { teamIdOf, withoutThread } from './activity.ts';
import type { Address } from './address.ts';
import type { Admitted } from './admission.ts';
import type { Inside } from './connection.ts';
import { ConnectorTrouble } from './connector.ts';

export type UseCases = {
  readonly team: TeamUseCases;
  readonly kudos: KudosUseCases;
  readonly profile: ProfileUseCases;
  readonly people: PeopleUseCases;
  readonly goals: GoalUseCases;
  readonly support: SupportUseCases;
  readonly hours: HourUseCases;
  readonly schedule: ScheduleUseCases;
  readonly teamReminders: TeamReminderUseCases;
  readonly agenda: AgendaUseCases;
  readonly actions: ActionUseCases;
  readonly personal: PersonalReminderUseCases;
  readonly reminderWishes: ReminderWishUseCases;
  readonly door: Door;
};

/** All that the handlers of this room work with. */
export type Room = Inside & { readonly useCases: UseCases };

/** One activity, in the words of the house. */
export type Turn = {
  readonly activity: Activity;
  readonly tenantId: TenantId;
  /** Who did it. Only messages and invokes always say. */
  readonly actor: Actor | null;
  readonly text: Text;
  /** The team that this conversation belongs to; `null` in a chat of two. */
  teamId(): Promise<TeamId | null>;
  /** How to answer here. */
  readonly address: Address;
};
export type PersonalTurn = Turn & { readonly actor: Actor };

/** What Teams gets back. */
export type Answer = { readonly status: number; readonly body?: unknown };

export function turnOf({ activity, tenantId, personId }: Admitted, { useCases }: Room): Turn {
  const text = createText(activity.locale);
  const conversationId = activity.conversation?.id ?? '';
  let team: Promise<TeamId | null> | null = null;
  const isTeam = async (teamId: TeamId) => (await useCases.team.recordOf({ tenantId, teamId })) !== null;
  return {
    activity,
    tenantId,
    actor: personId && { tenantId, personId, name: activity.from?.name ?? '' },
    text,
    teamId: () => (team ??= teamIdOf(activity, isTeam)),
    address: {
      serviceUrl: activity.serviceUrl,
      conversationId: withoutThread(conversationId),
      postIn: conversationId,
      botId: activity.recipient?.id ?? '',
      tenantId,
      language: text.language,
    },
  };
}

/** Thrown when a card came back in a shape that none of ours has. */
export class BadForm extends Error {
  override name = 'BadForm';
}

/** Thrown when something in a form is missing or does not fit; the sentence says what. */
export class Mistake extends Error {
  override name = 'Mistake';
  readonly sentence: TextKey;

  constructor(sentence: TextKey) {
    super(sentence);
    this.sentence = sentence;
  }
}

/** What is said about something that did not work. */
export function sentenceFor(trouble: unknown, { text }: Turn, room: Room): string {
  report(trouble, room);
  if (trouble instanceof Refusal) return text(`refusal.${trouble.code}`);
  if (trouble instanceof NotFound) return text('trouble.notThere');
  if (trouble instanceof BadForm) return text('trouble.form');
  if (trouble instanceof Mistake) return text(trouble.sentence);
  return text(trouble instanceof Away ? 'trouble.away' : 'trouble.unknown');
}

const expected = [Refusal, NotFound, BadForm, Mistake];

/** Logs what nobody expected, once; what the house says no to is no trouble. */
export function report(trouble: unknown, { log }: Room): void {
  if (expected.some((kind) => trouble instanceof kind)) return;
  if (trouble instanceof Away || trouble instanceof ConnectorTrouble) {
    log.warn({ err: trouble }, 'answered without what was needed');
  } else log.error({ err: trouble }, 'an activity could not be answered');
}
