import { z } from 'zod';
import { profileLimits, wishes } from '../domain/profile.ts';
import { lineSchema, pageOf, pageQuery, personSchema, textSchema } from './shapes.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const tags = z
  .array(lineSchema(profileLimits.tagLength).refine((tag) => tag !== '', { error: 'A tag needs a word.' }))
  .max(profileLimits.tags);

export const profileSchema = z.strictObject({
  about: textSchema(profileLimits.about).default(''),
  howToWork: textSchema(profileLimits.howToWork).default(''),
  pronouns: lineSchema(profileLimits.pronouns).default(''),
  timeZone: z.string().max(profileLimits.timeZone).default(''),
  workingHours: z.strictObject({ start: wallTime, end: wallTime }).nullable().default(null),
  strengths: tags.default([]),
  canShow: tags.default([]),
  wantsToLearn: tags.default([]),
  /** Left out, it stays as it is. */
  thankMe: z.enum(wishes).optional(),
});
export type ProfileBody = z.input<typeof profileSchema>;

const shown = {
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
export const peoplePageSchema = pageOf(z.object({ id: z.string(), name: z.string(), owner: z.boolean(), ...shown }));
export type PeoplePage = z.infer<typeof peoplePageSchema>;
