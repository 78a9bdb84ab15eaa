import { hourOn, keptSince, type Mark, marksOf, nextHour } from '../domain/calendar.ts';
import type { Chance } from '../domain/chance.ts';
import { gistOf } from '../domain/digest.ts';
import type { Actor, HourDate, TeamId } from '../domain/ids.ts';
import { addDays, localDateOf } from '../domain/time.ts';
import { folded } from '../domain/words.ts';
import type { Door } from './door.ts';
import { hourArranging } from './hourArranging.ts';
import { createHourDesk, editionOf } from './hourDesk.ts';
import { createHourReading, type WholeHour } from './hourReading.ts';
import { hourRunning } from './hourRunning.ts';
import type { GoalStore } from './goalPorts.ts';
import type { ActionStore, AvoidStore, HourStore, ScheduleStore, TopicStore } from './hourPorts.ts';
import type { KudosStore } from './kudosPorts.ts';
import type { Clock, ProfileStore, Version } from './ports.ts';
import type { Posts } from './reminders.ts';
import type { Waker } from './ticks.ts';

export type Kept = {
  readonly marks: readonly Mark[];
  readonly held: number;
  readonly counted: number;
  readonly givenBackMinutes: number;
};

export type HourUseCases = ReturnType<typeof hourUseCases>;

/** What a team's hours are and were; arranging one, and how it runs, have files of their own. */
export function hourUseCases(world: {
  door: Door;
  schedules: ScheduleStore;
  hours: HourStore;
  topics: TopicStore;
  actions: ActionStore;
  avoids: AvoidStore;
  goals: GoalStore;
  kudos: KudosStore;
  profiles: ProfileStore;
  waker: Waker;
  posts: Posts;
  clock: Clock;
  chance: Chance;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, schedules, hours, clock } = world;
  const desk = createHourDesk(world);
  const reading = createHourReading(world);

  /** One point read: who asks again and again while an hour is open, pays no more than this. */
  async function pulse(actor: Actor, teamId: TeamId): Promise<{ pulse: Version; now: Date }> {
    const { ref } = await door.enter(actor, teamId);
    return { pulse: await hours.pulse(ref), now: clock() };
  }

  /** @throws NotFound for a day on which there is no hour */
  async function find(actor: Actor, teamId: TeamId, date: HourDate): Promise<WholeHour> {
    const { visit, hour } = await desk.seen(actor, teamId, date);
    return reading.whole(visit, hour);
  }

  /** The hour that runs or comes next, and what became of those before it. */
  async function screen(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const now = clock();
    // First of all, as with a single hour: what changes while the rest is read is then seen the next time.
    const pulse = await hours.pulse(visit.ref);
    const [known, touched, turns] = await Promise.all([
      schedules.find(visit.ref),
      // A day less than anybody's today, so that nobody's twelve weeks begin too late.
      hours.from(visit.ref, keptSince(addDays(localDateOf(now, 'UTC'), -1))),
      reading.turnsOf(visit),
    ]);
    const schedule = known?.thing ?? null;
    const next = nextHour(schedule, touched, now);
    const marks = marksOf(schedule, known?.savedAt ?? null, touched, now);
    const kept: Kept = {
      marks,
      held: marks.filter(({ kind }) => kind !== 'skipped').length,
      counted: marks.length,
      givenBackMinutes: turns.givenBack,
    };
    return { visit, schedule, hour: next && (await reading.whole(visit, next)), kept, pulse, now };
  }

  /** Hours that somebody touched, newest first. With words, those that were about them: a page may be short and not the last. */
  async function history(actor: Actor, teamId: TeamId, q: string, before: HourDate | null, limit: number) {
    const visit = await door.enter(actor, teamId);
    const [{ items, next }, schedule] = await Promise.all([
      hours.list(visit.ref, before, limit),
      schedules.find(visit.ref),
    ]);
    const words = folded(q).split(/\s+/).filter(Boolean);
    const found = items
      .filter(({ digest }) => words.every((word) => folded(digest).includes(word)))
      // What was arranged for a day that the schedule no longer has, is not there.
      .flatMap((hour) => hourOn(schedule?.thing ?? null, hour, hour.date) ?? [])
      .map((hour) => ({ hour, gist: gistOf(hour.digest, words) }));
    return { visit, items: found, next };
  }

  return {
    pulse,
    find,
    screen,
    history,
    ...hourArranging({ ...world, desk, reading }),
    ...hourRunning({ ...world, desk, reading }),
    editionOf,
  };
}
