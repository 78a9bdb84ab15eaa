import type { Clock } from './ports.ts';

/** So many at once, and then so many a second. */
export type Limit = { readonly atOnce: number; readonly aSecond: number };

const maxRemembered = 20_000;

/**
 * A bucket for each who asks, that fills up again by the second. Nobody notices another's hurry; each instance counts for itself, which
 * makes the limit softer and needs no shared state.
 * @returns how many seconds to wait; 0: go on
 */
export function createBuckets({ atOnce, aSecond }: Limit, clock: Clock): (who: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();

  return (who) => {
    const at = clock().getTime();
    const before = buckets.get(who) ?? { left: atOnce, at };
    const left = Math.min(atOnce, before.left + (Math.max(0, at - before.at) / 1000) * aSecond) - 1;
    if (left < 0) return Math.max(1, Math.ceil(-left / aSecond));
    // Set anew, so that the map is in the order of the last request; the first one is the one to forget.
    buckets.delete(who);
    if (buckets.size >= maxRemembered) buckets.delete(buckets.keys().next().value!);
    buckets.set(who, { left, at });
    return 0;
  };
}
