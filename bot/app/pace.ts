import type { TenantId } from '../domain/ids.ts';
import type { Clock } from './ports.ts';
import type { PaceStore } from './reminderPorts.ts';

/** Waits until it is almost this one's turn. @returns waits for the moment itself @throws Away */
export type Pace = (tenant: TenantId) => Promise<Moment>;
export type Moment = () => Promise<void>;

/*
 * Teams takes so many requests a second from an app in a tenant, whichever instance they come from. Each instance takes a few moments at a
 * time out of a row that all share, so that many together are as quick as one may be, and nobody has to be the leader.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const requestsPerSecond = 30;
/** A little less than all of it: for what people do themselves at that time, and for what is held up on its way. */
const share = 0.88;
const intervalInMs = 1000 / (requestsPerSecond * share);
// Half a second's worth: whoever takes more keeps others waiting when they die.
const mostAtOnce = 14;
/** For what is written down just before: how long that takes must not move the moment itself. */
const leadInMs = 200;

export function createPace(world: {
  readonly pace: PaceStore;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<unknown>;
}): Pace {
  const waiting = new Map<TenantId, Waiting[]>();

  async function serve(tenant: TenantId, queue: Waiting[]): Promise<void> {
    const inTurn = oneByOne();
    while (queue.length > 0) {
      // Whoever comes in this very moment is taken along.
      await Promise.resolve();
      const batch = queue.slice(0, mostAtOnce);
      try {
        const soon = new Date(world.clock().getTime() + leadInMs);
        const from = await world.pace.reserve(tenant, batch.length * intervalInMs, soon);
        for (const [index, { go }] of batch.entries()) {
          const moment = from.getTime() + index * intervalInMs;
          await until(moment - leadInMs);
          go(() => inTurn(moment));
        }
        queue.splice(0, batch.length);
      } catch (trouble) {
        queue.splice(0, batch.length);
        for (const { fail } of batch) fail(trouble);
      }
    }
    waiting.delete(tenant);
  }

  /** One after the other, also when this process was held up: those who missed their moment must not all go at once. */
  function oneByOne(): (moment: number) => Promise<void> {
    let last: Promise<number> = Promise.resolve(0);
    return async (moment) => {
      last = last.then(async (before) => {
        await until(Math.max(moment, before + intervalInMs));
        return world.clock().getTime();
      });
      await last;
    };
  }

  async function until(time: number): Promise<void> {
    const wait = time - world.clock().getTime();
    if (wait > 0) await world.sleep(wait);
  }

  return (tenant) =>
    new Promise((go, fail) => {
      const queue = waiting.get(tenant);
      if (queue) return void queue.push({ go, fail });
      const own = [{ go, fail }];
      waiting.set(tenant, own);
      void serve(tenant, own);
    });
}

type Waiting = { readonly go: (moment: Moment) => void; readonly fail: (trouble: unknown) => void };
