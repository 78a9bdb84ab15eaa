import { Away, type Log } from '../app/ports.ts';
import type { Handed, Received, Tick, WorkQueue } from '../app/reminderPorts.ts';

export type Loop = { start(): void; stop(): Promise<void> };

export type LoopOptions = {
  readonly work: WorkQueue;
  /** When this message should come again, if it should. @throws Away */
  readonly attend: (tick: Tick, handed: Handed) => Promise<Date | null>;
  /** How often that was tried by now. @throws Away */
  readonly tries: (tick: Tick, handed: Handed) => Promise<number>;
  readonly clock: () => Date;
  readonly log: Log;
  /** Holds together what is logged about one tick. */
  readonly asOne?: (work: () => Promise<void>) => Promise<void>;
  readonly rhythm?: Partial<Rhythm>;
};

export type Rhythm = {
  readonly firstWaitInMs: number;
  /** How many are attended to at once. */
  readonly atOnce: number;
  readonly hiddenForInSeconds: number;
  readonly shortestWaitInMs: number;
  readonly longestWaitInMs: number;
  readonly sweepEveryInMs: number;
};
// A minute's reminder comes within seconds of it, and a quiet hour costs a few hundred looks.
const usualRhythm: Rhythm = {
  // Who is started answers first.
  firstWaitInMs: 1_000,
  atOnce: 16,
  hiddenForInSeconds: 180,
  shortestWaitInMs: 250,
  longestWaitInMs: 10_000,
  sweepEveryInMs: 3_600_000,
};
const mostTries = 5;
const firstRetryInSeconds = 30;

/** Receives what is due, works on it, settles it. One in every instance, and all of them take from the same queue: nobody is the leader. */
export function createLoop({
  work,
  attend,
  tries: triesOf,
  clock,
  log,
  rhythm,
  asOne = (work) => work(),
}: LoopOptions): Loop {
  const { firstWaitInMs, atOnce, hiddenForInSeconds, shortestWaitInMs, longestWaitInMs, sweepEveryInMs } = {
    ...usualRhythm,
    ...rhythm,
  };
  const several = Math.ceil(atOnce / 2);
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let sweptAt = -Infinity;

  async function run(): Promise<void> {
    let wait = shortestWaitInMs;
    await pause(firstWaitInMs);
    while (!stopping.signal.aborted) {
      await sweep();
      const free = Math.min(32, atOnce - underWay.size);
      const found = await receive(free);
      for (const received of found ?? []) takeOn(received);
      // Several at a time: asking costs as much for one.
      while (underWay.size > atOnce - several) await Promise.race(underWay);
      // Longer when idle or failing, at once when there may be more.
      wait = found && found.length > 0 ? shortestWaitInMs : Math.min(wait * 2, longestWaitInMs);
      if (!found || found.length < free) await pause(wait);
    }
    await Promise.all(underWay);
  }

  async function receive(most: number): Promise<readonly Received[] | null> {
    try {
      return await work.receive(most, hiddenForInSeconds);
    } catch (err) {
      log.warn({ err }, 'nothing could be received');
      return null;
    }
  }

  /** At the start and every hour: what a crash or a lost message left behind. */
  async function sweep(): Promise<void> {
    const now = clock().getTime();
    if (now - sweptAt < sweepEveryInMs && now >= sweptAt) return;
    sweptAt = now;
    try {
      const lost = await work.sweep(new Date(now));
      const { waiting, setAside } = await work.depth();
      log.info({ lost, waiting, setAside }, 'swept');
    } catch (err) {
      log.warn({ err }, 'could not sweep');
    }
  }

  function takeOn(received: Received): void {
    const done = asOne(() => settle(received))
      // It comes back by itself after a while.
      .catch((err: unknown) => log.warn({ err }, 'a tick could not be settled'))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function settle(received: Received): Promise<void> {
    const { tick, handedOut } = received;
    if (!tick) {
      log.error({ handedOut }, 'a message that nobody of ours wrote was set aside');
      return received.setAside();
    }
    try {
      const again = await attend(tick, received);
      return again ? await received.rest((again.getTime() - clock().getTime()) / 1000) : await received.done();
    } catch (err) {
      const tries = await triesOf(tick, received).catch(() => 1);
      const isAway = err instanceof Away;
      // Who is away comes back, and then there is still something to say; a fault of ours does not mend itself.
      if (!isAway && tries >= mostTries) {
        log.error({ err, tries }, 'a tick was set aside');
        return received.setAside();
      }
      log[isAway ? 'info' : 'error']({ err, tries }, 'a tick is tried again');
      await received.again(firstRetryInSeconds * 2 ** Math.min(tries - 1, 5) * (0.5 + Math.random() / 2));
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, ms);
      function end() {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', end);
        resolve();
      }
      stopping.signal.addEventListener('abort', end);
      if (stopping.signal.aborted) end();
    });
  }

  return {
    start() {
      running ??= run();
    },
    /** What was taken on is finished; nothing more is taken. */
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
