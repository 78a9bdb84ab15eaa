import { isPromise } from '../domain/actionItem.ts';
import type { Hour } from '../domain/hour.ts';
import type { SayingKind } from '../domain/reminder.ts';
import { inOrder, isFor } from '../domain/topic.ts';
import type { Door } from './door.ts';
import type { HourReading } from './hourReading.ts';
import type { ActionStore, HourEntries, TopicStore } from './hourPorts.ts';
import { Away } from './ports.ts';
import type { Saying } from './reminderPorts.ts';
import type { Scene } from './reminders.ts';

export type SayingContent = ReturnType<typeof sayingContent>;

/** What a post about an hour is made of. Nobody looks on here, so there is nothing in it that not everybody sees. */
export function sayingContent(world: { door: Door; reading: HourReading; topics: TopicStore; actions: ActionStore }) {
  const { door, reading, topics, actions } = world;

  /** Reads no more than this kind of post shows. @throws Away */
  async function of(scene: Scene, kind: SayingKind, hour: Hour): Promise<Saying> {
    const bare = bareSaying(scene, kind, hour);
    if (kind === 'recap') return recap(scene, bare);
    // What was written stays there, whatever became of the hour.
    if (kind === 'status') return { ...bare, status: (await reading.entriesOf(scene, hour)).status };
    if (hour.status !== 'planned') return bare;
    if (kind === 'before') return before(scene, bare);
    // Many hours begin at the same minute: whose turn it is stands above, and asking Teams for everybody would keep others waiting.
    if (kind === 'start') return bare;
    const { away } = await reading.entriesOf(scene, hour);
    return { ...bare, ...(await arranged(scene, hour, away)) };
  }

  async function before({ ref, ...scene }: Scene, bare: Saying): Promise<Saying> {
    const { hour } = bare;
    const [entries, waiting, open] = await Promise.all([
      reading.entriesOf({ ref }, hour),
      topics.open(ref),
      actions.open(ref),
    ]);
    return {
      ...bare,
      ...(await arranged({ ...scene, ref }, hour, entries.away)),
      topics: inOrder(
        waiting.filter((topic) => isFor(topic, hour.date)),
        hour.order,
      ),
      promises: open.filter(isPromise),
      away: entries.away,
    };
  }

  /** With whose turn it is, and who would talk with whom. */
  async function arranged({ ref }: Scene, hour: Hour, away: HourEntries['away']) {
    const inside = await door.rosterOf(ref);
    // Not there any more, or not answering: either way nothing is said now.
    if (!inside) throw new Away('Teams');
    const { roster } = inside;
    const assigned = await reading.assigned({ ref, roster }, hour, { away }, await reading.turnsOf({ ref }));
    const pairs = assigned.pairs.map((pair) => pair.flatMap((id) => roster.get(id) ?? []));
    return { hour: assigned, pairs };
  }

  async function recap({ ref }: Scene, bare: Saying): Promise<Saying> {
    const [{ notes }, made] = await Promise.all([
      reading.entriesOf({ ref }, bare.hour),
      reading.madeIn({ ref }, bare.hour),
    ]);
    // What was just for the hour never leaves it.
    return { ...bare, decisions: notes.filter(({ kind, keep }) => keep && kind === 'decision'), actions: made };
  }

  return { of };
}

const bareSaying = ({ schedule, next }: Scene, kind: SayingKind, hour: Hour): Saying => ({
  kind,
  hour,
  pairs: [],
  topics: [],
  promises: [],
  away: [],
  meetingLink: schedule?.meetingLink ?? null,
  replaces: schedule?.replaces?.name ?? null,
  status: [],
  decisions: [],
  actions: [],
  nextHour: next,
});
