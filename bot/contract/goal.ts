import { z } from 'zod';
import { audiences, goalLimits } from '../domain/goal.ts';
import { kudosSchema } from './kudos.ts';
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

const told = (schema: z.ZodType<string, string>, what: string) => schema.refine((text) => text !== '', { error: what });

/** Made where the step is typed; read like every id, whatever its letters look like. */
export const stepIdSchema = z.guid().toLowerCase();

const stepSchema = z.strictObject({
  id: stepIdSchema,
  text: told(lineSchema(goalLimits.step), 'A step needs a word.'),
  done: z.boolean().default(false),
});

const ifThenSchema = z
  .strictObject({ if: lineSchema(goalLimits.ifThen), then: lineSchema(goalLimits.ifThen) })
  .transform((plan) => (plan.if || plan.then ? plan : null))
  .nullable();

/** One schema for the tab's editor and the API. What is left out is not told; nobody but the owner sees a goal unless it says so. */
export const goalBodySchema = z.strictObject({
  title: told(lineSchema(goalLimits.title), 'A goal needs a title.'),
  outcome: textSchema(goalLimits.outcome).default(''),
  why: textSchema(goalLimits.why).default(''),
  dueOn: z.iso.date().nullable().default(null),
  steps: z
    .array(stepSchema)
    .max(goalLimits.steps)
    .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, { error: 'Two steps have one id.' })
    .default([]),
  ifThen: ifThenSchema.default(null),
  ask: lineSchema(goalLimits.ask).default(''),
  /** Shows the ask, and nothing else of the goal, to the team. */
  askToTeam: z.boolean().default(false),
  audience: z.enum(audiences).default('me'),
  supporters: z.array(personIdSchema).max(goalLimits.supporters).default([]),
});
export type GoalBody = z.input<typeof goalBodySchema>;

const progressSchema = z.object({ done: z.int(), total: z.int() });

/** `progress` is how many steps were done then. */
export const checkInSchema = z.object({
  id: z.string(),
  learned: z.string(),
  confidence: z.int().min(1).max(5),
  progress: progressSchema,
  at: instantSchema,
});
export type CheckInView = z.infer<typeof checkInSchema>;
export const checkInPageSchema = pageOf(checkInSchema);
export type CheckInPage = z.infer<typeof checkInPageSchema>;

/** `ticked` are steps that are done now; it never unticks one. */
export const checkInBodySchema = z.strictObject({
  learned: textSchema(goalLimits.learned).default(''),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  ticked: z.array(stepIdSchema).max(goalLimits.steps).default([]),
});
export type CheckInBody = z.input<typeof checkInBodySchema>;

const closingSchema = z.object({
  status: z.enum(['reached', 'dropped']),
  learned: z.string(),
  helpedBy: z.array(personSchema),
  at: instantSchema,
});

/** What is only there for the owner: `askToTeam`, `helpers`, `evidence`, and whether each supporter has answered. */
export const goalSchema = z.object({
  id: z.string(),
  owner: personSchema,
  /** What the goal is to who reads it. */
  standing: z.enum(['owner', 'supporter', 'asked', 'team']),
  title: z.string(),
  outcome: z.string(),
  why: z.string(),
  dueOn: z.iso.date().nullable(),
  steps: z.array(z.object({ id: z.string(), text: z.string(), done: z.boolean() })),
  ifThen: z.object({ if: z.string(), then: z.string() }).nullable(),
  ask: z.string(),
  askToTeam: z.boolean().optional(),
  audience: z.enum(audiences),
  supporters: z.array(personSchema.extend({ answer: z.enum(['asked', 'accepted']).optional() })),
  status: z.enum(['open', 'reached', 'dropped']),
  progress: progressSchema,
  /** Newest first, the last twelve. */
  checkIns: z.array(checkInSchema),
  /** Who cheered since the last check-in; for the owner and the supporters. */
  cheers: z.array(personSchema),
  /** Who can help with the ask. For anybody but the owner only oneself, when one has offered. */
  helpers: z.array(personSchema.extend({ at: instantSchema })),
  evidence: z.array(z.string()).optional(),
  /** How it ended, newest first; a reopened goal keeps what was said then. */
  closings: z.array(closingSchema),
  createdAt: instantSchema,
});
export type GoalView = z.infer<typeof goalSchema>;
export const goalPageSchema = pageOf(goalSchema);
export type GoalPage = z.infer<typeof goalPageSchema>;

/** `q` looks through one's own goals by words; a page may be short and not the last. */
export const goalQuerySchema = z.strictObject({
  ...pageQuery,
  person: z.literal('me').or(personIdSchema).optional(),
  status: z.enum(['open', 'closed']).optional(),
  q: lineSchema(200).optional(),
});

export const closeBodySchema = z.strictObject({
  learned: textSchema(goalLimits.learned).default(''),
  helpedBy: z.array(personIdSchema).max(goalLimits.supporters).default([]),
});
export type CloseBody = z.input<typeof closeBodySchema>;

export const answerBodySchema = z.strictObject({ accepts: z.boolean() });

export const commentBodySchema = z.strictObject({
  text: told(textSchema(goalLimits.comment), 'A comment needs a word.'),
});
export const commentSchema = z.object({ id: z.string(), author: personSchema, text: z.string(), at: instantSchema });
export type CommentView = z.infer<typeof commentSchema>;
export const commentPageSchema = pageOf(commentSchema);
export type CommentPage = z.infer<typeof commentPageSchema>;

export const noteBodySchema = z.strictObject({
  text: told(textSchema(goalLimits.note), 'A note needs a word.'),
  messageLink: optional(messageLinkSchema),
});
export const noteSchema = z.object({
  id: z.string(),
  text: z.string(),
  messageLink: z.string().nullable(),
  at: instantSchema,
});
export type NoteView = z.infer<typeof noteSchema>;
export const notePageSchema = pageOf(noteSchema);
export type NotePage = z.infer<typeof notePageSchema>;

/** A line that asks the team for help, and whether I have offered mine. Its id is the goal's, which may not be there for me. */
export const askSchema = z.object({
  id: z.string(),
  owner: personSchema,
  text: z.string(),
  offered: z.boolean(),
  at: instantSchema,
});
export type AskView = z.infer<typeof askSchema>;
export const askPageSchema = pageOf(askSchema);
export type AskPage = z.infer<typeof askPageSchema>;
export const listQuerySchema = z.strictObject(pageQuery);

export const evidenceSchema = z.object({ items: z.array(kudosSchema) });
export type Evidence = z.infer<typeof evidenceSchema>;

/** The goals page in one call: mine, those I was asked to support or do support, and what the team asks for. */
export const goalsScreenSchema = z.object({
  mine: goalPageSchema,
  supporting: z.array(goalSchema),
  asks: z.array(askSchema),
});
export type GoalsScreen = z.infer<typeof goalsScreenSchema>;

/** What stands on the first screen of an open goal of mine. */
export const goalHeadSchema = z.object({
  id: z.string(),
  title: z.string(),
  dueOn: z.iso.date().nullable(),
  progress: progressSchema,
  nextStep: z.string().nullable(),
  checkedInAt: instantSchema.nullable(),
});
export type GoalHead = z.infer<typeof goalHeadSchema>;

/** Everything of mine that grew here, whole; only ever for oneself. */
export const growthRecordSchema = z.object({
  person: personSchema,
  team: z.object({ id: z.string(), name: z.string() }),
  goals: z.array(
    goalSchema.extend({
      checkIns: z.array(checkInSchema),
      comments: z.array(commentSchema),
      notes: z.array(noteSchema),
      evidence: z.array(kudosSchema),
    }),
  ),
  madeAt: instantSchema,
});
export type GrowthRecord = z.infer<typeof growthRecordSchema>;
