import { isMeetingLink } from '#contract/limits';
import type { ScheduleBody, ScheduleView } from '#contract/schedule';
import type { TextKey } from '../text/text.ts';
import { wallAt, zoneHere } from '../ui/zones.ts';
import { addDays, firstOn } from '../ui/localDates.ts';

/** An hour as somebody is choosing it. */
export type Draft = {
  /** The meeting that is given up; empty for none. */
  readonly replacedName: string;
  readonly replacedMinutes: number;
  readonly weekday: number;
  /** `HH:mm`, or empty while it is typed. */
  readonly time: string;
  readonly minutes: number;
  readonly timeZone: string;
  readonly everyWeeks: 1 | 2;
  /** `null`: as soon as it can be. */
  readonly startOn: string | null;
  /** Empty for none. */
  readonly meetingLink: string;
};

export const freshDraft = (): Draft => ({
  replacedName: '',
  replacedMinutes: 60,
  weekday: 4,
  time: '10:00',
  minutes: 60,
  timeZone: zoneHere(),
  everyWeeks: 1,
  startOn: null,
  meetingLink: '',
});

export const draftOf = ({ replaces, meetingLink = '', ...schedule }: ScheduleView): Draft => ({
  ...schedule,
  meetingLink,
  replacedName: replaces?.name ?? '',
  replacedMinutes: replaces?.minutes ?? 60,
});

/** What would be kept. `since` is when the hour that the team has began; a beginning that is over counts only if it is that one. */
export function bodyOf(draft: Draft, since: string | null, now: Date): ScheduleBody {
  const { weekday, time, timeZone, minutes, everyWeeks, replacedName } = draft;
  const name = replacedName.trim();
  return {
    weekday,
    time,
    timeZone,
    minutes,
    everyWeeks,
    startOn: beginningOf(draft, since, now),
    replaces: name ? { name, minutes: draft.replacedMinutes } : null,
    ...(draft.meetingLink.trim() && { meetingLink: draft.meetingLink.trim() }),
  };
}

/** The first date on which there would be an hour. */
export function beginningOf({ startOn, weekday, time, timeZone }: Draft, since: string | null, now: Date): string {
  const earliest = soonest({ weekday, time, timeZone }, now);
  if (startOn === null) return earliest;
  const first = firstOn(startOn, weekday);
  return first >= earliest || startOn === since ? first : earliest;
}

const datesToChooseFrom = 26;

/** The dates on which it can begin: half a year of them, and the one on which it did. */
export function beginnings(draft: Draft, since: string | null, now: Date): readonly string[] {
  const earliest = soonest(draft, now);
  const coming = Array.from({ length: datesToChooseFrom }, (_, week) => addDays(earliest, 7 * week));
  return [...new Set([...coming, beginningOf(draft, since, now)])].sort();
}

/** Today's, unless its time has come already. */
function soonest({ weekday, time, timeZone }: Pick<Draft, 'weekday' | 'time' | 'timeZone'>, now: Date): string {
  const there = wallAt(timeZone, now);
  return firstOn(there.time < time ? there.date : addDays(there.date, 1), weekday);
}

/** Why it cannot be kept; `null` when it can. The service judges again: this only saves a way. */
export function problemWith({ time, replacedName, meetingLink }: Draft, mostCharacters: number): TextKey | null {
  if (!time) return 'hour.why.time';
  if (meetingLink.trim() && !isMeetingLink(meetingLink.trim())) return 'hour.why.link';
  return [...replacedName.trim()].length > mostCharacters ? 'hour.why.name' : null;
}

/** Whether two say the same: on which day the counting of weeks begins says nothing, only the first hour does. */
export function saysTheSame(one: ScheduleBody, other: ScheduleBody): boolean {
  const words = ({ weekday, time, timeZone, minutes, everyWeeks, startOn, replaces, meetingLink }: ScheduleBody) =>
    JSON.stringify([
      weekday,
      time,
      timeZone,
      minutes,
      everyWeeks,
      firstOn(startOn, weekday),
      replaces?.name,
      replaces?.minutes,
      meetingLink ?? '',
    ]);
  return words(one) === words(other);
}

const keyOf = (team: string, person: string) => `hour draft ${team} ${person}`;

/** A reload or a lost connection must not cost anybody what they chose. */
export function keepDraft(team: string, person: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(team, person), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(team, person));
  } catch {
    // Storage may be full or closed to frames; then it lives as long as the page.
  }
}

export function keptDraft(team: string, person: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person)) ?? 'null') as Partial<Draft> | null;
    return kept?.timeZone ? { ...freshDraft(), ...kept } : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}
