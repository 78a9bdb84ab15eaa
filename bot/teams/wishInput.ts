import { z } from 'zod';
import { entryIdSchema, nearDateSchema, teamIdSchema, wallTimeSchema } from '../contract/shapes.ts';
import { reminderKinds, type ReminderWishes, choiceOf, type WishChoice } from '../domain/reminderWishes.ts';

/* What comes back from the bot's messages to one person. A card is input like any other: who sends it may have changed everything in it. */

const messageSchema = z.object({ team: teamIdSchema, date: nearDateSchema });
export const snoozePressedSchema = messageSchema;
export const stopPressedSchema = messageSchema.extend({ kind: z.enum(reminderKinds) });
export const closePressedSchema = <Id extends z.ZodType>(id: Id) => messageSchema.extend({ id });
export const checkInPressedSchema = <Id extends z.ZodType>(id: Id) =>
  messageSchema.extend({
    id,
    entry: entryIdSchema,
    learned: z.string().nullish(),
    confidence: z.string().nullish(),
  });

export const wishesPickSchema = z.object({ team: teamIdSchema });

/** Fields that do not make sense are as they were. */
export const wishesSentSchema = wishesPickSchema.extend({
  version: z.string().min(1).max(200),
  /** Several are sent as one text, with commas. */
  kinds: z.string().max(500).nullish(),
  ifThenDay: z.string().nullish(),
  ifThenTime: z.string().nullish(),
  checkInDay: z.string().nullish(),
  checkInTime: z.string().nullish(),
});
export type WishesSent = z.output<typeof wishesSentSchema>;

export function choiceIn(sent: WishesSent, before: ReminderWishes): WishChoice {
  const named = (sent.kinds ?? '').split(',').map((kind) => kind.trim());
  const time = (day: string | null | undefined, at: string | null | undefined, was: WishChoice['ifThenAt']) => ({
    weekday: /^[1-7]$/.test(day ?? '') ? Number(day) : was.weekday,
    time: wallTimeSchema.safeParse(at).data ?? was.time,
  });
  return {
    ...choiceOf(before),
    on: reminderKinds.filter((kind) => named.includes(kind)),
    ifThenAt: time(sent.ifThenDay, sent.ifThenTime, before.ifThenAt),
    checkInAt: time(sent.checkInDay, sent.checkInTime, before.checkInAt),
  };
}
