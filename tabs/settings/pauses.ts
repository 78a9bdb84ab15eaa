import { addDays } from '../ui/localDates.ts';

/** Until when something may be paused, soonest first: one, two or four weeks from today, and until when it is. */
export const pausesFrom = (today: string, until: string | null): string[] =>
  [...new Set([7, 14, 28].map((days) => addDays(today, days)).concat(until ?? []))].sort();
