import type { KudosId, TeamRef } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Person } from '../domain/team.ts';
import { createBuckets, type Limit } from './buckets.ts';
import type { Visit } from './door.ts';
import type { ReminderWishStore } from './personalPorts.ts';
import { type CardStore, isTakenBack, type KudosMessenger, type KudosStore } from './kudosPorts.ts';
import type { Clock, Locales } from './ports.ts';

export type KudosCards = ReturnType<typeof kudosCards>;
/** Where cards are: nobody has to be inside for them to follow. */
type Place = Pick<Visit, 'ref' | 'record'>;

/**
 * The bot's own cards follow the wall. All of this happens after the answer was given: what is on the wall is the truth, and a
 * card that could not be posted or changed is a card less, never a kudos less.
 */
export function kudosCards(world: {
  kudos: KudosStore;
  cards: CardStore;
  messenger: KudosMessenger;
  wishes: ReminderWishStore;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { kudos: store, cards, messenger, wishes, clock, background } = world;
  const waitOf = createBuckets(postLimit, clock);

  /** Whoever gives one kudos after the other fills the wall, and nobody's conversation. */
  const mayPost = ({ ref, me }: Visit): boolean => waitOf(`${ref.tenantId} ${ref.teamId} ${me.id}`) === 0;

  /** Once. That it is about to happen was written with the kudos: a crash in between is known and is never posted again. */
  function post(visit: Visit, kudos: Kudos, place: string | null): void {
    background(posted(visit, kudos, place));
  }

  async function posted(visit: Visit, kudos: Kudos, place: string | null): Promise<void> {
    const locales = await localesOf(visit.ref, kudos.visibility === 'private' ? kudos.to : []);
    const posts = await messenger.post(visit.record, kudos, place, locales);
    await cards.settle(visit.ref, kudos.id, posts);
    // Somebody may have joined, or taken it back, while the card was on its way.
    await follow(visit, kudos.id, kudos);
  }

  async function localesOf(ref: TeamRef, people: readonly Person[]): Promise<Locales> {
    const found = people.map(async ({ id }) => {
      // Not knowing it is no reason not to say it.
      const known = await wishes.find(ref, id).catch(() => null);
      return known?.contact.locale ? [[id, known.contact.locale] as const] : [];
    });
    return new Map((await Promise.all(found)).flat());
  }

  function refresh(visit: Place, id: KudosId): void {
    background(follow(visit, id, null));
  }

  /** Shows the newest state; looks again afterwards, because two changes may overtake each other on their way to Teams. */
  async function follow(visit: Place, id: KudosId, shown: Kudos | null): Promise<void> {
    const posts = (await cards.find(visit.ref, id))?.posts ?? [];
    if (posts.length === 0) return;
    for (let rounds = 0; rounds < maxRounds; rounds++) {
      const found = await store.find(visit.ref, id);
      if (!found || isTakenBack(found)) return goneFrom(visit, id, posts);
      if (shown && looksSame(shown, found.thing)) return;
      await messenger.update(visit.record, found.thing, posts);
      shown = found.thing;
    }
  }

  function withdraw(visit: Visit, id: KudosId): void {
    background(cards.find(visit.ref, id).then((card) => goneFrom(visit, id, card?.posts ?? [])));
  }

  /** Where the cards were, and in whose name, is forgotten with them; until they are gone it is kept, for another try. */
  async function goneFrom(visit: Place, id: KudosId, posts: readonly string[]): Promise<void> {
    if (posts.length > 0 && (await messenger.withdraw(visit.record, posts))) await cards.settle(visit.ref, id, []);
  }

  return { mayPost, post, refresh, withdraw };
}

/** More than anybody means: a whole team thanked one by one. */
const postLimit: Limit = { atOnce: 30, aSecond: 1 / 60 };

const maxRounds = 5;
const looksSame = (one: Kudos, other: Kudos) =>
  String(one.joined.map(({ id }) => id)) === String(other.joined.map(({ id }) => id));
