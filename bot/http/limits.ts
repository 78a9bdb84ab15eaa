import type { Clock } from '../app/ports.ts';
import { Fault } from './problems.ts';

/** So many at once, and then so many a second. */
export type Limit = { readonly atOnce: number; readonly aSecond: number };

/** What a person with two hands and three open windows never reaches. */
export const readLimit: Limit = { atOnce: 600, aSecond: 20 };
export const writeLimit: Limit = { atOnce: 120, aSecond: 3 };
/** For what reads all that there is of somebody or of a team, and may look through the whole table. */
export const wholeLimit: Limit = { atOnce: 20, aSecond: 0.1 };

const maxRemembered = 20_000;

/**
 * A bucket for each person that fills up again by the second. Nobody notices another's hurry; each instance counts for itself,
 * which makes the limit softer and needs no shared state.
 * @throws Fault tooFast
 */
export function createLimiter({ atOnce, aSecond }: Limit, clock: Clock = () => new Date()) {
  const buckets = new Map<string, { left: number; at: number }>();

  return (person: string): void => {
    const at = clock().getTime();
    const before = buckets.get(person) ?? { left: atOnce, at };
    const left = Math.min(atOnce, before.left + (Math.max(0, at - before.at) / 1000) * aSecond) - 1;
    if (left < 0) throw new Fault('tooFast', Math.max(1, Math.ceil(-left / aSecond)));
    // Set anew, so that the map is in the order of the last request; the first one is the one to forget.
    buckets.delete(person);
    if (buckets.size >= maxRemembered) buckets.delete(buckets.keys().next().value!);
    buckets.set(person, { left, at });
  };
}
