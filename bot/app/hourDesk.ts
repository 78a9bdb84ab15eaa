import { hourOn } from '../domain/calendar.ts';
import { digestOf } from '../domain/digest.ts';
import { type Hour, keptUnder } from '../domain/hour.ts';
import type { Actor, HourDate, TeamId } from '../domain/ids.ts';
import type { Door, Visit } from './door.ts';
import type { HourStore, ScheduleStore } from './hourPorts.ts';
import { NotFound, type Version } from './ports.ts';
import { Stale, untilDone } from './retry.ts';

export type HourDesk = ReturnType<typeof createHourDesk>;

/** An hour as it stands, and the version of what was ever written about it. */
export type Standing = { readonly visit: Visit; readonly hour: Hour; readonly version: Version | null };

/** How every use case gets hold of an hour. Hours that nobody has touched are there as the schedule says. */
export function createHourDesk({ door, hours, schedules }: { door: Door; hours: HourStore; schedules: ScheduleStore }) {
  /** @throws NotFound for a day on which there is no hour */
  async function seen(actor: Actor, teamId: TeamId, date: HourDate): Promise<Standing> {
    return look(await door.enter(actor, teamId), date);
  }

  async function look(visit: Visit, date: HourDate): Promise<Standing> {
    const [schedule, touched] = await Promise.all([schedules.find(visit.ref), hours.find(visit.ref, date)]);
    const hour = hourOn(schedule?.thing ?? null, touched?.thing ?? null, date);
    if (!hour) throw new NotFound();
    return { visit, hour, version: touched?.version ?? null };
  }

  /** Reads, asks the rule, writes; whoever loses a race looks again. A rule that changes nothing writes nothing. */
  async function change(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    rule: (hour: Hour, visit: Visit) => Hour | Promise<Hour>,
    write = (standing: Standing, hour: Hour): Promise<void> => hours.save(standing.visit.ref, hour, standing.version),
  ): Promise<Standing> {
    const visit = await door.enter(actor, teamId);
    return untilDone(async () => {
      const before = await look(visit, date);
      const hour = await rule(before.hour, visit);
      if (hour !== before.hour) await write(before, hour);
      return { ...before, hour };
    });
  }

  /**
   * What a held hour is found by follows what is written in it for another day: a line that became "just for this hour", or was taken
   * away, is then not found any more either.
   */
  function digest(actor: Actor, teamId: TeamId, date: HourDate): Promise<Standing> {
    return change(actor, teamId, date, async (hour, { ref }) => {
      const said = digestOf(await hours.entries(ref, keptUnder(hour) ?? date));
      return said === hour.digest ? hour : { ...hour, digest: said };
    });
  }

  return { seen, look, change, digest };
}

/** What a change of the hour itself is compared by; what people write in it leaves it as it is. */
export const editionOf = (hour: Hour): Version => String(hour.edition);

/** @throws ChangedMeanwhile when somebody else arranged the hour since */
export function mustBe(hour: Hour, edition: Version | null): void {
  if (edition !== null && editionOf(hour) !== edition) throw new Stale();
}

/** A deed done already is answered as the first time, whatever it was judged by then. @throws ChangedMeanwhile */
export function judged(before: Hour, after: Hour, edition: Version | null): Hour {
  if (after !== before) mustBe(before, edition);
  return after;
}
