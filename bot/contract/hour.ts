import { z } from 'zod';
import { actionLimits } from '../domain/actionItem.ts';
import { goalLimits } from '../domain/goal.ts';
import { hourLimits, segmentKinds } from '../domain/hour.ts';
import { noteLimits } from '../domain/note.ts';
import { statusLimits } from '../domain/statusLine.ts';
import { topicKinds, topicLimits } from '../domain/topic.ts';
import { kudosSchema } from './kudos.ts';
import { scheduleSchema } from './schedule.ts';
import {
  goalIdSchema,
  hourDateSchema,
  instantSchema,
  lineSchema,
  messageLinkSchema,
  nearDateSchema,
  optional,
  pageOf,
  pageQuery,
  personIdSchema,
  personSchema,
  textSchema,
  wallTimeSchema,
} from './shapes.ts';

const told = (schema: z.ZodType<string, string>, what: string) => schema.refine((text) => text !== '', { error: what });
const statusSchema = z.enum(['planned', 'open', 'held', 'moved', 'skipped']);

export const segmentSchema = z.strictObject({
  kind: z.enum(segmentKinds),
  minutes: z.int().min(1).max(hourLimits.segmentMinutes),
  /** The team's own name for it; empty for what its kind is called. */
  title: lineSchema(hourLimits.segmentTitle).default(''),
});
export type SegmentView = z.infer<typeof segmentSchema>;

export const topicBodySchema = z.strictObject({
  text: told(lineSchema(topicLimits.text), 'A topic needs a word.'),
  kind: z.enum(topicKinds).default('talk'),
  messageLink: optional(messageLinkSchema),
});
export type TopicBody = z.input<typeof topicBodySchema>;
export const topicSchema = z.object({
  id: z.string(),
  author: personSchema,
  text: z.string(),
  kind: z.enum(topicKinds),
  messageLink: z.string().nullable(),
  /** The date of the hour it was raised for: an earlier one when it was carried over. */
  raisedFor: z.iso.date(),
  /** `status` was sent out of the hour, into the written round. */
  state: z.enum(['open', 'talked', 'status']),
  supporters: z.array(personSchema),
  /** For `If-Match`, by who may change it. */
  version: z.string(),
  createdAt: instantSchema,
});
export type TopicView = z.infer<typeof topicSchema>;
/** What becomes of a topic; anybody may say so. */
export const topicStateBodySchema = z.strictObject({ state: z.enum(['open', 'talked', 'status']) });

export const noteBodySchema = z.strictObject({
  text: told(textSchema(noteLimits.text), 'A line needs a word.'),
  kind: z.enum(['note', 'decision']).default('note'),
  /** `false` is just for this hour: gone a day after, and never said by the bot. */
  keep: z.boolean().default(true),
});
export type NoteBody = z.input<typeof noteBodySchema>;
export const noteSchema = z.object({
  id: z.string(),
  author: personSchema,
  text: z.string(),
  kind: z.enum(['note', 'decision']),
  keep: z.boolean(),
  /** For `If-Match`. */
  version: z.string(),
  at: instantSchema,
});
export type NoteView = z.infer<typeof noteSchema>;

export const actionBodySchema = z.strictObject({
  text: told(lineSchema(actionLimits.text), 'An action item needs a word.'),
  owner: z.literal('me').or(personIdSchema).default('me'),
  dueOn: nearDateSchema.nullable().default(null),
  promisedTo: personIdSchema.nullable().default(null),
  /** The hour it comes from. */
  hour: hourDateSchema.nullable().default(null),
});
export type ActionBody = z.input<typeof actionBodySchema>;
export const actionSchema = z.object({
  id: z.string(),
  text: z.string(),
  owner: personSchema,
  dueOn: z.iso.date().nullable(),
  /** Only they close it, when there is somebody. */
  promisedTo: personSchema.nullable(),
  hour: z.iso.date().nullable(),
  status: z.enum(['open', 'done', 'kept', 'released']),
  postponed: z.array(z.iso.date()),
  /** For `If-Match`, by who may change it. */
  version: z.string(),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
});
export type ActionView = z.infer<typeof actionSchema>;
export const actionPageSchema = pageOf(actionSchema);
export type ActionPage = z.infer<typeof actionPageSchema>;
export const actionQuerySchema = z.strictObject({
  ...pageQuery,
  person: z.literal('me').or(personIdSchema).optional(),
  status: z.enum(['open', 'closed']).optional(),
});
export const postponeBodySchema = z.strictObject({ dueOn: nearDateSchema });

const runningSchema = z.object({
  segment: z.int(),
  startedAt: instantSchema,
  extraMinutes: z.int(),
  pausedAt: instantSchema.nullable(),
});

/** The one if-then that somebody leaves the hour with: theirs alone, unless they say otherwise. */
export const exitBodySchema = z.strictObject({
  if: told(lineSchema(goalLimits.ifThen), 'A plan needs its moment.'),
  then: told(lineSchema(goalLimits.ifThen), 'A plan needs its deed.'),
  isShared: z.boolean().default(false),
});
export type ExitBody = z.input<typeof exitBodySchema>;
const exitSchema = z.object({ person: personSchema, if: z.string(), then: z.string(), isShared: z.boolean() });

/** Two lines for the others, in the place of the meeting that was given up. */
export const statusBodySchema = z.strictObject({
  text: told(textSchema(statusLimits.text), 'Two lines need a word.'),
});
export type StatusBody = z.input<typeof statusBodySchema>;
export const statusLineSchema = z.object({
  by: personSchema,
  text: z.string(),
  /** For `If-Match`, by who may change it. */
  version: z.string(),
  at: instantSchema,
});
export type StatusLineView = z.infer<typeof statusLineSchema>;

/** People somebody would rather not be paired with: only they themselves ever read it. */
export const avoidsSchema = z.strictObject({ people: z.array(personIdSchema).max(20) });

/** Everything about one hour, for all who look at it the same but for `pairs` before it runs. */
export const hourSchema = z.object({
  date: z.iso.date(),
  timeZone: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  status: statusSchema,
  reason: z.string().nullable(),
  movedTo: z.iso.date().nullable(),
  movedFrom: z.iso.date().nullable(),
  facilitator: personSchema.nullable(),
  spotlight: personSchema.nullable(),
  /** Of who is in the spotlight; the team sees it. */
  spotlightGoal: z.string().nullable(),
  plan: z.array(segmentSchema),
  running: runningSchema.nullable(),
  topics: z.array(topicSchema),
  notes: z.array(noteSchema),
  /** People who talk with each other, two or three; who has tapped "We talked" is only told to the pair itself. */
  pairs: z.array(z.array(personSchema)),
  talked: z.array(personSchema),
  /** Kudos that waited for this hour and came into sight as it opened. */
  thanks: z.array(kudosSchema),
  /** Written in the place of the meeting that was given up; one a person, the oldest first. */
  statusLines: z.array(statusLineSchema),
  /** Mine, and those that others share. */
  exits: z.array(exitSchema),
  actions: z.array(actionSchema),
  /** Who said that they cannot come. */
  away: z.array(personSchema),
  /** Who looked in while it was running. */
  present: z.array(personSchema),
  openedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** What was said stays as it was said. */
  isLocked: z.boolean(),
  /** The service's clock, so that everybody sees the same time left. */
  now: instantSchema,
});
export type HourView = z.infer<typeof hourSchema>;

export const hourHeadSchema = hourSchema.pick({
  date: true,
  timeZone: true,
  startsAt: true,
  endsAt: true,
  status: true,
  reason: true,
  movedTo: true,
  facilitator: true,
  spotlight: true,
});
export type HourHead = z.infer<typeof hourHeadSchema>;
/** `gist` is what it is recognised by: lines with the words that were looked for, or else its first ones. */
export const pastHourSchema = hourHeadSchema.extend({ gist: z.array(z.string()) });
export type PastHourView = z.infer<typeof pastHourSchema>;
export const hourPageSchema = pageOf(pastHourSchema);
export type HourPage = z.infer<typeof hourPageSchema>;
export const hourQuerySchema = z.strictObject({ ...pageQuery, q: lineSchema(200).default('') });

export const hourEditSchema = z.strictObject({
  facilitator: personIdSchema.optional(),
  spotlight: personIdSchema.nullable().optional(),
  spotlightGoal: goalIdSchema.nullable().optional(),
  plan: z.array(segmentSchema).min(1).max(hourLimits.segments).optional(),
  /** Ids of topics in the order wanted; those left out follow by age. */
  order: z.array(z.guid()).max(hourLimits.topics).optional(),
});
export type HourEditBody = z.input<typeof hourEditSchema>;

const reason = told(lineSchema(hourLimits.reason), 'Say why, so that everybody knows.');
/** `time` left out is the schedule's. */
export const moveBodySchema = z.strictObject({ date: nearDateSchema, time: wallTimeSchema.optional(), reason });
export type MoveBody = z.input<typeof moveBodySchema>;
export const skipBodySchema = z.strictObject({ reason });

/** Where the running hour goes: to a segment, some minutes more, a pause or its end. */
export const stepBodySchema = z.strictObject({
  segment: z.int().min(0).max(hourLimits.segments).optional(),
  extraMinutes: z.int().min(1).max(30).optional(),
  paused: z.boolean().optional(),
  /** Other pairs: somebody came late, or left early. */
  redraw: z.boolean().optional(),
});
export type StepBody = z.input<typeof stepBodySchema>;

/** Of the last twelve weeks, oldest first, and of all time. For the team, without names. */
export const keptSchema = z.object({
  marks: z.array(z.object({ date: z.iso.date(), kind: z.enum(['held', 'moved', 'skipped']) })),
  held: z.int(),
  counted: z.int(),
  givenBackMinutes: z.int(),
});
export type KeptView = z.infer<typeof keptSchema>;

/** The hour page in one call; `schedule` and `hour` are `null` until an hour was chosen. */
export const hourScreenSchema = z.object({
  schedule: scheduleSchema.nullable(),
  hour: hourSchema.nullable(),
  kept: keptSchema,
});
export type HourScreen = z.infer<typeof hourScreenSchema>;
