import type { Person } from './team.ts';

/** What somebody writes for the others in the place of the meeting that was given up: two lines, not a report. */
export type StatusLine = { readonly by: Person; readonly text: string; readonly at: Date };

export const statusLimits = { text: 280 } as const;
