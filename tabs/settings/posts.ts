import type { TextKey } from '../text/text.ts';

/** Those that a team chooses, in the order in which they come. */
export const posts = ['before', 'start', 'recap'] as const;
type Post = (typeof posts)[number];

/** As what each is switched on and off. */
export const postChoices = {
  before: 'reminders.post.before',
  start: 'reminders.post.start',
  recap: 'reminders.post.recap',
} satisfies Record<Post, TextKey>;

/** As what each is called among others. */
export const postNames = {
  before: 'reminders.post.before.short',
  start: 'reminders.post.start.short',
  recap: 'reminders.post.recap.short',
} satisfies Record<Post, TextKey>;
