import type { Log } from './app/ports.ts';

/** Work that goes on after an answer was given. Stopping waits for it; what goes wrong in it is logged, for nobody else hears of it. */
export function createBackground(log: Log) {
  const underWay = new Set<Promise<unknown>>();
  return {
    run(work: Promise<unknown>): void {
      const done = work
        .catch((err: unknown) => log.error({ err }, 'Work in the background failed'))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async drain(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
