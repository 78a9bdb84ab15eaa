import { digestOf } from '../domain/digest.ts';
import { type Hour, keptUnder } from '../domain/hour.ts';
import type { Actor, HourDate, TeamId } from '../domain/ids.ts';
import { openKudos } from '../domain/kudos.ts';
import * as rules from '../domain/runningHour.ts';
import { afterHour, noTurns } from '../domain/turns.ts';
import type { Visit } from './door.ts';
import { type HourDesk, judged } from './hourDesk.ts';
import type { HourReading, WholeHour } from './hourReading.ts';
import type { HourStore } from './hourPorts.ts';
import type { KudosStore } from './kudosPorts.ts';
import { ChangedMeanwhile, type Clock, type ProfileStore, type Version } from './ports.ts';
import type { Waker } from './ticks.ts';

/** Where a running hour goes to; what is left out stays as it is. */
export type Step = {
  readonly segment?: number | undefined;
  readonly extraMinutes?: number | undefined;
  readonly paused?: boolean | undefined;
  readonly redraw?: boolean | undefined;
};

/** An hour from its opening to its end. */
export function hourRunning(world: {
  desk: HourDesk;
  reading: HourReading;
  hours: HourStore;
  kudos: KudosStore;
  profiles: ProfileStore;
  waker: Waker;
  clock: Clock;
}) {
  const { desk, reading, hours, kudos, profiles, waker, clock } = world;

  async function open(actor: Actor, teamId: TeamId, date: HourDate, edition: Version | null): Promise<WholeHour> {
    const { visit, hour } = await desk.change(actor, teamId, date, async (before, visit) => {
      // Whoever comes second finds it open; anything but planned is refused by the rule.
      if (before.status !== 'planned') return rules.openHour(before, visit.me, clock());
      const [entries, turns] = await Promise.all([reading.entriesOf(visit, before), reading.turnsOf(visit)]);
      const opened = rules.openHour(await reading.assigned(visit, before, entries, turns), visit.me, clock());
      return judged(before, await withPairs(visit, before, opened, false), edition);
    });
    await hours.mark(visit.ref, placeOf(hour), 'present', { id: visit.me.id, name: visit.me.name }, true);
    await openKept(visit, hour);
    return reading.whole(visit, hour);
  }

  /** Kudos that waited for the hour come into sight. Opening again sees to those that a first try did not get to. */
  async function openKept({ ref }: Visit, hour: Hour): Promise<void> {
    for (const { thing, version } of await kudos.waiting(ref)) {
      const wishes = await profiles.wishesOf(
        ref,
        thing.to.map(({ id }) => id),
      );
      try {
        await kudos.replace(ref, openKudos(thing, placeOf(hour), wishes), version);
      } catch (trouble) {
        // Taken back in this very moment, or opened by who pressed at the same time: both are fine.
        if (!(trouble instanceof ChangedMeanwhile)) throw trouble;
      }
    }
  }

  /** On to another segment, some minutes more, a pause, or other pairs. At the pairs everybody who is there gets one. */
  async function step(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    to: Step,
    edition: Version | null,
  ): Promise<WholeHour> {
    const { visit, hour } = await desk.change(actor, teamId, date, async (before, visit) => {
      const moved = rules.goTo(before, to.segment ?? before.running?.segment ?? 0, clock());
      const longer = to.extraMinutes === undefined ? moved : rules.extend(moved, to.extraMinutes);
      const after = to.paused === undefined ? longer : rules.pause(longer, to.paused, clock());
      return judged(before, await withPairs(visit, before, after, to.redraw ?? false), edition);
    });
    return reading.whole(visit, hour);
  }

  /** Pairs are made when their segment begins. Back from a slip of the finger, people find the one they were talking with. */
  async function withPairs(visit: Visit, before: Hour, after: Hour, isAnew: boolean): Promise<Hour> {
    const segment = after.running?.segment;
    if (segment === undefined) return after;
    const isAtPairs = segment !== before.running?.segment && after.plan[segment]?.kind === 'pairs';
    if (!isAtPairs && !isAnew) return after;
    const isSecondTime = isAtPairs && after.plan.slice(0, segment).some(({ kind }) => kind === 'pairs');
    const pairs = await reading.drawn(visit, after, isAnew || isSecondTime);
    return pairs === after.pairs ? after : { ...after, pairs, edition: before.edition + 1 };
  }

  /** Closing twice is closing once, and is remembered once. */
  async function close(actor: Actor, teamId: TeamId, date: HourDate, edition: Version | null): Promise<WholeHour> {
    await desk.change(
      actor,
      teamId,
      date,
      async (before, visit) => {
        const digest = digestOf(await reading.entriesOf(visit, before));
        return judged(before, rules.closeHour(before, digest, clock()), edition);
      },
      async ({ visit: { ref }, version }, held) => {
        const turns = await hours.turns(ref);
        const after = afterHour(turns?.thing ?? noTurns, held);
        await waker.aroundTeam(ref, () => hours.close(ref, held, version ?? '', after, turns?.version ?? null));
      },
    );
    // Once more: what somebody was writing at that very moment counts as well.
    const { visit, hour } = await desk.digest(actor, teamId, date);
    return reading.whole(visit, hour);
  }

  return { open, step, close };
}

const placeOf = (hour: Hour): HourDate => keptUnder(hour) ?? hour.date;
