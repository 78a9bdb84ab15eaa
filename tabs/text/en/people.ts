/* What the people room says. */
export const people = {
  'progress.steps': '{done} of {total} steps done',
} as const;
