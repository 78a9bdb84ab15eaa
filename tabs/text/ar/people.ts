import type { people as english } from '../en/people.ts';

export const people = {
  'progress.steps': 'أُنجز {done} من {total} خطوات',
} satisfies Record<keyof typeof english, string>;
