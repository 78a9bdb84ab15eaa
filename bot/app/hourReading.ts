import type { ActionItem } from '../domain/actionItem.ts';
import type { Chance } from '../domain/chance.ts';
import * as rules from '../domain/hour.ts';
import type { Hour } from '../domain/hour.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import { isThere, type Note } from '../domain/note.ts';
import { makePairs, type Pair } from '../domain/pair.ts';
import type { StatusLine } from '../domain/statusLine.ts';
import type { Person } from '../domain/team.ts';
import { inOrder, isFor, type Topic } from '../domain/topic.ts';
import { noTurns, type Turns, whoseTurn } from '../domain/turns.ts';
import type { Visit } from './door.ts';
import type { ActionStore, AvoidStore, Exit, HourEntries, HourStore, TopicStore } from './hourPorts.ts';
import type { Clock, Version } from './ports.ts';

/** Everything about one hour, as all who look at it see it. */
export type WholeHour = {
  readonly visit: Visit;
  readonly hour: Hour;
  readonly topics: readonly Topic[];
  readonly notes: readonly Note[];
  readonly actions: readonly ActionItem[];
  readonly away: readonly Person[];
  readonly present: readonly Person[];
  readonly talked: readonly Person[];
  readonly thanks: readonly Kudos[];
  readonly exits: readonly Exit[];
  readonly status: readonly StatusLine[];
  readonly isLocked: boolean;
  readonly now: Date;
  /** What a later look is compared by. */
  readonly pulse: Version;
};

export type HourReading = ReturnType<typeof createHourReading>;

/** How an hour is put together of what is kept about it, for whoever looks at it or changes it. */
export function createHourReading(world: {
  hours: HourStore;
  topics: TopicStore;
  actions: ActionStore;
  avoids: AvoidStore;
  clock: Clock;
  chance: Chance;
  background: (work: Promise<unknown>) => void;
}) {
  const { hours, topics, actions, avoids, clock, chance } = world;

  async function entriesOf({ ref }: Pick<Visit, 'ref'>, hour: Hour): Promise<HourEntries> {
    const date = rules.keptUnder(hour);
    return date ? hours.entries(ref, date) : nothing;
  }

  async function turnsOf({ ref }: Pick<Visit, 'ref'>): Promise<Turns> {
    return (await hours.turns(ref))?.thing ?? noTurns;
  }

  async function whole(visit: Visit, hour: Hour): Promise<WholeHour> {
    const { ref, me } = visit;
    const isOver = hour.status !== 'planned' && hour.status !== 'open';
    // The pulse first: what is written while the rest is read is then seen the next time.
    const pulse = await hours.pulse(ref);
    const [entries, waiting, due, turns] = await Promise.all([
      entriesOf(visit, hour),
      isOver ? [] : topics.open(ref),
      isOver ? madeIn(visit, hour) : actions.open(ref),
      hour.status === 'planned' ? turnsOf(visit) : noTurns,
    ]);
    const now = clock();
    const arranged = hour.status === 'planned' ? await assigned(visit, hour, entries, turns) : hour;
    const passing = entries.notes.filter((note) => !isThere(note, hour, now));
    if (passing.length > 0) world.background(hours.forgetPassing(ref, rules.keptUnder(hour)!));
    const onAgenda = waiting.filter((topic) => isFor(topic, hour.date));
    return {
      visit,
      hour: arranged,
      topics: [...inOrder(onAgenda, hour.order), ...entries.topics],
      notes: entries.notes.filter((note) => !passing.includes(note)),
      actions: due,
      away: here(visit, entries.away),
      present: here(visit, entries.present),
      talked: talkedWith(arranged, entries.talked, me.id),
      thanks: entries.thanks,
      exits: entries.exits.filter(({ person, isShared }) => isShared || person.id === me.id),
      status: entries.status,
      isLocked: rules.isLocked(hour, now),
      now,
      pulse,
    };
  }

  /** What came out of an hour that is over: of what was closed since, the newest. */
  async function madeIn({ ref }: Pick<Visit, 'ref'>, { date, status }: Hour): Promise<ActionItem[]> {
    if (status !== 'held') return [];
    const [open, closed] = await Promise.all([
      actions.open(ref),
      actions.list(ref, { status: 'closed' }, null, closedLookedAt),
    ]);
    return [...open, ...closed.items].filter(({ hour }) => hour === date);
  }

  /** Whose turn it is, as long as nobody was named; and who would talk with whom, if it were now. */
  async function assigned(visit: Inside, hour: Hour, { away }: Pick<HourEntries, 'away'>, turns: Turns): Promise<Hour> {
    const absent = away.map(({ id }) => id);
    const { roster } = visit;
    const isFree = (person: Person | null) => person && roster.has(person.id) && !absent.includes(person.id);
    const but = (other: Person | null) => (other ? [...absent, other.id] : absent);
    const named = isFree(hour.spotlight) ? hour.spotlight : null;
    const facilitator = isFree(hour.facilitator)
      ? hour.facilitator
      : whoseTurn(turns.facilitated, roster, but(named), named?.id);
    const spotlight = named ?? whoseTurn(turns.spotlighted, roster, but(facilitator), facilitator?.id);
    const present = [...roster.keys()].filter((id) => !absent.includes(id));
    // A wish that comes when pairs are shown already would be seen in them: it counts for the next ones.
    const shownFrom = rules.pairsShownFrom(hour);
    const isShown =
      hour.plan.some(({ kind }) => kind === 'pairs') && roster.size <= previewedUpTo && shownFrom <= clock();
    const pairs = isShown ? await pairsOf(visit, present, turns, hour.date, shownFrom) : [];
    return { ...hour, facilitator, spotlight, pairs };
  }

  /**
   * The same for the same people, however often it is asked: who draws again and again would learn from who never comes together.
   * @param draw what it is drawn for @param asOf from when the wishes are that count
   */
  async function pairsOf(
    { ref, roster }: Inside,
    present: readonly PersonId[],
    turns: Turns,
    draw: string,
    asOf: Date,
  ) {
    const team = [...roster.keys()].sort();
    return makePairs({
      team,
      present,
      turns,
      avoids: await avoids.all(ref, asOf),
      chance: chance(`${ref.teamId} ${draw}`),
    });
  }

  /** Pairs of everybody who is there: those that were shown before, when they still are right. */
  async function drawn(visit: Visit, hour: Hour, isAnew: boolean): Promise<readonly Pair[]> {
    const [entries, turns] = await Promise.all([entriesOf(visit, hour), turnsOf(visit)]);
    const looked = here(visit, entries.present).map(({ id }) => id);
    const absent = entries.away.map(({ id }) => id);
    // Where hardly anybody has the page open, everybody who did not say otherwise is taken to be there.
    const present = looked.length > 1 ? looked : [...visit.roster.keys()].filter((id) => !absent.includes(id));
    const isRight = !isAnew && hour.pairs.length > 0 && isSame(hour.pairs.flat(), present);
    if (isRight) return hour.pairs;
    const draw = [hour.date, roundOf(hour), ...[...present].sort()].join(' ');
    return pairsOf(visit, present, turns, draw, hour.openedAt ?? clock());
  }

  return { whole, assigned, drawn, entriesOf, turnsOf, madeIn };
}

/** A team's conversation, without anybody who looks. */
type Inside = Pick<Visit, 'ref' | 'roster'>;

// Beyond this, pairs are made when it is time for them, and not for everybody who looks.
const previewedUpTo = 60;
const closedLookedAt = 100;

const nothing: HourEntries = {
  notes: [],
  topics: [],
  away: [],
  present: [],
  thanks: [],
  exits: [],
  status: [],
  talked: [],
};

// Who plans ever more rounds to see ever more pairs sees the last ones again.
const maxRounds = 3;
/** For which of the hour's rounds of pairs it is drawn. */
const roundOf = ({ plan, running }: Hour) =>
  Math.min(plan.slice(0, running?.segment).filter(({ kind }) => kind === 'pairs').length, maxRounds - 1);

const here = ({ roster }: Visit, people: readonly Person[]) => people.filter(({ id }) => roster.has(id));

const isSame = (some: readonly PersonId[], others: readonly PersonId[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

/** Whether somebody talked is between those who talk: who it was is told to nobody else. */
function talkedWith(hour: Hour, talked: readonly Person[], me: PersonId): Person[] {
  const mine = hour.pairs.find((pair) => pair.includes(me)) ?? [];
  return talked.filter(({ id }) => mine.includes(id));
}
