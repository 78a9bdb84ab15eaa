/* People of a team whose storage makes trouble: what they do in their hour, and what has to be there in the end. */
import type { Versioned } from '../../bot/app/ports.ts';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { type Kudos, openKudos } from '../../bot/domain/kudos.ts';
import type { Note } from '../../bot/domain/note.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { aKudos, aPerson, laterBy } from './builders.ts';
import { anAction, anHour, aNote, aTopic, done, thursday } from './buildersOfHours.ts';
import type { seeded } from './chance.ts';
import { untilDone } from './learners.ts';

type All<Thing> = Map<string, Thing | 'removed'>;
const living = <Thing>(all: All<Thing>): Thing[] => [...all.values()].filter((one): one is Thing => one !== 'removed');

export type KnownHour = {
  readonly notes: All<Note>;
  readonly topics: All<Topic>;
  readonly actions: All<ActionItem>;
  readonly thanks: All<Kudos>;
  readonly present: Set<string>;
  edition: number;
};

export function aTalker(storage: Storage, ref: TeamRef, pick: ReturnType<typeof seeded>['pick']) {
  const { hours, topics, actions, kudos } = storage;
  const known: KnownHour = {
    notes: new Map(),
    topics: new Map(),
    actions: new Map(),
    thanks: new Map(),
    present: new Set(),
    edition: 0,
  };
  let seconds = 0;
  const some = <Thing>(all: All<Thing>): Thing | null => {
    const those = living(all);
    return those.length > 0 ? pick(those) : null;
  };
  /** Nobody else changes it: what is found is what was last known, and its version. */
  const at = async <Thing>(find: () => Promise<Versioned<Thing> | 'removed' | null>): Promise<string> =>
    ((await untilDone(find)) as Versioned<Thing>).version;

  const kinds = {
    async write() {
      const line = aNote('Mei', { at: laterBy(++seconds), keep: pick([true, false]) });
      expect(await untilDone(() => hours.addNote(ref, thursday, line))).toBe('added');
      known.notes.set(line.id, line);
    },
    async rewrite() {
      const before = some(known.notes);
      if (!before) return;
      const version = await at(() => hours.findNote(ref, thursday, before.id));
      const line = { ...before, keep: pick([true, false]), edition: before.edition + 1 };
      await untilDone(() => hours.replaceNote(ref, thursday, line, version));
      known.notes.set(line.id, line);
    },
    async unwrite() {
      const line = known.notes.size > 3 ? some(known.notes) : null;
      if (!line) return;
      const version = await at(() => hours.findNote(ref, thursday, line.id));
      await untilDone(() => hours.removeNote(ref, thursday, line, version));
      known.notes.set(line.id, 'removed');
    },
    async raise() {
      const topic = aTopic('Mei', { createdAt: laterBy(++seconds) });
      expect(await untilDone(() => topics.add(ref, topic))).toBe('added');
      known.topics.set(topic.id, topic);
    },
    async settle() {
      const before = some(known.topics);
      if (!before) return;
      const version = await at(() => topics.find(ref, before.id));
      const state = pick(['open', 'talked', 'status'] as const);
      const closedIn = state === 'open' ? null : thursday;
      const topic: Topic = { ...before, state, closedIn, edition: before.edition + 1 };
      await untilDone(() => topics.replace(ref, topic, { thing: before, version }));
      known.topics.set(topic.id, topic);
    },
    async promise() {
      const item = anAction('Mei', { promisedTo: pick([null, aPerson('Lukas')]), createdAt: laterBy(++seconds) });
      expect(await untilDone(() => actions.add(ref, item))).toBe('added');
      known.actions.set(item.id, item);
    },
    async keepPromise() {
      const before = some(known.actions);
      if (before?.status !== 'open') return;
      const version = await at(() => actions.find(ref, before.id));
      const item = pick([done(before, laterBy(++seconds)), { ...before, dueOn: '2026-12-01', edition: 2 }]);
      await untilDone(() => actions.replace(ref, item, { thing: before, version }));
      known.actions.set(item.id, item);
    },
    async thankInHour() {
      const before = aKudos({ visibility: 'hour', createdAt: laterBy(++seconds) });
      const version = await untilDone(() => kudos.add(ref, before, 'none'));
      const opened = openKudos(before, thursday);
      await untilDone(() => kudos.replace(ref, opened, version));
      known.thanks.set(opened.id, opened);
    },
    async lookIn() {
      const person = aPerson(pick(['Mei', 'Lukas', 'Priya']));
      const on = pick([true, true, false]);
      await untilDone(() => hours.mark(ref, thursday, 'present', person, on));
      if (on) known.present.add(person.id);
      else known.present.delete(person.id);
    },
    async arrange() {
      const found = await untilDone(() => hours.find(ref, thursday));
      const edition = known.edition + 1;
      await untilDone(() => hours.save(ref, anHour({ edition }), found?.version ?? null));
      known.edition = edition;
    },
  };
  return { kinds, known };
}

export async function expectHour(storage: Storage, ref: TeamRef, known: KnownHour): Promise<void> {
  const entries = await storage.hours.entries(ref, thursday);
  const byId = (things: readonly { readonly id: string }[]) =>
    [...things].sort((one, other) => (one.id < other.id ? -1 : 1));

  expect(byId(entries.notes)).toEqual(byId(living(known.notes)));
  const closed = living(known.topics).filter(({ state }) => state !== 'open');
  expect(byId(entries.topics)).toEqual(byId(closed));
  const open = living(known.topics).filter(({ state }) => state === 'open');
  expect(byId(await storage.topics.open(ref))).toEqual(byId(open));
  expect(byId((await storage.actions.list(ref, {}, null, 100)).items)).toEqual(byId(living(known.actions)));
  expect(byId(entries.thanks)).toEqual(byId(living(known.thanks)));
  expect(await storage.kudos.waiting(ref)).toEqual([]);
  expect(entries.present.map(({ id }) => id).sort()).toEqual([...known.present].sort());
  expect((await storage.hours.find(ref, thursday))?.thing.edition ?? 0).toBe(known.edition);
  await storage.hours.forgetPassing(ref, thursday);
  const kept = living(known.notes).filter(({ keep }) => keep);
  expect(byId((await storage.hours.entries(ref, thursday)).notes)).toEqual(byId(kept));
}
