import { z } from 'zod';
import { profileLimits, wishes } from '../domain/profile.ts';
import { askSchema, goalSchema } from './goal.ts';
import { kudosSchema } from './kudos.ts';
import { lineSchema, pageOf, pageQuery, personSchema, textSchema, wallTimeSchema } from './shapes.ts';

const tags = z
  .array(lineSchema(profileLimits.tagLength).refine((tag) => tag !== '', { error: 'A tag needs a word.' }))
  .max(profileLimits.tags);

export const profileSchema = z.strictObject({
  /** Left out, it stays as it is. */
  role: lineSchema(profileLimits.role).optional(),
  about: textSchema(profileLimits.about).default(''),
  howToWork: textSchema(profileLimits.howToWork).default(''),
  pronouns: lineSchema(profileLimits.pronouns).default(''),
  timeZone: z.string().max(profileLimits.timeZone).default(''),
  workingHours: z.strictObject({ start: wallTimeSchema, end: wallTimeSchema }).nullable().default(null),
  strengths: tags.default([]),
  canShow: tags.default([]),
  wantsToLearn: tags.default([]),
  /** Left out, it stays as it is. */
  thankMe: z.enum(wishes).optional(),
});
export type ProfileBody = z.input<typeof profileSchema>;

const shown = {
  role: z.string(),
  about: z.string(),
  howToWork: z.string(),
  pronouns: z.string(),
  timeZone: z.string(),
  workingHours: z.object({ start: z.string(), end: z.string() }).nullable(),
  strengths: z.array(z.string()),
  canShow: z.array(z.string()),
  wantsToLearn: z.array(z.string()),
};

/** `thankMe` is only there when it is one's own. */
export const profileViewSchema = z.object({ person: personSchema, ...shown, thankMe: z.enum(wishes).optional() });
export type ProfileView = z.infer<typeof profileViewSchema>;

export const peopleQuerySchema = z.strictObject(pageQuery);
const headSchema = z.object({ id: z.string(), name: z.string(), owner: z.boolean(), ...shown });
export const peoplePageSchema = pageOf(headSchema);
export type PeoplePage = z.infer<typeof peoplePageSchema>;

/** What the list of everybody needs of a profile; the long texts are on the person's own page. */
export const personCardSchema = headSchema.omit({ about: true, howToWork: true });
export type PersonCard = z.infer<typeof personCardSchema>;

/** Everybody in the team, by name, whole: it is filtered where it is shown. */
export const directorySchema = z.object({ items: z.array(personCardSchema) });
export type Directory = z.infer<typeof directorySchema>;

/** A person's page in one call; my own is what the others see of me. */
export const personPageSchema = z.object({
  person: headSchema,
  /** For a chat in Teams; `null` where Teams does not say. */
  signInName: z.string().nullable(),
  goals: z.array(goalSchema),
  /** Help they ask the team for, also where the goal itself is not there for who reads. */
  asks: z.array(askSchema),
  /** The latest kudos in which they were thanked, as far as who reads may see them. */
  thanks: z.array(kudosSchema),
});
export type PersonPage = z.infer<typeof personPageSchema>;

export const helpQuerySchema = z.strictObject({
  q: lineSchema(200).refine((words) => words !== '', { error: 'Say what you want help with.' }),
  limit: pageQuery.limit,
});
/** By fit, best first: what of "can show" fits, and which of the team's asks they could help with. */
export const helpSchema = z.object({
  items: z.array(z.object({ person: personCardSchema, fits: z.array(z.string()), asks: z.array(askSchema) })),
});
export type Help = z.infer<typeof helpSchema>;
