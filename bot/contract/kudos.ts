import { z } from 'zod';
import { kudosLimits } from '../domain/kudos.ts';
import { teamLimits } from '../domain/team.ts';
import { wishes } from '../domain/profile.ts';
import {
  instantSchema,
  lineSchema,
  messageLinkSchema,
  optional,
  pageOf,
  pageQuery,
  personIdSchema,
  personSchema,
  textSchema,
} from './shapes.ts';

/** One schema for the tab's form, the message extension's form and the API. */
export const giftSchema = z.strictObject({
  to: z.array(personIdSchema).min(1).max(kudosLimits.to),
  text: textSchema(kudosLimits.text),
  effect: optional(textSchema(kudosLimits.effect)),
  value: optional(lineSchema(teamLimits.valueLength)),
  goalId: optional(z.guid()),
  messageLink: optional(messageLinkSchema),
});
export type GiftBody = z.input<typeof giftSchema>;

export const kudosSchema = z.object({
  id: z.string(),
  from: personSchema,
  to: z.array(personSchema),
  text: z.string(),
  effect: z.string().nullable(),
  value: z.string().nullable(),
  /** For who gave it; a goal that not all may see must not show here. */
  goalId: z.string().nullable(),
  messageLink: z.string().nullable(),
  visibility: z.enum(['channel', 'hour', 'private']),
  joined: z.array(personSchema),
  createdAt: instantSchema,
});
export type KudosView = z.infer<typeof kudosSchema>;

export const kudosPageSchema = pageOf(kudosSchema);
export type KudosPage = z.infer<typeof kudosPageSchema>;

/** `q` is looked for in names, values and words alike; `person` and `value` are exact. */
export const kudosQuerySchema = z.strictObject({
  ...pageQuery,
  person: z.literal('me').or(personIdSchema).optional(),
  value: lineSchema(teamLimits.valueLength).optional(),
  q: lineSchema(200).optional(),
});

/** What giving to these people would do, before anything is sent. */
export const previewBodySchema = z.strictObject({ to: z.array(personIdSchema).max(kudosLimits.to) });
export const previewSchema = z.object({ outcome: z.enum(wishes) });
export type KudosPreview = z.infer<typeof previewSchema>;
