import type { people as english } from '../en/people.ts';

export const people = {
  'progress.steps': '{done} von {total} Schritten getan',
} satisfies Record<keyof typeof english, string>;
