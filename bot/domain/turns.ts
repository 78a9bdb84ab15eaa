import type { HourDate, PersonId } from './ids.ts';
import { meetingKey, meetingsIn, type Pair } from './pair.ts';
import type { Person, Roster } from './team.ts';

/** What a team remembers of its hours, so that turns are taken fairly: when somebody last did what, by the number of the hour. */
export type Turns = {
  /** How many hours were held. */
  readonly held: number;
  /** Minutes of other meetings that were given back. */
  readonly givenBack: number;
  readonly facilitated: ReadonlyMap<PersonId, number>;
  readonly spotlighted: ReadonlyMap<PersonId, number>;
  /** By `meetingKey`: the hour in which two last talked. */
  readonly met: ReadonlyMap<string, number>;
  /** How often somebody was one of three. */
  readonly inTrios: ReadonlyMap<PersonId, number>;
  /** The hour that was counted last: closing it again counts nothing twice. */
  readonly lastDate: HourDate | null;
};

export const noTurns: Turns = {
  held: 0,
  givenBack: 0,
  facilitated: new Map(),
  spotlighted: new Map(),
  met: new Map(),
  inTrios: new Map(),
  lastDate: null,
};

export type HeldHour = {
  readonly date: HourDate;
  readonly facilitator: Person | null;
  readonly spotlight: Person | null;
  readonly givesBack: number;
  readonly pairs: readonly Pair[];
};

/** What is remembered after an hour was held. */
export function afterHour(turns: Turns, hour: HeldHour): Turns {
  if (hour.date === turns.lastDate) return turns;
  const held = turns.held + 1;
  const met = new Map(turns.met);
  const inTrios = new Map(turns.inTrios);
  for (const pair of hour.pairs) {
    for (const [one, other] of meetingsIn(pair)) met.set(meetingKey(one, other), held);
    if (pair.length > 2) for (const person of pair) inTrios.set(person, (inTrios.get(person) ?? 0) + 1);
  }
  return {
    held,
    givenBack: turns.givenBack + hour.givesBack,
    facilitated: with_(turns.facilitated, hour.facilitator, held),
    spotlighted: with_(turns.spotlighted, hour.spotlight, held),
    met,
    inTrios,
    lastDate: hour.date,
  };
}

/**
 * Whose turn it is: who did it longest ago, or never; among those, by name. Who cannot come, or does the other thing, is passed over.
 * @param after who does the other thing: names are gone through from there on, so that two turns chase each other round the team
 *   and never meet, and nobody is passed over when it is their turn
 */
export function whoseTurn(
  last: ReadonlyMap<PersonId, number>,
  roster: Roster,
  not: readonly PersonId[],
  after: PersonId | null = null,
): Person | null {
  const all = [...roster.values()];
  const from = all.findIndex(({ id }) => id === after) + 1;
  const able = [...all.slice(from), ...all.slice(0, from)].filter(({ id }) => !not.includes(id));
  const next = able.reduce<Person | null>(
    (best, each) => (best && (last.get(best.id) ?? 0) <= (last.get(each.id) ?? 0) ? best : each),
    null,
  );
  return next && { id: next.id, name: next.name };
}

const with_ = (known: ReadonlyMap<PersonId, number>, person: Person | null, held: number) =>
  person ? new Map([...known, [person.id, held]]) : known;
