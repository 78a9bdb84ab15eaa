import type { Actor, TeamId } from '../domain/ids.ts';
import { chooseReminders, type TeamReminders } from '../domain/reminder.ts';
import type { Door } from './door.ts';
import type { Version } from './ports.ts';
import type { ReminderStore } from './reminderPorts.ts';
import type { Waker } from './ticks.ts';

export type TeamReminderUseCases = ReturnType<typeof teamReminderUseCases>;

/** What the bot says by itself in a team's conversation: for its owners to choose, for everybody in it to know. */
export function teamReminderUseCases(world: { door: Door; reminders: ReminderStore; waker: Waker }) {
  const { door, reminders, waker } = world;

  async function find(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    return { visit, ...(await reminders.wishes(visit.ref)) };
  }

  /** Chosen already is chosen. @throws Refusal reminder.ownersOnly @throws ChangedMeanwhile */
  async function save(actor: Actor, teamId: TeamId, wanted: TeamReminders, version: Version) {
    const visit = await door.enter(actor, teamId);
    const thing = chooseReminders(wanted, visit.me);
    const before = await reminders.wishes(visit.ref);
    if (isSame(before.thing, thing)) return { visit, ...before };
    const saved = await waker.aroundTeam(visit.ref, () => reminders.saveWishes(visit.ref, thing, version));
    return { visit, thing, version: saved };
  }

  return { find, save };
}

const isSame = (one: TeamReminders, other: TeamReminders) =>
  one.before === other.before && one.start === other.start && one.recap === other.recap;
