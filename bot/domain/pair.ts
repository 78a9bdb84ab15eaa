import type { PersonId } from './ids.ts';
import { cheapestPairs } from './matching.ts';
import type { Turns } from './turns.ts';

/** Two who talk with each other in an hour, or three when they are an odd number. */
export type Pair = readonly PersonId[];

/** What is known when pairs are made. */
export type PairFacts = {
  /** Who is there. */
  readonly present: readonly PersonId[];
  /** The whole team, in an order that stays: newcomers at the end. */
  readonly team: readonly PersonId[];
  /** Who talked with whom, and when. */
  readonly turns: Pick<Turns, 'held' | 'met' | 'inTrios'>;
  /** Who would rather not talk with whom. Nobody but this room ever reads it. */
  readonly avoids: readonly (readonly [PersonId, PersonId])[];
  /** From 0 up to, not including, 1: among equals chance decides, so that what a pair avoids cannot be read from what it gets. */
  readonly chance: () => number;
};

/**
 * Everybody present in a pair, one trio when they are odd; nobody is left out, whatever they avoid.
 *
 * The team is laid out as a round-robin tournament (the circle method, R. Lucas, "Récréations mathématiques" II, 1883): an even team
 * of n has n-1 rounds in which everybody meets everybody once. As long as nobody is absent, each hour is one round of it. Who is
 * absent, comes or leaves breaks rounds; then the pairs with the fewest repeats are taken, longest ago first, by minimum-weight
 * matching, and among those the ones that leave the remaining rounds whole.
 */
export function makePairs(facts: PairFacts): Pair[] {
  const present = facts.team.filter((person) => facts.present.includes(person));
  if (present.length < 2) return [];
  if (present.length > matchedAtOnce)
    return groupsOf(present, facts.chance).flatMap((group) => makePairs({ ...facts, present: group }));
  if (present.length === 3) return [present];
  const price = pricesOf(facts, present);
  if (present.length % 2 === 0) return pairsAt(present, price);
  return cheapest(triosIn(present, facts, price).map((trio) => withTrio(trio, present, price)));
}

// Matching takes time with the third power of how many there are; in a team this large, two out of one part of it are as good.
const matchedAtOnce = 80;

/** By chance into even parts, as large as can be matched at once. */
function groupsOf(people: readonly PersonId[], chance: () => number): PersonId[][] {
  const mixed = people
    .map((person) => ({ person, draw: chance() }))
    .sort((one, other) => one.draw - other.draw)
    .map(({ person }) => person);
  const parts = Math.ceil(people.length / matchedAtOnce);
  const size = 2 * Math.ceil(people.length / parts / 2);
  const groups = Array.from({ length: parts }, (_, at) => mixed.slice(at * size, (at + 1) * size));
  // Nobody is a group alone.
  const last = groups.at(-1)!;
  return last.length === 1 ? [...groups.slice(0, -2), [...groups.at(-2)!, ...last]] : groups;
}

type Price = (one: PersonId, other: PersonId) => number;
type Priced = { readonly pairs: Pair[]; readonly cost: number };

function pairsAt(people: readonly PersonId[], price: Price): Pair[] {
  return cheapestPairs(people.length, (one, other) => price(people[one]!, people[other]!)).map(([one, other]) => [
    people[one]!,
    people[other]!,
  ]);
}

function withTrio(trio: Pair, present: readonly PersonId[], price: Price): Priced {
  const pairs = [
    ...pairsAt(
      present.filter((person) => !trio.includes(person)),
      price,
    ),
    trio,
  ];
  return { pairs, cost: pairs.reduce((sum, pair) => sum + costOf(pair, price), 0) };
}

const costOf = (pair: Pair, price: Price) => meetingsIn(pair).reduce((sum, [one, other]) => sum + price(one, other), 0);

const cheapest = (all: readonly Priced[]): Pair[] =>
  all.reduce((best, each) => (each.cost < best.cost ? each : best)).pairs;

/** Every two of those who talk together. */
export function meetingsIn(pair: Pair): [PersonId, PersonId][] {
  return pair.flatMap((one, at) => pair.slice(at + 1).map((other): [PersonId, PersonId] => [one, other]));
}

export const meetingKey = (one: PersonId, other: PersonId) => (one < other ? `${one} ${other}` : `${other} ${one}`);

// Each of these weighs more than all of the lesser ones together, in the largest team that fits a call.
const unwanted = 1e10;
const repeated = 1e7;
const recent = 1e5;
const outsideRound = 1000;
const byChance = 10;

/** What it costs that two talk with each other in this hour. */
function pricesOf({ turns, avoids, team, chance }: PairFacts, present: readonly PersonId[]): Price {
  const unwelcome = new Set(avoids.map(([one, other]) => meetingKey(one, other)));
  const history = (key: string) => {
    const last = turns.met.get(key);
    return last === undefined ? 0 : repeated + Math.round(recent / (turns.held + 1 - last));
  };
  const round = bestRound(team, present, (key) => history(key) + (unwelcome.has(key) ? unwanted : 0), chance);
  const draws = new Map<string, number>();
  return (one, other) => {
    const key = meetingKey(one, other);
    if (!draws.has(key)) draws.set(key, Math.floor(chance() * byChance));
    return history(key) + (unwelcome.has(key) ? unwanted : 0) + (round.has(key) ? 0 : outsideRound) + draws.get(key)!;
  };
}

/** The round of the tournament that costs least among those who are there; which of several, is up to chance. */
function bestRound(
  team: readonly PersonId[],
  present: readonly PersonId[],
  cost: (key: string) => number,
  chance: () => number,
): ReadonlySet<string> {
  const here = new Set(present);
  const rounds = roundsOf(team).map((round) => {
    const keys = round.filter(([one, other]) => here.has(one) && here.has(other)).map((pair) => meetingKey(...pair));
    // A round that is broken by who is absent is worth as many new talks as it still has.
    const missing = Math.floor(present.length / 2) - keys.length;
    return { keys, cost: keys.reduce((sum, key) => sum + cost(key), missing * repeated), draw: chance() };
  });
  const best = rounds.reduce((one, other) =>
    other.cost < one.cost || (other.cost === one.cost && other.draw < one.draw) ? other : one,
  );
  return new Set(best.keys);
}

/** The circle method: one stands still, the others move on by one place each round. An odd team leaves somebody over each time. */
function roundsOf(team: readonly PersonId[]): [PersonId, PersonId][][] {
  const seats: (PersonId | null)[] = team.length % 2 === 0 ? [...team] : [...team, null];
  const [still, ...others] = seats;
  return others.map((_, turn) => {
    const turned = [...others.slice(turn), ...others.slice(0, turn)];
    const table = [still!, ...turned];
    return table
      .slice(0, table.length / 2)
      .map((one, at) => [one, table[table.length - 1 - at]!] as const)
      .filter((pair): pair is [PersonId, PersonId] => pair[0] !== null && pair[1] !== null);
  });
}

/**
 * The trios that come into question. In a small team all of them are tried; in a larger one a few, begun by who has been in a trio
 * least often, for there are always enough pairs left that have not met.
 */
function triosIn(present: readonly PersonId[], { turns, chance }: PairFacts, price: Price): Pair[] {
  const isSmall = present.length <= allTriosUpTo;
  const times = (person: PersonId) => turns.inTrios.get(person) ?? 0;
  const thirds = isSmall
    ? present
    : present
        .map((person) => ({ person, rank: times(person) + chance() }))
        .sort((one, other) => one.rank - other.rank)
        .slice(0, triedThirds)
        .map(({ person }) => person);
  const meetings = meetingsIn(present);
  return thirds.flatMap((third) => {
    const trios = meetings
      .filter((pair) => !pair.includes(third))
      .map((pair): Pair => [...pair, third])
      .map((trio) => ({ trio, cost: costOf(trio, price) }))
      .sort((one, other) => one.cost - other.cost);
    return trios.slice(0, isSmall ? trios.length : triedTrios).map(({ trio }) => trio);
  });
}
const allTriosUpTo = 9;
const triedThirds = 3;
const triedTrios = 3;
