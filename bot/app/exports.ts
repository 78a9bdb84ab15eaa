import { addDays, localDateOf } from '../domain/time.ts';
import type { ExportFacts, ExportStore } from './operationPorts.ts';
import type { Clock, Log } from './ports.ts';

export type ExportUseCases = ReturnType<typeof exportUseCases>;

/** For how long an export is kept. Who is erased is gone from all of them after as many days. */
export const keptForInDays = 30;

export function exportUseCases(world: { exports: ExportStore | null; clock: Clock; log: Log }) {
  const { exports, clock, log } = world;

  /** The export of this night. May be called at any time by every instance: one of them makes it, once. `null`: it is made already. */
  async function nightly(): Promise<ExportFacts | null> {
    const now = clock();
    const night = localDateOf(now, 'UTC');
    if (!exports || !(await exports.claim(night, now))) return null;
    const facts = await make();
    await exports!.done(night, clock());
    await removeOld(night);
    return facts;
  }

  async function make(): Promise<ExportFacts> {
    const facts = await needed().make(nameAt(clock()));
    log.info({ ...facts }, 'Exported');
    return facts;
  }

  async function removeOld(today: string): Promise<void> {
    const oldest = addDays(today, -keptForInDays);
    for (const name of await needed().names()) if (name.slice(0, 10) < oldest) await needed().remove(name);
    await needed().forgetErased(new Date(clock().getTime() - (keptForInDays + 2) * 24 * 3600_000));
  }

  function needed(): ExportStore {
    if (!exports) throw new Error('There is nowhere to put exports.');
    return exports;
  }

  /** `null`: there is none, or nowhere to put one. */
  async function ageInHours(): Promise<number | null> {
    const newest = (await exports?.names())?.at(-1);
    return newest ? (clock().getTime() - instantOf(newest).getTime()) / 3600_000 : null;
  }

  return { nightly, make, ageInHours, list: () => needed().names() };
}

/** `2026-11-28T02-00-00Z`: a time that is also a name. */
const nameAt = (now: Date) => now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
const instantOf = (name: string) => new Date(name.replace(/T(\d+)-(\d+)-/, 'T$1:$2:'));
