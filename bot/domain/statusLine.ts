import type { Person } from './team.ts';
import { justAfter } from './time.ts';

/** What somebody writes for the others in the place of the meeting that was given up: two lines, not a report. */
export type StatusLine = { readonly by: Person; readonly text: string; readonly at: Date };

export const statusLimits = { text: 280 } as const;

/** In the place of one's own before, and always later than that: by when it was said, one is told from the other. */
export function sayStatus(text: string, by: Person, before: StatusLine | null, now: Date): StatusLine {
  const at = before && before.at >= now ? justAfter(before.at) : now;
  return { by: { id: by.id, name: by.name }, text, at };
}

/** What a change of it is compared by. */
export const editionOfStatus = ({ at }: StatusLine): string => String(at.getTime());
