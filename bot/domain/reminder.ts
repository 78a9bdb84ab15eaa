import type { Hour } from './hour.ts';
import type { Member } from './team.ts';
import { Refusal } from './refusal.ts';
import { addDays, localDateOf, minutesAfter, momentOf, wallTimeOf } from './time.ts';

/*
 * What the bot says by itself in a team's conversation: at most once per hour and kind, at its time or a little later, and not at all
 * once it is no longer true.
 */

export const sayingKinds = ['before', 'status', 'start', 'nudge', 'recap'] as const;
/**
 * `before`: a day before, and `status` below it, where a status meeting was given up; `start`: as it begins; `nudge`: nobody opened it,
 * and its facilitator is asked once; `recap`: what came out of it.
 */
export type SayingKind = (typeof sayingKinds)[number];

/** What a team wants to hear; an owner chooses. */
export type TeamReminders = { readonly before: boolean; readonly start: boolean; readonly recap: boolean };
export const usualReminders: TeamReminders = { before: true, start: true, recap: true };

/** Owners set it up; they do not see more than members do. */
export function chooseReminders(wanted: TeamReminders, by: Member): TeamReminders {
  if (!by.owner) throw new Refusal('reminder.ownersOnly');
  return wanted;
}

/** Never later than this: a reminder for what is long under way is noise. */
export const lateAfterInMinutes = 6 * 60;
/** How long an hour may stand unopened before its facilitator is asked. */
export const unopenedInMinutes = 15;

/** Which wish of the team a kind goes by; what only continues another goes by that. */
const wishFor = { before: 'before', status: 'before', start: 'start', nudge: 'start', recap: 'recap' } as const;

/** When something is said about an hour; `null` when it is not to be said as things stand. */
export function dueAt(kind: SayingKind, hour: Hour, wishes: TeamReminders): Date | null {
  if (!wishes[wishFor[kind]]) return null;
  if (kind === 'recap') return hour.status === 'held' ? hour.closedAt : null;
  if (kind === 'start') return hour.status === 'planned' || hour.status === 'open' ? hour.startsAt : null;
  if (hour.status !== 'planned') return null;
  if (kind === 'nudge') return minutesAfter(hour.startsAt, unopenedInMinutes);
  if (kind === 'status' && hour.givesBack === 0) return null;
  return dayBefore(hour);
}

/** The same wall time the day before, whatever clocks do in between. */
export function dayBefore({ startsAt, timeZone }: Hour): Date {
  const date = addDays(localDateOf(startsAt, timeZone), -1);
  return momentOf(date, wallTimeOf(startsAt, timeZone), timeZone).at;
}

export const isLate = (due: Date, now: Date): boolean => now > minutesAfter(due, lateAfterInMinutes);

/** Whether it makes no sense any more, though it is not late by the clock: "tomorrow" on the day itself, "it begins" when it ended. */
export function isOutdated(kind: SayingKind, hour: Hour, now: Date): boolean {
  if (kind === 'before' || kind === 'status') return now >= hour.startsAt;
  if (kind === 'start' || kind === 'nudge') return now >= hour.endsAt;
  return false;
}

export type Due = { readonly kind: SayingKind; readonly hour: Hour; readonly at: Date };

/** What has come due about some hours, in the order in which it is to be said. */
export function dueNow(hours: readonly Hour[], wishes: TeamReminders, now: Date): Due[] {
  return everyDue(hours, wishes).filter(({ at }) => at <= now);
}

/** When there is something to say next, after an instant. */
export function nextDueAt(hours: readonly Hour[], wishes: TeamReminders, after: Date): Date | null {
  const coming = everyDue(hours, wishes).filter(({ at }) => at > after);
  return coming.reduce<Date | null>((first, { at }) => (first && first <= at ? first : at), null);
}

function everyDue(hours: readonly Hour[], wishes: TeamReminders): Due[] {
  return hours.flatMap((hour) =>
    sayingKinds.flatMap((kind) => {
      const at = dueAt(kind, hour, wishes);
      return at ? [{ kind, hour, at }] : [];
    }),
  );
}

/** What a post about an hour shows of it. When that is not so any more, the post says so. */
export const shownOf = ({ status, startsAt, endsAt, movedTo }: Hour): string =>
  [status === 'open' ? 'planned' : status, startsAt.toISOString(), endsAt.toISOString(), movedTo ?? ''].join(' ');
