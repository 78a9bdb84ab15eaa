import type { PersonId, TeamRef } from '../domain/ids.ts';
import type { Clock } from './ports.ts';
import type { Handed, Target, Tick, Timer } from './reminderPorts.ts';

export type TickUseCases = ReturnType<typeof tickUseCases>;

/** What a tick does: look at whose time it is, if the tick is still of the plan, and plan the next look. */
export function tickUseCases(world: {
  timer: Timer;
  team: (ref: TeamRef) => Promise<Date | null>;
  person: (ref: TeamRef, person: PersonId) => Promise<Date | null>;
  clock: Clock;
}) {
  const { timer, clock } = world;

  /**
   * Handed out twice, it finds nothing to do the second time.
   * @param handed which message brought it: of several for the same plan, one stays
   * @returns when that one should come again
   * @throws Away when it should be tried again
   */
  async function attend(tick: Tick, handed: Handed): Promise<Date | null> {
    const planned = await timer.planned(tick.target);
    if (planned?.thing.plan !== tick.plan) return null;
    const { at, waking } = planned.thing;
    // A message sleeps for seven days at most, and clocks may be put back.
    const isEarly = at.getTime() > clock().getTime() + earlyInMs;
    if (isEarly && waking && waking.message !== handed.message) return null;
    const next = isEarly ? at : await look(tick.target);
    // Who was faster may have had this very message in hand, and then it stays.
    return (await timer.next(planned, next, handed)) ? next : attend(tick, handed);
  }

  const look = ({ ref, person }: Target) => (person ? world.person(ref, person) : world.team(ref));

  /** How often this message was handed out for this look, and not only ever. @throws Away */
  async function tries({ target }: Tick, { message, handedOut }: Handed): Promise<number> {
    const waking = (await timer.planned(target))?.thing.waking;
    return waking?.message === message ? handedOut - waking.handedOut : handedOut;
  }

  return { attend, tries };
}

// Queues count in whole seconds.
const earlyInMs = 1000;

export type Waker = ReturnType<typeof createWaker>;

/** What somebody changes is looked at afterwards, whatever becomes of this process in between. */
export function createWaker(world: { timer: Timer; clock: Clock; background: (work: Promise<unknown>) => void }) {
  const { timer, clock, background } = world;

  async function around<Done>(target: Target, change: () => Promise<Done>): Promise<Done> {
    const announced = await timer.announce(target, clock());
    const done = await change();
    const tookInMs = clock().getTime() - announced.at.getTime();
    background(tookInMs < slowInMs ? timer.hurry(announced) : announceAndHurry(target));
    return done;
  }

  async function announceAndHurry(target: Target): Promise<void> {
    await timer.hurry(await timer.announce(target, clock()));
  }

  return {
    around,
    /** Something happened that nobody waits for: look at once. */
    wake: (target: Target) => background(announceAndHurry(target)),
    aroundTeam: <Done>(ref: TeamRef, change: () => Promise<Done>) => around({ ref, person: null }, change),
  };
}

// Somebody may have looked by then, at what was before the change.
const slowInMs = 20_000;
