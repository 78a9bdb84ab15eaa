import type { Actor, TeamId } from '../domain/ids.ts';
import * as rules from '../domain/schedule.ts';
import type { Occurrence, Schedule } from '../domain/schedule.ts';
import { addDays, type LocalDate } from '../domain/time.ts';
import type { Door } from './door.ts';
import type { Waker } from './ticks.ts';
import type { KnownSchedule, ScheduleStore } from './hourPorts.ts';
import { type Clock, NotFound, type Version, VersionMissing } from './ports.ts';

/** One date of a schedule, and by how many minutes clocks moved since the one before. */
export type Dated = Occurrence & { readonly shift: number };

export type ScheduleUseCases = ReturnType<typeof scheduleUseCases>;

export function scheduleUseCases(world: { door: Door; schedules: ScheduleStore; waker: Waker; clock: Clock }) {
  const { door, schedules, waker, clock } = world;

  /** @throws NotFound while no hour was chosen */
  async function find(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    return { visit, ...((await schedules.find(visit.ref)) ?? notThere()) };
  }

  /** The first without a version, every other with one. @throws Refusal schedule.ownersOnly @throws ChangedMeanwhile */
  async function save(actor: Actor, teamId: TeamId, wanted: Schedule, version: Version | null) {
    const { ref, me } = await door.enter(actor, teamId);
    const schedule = rules.chooseSchedule(wanted, me);
    const before = await schedules.find(ref);
    // Saved already, word for word: the answer to the first try may have got lost.
    if (before && rules.isSameSchedule(before.thing, schedule)) return { ...before, isNew: false };
    if (before && version === null) throw new VersionMissing();
    const saved = await waker.aroundTeam(ref, () => schedules.save(ref, schedule, version, clock()));
    return { ...saved, isNew: !before };
  }

  /** The dates of a schedule that need not be anybody's yet. @throws Refusal schedule.unknownZone */
  async function preview(actor: Actor, teamId: TeamId, wanted: Schedule, after: LocalDate | null, limit: number) {
    await door.enter(actor, teamId);
    return datesOf(rules.possible(wanted), after, limit);
  }

  function datesOf(schedule: Schedule, after: LocalDate | null, limit: number): Dated[] {
    const dates = after
      ? rules.occurrencesFrom(schedule, addDays(after, 1), limit)
      : rules.occurrencesAt(schedule, clock(), limit);
    return dates.map((date) => ({
      ...date,
      shift: rules.shiftBetween(schedule, rules.occurrenceBefore(schedule, date), date),
    }));
  }

  /** What members would choose, for everybody in the team to see. */
  async function proposals(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const items = await schedules.proposals(visit.ref);
    return { visit, items: items.filter(({ by }) => visit.roster.has(by.id)) };
  }

  async function propose(actor: Actor, teamId: TeamId, wanted: Schedule) {
    const visit = await door.enter(actor, teamId);
    const by = { id: visit.me.id, name: visit.me.name };
    const proposal = { by, schedule: rules.possible(wanted), at: clock() };
    await schedules.propose(visit.ref, proposal);
    return { visit, proposal };
  }

  async function withdraw(actor: Actor, teamId: TeamId): Promise<void> {
    const { ref, me } = await door.enter(actor, teamId);
    await schedules.withdraw(ref, me.id);
  }

  return { find, save, preview, proposals, propose, withdraw };
}

function notThere(): KnownSchedule {
  throw new NotFound();
}
