import type { Clock } from '../app/ports.ts';
import { Fault } from './problems.ts';

export type Limit = { readonly requests: number; readonly inSeconds: number };

/** What a person with two hands and three open windows never reaches. */
export const readLimit: Limit = { requests: 300, inSeconds: 60 };
export const writeLimit: Limit = { requests: 30, inSeconds: 10 };

const maxRemembered = 20_000;

/**
 * Counts one person's requests in windows of time. Everybody has a count of their own, so nobody notices another's hurry; each
 * instance counts for itself, which makes the limit softer and needs no shared state.
 * @throws Fault tooFast
 */
export function createLimiter({ requests, inSeconds }: Limit, clock: Clock = () => new Date()) {
  const windows = new Map<string, { count: number; endsAt: number }>();

  return (person: string): void => {
    const now = clock().getTime();
    const open = windows.get(person);
    if (open && now < open.endsAt) {
      if (++open.count > requests) throw new Fault('tooFast', Math.max(1, Math.ceil((open.endsAt - now) / 1000)));
      return;
    }
    // Re-inserting keeps the map in the order in which windows end; the first one is the one to forget.
    windows.delete(person);
    if (windows.size >= maxRemembered) windows.delete(windows.keys().next().value!);
    windows.set(person, { count: 1, endsAt: now + inSeconds * 1000 });
  };
}
