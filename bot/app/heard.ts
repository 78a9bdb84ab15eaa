import type { Clock, HouseStore } from './ports.ts';

const hourInMs = 60 * 60 * 1000;

/** Notes that Teams reaches us, once an hour: whoever sets this up sees that the way is open, and it costs nobody anything. */
export function hearing(world: { house: HouseStore; clock: Clock; background: (work: Promise<unknown>) => void }) {
  let notedAt = -Infinity;
  return (): void => {
    const now = world.clock();
    if (Math.abs(now.getTime() - notedAt) < hourInMs) return;
    notedAt = now.getTime();
    world.background(world.house.heardFromTeams(now));
  };
}
