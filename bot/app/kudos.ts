import type { Actor, KudosId, PersonId, TeamId } from '../domain/ids.ts';
import * as rules from '../domain/kudos.ts';
import type { Gift, Kudos, Visibility } from '../domain/kudos.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Roster } from '../domain/team.ts';
import { folded } from '../domain/words.ts';
import type { Door, Visit } from './door.ts';
import type { KudosCards } from './kudosCards.ts';
import { isTakenBack, type KudosStore, type KudosTerm, type Position } from './kudosPorts.ts';
import { type Clock, NotFound, type ProfileStore, type Version, type Versioned } from './ports.ts';
import { Stale, untilDone } from './retry.ts';

/** How a new kudos is shown beyond the wall. */
export type Delivery = {
  /** `bot`: the bot posts the card. `giver`: the giver sends it themselves from the compose box. */
  readonly by: 'bot' | 'giver';
  /** The conversation to post in, when it is not the team's own. */
  readonly place: string | null;
};

export type Question = { readonly person?: PersonId | 'me' | undefined; readonly value?: string; readonly q?: string };

export type KudosUseCases = ReturnType<typeof kudosUseCases>;

export function kudosUseCases(world: {
  door: Door;
  kudos: KudosStore;
  profiles: ProfileStore;
  cards: KudosCards;
  clock: Clock;
}) {
  const { door, kudos: store, profiles, cards } = world;

  /** What giving to these people would do, without saying whose wish it is. @throws Refusal kudos.notInTeam */
  async function preview(actor: Actor, teamId: TeamId, to: readonly PersonId[]): Promise<Visibility | 'no'> {
    const visit = await door.enter(actor, teamId);
    if (!to.every((id) => visit.roster.has(id))) throw new Refusal('kudos.notInTeam');
    return rules.outcomeOf(await profiles.wishesOf(visit.ref, to));
  }

  /** Gives once: the same gift under the same id again is answered with the same kudos. @throws Refusal */
  async function give(
    actor: Actor,
    teamId: TeamId,
    id: KudosId,
    gift: Gift,
    delivery: Delivery,
  ): Promise<Versioned<Kudos> & { isNew: boolean }> {
    const visit = await door.enter(actor, teamId);
    const kudos = await judged(visit, id, gift);
    // A giver can send a card into a conversation; one to one, to somebody who likes it quiet, only the bot can.
    const isForBot = kudos.visibility === 'private' || (kudos.visibility === 'channel' && delivery.by === 'bot');
    const willPost = isForBot && cards.mayPost(visit);
    const version = await store.add(visit.ref, kudos, willPost ? 'bot' : 'none');
    if (version === 'taken') return (await givenBefore(visit, id, gift)) ?? notThere();
    if (willPost) cards.post(visit, kudos, delivery.place);
    return { thing: kudos, version, isNew: true };
  }

  /** A resend is answered with what was given, even when today's team would refuse it. */
  async function judged(visit: Visit, id: KudosId, gift: Gift): Promise<Kudos> {
    const thanked = [...new Set(gift.to)].filter((person) => visit.roster.has(person));
    const wishes = await profiles.wishesOf(visit.ref, thanked);
    const scene = { id, from: visit.me, team: visit.record.team, roster: visit.roster, wishes, now: world.clock() };
    try {
      return rules.giveKudos(gift, scene);
    } catch (trouble) {
      const before = trouble instanceof Refusal && (await givenBefore(visit, id, gift));
      if (before) return before.thing;
      throw trouble;
    }
  }

  async function givenBefore(visit: Visit, id: KudosId, gift: Gift) {
    const found = await store.find(visit.ref, id);
    if (!found) return null;
    if (isTakenBack(found)) throw new Refusal('kudos.takenBack');
    if (!rules.isSameGift(found.thing, gift, visit.me.id)) throw new Refusal('kudos.idTaken');
    return { ...found, isNew: false };
  }

  /** @throws NotFound */
  async function find(actor: Actor, teamId: TeamId, id: KudosId): Promise<Versioned<Kudos>> {
    return seen(await door.enter(actor, teamId), id);
  }

  async function seen(visit: Visit, id: KudosId): Promise<Versioned<Kudos>> {
    const found = await store.find(visit.ref, id);
    if (!found || isTakenBack(found) || !rules.maySee(found.thing, visit.me.id)) throw new NotFound();
    return found;
  }

  /** Newest first. A slice may be short and still not be the last; `next` says so. */
  async function list(actor: Actor, teamId: TeamId, question: Question, after: Position | null, limit: number) {
    const visit = await door.enter(actor, teamId);
    const { q, person: wanted, ...rest } = question;
    const person = wanted === 'me' ? visit.me.id : wanted;
    const filter = person ? { ...rest, person } : rest;
    const terms = q ? termsOf(q, visit) : [];
    const slice = await store.list(visit.ref, visit.me.id, terms.length ? { ...filter, terms } : filter, after, limit);
    return { ...slice, visit };
  }

  /** "Me too", or no longer. Twice is once. @throws Refusal */
  async function join(actor: Actor, teamId: TeamId, id: KudosId, joins: boolean): Promise<Versioned<Kudos>> {
    const visit = await door.enter(actor, teamId);
    const { before, after } = await changed(visit, id, (kudos) =>
      joins ? rules.joinKudos(kudos, visit.me) : rules.leaveKudos(kudos, visit.me.id),
    );
    // Also when nothing changed: a try before this one may have got no further than storage.
    if (joins || before !== after.thing) cards.refresh(visit, id);
    return after;
  }

  /** Many join at once: whoever loses the race looks again. */
  function changed(visit: Visit, id: KudosId, change: (kudos: Kudos) => Kudos) {
    return untilDone(async () => {
      const { thing: before, version } = await seen(visit, id);
      const thing = change(before);
      if (thing === before) return { before, after: { thing, version } };
      return { before, after: { thing, version: await store.replace(visit.ref, thing, version) } };
    });
  }

  /** By the giver, or off the wall by who was thanked. Already gone is success for who took it. @throws Refusal kudos.notYours */
  async function takeBack(actor: Actor, teamId: TeamId, id: KudosId, expected: Version | null): Promise<void> {
    const visit = await door.enter(actor, teamId);
    await untilDone(async () => {
      const found = await store.find(visit.ref, id);
      // A try before this one may have got no further than storage: the card is seen to again.
      if (found && isTakenBack(found) && found.takenBackBy === visit.me.id) return cards.withdraw(visit, id);
      if (!found || isTakenBack(found) || !rules.maySee(found.thing, visit.me.id)) throw new NotFound();
      rules.takeBack(found.thing, visit.me.id);
      if (expected && expected !== found.version) throw new Stale();
      await store.takeBack(visit.ref, found.thing, found.version, visit.me.id);
      cards.withdraw(visit, id);
    });
  }

  return { preview, give, find, list, join, takeBack };
}

function notThere(): never {
  throw new NotFound();
}

/** A term may be meant as a name, a value or a word; whatever it could be is looked for. */
function termsOf(q: string, visit: Visit): KudosTerm[] {
  const people = namesIn(visit.roster);
  const values = visit.record.team.values.map((value) => [value, partsOf(value)] as const);
  const meantBy =
    (word: string) =>
    <Thing>([thing, parts]: readonly [Thing, readonly string[]]) =>
      parts.some((part) => part.startsWith(word)) ? [thing] : [];
  return [...new Set(folded(q).split(/\s+/).filter(Boolean))].slice(0, 8).map((word) => ({
    word,
    people: people.flatMap(meantBy(word)),
    values: values.flatMap(meantBy(word)),
  }));
}

type Names = readonly (readonly [PersonId, readonly string[]])[];
const names = new WeakMap<Roster, Names>();

/** The parts of everybody's name, folded once for as long as the roster is known. */
function namesIn(roster: Roster): Names {
  const known = names.get(roster) ?? [...roster.values()].map(({ id, name }) => [id, partsOf(name)] as const);
  names.set(roster, known);
  return known;
}

const partsOf = (name: string) => folded(name).split(/\s+/);
