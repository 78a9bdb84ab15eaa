import { z } from 'zod';
import { entryIdSchema, nearDateSchema, teamIdSchema, wallTimeSchema } from '../contract/shapes.ts';
import { choiceOf, reminderKinds, type ReminderWishes, snoozedOn, type WishChoice } from '../domain/reminderWishes.ts';
import { addDays, type LocalDate } from '../domain/time.ts';

/* What comes back from the bot's messages to one person. A card is input like any other: who sends it may have changed everything in it. */

const messageSchema = z.object({ team: teamIdSchema, date: nearDateSchema });
export const snoozePressedSchema = messageSchema;
export const kindPressedSchema = messageSchema.extend({ kind: z.enum(reminderKinds) });
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
  /** Kinds that are not wanted for a week. */
  waiting: z.string().max(500).nullish(),
});
export type WishesSent = z.output<typeof wishesSentSchema>;

export function choiceIn(sent: WishesSent, before: ReminderWishes, today: LocalDate): WishChoice {
  const [named, waiting] = [kindsIn(sent.kinds ?? ''), kindsIn(sent.waiting ?? '')];
  const until = snoozedOn(before, today);
  const aWeekFrom = addDays(today, 7);
  const time = (day: string | null | undefined, at: string | null | undefined, was: WishChoice['ifThenAt']) => ({
    weekday: /^[1-7]$/.test(day ?? '') ? Number(day) : was.weekday,
    time: wallTimeSchema.safeParse(at).data ?? was.time,
  });
  return {
    ...choiceOf(before),
    on: named,
    // What waits already waits as long as it did.
    ...(typeof sent.waiting === 'string' && {
      snoozed: Object.fromEntries(waiting.map((kind) => [kind, until[kind] ?? aWeekFrom])),
    }),
    ifThenAt: time(sent.ifThenDay, sent.ifThenTime, before.ifThenAt),
    checkInAt: time(sent.checkInDay, sent.checkInTime, before.checkInAt),
  };
}

function kindsIn(sent: string) {
  const named = sent.split(',').map((kind) => kind.trim());
  return reminderKinds.filter((kind) => named.includes(kind));
}
