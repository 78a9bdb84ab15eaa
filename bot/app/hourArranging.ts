import * as rules from '../domain/hour.ts';
import type { HourEdit } from '../domain/hour.ts';
import type { Actor, GoalId, HourDate, TeamId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { isDateOf } from '../domain/schedule.ts';
import { type LocalDate, wallTimeOf, type WallTime } from '../domain/time.ts';
import type { Door, Visit } from './door.ts';
import { type HourDesk, judged, mustBe } from './hourDesk.ts';
import type { HourReading, WholeHour } from './hourReading.ts';
import { type GoalStore, isRemoved } from './goalPorts.ts';
import type { HourStore, ScheduleStore } from './hourPorts.ts';
import { type Clock, type Version, VersionMissing } from './ports.ts';
import type { Posts } from './reminders.ts';
import { untilDone } from './retry.ts';
import type { Waker } from './ticks.ts';

/** What a team does about an hour before it: who, in which order, when, or not this time. */
export function hourArranging(world: {
  door: Door;
  desk: HourDesk;
  reading: HourReading;
  schedules: ScheduleStore;
  hours: HourStore;
  goals: GoalStore;
  waker: Waker;
  posts: Posts;
  clock: Clock;
}) {
  const { door, desk, reading, schedules, hours, goals, waker, posts, clock } = world;

  /** Anybody may arrange it. @throws Refusal @throws ChangedMeanwhile @throws VersionMissing */
  async function arrange(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    edit: HourEdit,
    edition: Version | null,
  ): Promise<WholeHour> {
    const { visit, hour } = await desk.change(actor, teamId, date, async (before, visit) => {
      if (edition === null) throw new VersionMissing();
      const isShared = edit.spotlightGoal ? await mayShow(visit, edit.spotlightGoal) : false;
      // Who shows a goal does so as the one whose turn it is: from then on they are named.
      const spotlight =
        edit.spotlightGoal && before.status === 'planned'
          ? (await reading.whole(visit, before)).hour.spotlight
          : before.spotlight;
      const after = rules.arrangeHour({ ...before, spotlight }, edit, visit.me.id, visit.roster, isShared);
      // Arranged so already: the answer to the first try may have got lost.
      if (rules.isArrangedAs(before, after)) return before;
      mustBe(before, edition);
      return after;
    });
    posts.follow(visit.ref, hour, 'before');
    return reading.whole(visit, hour);
  }

  async function mayShow({ ref, me }: Visit, id: GoalId): Promise<boolean> {
    const found = await goals.find(ref, id);
    return found !== null && !isRemoved(found) && found.thing.owner.id === me.id && found.thing.audience === 'team';
  }

  /** @throws Refusal hour.otherWeek, hour.tooLate, hour.dateTaken */
  async function move(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    to: { date: LocalDate; time: WallTime | null; reason: string },
    edition: Version | null,
  ): Promise<WholeHour> {
    const visit = await door.enter(actor, teamId);
    const hour = await untilDone(async () => {
      const before = await desk.look(visit, date);
      // Sent again after it went through: it is where it was to go.
      if (before.hour.status === 'moved' && before.hour.movedTo === to.date)
        return (await desk.look(visit, before.hour.movedTo)).hour;
      const time = to.time ?? wallTimeOf(before.hour.startsAt, before.hour.timeZone);
      const moved = rules.moveHour(before.hour, { date: to.date, time }, to.reason, clock());
      judged(before.hour, moved.to, edition);
      if (moved.to === before.hour) return before.hour;
      const isElsewhere = moved.from !== moved.to;
      const replaced = isElsewhere ? await freeOn(visit, moved.to.date) : null;
      await waker.aroundTeam(visit.ref, () =>
        isElsewhere
          ? hours.move(visit.ref, moved.from, before.version, moved.to, replaced)
          : hours.save(visit.ref, moved.to, before.version),
      );
      return moved.to;
    });
    return reading.whole(visit, hour);
  }

  /** A day is free from which an hour was moved away: it may be moved back. @throws Refusal hour.dateTaken */
  async function freeOn({ ref }: Visit, date: HourDate): Promise<Version | null> {
    const [schedule, other] = await Promise.all([schedules.find(ref), hours.find(ref, date)]);
    if (other?.thing.status === 'moved') return other.version;
    if (other || (schedule && isDateOf(schedule.thing, date))) throw new Refusal('hour.dateTaken');
    return null;
  }

  async function skip(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    reason: string,
    edition: Version | null,
  ): Promise<WholeHour> {
    const { visit, hour } = await desk.change(
      actor,
      teamId,
      date,
      (before) => judged(before, rules.skipHour(before, reason), edition),
      ({ visit: { ref }, version }, skipped) => waker.aroundTeam(ref, () => hours.save(ref, skipped, version)),
    );
    return reading.whole(visit, hour);
  }

  return { arrange, move, skip };
}
