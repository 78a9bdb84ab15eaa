import { Refusal } from './refusal.ts';
import {
  addDays,
  localDateOf,
  type LocalDate,
  momentOf,
  type WallTime,
  wallTimeOf,
  weekdayOf,
  type Zone,
} from './time.ts';

/* What somebody wants the bot to tell them alone. Nothing, until they say so. */

/**
 * `actionDue`: an action item of mine is due; `promiseDue`: what I was promised is; `ifThen`: the moment for my if-then plan;
 * `goalCheckIn`: how is it going with a goal; `topicAsked`: the hour is tomorrow and I brought nothing; `helpOffered`: somebody can help
 * with my ask.
 */
export const reminderKinds = ['actionDue', 'promiseDue', 'ifThen', 'goalCheckIn', 'topicAsked', 'helpOffered'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** 1 is Monday, 7 is Sunday. */
export type WeekTime = { readonly weekday: number; readonly time: WallTime };

/** From one wall time to another, also over midnight. */
export type QuietHours = { readonly from: WallTime; readonly to: WallTime };

/** What a member chooses. */
export type WishChoice = {
  readonly on: readonly ReminderKind[];
  readonly ifThenAt: WeekTime;
  readonly checkInAt: WeekTime;
  readonly quiet: QuietHours | null;
  /** Nothing is said before this day. */
  readonly snoozedUntil: LocalDate | null;
  /** And nothing of a kind before its own. */
  readonly snoozed: Snoozes;
};

export type Snoozes = Readonly<Partial<Record<ReminderKind, LocalDate>>>;

export type ReminderWishes = Omit<WishChoice, 'on'> & {
  /** Since when each kind is wanted: what came due before is not said afterwards. */
  readonly since: Readonly<Partial<Record<ReminderKind, Date>>>;
  /** Kinds that ended by themselves, because nobody looked at them. */
  readonly stopped: readonly ReminderKind[];
};

export const noWishes: ReminderWishes = {
  since: {},
  stopped: [],
  ifThenAt: { weekday: 1, time: '09:00' },
  checkInAt: { weekday: 5, time: '15:00' },
  quiet: { from: '18:00', to: '08:00' },
  snoozedUntil: null,
  snoozed: {},
};

export const isOn = ({ since }: ReminderWishes, kind: ReminderKind): boolean => since[kind] !== undefined;
export const kindsOn = (wishes: ReminderWishes): ReminderKind[] => reminderKinds.filter((kind) => isOn(wishes, kind));

/** @throws Refusal reminder.alwaysQuiet */
export function chooseWishes(before: ReminderWishes, choice: WishChoice, now: Date): ReminderWishes {
  const { on, ifThenAt, checkInAt, quiet, snoozedUntil } = choice;
  // From a time to itself is a whole day: who wants that switches the kinds off.
  if (quiet && quiet.from === quiet.to) throw new Refusal('reminder.alwaysQuiet');
  const since = Object.fromEntries(
    reminderKinds.filter((kind) => on.includes(kind)).map((kind) => [kind, before.since[kind] ?? now]),
  );
  const stopped = before.stopped.filter((kind) => !on.includes(kind));
  return { since, stopped, ifThenAt, checkInAt, quiet, snoozedUntil, snoozed: snoozesOf(choice) };
}

/** A kind that is off waits for nothing: switched on again, it is told at once. */
export function snoozesOf({ on, snoozed }: Pick<WishChoice, 'on' | 'snoozed'>): Snoozes {
  const known = reminderKinds.filter((kind) => on.includes(kind) && snoozed[kind] !== undefined);
  return Object.fromEntries(known.map((kind) => [kind, snoozed[kind]]));
}

/** The kind ends by itself, and its owner is told. */
export function stopByItself(wishes: ReminderWishes, kind: ReminderKind): ReminderWishes {
  const { [kind]: _ended, ...since } = wishes.since;
  const { [kind]: _waited, ...snoozed } = wishes.snoozed;
  return { ...wishes, since, snoozed, stopped: [...wishes.stopped.filter((known) => known !== kind), kind] };
}

export const choiceOf = (wishes: ReminderWishes): WishChoice => {
  const { ifThenAt, checkInAt, quiet, snoozedUntil, snoozed } = wishes;
  return { on: kindsOn(wishes), ifThenAt, checkInAt, quiet, snoozedUntil, snoozed };
};

/** "A week of quiet", from today: of one kind, or of all of it. */
export function snoozedForAWeek(wishes: ReminderWishes, today: LocalDate, kind: ReminderKind | 'all'): WishChoice {
  const choice = choiceOf(wishes);
  const until = addDays(today, 7);
  if (kind === 'all') return { ...choice, snoozedUntil: until };
  return { ...choice, snoozed: { ...choice.snoozed, [kind]: until } };
}

/** Those that still wait for their day. */
export function snoozedOn({ snoozed }: Pick<ReminderWishes, 'snoozed'>, today: LocalDate): Snoozes {
  return Object.fromEntries(Object.entries(snoozed).filter(([, until]) => today < until));
}

/** The first moment from an instant on that is outside of the quiet hours and after the snooze. */
export function whenAwake(at: Date, wishes: ReminderWishes, zone: Zone): Date {
  const { snoozedUntil, quiet } = wishes;
  const isSnoozed = snoozedUntil !== null && localDateOf(at, zone) < snoozedUntil;
  return afterQuiet(isSnoozed ? momentOf(snoozedUntil, morning, zone).at : at, quiet, zone);
}

export function afterQuiet(at: Date, quiet: QuietHours | null, zone: Zone): Date {
  if (!quiet) return at;
  const { from, to } = quiet;
  const wall = wallTimeOf(at, zone);
  const isQuiet = from < to ? wall >= from && wall < to : wall >= from || wall < to;
  if (!isQuiet) return at;
  const today = localDateOf(at, zone);
  // Where clocks go forward over all that is not quiet, the moment at which they do stands for it.
  if (momentOf(today, to, zone).at.getTime() === at.getTime()) return at;
  const end = momentOf(wall < to ? today : addDays(today, 1), to, zone).at;
  // Where clocks go back over the end of it, it ended in the first pass.
  return end < at ? at : end;
}

/** When things of a day are said that have no time of their own. */
export const morning: WallTime = '09:00';

/** The times of a week around an instant: the last one that was, and the first one that comes. */
export function weekTimesAround(now: Date, { weekday, time }: WeekTime, zone: Zone): { last: Date; next: Date } {
  const today = localDateOf(now, zone);
  const thisWeek = addDays(today, weekday - weekdayOf(today));
  const times = [-7, 0, 7].map((days) => momentOf(addDays(thisWeek, days), time, zone).at);
  return { last: times.findLast((at) => at <= now)!, next: times.find((at) => at > now)! };
}
