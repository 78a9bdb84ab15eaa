/** What somebody writes in the place of the meeting that was given up: two lines, not a report. */
export const statusLimits = { text: 280 } as const;
