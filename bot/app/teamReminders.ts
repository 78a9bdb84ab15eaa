import type { Actor, TeamId } from '../domain/ids.ts';
import { chooseReminders, type TeamReminders } from '../domain/reminder.ts';
import type { Door } from './door.ts';
import type { Version } from './ports.ts';
import type { ReminderStore } from './reminderPorts.ts';
import type { Waker } from './ticks.ts';

export type TeamReminderUseCases = ReturnType<typeof teamReminderUseCases>;

/** Which posts a team wants in its conversation, and what became of them. */
export function teamReminderUseCases(world: { door: Door; reminders: ReminderStore; waker: Waker }) {
  const { door, reminders, waker } = world;

  async function find(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    return { visit, ...(await reminders.wishes(visit.ref)) };
  }

  /** @throws Refusal reminder.ownersOnly @throws ChangedMeanwhile */
  async function save(actor: Actor, teamId: TeamId, wanted: TeamReminders, version: Version) {
    const visit = await door.enter(actor, teamId);
    const { ref, me } = visit;
    const thing = chooseReminders(wanted, me);
    const before = await reminders.wishes(ref);
    // Saved already: the answer to the first try may have got lost.
    if (isSame(before.thing, thing)) return { visit, ...before };
    return { visit, thing, version: await waker.aroundTeam(ref, () => reminders.saveWishes(ref, thing, version)) };
  }

  /** The newest first. What was said to one person stands nowhere in it. */
  async function log(actor: Actor, teamId: TeamId) {
    const { ref } = await door.enter(actor, teamId);
    const newest = await reminders.newest(ref, null, logged);
    return newest.map(({ thing }) => thing);
  }

  return { find, save, log };
}

const logged = 30;

const isSame = (one: TeamReminders, other: TeamReminders) =>
  one.before === other.before && one.start === other.start && one.recap === other.recap;
