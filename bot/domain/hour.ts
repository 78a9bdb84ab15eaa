import type { GoalId, HourDate, PersonId } from './ids.ts';
import type { Pair } from './pair.ts';
import { Refusal } from './refusal.ts';
import { type Occurrence, occurrenceOn, type Schedule } from './schedule.ts';
import type { Person, Roster } from './team.ts';
import { addDays, type LocalDate, minutesAfter, momentOf, type WallTime, weekdayOf, type Zone } from './time.ts';

/** What an hour is made of, in the order in which people go through it. */
export const segmentKinds = ['welcome', 'pairs', 'spotlight', 'ideas', 'close', 'talk'] as const;
export type SegmentKind = (typeof segmentKinds)[number];
/** `title` is the team's own name for it; empty means what its kind is called. */
export type Segment = { readonly kind: SegmentKind; readonly minutes: number; readonly title: string };

export type HourStatus = 'planned' | 'open' | 'held' | 'moved' | 'skipped';

/** Where a running hour is. Whoever looks works the clock out of this, so it cannot drift. */
export type Running = {
  /** Which segment of the plan. */
  readonly segment: number;
  readonly startedAt: Date;
  /** What was added to the segment's own minutes. */
  readonly extraMinutes: number;
  readonly pausedAt: Date | null;
};

/** One occurrence of the schedule. Its id is its local date, so there can be one a day. */
export type Hour = {
  readonly date: HourDate;
  readonly timeZone: Zone;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: HourStatus;
  /** Why it was moved or skipped. */
  readonly reason: string | null;
  readonly movedTo: HourDate | null;
  readonly movedFrom: HourDate | null;
  /** The meeting that was given up for this one, in minutes; 0 for none. */
  readonly givesBack: number;
  readonly facilitator: Person | null;
  readonly spotlight: Person | null;
  /** The goal that who is in the spotlight chose to talk about; it is one that the team sees. */
  readonly spotlightGoal: GoalId | null;
  readonly plan: readonly Segment[];
  /** Topics in the order that somebody gave them; those that are not in it follow by age. */
  readonly order: readonly string[];
  readonly running: Running | null;
  readonly pairs: readonly Pair[];
  /** What was talked about and decided, to find the hour by; never what was just for it. */
  readonly digest: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Counts what was changed about the hour itself, not what people write in it. */
  readonly edition: number;
};

export const hourLimits = {
  segments: 12,
  segmentMinutes: 60,
  segmentTitle: 60,
  reason: 200,
  topics: 100,
  /** Far more than anybody reads afterwards: lines that were written, and topics that were closed in it. */
  written: 500,
  extraMinutes: 60,
} as const;

export const defaultPlan: readonly Segment[] = (
  [
    ['welcome', 10],
    ['pairs', 15],
    ['spotlight', 15],
    ['ideas', 10],
    ['close', 10],
  ] as const
).map(([kind, minutes]) => ({ kind, minutes, title: '' }));

/** An hour that nobody has touched yet: everything about it follows from the schedule. */
export function plannedHour(schedule: Schedule, date: LocalDate): Hour {
  const { startsAt, endsAt }: Occurrence = occurrenceOn(schedule, date);
  return {
    date: date as HourDate,
    timeZone: schedule.timeZone,
    startsAt,
    endsAt,
    status: 'planned',
    reason: null,
    movedTo: null,
    movedFrom: null,
    givesBack: schedule.replaces?.minutes ?? 0,
    facilitator: null,
    spotlight: null,
    spotlightGoal: null,
    plan: fitted(defaultPlan, schedule.minutes),
    order: [],
    running: null,
    pairs: [],
    digest: '',
    openedAt: null,
    closedAt: null,
    edition: 0,
  };
}

/** The plan in whole minutes for an hour of another length, each segment at least as long as a sentence. */
function fitted(plan: readonly Segment[], minutes: number): Segment[] {
  const whole = plan.reduce((sum, segment) => sum + segment.minutes, 0);
  const scaled = plan.map((segment) => ({
    ...segment,
    minutes: Math.max(2, Math.round((segment.minutes * minutes) / whole)),
  }));
  const rest = minutes - scaled.reduce((sum, segment) => sum + segment.minutes, 0);
  const longest = scaled.reduce((best, segment, at) => (segment.minutes > scaled[best]!.minutes ? at : best), 0);
  return scaled.map((segment, at) => (at === longest ? { ...segment, minutes: segment.minutes + rest } : segment));
}

export type HourEdit = {
  readonly facilitator?: PersonId | undefined;
  readonly spotlight?: PersonId | null | undefined;
  readonly spotlightGoal?: GoalId | null | undefined;
  readonly plan?: readonly Segment[] | undefined;
  readonly order?: readonly string[] | undefined;
};

/**
 * Anybody may arrange the hour: hand it on, plan it, order its topics. Which goal stands in the spotlight is for who stands in it.
 * @param isShared whether that goal is theirs and the team sees it
 */
export function arrangeHour(hour: Hour, edit: HourEdit, by: PersonId, roster: Roster, isShared: boolean): Hour {
  mustGoOn(hour);
  const { facilitator, spotlight, spotlightGoal, plan, order } = edit;
  const inSpotlight = spotlight === undefined ? hour.spotlight?.id : spotlight;
  if (spotlightGoal && (by !== inSpotlight || !isShared)) throw new Refusal('hour.goalNotShared');
  // What runs has a place and a kind; its minutes and its name may still change.
  const running = hour.running?.segment ?? -1;
  if (plan && plan[running]?.kind !== hour.plan[running]?.kind) throw new Refusal('hour.segmentRuns');
  return changed(hour, {
    ...(facilitator === undefined ? {} : { facilitator: memberOf(roster, facilitator) }),
    ...(spotlight === undefined ? {} : { spotlight: spotlight && memberOf(roster, spotlight) }),
    ...(spotlight !== undefined && spotlight !== hour.spotlight?.id ? { spotlightGoal: null } : {}),
    ...(spotlightGoal === undefined ? {} : { spotlightGoal }),
    ...(plan === undefined ? {} : { plan }),
    ...(order === undefined ? {} : { order: [...new Set(order)] }),
  });
}

/** Whether arranging left it as it was: then nobody needs to be told that it changed. */
export const isArrangedAs = (hour: Hour, other: Hour): boolean => {
  const words = ({ facilitator, spotlight, spotlightGoal, plan, order }: Hour) =>
    JSON.stringify([
      ...[facilitator?.id, spotlight?.id, spotlightGoal, order],
      plan.map(({ kind, minutes, title }) => [kind, minutes, title]),
    ]);
  return words(hour) === words(other);
};

/** Within its week, Monday to Sunday, and to a time that is still to come. What was going to be talked about comes along. */
export function moveHour(
  hour: Hour,
  to: { date: LocalDate; time: WallTime },
  reason: string,
  now: Date,
): { from: Hour; to: Hour } {
  mustBePlanned(hour);
  if (mondayOf(to.date) !== mondayOf(hour.date)) throw new Refusal('hour.otherWeek');
  const startsAt = momentOf(to.date, to.time, hour.timeZone).at;
  if (startsAt.getTime() <= now.getTime()) throw new Refusal('hour.tooLate');
  const isThereAlready = to.date === hour.date && startsAt.getTime() === hour.startsAt.getTime();
  if (isThereAlready && reason === hour.reason) return { from: hour, to: hour };
  const minutes = (hour.endsAt.getTime() - hour.startsAt.getTime()) / 60_000;
  const moved = { ...hour, startsAt, endsAt: minutesAfter(startsAt, minutes), reason, edition: hour.edition + 1 };
  if (to.date === hour.date) return { from: moved, to: moved };
  const date = to.date as HourDate;
  const first = hour.movedFrom ?? hour.date;
  return {
    from: changed(hour, { status: 'moved', reason, movedTo: date }),
    to: { ...moved, date, movedFrom: first === date ? null : first },
  };
}

// Early enough to prepare, and late enough that a wish about pairs soon counts.
const pairsShownInDays = 3;

/** From when on the team may see who would talk with whom: from then on the pairs stand, whoever wishes what. */
export const pairsShownFrom = ({ date, timeZone }: Hour): Date =>
  momentOf(addDays(date, -pairsShownInDays), '00:00', timeZone).at;

/** Skipping twice is skipping once. */
export function skipHour(hour: Hour, reason: string): Hour {
  if (hour.status === 'skipped') return hour;
  mustBePlanned(hour);
  return changed(hour, { status: 'skipped', reason });
}

/** What was said stays as it was said, a day after the end; also where nobody came, or nobody thought of closing. */
export const isLocked = (hour: Hour, now: Date): boolean =>
  hour.status === 'moved' || hour.status === 'skipped' || now >= passesAt(hour);

/** Whether people may write: before, while and up to a day after. */
export function mustTakeWords(hour: Hour, now: Date): void {
  if (isLocked(hour, now)) throw new Refusal('hour.locked');
}

/** Whether one more fits, of what everybody is shown whole. */
export function mustHaveRoom(written: number): void {
  if (written >= hourLimits.written) throw new Refusal('hour.full');
}

/** From when on a line that was just for this hour is nowhere any more: a day after its end, also when nobody closes it. */
export function passesAt({ startsAt, endsAt, openedAt, closedAt }: Hour): Date {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  // One that is opened later than planned ends as much later.
  const end = openedAt && openedAt > startsAt ? minutesAfter(openedAt, minutes) : endsAt;
  return minutesAfter(closedAt ?? end, 24 * 60);
}

/**
 * The date under which what people write in an hour is kept: the one it had first, so that all of it comes along when the hour is
 * moved. `null` for an hour that was moved away, for then it is somewhere else.
 */
export const keptUnder = (hour: Hour): HourDate | null =>
  hour.status === 'moved' ? null : (hour.movedFrom ?? hour.date);

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** Whatever is done to an hour makes another edition of it. */
export const changed = (hour: Hour, change: Partial<Hour>): Hour => ({ ...hour, ...change, edition: hour.edition + 1 });

export function mustBePlanned(hour: Hour): void {
  if (hour.status === 'planned') return;
  throw new Refusal(hour.status === 'open' ? 'hour.isOpen' : 'hour.isOver');
}

function mustGoOn(hour: Hour): void {
  if (hour.status !== 'planned' && hour.status !== 'open') throw new Refusal('hour.isOver');
}

function memberOf(roster: Roster, id: PersonId): Person {
  const member = roster.get(id);
  if (!member) throw new Refusal('hour.notInTeam');
  return personOf(member);
}

const personOf = ({ id, name }: Person): Person => ({ id, name });
