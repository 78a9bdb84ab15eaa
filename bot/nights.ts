import type { Log } from './app/ports.ts';

/** What is to be done once a night, by one instance of all: each work sees to that itself, so it may be asked at any time. */
export type NightlyWork = Readonly<Record<string, () => Promise<unknown>>>;

export type Nights = { start(): void; stop(): Promise<void> };

// Not at once: what has just started has others to serve, and may be one of many that start now.
const firstAfterInMs = 5 * 60_000;
const everyInMs = 60 * 60_000;

/** Looks every hour whether this night's work is done. Stopping waits for what is being done. */
export function createNights(works: NightlyWork, log: Log): Nights {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let isStopping = false;

  async function look(): Promise<void> {
    for (const [name, work] of Object.entries(works)) {
      if (isStopping) return;
      try {
        await work();
      } catch (err) {
        // The next hour tries again.
        log.error({ name, err }, 'Nightly work failed');
      }
    }
  }

  function lookIn(milliseconds: number) {
    timer = setTimeout(() => {
      underWay = look().finally(() => {
        if (!isStopping) lookIn(everyInMs);
      });
    }, milliseconds).unref();
  }

  return {
    start: () => lookIn(firstAfterInMs),
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
