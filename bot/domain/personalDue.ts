import type { ActionItem } from './actionItem.ts';
import type { Goal, Helper, IfThen } from './goal.ts';
import { type Hour, mondayOf } from './hour.ts';
import type { PersonId } from './ids.ts';
import { dayBefore, lateAfterInMinutes } from './reminder.ts';
import {
  afterQuiet,
  isOn,
  kindsOn,
  morning,
  type ReminderKind,
  type ReminderWishes,
  snoozedOn,
  weekTimesAround,
  whenAwake,
} from './reminderWishes.ts';
import { addDays, localDateOf, type LocalDate, minutesAfter, momentOf, type Zone } from './time.ts';

/*
 * What the bot has to tell one person, and when. Everything is decided from how things stand: what was told once is not told again, what
 * is no longer so is not told at all, and what comes due together is one message.
 */

/** How things stand for one person in one team. */
export type Standing = {
  readonly person: PersonId;
  readonly zone: Zone;
  /** Open ones: mine, and those that I was promised. */
  readonly actions: readonly ActionItem[];
  /** My open ones. */
  readonly goals: readonly Goal[];
  /** What I left the last hour with. */
  readonly exit: IfThen | null;
  /** The next one, while it is planned, I brought nothing for it, and did not say that I cannot come. */
  readonly hour: Hour | null;
};

export type Thing = {
  /** What it is told by: once. */
  readonly key: string;
  readonly at: Date;
  /** When it is of no use any more. */
  readonly until: Date;
} & (
  | { readonly kind: 'actionDue' | 'promiseDue'; readonly action: ActionItem }
  | { readonly kind: 'ifThen'; readonly plans: readonly IfThen[] }
  | { readonly kind: 'goalCheckIn'; readonly goal: Goal }
  | { readonly kind: 'topicAsked'; readonly hour: Hour }
  | { readonly kind: 'helpOffered'; readonly goal: Goal; readonly helper: Helper }
);

/** A message that was sent, or may have been. */
export type Told = {
  readonly date: LocalDate;
  readonly at: Date;
  /** Whether it is certain to have arrived. */
  readonly isSent: boolean;
  readonly keys: readonly string[];
};

/** One message: what it tells, and which kinds end with it. */
export type Digest = { readonly things: readonly Thing[]; readonly ending: readonly ReminderKind[] };

export const personalLimits = { things: 5, aWeek: 2, ignored: 3, usefulForInDays: 14, checkInForInDays: 6 } as const;

/** Everything that there is to tell some time, said already or not, except what has lapsed. */
export function thingsOf(standing: Standing, wishes: ReminderWishes, now: Date): Thing[] {
  const { zone, actions, goals, person } = standing;
  const useful = (at: Date) => minutesAfter(at, personalLimits.usefulForInDays * 24 * 60);
  const due = actions.flatMap((action): Thing[] => {
    if (action.dueOn === null) return [];
    const at = momentOf(action.dueOn, morning, zone).at;
    const isMine = action.owner.id === person;
    const kind = isMine ? 'actionDue' : 'promiseDue';
    return [{ kind, action, at, until: useful(at), key: `${kind}.${action.id}.${action.dueOn}` }];
  });
  const offers = goals.flatMap((goal) =>
    goal.helpers.map((helper): Thing => {
      const key = `helpOffered.${goal.id}.${helper.id}`;
      return { kind: 'helpOffered', goal, helper, at: helper.at, until: useful(helper.at), key };
    }),
  );
  const all = [
    ...ifThens(standing, wishes, now),
    ...due,
    ...offers,
    ...checkIns(standing, wishes, now),
    ...topic(standing),
  ];
  return all.filter(({ kind, at, until }) => isOn(wishes, kind) && at > wishes.since[kind]! && until > now);
}

function ifThens({ goals, exit, zone }: Standing, wishes: ReminderWishes, now: Date): Thing[] {
  const plans = [...(exit ? [exit] : []), ...goals.flatMap(({ ifThen }) => ifThen ?? [])];
  if (plans.length === 0) return [];
  return timesOf(wishes.ifThenAt, zone, now).map((at) => ({
    kind: 'ifThen',
    plans,
    at,
    until: minutesAfter(afterQuiet(at, wishes.quiet, zone), lateAfterInMinutes),
    key: `ifThen.${localDateOf(at, zone)}`,
  }));
}

/** One goal at a time: the one that was looked at longest ago. Who has checked in these days is not asked. */
function checkIns({ goals, zone }: Standing, wishes: ReminderWishes, now: Date): Thing[] {
  const lookedAt = (goal: Goal) => goal.checkIns[0]?.at ?? goal.createdAt;
  const [goal] = [...goals].sort((one, other) => lookedAt(one).getTime() - lookedAt(other).getTime());
  if (!goal) return [];
  return timesOf(wishes.checkInAt, zone, now)
    .filter((at) => lookedAt(goal) < minutesAfter(at, -freshForInDays * 24 * 60))
    .map((at) => ({
      kind: 'goalCheckIn',
      goal,
      at,
      until: minutesAfter(at, personalLimits.checkInForInDays * 24 * 60),
      key: `goalCheckIn.${localDateOf(at, zone)}.${goal.id}`,
    }));
}
const freshForInDays = 3;

const timesOf = (wanted: ReminderWishes['ifThenAt'], zone: Zone, now: Date) => {
  const { last, next } = weekTimesAround(now, wanted, zone);
  return [last, next];
};

function topic({ hour }: Standing): Thing[] {
  if (!hour) return [];
  return [{ kind: 'topicAsked', hour, at: dayBefore(hour), until: hour.startsAt, key: `topicAsked.${hour.date}` }];
}

/** What there is to say now; `null`: nothing. */
export function digestNow(
  standing: Standing,
  wishes: ReminderWishes,
  told: readonly Told[],
  answeredAt: Date | null,
  now: Date,
): Digest | null {
  const { zone } = standing;
  const today = localDateOf(now, zone);
  const isSaidToday = told.some(({ date }) => date === today);
  if (isSaidToday || whenAwake(now, wishes, zone) > now) return null;
  const waiting = snoozedOn(wishes, today);
  const open = thingsOf(standing, wishes, now).filter(
    (thing) => !isTold(thing, told) && !isEnded(thing.kind, wishes, told) && !waiting[thing.kind],
  );
  const due = open.filter(({ at }) => at <= now);
  const isComing = ({ kind, at }: Thing) =>
    (kind === 'ifThen' || kind === 'goalCheckIn') &&
    at > now &&
    localDateOf(whenAwake(at, wishes, zone), zone) === today;
  // What has a time of its own is told then, and what else is due today comes with it.
  const waits = open.some(isComing) && !due.some(({ kind }) => kind === 'ifThen');
  if (due.length === 0 || waits) return null;
  const ending = kindsOn(wishes).filter(
    (kind) => due.some((thing) => thing.kind === kind) && isIgnored(kind, standing, wishes, told, answeredAt),
  );
  const things = due
    .filter(({ kind }) => !ending.includes(kind))
    .sort(byKind)
    .slice(0, personalLimits.things);
  return { things, ending };
}

/** What a message is remembered by. */
export const keysOf = ({ things, ending }: Digest): string[] => [
  ...things.map(({ key }) => key),
  ...ending.map((kind) => `ended.${kind}`),
];

/** Once is enough; of the goals that were meant at one time, one was asked about. */
const isTold = ({ kind, key }: Thing, told: readonly Told[]) => {
  const known = kind === 'goalCheckIn' ? key.slice(0, key.lastIndexOf('.') + 1) : key;
  return told.some(({ keys }) =>
    keys.some((each) => (kind === 'goalCheckIn' ? each.startsWith(known) : each === known)),
  );
};

/** Also when who told it ended before it could be written down. */
export const isEnded = (kind: ReminderKind, { since }: ReminderWishes, told: readonly Told[]) =>
  told.some(({ keys, at }) => keys.includes(`ended.${kind}`) && at > (since[kind] ?? at));

/**
 * Three messages with something of this kind, since anything was last heard of the person. Pressing a button, writing to the bot and
 * looking at the tab all count as an answer to everything before, and so does an action item that is closed by now.
 */
function isIgnored(
  kind: ReminderKind,
  { actions }: Standing,
  { since }: ReminderWishes,
  told: readonly Told[],
  answeredAt: Date | null,
): boolean {
  const isOpen = (key: string) =>
    (kind !== 'actionDue' && kind !== 'promiseDue') || actions.some(({ id }) => key.startsWith(`${kind}.${id}.`));
  const unheard = told.filter(
    ({ keys, at, isSent }) =>
      isSent &&
      at > since[kind]! &&
      (answeredAt === null || at > answeredAt) &&
      keys.some((key) => key.startsWith(`${kind}.`) && isOpen(key)),
  );
  return unheard.length >= personalLimits.ignored;
}

const order: readonly ReminderKind[] = [
  'ifThen',
  'actionDue',
  'promiseDue',
  'helpOffered',
  'goalCheckIn',
  'topicAsked',
];
const byKind = (one: Thing, other: Thing) =>
  order.indexOf(one.kind) - order.indexOf(other.kind) || one.at.getTime() - other.at.getTime();

/** When to look again after an instant; `null` when nothing is wanted. */
export function nextLookAt(standing: Pick<Standing, 'zone' | 'hour'>, wishes: ReminderWishes, now: Date): Date | null {
  const on = kindsOn(wishes);
  const { zone, hour } = standing;
  if (on.length === 0) return null;
  const today = localDateOf(now, zone);
  // What others do shows the next morning at the latest; so does what had to wait.
  const mornings = [0, 1].map((days) => momentOf(addDays(today, days), morning, zone).at);
  const times = [
    ...(on.includes('ifThen') ? [weekTimesAround(now, wishes.ifThenAt, zone).next] : []),
    ...(on.includes('goalCheckIn') ? [weekTimesAround(now, wishes.checkInAt, zone).next] : []),
    ...(on.includes('topicAsked') && hour ? [dayBefore(hour)] : []),
    ...mornings,
  ];
  const awake = [now, ...times].map((at) => whenAwake(at, wishes, zone)).filter((at) => at > now);
  return awake.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
}

/** One of the two messages that somebody gets in a week, from whichever of their teams. */
export type WeekTurn = {
  /** Its Monday, where they are. */
  readonly week: LocalDate;
  /** Which team's message of which day. */
  readonly of: string;
};
export const weekTurn = (date: LocalDate, team: string): WeekTurn => ({ week: mondayOf(date), of: `${date} ${team}` });

/** Which place a message takes among those of its week; `taken` when it has one, `null` when there is none left. */
export function placeFor(turns: readonly (WeekTurn | null)[], { week, of }: WeekTurn): number | 'taken' | null {
  if (turns.some((turn) => turn?.week === week && turn.of === of)) return 'taken';
  // What stands there from a later week is of a clock that was wrong: then it is rather quiet than loud.
  const free = turns.findIndex((turn) => turn === null || turn.week < week);
  return free < 0 ? null : free;
}
