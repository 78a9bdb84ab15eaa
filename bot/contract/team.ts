import { z } from 'zod';
import { wishes } from '../domain/profile.ts';
import { teamLimits } from '../domain/team.ts';
import { goalHeadSchema } from './goal.ts';
import { actionSchema, hourHeadSchema } from './hour.ts';
import { kudosPageSchema } from './kudos.ts';
import { lineSchema, personSchema } from './shapes.ts';

export const meSchema = z.object({
  person: personSchema,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type MeView = z.infer<typeof meSchema>;

export const valuesSchema = z.strictObject({
  values: z
    .array(lineSchema(teamLimits.valueLength).refine((value) => value !== '', { error: 'A value needs a name.' }))
    .max(teamLimits.values),
});
export type ValuesView = z.infer<typeof valuesSchema>;

/** When everything of the team will be deleted, and who asked for it; `null` while nobody does. */
export const endingSchema = z.object({ by: personSchema, endsAt: z.iso.datetime() }).nullable();
export type EndingView = z.infer<typeof endingSchema>;

/** The first screen in one call. Its size does not grow with the team's history. */
export const firstScreenSchema = z.object({
  team: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['team', 'channel', 'groupChat']),
    values: z.array(z.string()),
    ending: endingSchema,
  }),
  me: z.object({ id: z.string(), name: z.string(), owner: z.boolean(), thankMe: z.enum(wishes) }),
  /** My open goals, the one last checked in first; three at most. */
  goals: z.array(goalHeadSchema),
  /** My open action items by due date; a few. */
  actions: z.array(actionSchema),
  /** The hour that runs or comes next; `null` until one was chosen. */
  nextHour: hourHeadSchema.pick({ date: true, startsAt: true, endsAt: true, status: true }).nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string(), owner: z.boolean() })),
  kudos: kudosPageSchema,
});
export type FirstScreen = z.infer<typeof firstScreenSchema>;
