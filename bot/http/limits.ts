import { createBuckets, type Limit } from '../app/buckets.ts';
import type { Clock } from '../app/ports.ts';
import { Fault } from './problems.ts';

/** What a person with two hands and three open windows never reaches. */
export const readLimit: Limit = { atOnce: 600, aSecond: 20 };
export const writeLimit: Limit = { atOnce: 120, aSecond: 3 };
/** For what reads all that there is of somebody or of a team, and may look through the whole table. */
export const wholeLimit: Limit = { atOnce: 20, aSecond: 0.1 };

/** @throws Fault tooFast */
export function createLimiter(limit: Limit, clock: Clock = () => new Date()) {
  const waitOf = createBuckets(limit, clock);

  return (person: string): void => {
    const seconds = waitOf(person);
    if (seconds > 0) throw new Fault('tooFast', seconds);
  };
}
