import { z } from 'zod';
import { sayingKinds } from '../domain/reminder.ts';
import { reminderKinds } from '../domain/reminderWishes.ts';
import { instantSchema, nearDateSchema, wallTimeSchema } from './shapes.ts';

/* What the bot says by itself: to the team in its conversation, and to one person who asked for it. */

const weekTimeSchema = z.strictObject({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  time: wallTimeSchema,
});

const kindsSchema = z.strictObject({
  /** An action item of mine is due. */
  actionDue: z.boolean().default(false),
  /** What I was promised is due. */
  promiseDue: z.boolean().default(false),
  /** The moment for my if-then plan. */
  ifThen: z.boolean().default(false),
  /** How is it going with a goal, once a week. */
  goalCheckIn: z.boolean().default(false),
  /** A day before the hour, when I brought nothing for it. */
  topicAsked: z.boolean().default(false),
  /** Somebody can help with what I asked for. */
  helpOffered: z.boolean().default(false),
});

const quietSchema = z.strictObject({ from: wallTimeSchema, to: wallTimeSchema });

/** Whole, as it is shown. Times are wall times where I am. */
export const myRemindersBodySchema = z.strictObject({
  kinds: kindsSchema,
  ifThenAt: weekTimeSchema,
  checkInAt: weekTimeSchema,
  /** In between nothing is said; it may go over midnight. */
  quiet: quietSchema.nullable(),
  /** Nothing is said before this day. */
  snoozedUntil: nearDateSchema.nullable(),
  /** Nothing of a kind is said before its own day. Left out: none waits. */
  snoozed: z.partialRecord(z.enum(reminderKinds), nearDateSchema).default({}),
});
export type MyRemindersBody = z.input<typeof myRemindersBodySchema>;

export const myRemindersSchema = z.object({
  ...myRemindersBodySchema.shape,
  /** Kinds that ended by themselves, because three in a row were not looked at. */
  stopped: z.array(z.enum(reminderKinds)),
  /** The bot was turned away in my chat with it. It stays away until I write to it. */
  isBlocked: z.boolean(),
  /** Where these times are: my profile's zone, or the one of the team's hour. */
  timeZone: z.string(),
});
export type MyRemindersView = z.infer<typeof myRemindersSchema>;

/** Which posts there are in the team's conversation. */
export const teamRemindersSchema = z.strictObject({
  /** A day before. */
  before: z.boolean(),
  /** As it begins. */
  start: z.boolean(),
  /** What came out of it. */
  recap: z.boolean(),
});
export type TeamRemindersView = z.infer<typeof teamRemindersSchema>;

/** What became of the newest posts in the conversation. `unknown`: it may have arrived, and is not repeated. */
export const reminderLogSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(sayingKinds),
      /** The date of the hour that it was about. */
      date: z.iso.date(),
      state: z.enum(['sent', 'unknown', 'failed', 'late', 'outdated']),
      at: instantSchema,
    }),
  ),
});
export type ReminderLogView = z.infer<typeof reminderLogSchema>;
