import type { Clock, Log } from '../app/ports.ts';

/** The names of what is missing; none when everything is there. */
export type Readiness = () => Promise<readonly string[]>;

/** What has to answer for the service to be of use, by the name that an operator reads. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

const maxAgeInMs = 5_000;
const deadlineInMs = 3_000;

/** Asked by load balancers every few seconds from several sides: everything is looked at once in five seconds at most. */
export function createReadiness(checks: Checks, log: Log, clock: Clock = () => new Date()): Readiness {
  let lookedAt = -Infinity;
  let looking: Promise<readonly string[]> = Promise.resolve([]);

  async function look(): Promise<readonly string[]> {
    const missing = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await inTime(check());
          return [];
        } catch (err) {
          log.warn({ name, err }, 'Not ready');
          return [name];
        }
      }),
    );
    return missing.flat();
  }

  return () => {
    const now = clock().getTime();
    if (Math.abs(now - lookedAt) >= maxAgeInMs) {
      lookedAt = now;
      looking = look();
    }
    return looking;
  };
}

/** A look that takes too long is none. */
export async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), deadlineInMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** That somebody answers there, with anything good. */
export async function reach(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(deadlineInMs) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Answered ${response.status}`);
}
