/* People of a team whose storage makes trouble: what they do with their goals, and what has to be there in the end. */
import { isRemoved } from '../../bot/app/goalPorts.ts';
import { Away, type Versioned } from '../../bot/app/ports.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import { standingOf } from '../../bot/domain/goalCircle.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { idOf, laterBy } from './builders.ts';
import { aCheckIn, aComment, aSharedGoal, everybody } from './buildersOfGoals.ts';
import type { seeded } from './chance.ts';

type Known = Versioned<Goal> & { readonly said: readonly string[] };
export type KnownGoals = Map<string, Known | 'removed'>;

/** As a client does that is told to come back later. */
export async function untilDone<Answer>(deed: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await deed();
    } catch (trouble) {
      if (!(trouble instanceof Away)) throw trouble;
    }
  }
}

export function aLearner(storage: Storage, ref: TeamRef, pick: ReturnType<typeof seeded>['pick']) {
  const known: KnownGoals = new Map();
  const comments = new Map<string, ReturnType<typeof aComment>>();
  let seconds = 0;
  const some = (): Known | null => {
    const living = [...known.values()].filter((one) => one !== 'removed');
    return living.length > 0 ? pick(living) : null;
  };
  const remember = (before: Known, of: Partial<Known>) => void known.set(before.thing.id, { ...before, ...of });

  const kinds = {
    async begin() {
      const thing = aSharedGoal([pick(['Mei', 'Lukas'])], { ask: pick(['', 'Half an hour']) });
      const version = await untilDone(() => storage.goals.add(ref, thing));
      // Nobody else has this id, so nobody can have been first.
      expect(version).not.toBe('taken');
      known.set(thing.id, { thing, version, said: [] });
    },
    async checkIn() {
      const before = some();
      if (!before) return;
      const latest = aCheckIn({ at: laterBy(++seconds) });
      const thing = { ...before.thing, checkIns: [latest, ...before.thing.checkIns].slice(0, 12) };
      remember(before, { thing, version: await storage.goals.replace(ref, thing, before, latest) });
    },
    async share() {
      const before = some();
      if (!before) return;
      const thing = { ...before.thing, audience: pick(['me', 'supporters', 'team'] as const) };
      remember(before, { thing, version: await storage.goals.replace(ref, thing, before) });
    },
    async comment() {
      const before = some();
      if (!before) return;
      const comment = aComment('Mei', { at: laterBy(++seconds) });
      const { id } = before.thing;
      await untilDone(() => storage.entries.comments.add(ref, id, comment));
      // "Taken" only when the first try went through and nobody said so: then it is this very one.
      expect(await untilDone(() => storage.entries.comments.find(ref, id, comment.id))).toEqual(comment);
      comments.set(comment.id, comment);
      remember(before, { said: [...before.said, comment.id] });
    },
    async uncomment() {
      const before = some();
      const id = before?.said[0];
      if (!before || !id) return;
      await storage.entries.comments.remove(ref, before.thing.id, comments.get(id)!);
      remember(before, { said: before.said.slice(1) });
    },
    async remove() {
      const before = known.size > 3 ? some() : null;
      if (!before) return;
      await storage.goals.remove(ref, before);
      known.set(before.thing.id, 'removed');
      await untilDone(() => storage.goals.clear(ref, before.thing.id));
    },
  };
  return { kinds, known };
}

export async function expectGoals(storage: Storage, ref: TeamRef, known: KnownGoals): Promise<void> {
  const living = [...known.values()].filter((one) => one !== 'removed');
  for (const name of everybody) {
    const viewer = idOf(name);
    const { items } = await storage.goals.list(ref, viewer, {}, null, 100);
    const seen = living.filter(({ thing }) => standingOf(thing, viewer) !== null);
    expect(items.map(({ id }) => id).sort()).toEqual(seen.map(({ thing }) => thing.id).sort());
  }
  for (const [id, one] of known) {
    const goal = id as Goal['id'];
    const found = await storage.goals.find(ref, goal);
    const said = (await storage.entries.comments.list(ref, goal, null, 100)).items.map((comment) => comment.id);
    if (one === 'removed') {
      expect(found && isRemoved(found)).toBe(true);
      expect(said).toEqual([]);
      continue;
    }
    expect(found).toEqual({ thing: one.thing, version: one.version });
    expect(said.sort()).toEqual([...one.said].sort());
  }
}
