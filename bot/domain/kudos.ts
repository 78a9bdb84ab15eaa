import type { HourDate, KudosId, PersonId } from './ids.ts';
import { quietest, type Wish } from './profile.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person, Roster, Team } from './team.ts';
import { fits, folded, wordsOf } from './words.ts';

/** Where a kudos may be seen. `hour` waits for the hour's opening and is the giver's alone until then. */
export type Visibility = 'channel' | 'hour' | 'private';

/** A thank-you from one member to one to ten others. */
export type Kudos = {
  readonly id: KudosId;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly text: string;
  /** What it changed for the giver. */
  readonly effect: string | null;
  /** One of the team's values as it was called then. */
  readonly value: string | null;
  readonly goalId: string | null;
  /** The Teams message it came from. */
  readonly messageLink: string | null;
  readonly visibility: Visibility;
  /** The hour in which it came into sight, when it waited for one. */
  readonly openedIn: HourDate | null;
  readonly joined: readonly Person[];
  readonly createdAt: Date;
};

/** What a giver hands in. */
export type Gift = {
  readonly to: readonly PersonId[];
  readonly text: string;
  readonly effect: string | null;
  readonly value: string | null;
  readonly goalId: string | null;
  readonly messageLink: string | null;
};

export const kudosLimits = { to: 10, words: 3, text: 1000, effect: 280, messageLink: 2000, joined: 300 } as const;

/** What the team is at this moment: a gift is judged by it and by nothing older. */
export type Scene = {
  readonly id: KudosId;
  readonly from: Member;
  readonly team: Team;
  readonly roster: Roster;
  /** The wishes of exactly those who are thanked. */
  readonly wishes: readonly Wish[];
  readonly now: Date;
};

/** Every rule of giving, in the order in which somebody filling the form would meet them. */
export function giveKudos(gift: Gift, scene: Scene): Kudos {
  const recipients = [...new Set(gift.to)];
  if (recipients.length === 0) throw new Refusal('kudos.toNobody');
  if (recipients.length > kudosLimits.to) throw new Refusal('kudos.toTooMany');
  if (recipients.includes(scene.from.id)) throw new Refusal('kudos.toSelf');
  const to = recipients.map((id) => scene.roster.get(id));
  if (!to.every((member) => member !== undefined)) throw new Refusal('kudos.notInTeam');
  if (wordsOf(gift.text).length < kudosLimits.words) throw new Refusal('kudos.tooFewWords');
  if (!fits(gift.text, kudosLimits.text) || !fits(gift.effect ?? '', kudosLimits.effect))
    throw new Refusal('kudos.tooLong');
  const value = gift.value === null ? null : valueOf(scene.team, gift.value);
  const outcome = outcomeOf(scene.wishes);
  if (outcome === 'no') throw new Refusal('kudos.ratherNot');
  return {
    ...gift,
    id: scene.id,
    from: personOf(scene.from),
    to: to.map(personOf),
    effect: gift.effect || null,
    value,
    visibility: outcome,
    openedIn: null,
    joined: [],
    createdAt: scene.now,
  };
}

/** What giving would do, by the quietest wish; `no` means that it would be refused. It never says whose wish it is. */
export function outcomeOf(all: readonly Wish[]): Visibility | 'no' {
  return quietest(all);
}

/** Whether a request that came again is the one that made this kudos. */
export function isSameGift(kudos: Kudos, gift: Gift, by: PersonId): boolean {
  const words = (of: Omit<Gift, 'to'>) => [
    of.text,
    of.effect || null,
    of.value && folded(of.value),
    of.goalId,
    of.messageLink,
  ];
  const people = (ids: readonly PersonId[]) => [...new Set(ids)].sort();
  return (
    kudos.from.id === by &&
    String(people(kudos.to.map((person) => person.id))) === String(people(gift.to)) &&
    JSON.stringify(words(kudos)) === JSON.stringify(words(gift))
  );
}

/** The people who may see a kudos that the whole team may not; `null` when the whole team may. */
export function audienceOf(kudos: Pick<Kudos, 'visibility' | 'from' | 'to'>): readonly PersonId[] | null {
  if (kudos.visibility === 'channel') return null;
  if (kudos.visibility === 'hour') return [kudos.from.id];
  return [kudos.from.id, ...kudos.to.map((person) => person.id)];
}

/**
 * What waited for the hour comes into sight as it opens, for everybody; where somebody likes it quieter by now, for those alone who were
 * thanked.
 */
export function openKudos(kudos: Kudos, hour: HourDate, wishes: readonly Wish[] = []): Kudos {
  if (kudos.visibility !== 'hour') return kudos;
  const outcome = outcomeOf(wishes);
  if (outcome === 'private' || outcome === 'no') return { ...kudos, visibility: 'private' };
  return { ...kudos, visibility: 'channel', openedIn: hour };
}

export function maySee(kudos: Kudos, person: PersonId): boolean {
  return audienceOf(kudos)?.includes(person) ?? true;
}

/** "Me too", once. Names, not numbers; the giver and the thanked are in it already. */
export function joinKudos(kudos: Kudos, by: Member): Kudos {
  if (kudos.visibility !== 'channel') throw new Refusal('kudos.notOpenToJoin');
  if (kudos.from.id === by.id || isThanked(kudos, by.id)) throw new Refusal('kudos.ownJoin');
  if (hasJoined(kudos, by.id)) return kudos;
  if (kudos.joined.length >= kudosLimits.joined) throw new Refusal('kudos.joinedByMany');
  return { ...kudos, joined: [...kudos.joined, personOf(by)] };
}

export function leaveKudos(kudos: Kudos, by: PersonId): Kudos {
  if (!hasJoined(kudos, by)) return kudos;
  return { ...kudos, joined: kudos.joined.filter((person) => person.id !== by) };
}

/** The giver takes back what they gave; who was thanked may take it off the wall. Nobody else, owner or not. */
export function takeBack(kudos: Kudos, by: PersonId): void {
  if (kudos.from.id !== by && !isThanked(kudos, by)) throw new Refusal('kudos.notYours');
}

export const hasJoined = (kudos: Kudos, person: PersonId) => kudos.joined.some(({ id }) => id === person);
export const isThanked = (kudos: Kudos, person: PersonId) => kudos.to.some(({ id }) => id === person);

const personOf = ({ id, name }: Member): Person => ({ id, name });

function valueOf(team: Team, wanted: string): string {
  const value = team.values.find((known) => folded(known) === folded(wanted));
  if (value === undefined) throw new Refusal('kudos.unknownValue');
  return value;
}
