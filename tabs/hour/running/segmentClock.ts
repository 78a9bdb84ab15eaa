import type { HourView } from '#contract/hour';

export type SegmentClock = {
  /** Never less than nothing. */
  readonly leftInMs: number;
  /** How much of it is over, 0 to 1. */
  readonly part: number;
  readonly isPaused: boolean;
};

/** How far the segment that runs has come, worked out of when it began: nothing counts, so nothing can miscount. */
export function segmentClock({ plan, running }: HourView, now: number): SegmentClock | null {
  if (!running) return null;
  const { segment, startedAt, extraMinutes, pausedAt } = running;
  const lengthInMs = ((plan[segment]?.minutes ?? 0) + extraMinutes) * 60_000;
  const goneInMs = Math.max(0, (pausedAt ? Date.parse(pausedAt) : now) - Date.parse(startedAt));
  return {
    leftInMs: Math.max(0, lengthInMs - goneInMs),
    part: lengthInMs > 0 ? Math.min(1, goneInMs / lengthInMs) : 1,
    isPaused: pausedAt !== null,
  };
}

/** "6:30". */
export function clockWords(leftInMs: number, locale: string): string {
  const seconds = Math.ceil(leftInMs / 1000);
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  return `${new Intl.NumberFormat(locale).format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}
