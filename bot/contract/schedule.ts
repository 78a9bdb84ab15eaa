import { z } from 'zod';
import { isMeetingLink, scheduleLimits } from '../domain/schedule.ts';
import { instantSchema, lineSchema, nearDateSchema, optional, personSchema, wallTimeSchema } from './shapes.ts';

const wholeMinutes = (min: number, max: number) => z.int().min(min).max(max);

/** When the hour is. Wall time and zone are what counts; instants follow from them. */
export const scheduleBodySchema = z.strictObject({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  time: wallTimeSchema,
  /** IANA. */
  timeZone: z.string().min(1).max(64),
  minutes: wholeMinutes(scheduleLimits.minMinutes, scheduleLimits.maxMinutes),
  everyWeeks: z.union([z.literal(1), z.literal(2)]).default(1),
  startOn: nearDateSchema,
  /** The status meeting that is given up for it. */
  replaces: z
    .strictObject({
      name: lineSchema(scheduleLimits.name).refine((name) => name !== '', { error: 'A meeting needs a name.' }),
      minutes: wholeMinutes(5, scheduleLimits.replacedMinutes),
    })
    .nullable()
    .default(null),
  /** Where everybody joins: a link of Teams to a meeting. */
  meetingLink: optional(
    z
      .string()
      .max(2000)
      .refine((text) => text === '' || isMeetingLink(text), { error: 'A link of Teams to a meeting.' }),
  ),
});
export type ScheduleBody = z.input<typeof scheduleBodySchema>;

export const scheduleSchema = z.object({
  weekday: z.int(),
  time: z.string(),
  timeZone: z.string(),
  minutes: z.int(),
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
  startOn: z.iso.date(),
  replaces: z.object({ name: z.string(), minutes: z.int() }).nullable(),
  meetingLink: z.string().optional(),
});
export type ScheduleView = z.infer<typeof scheduleSchema>;

/** `after` is a date that is not among them any more; without one, those that are still to come. */
export const previewQuerySchema = z.strictObject({
  after: nearDateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(scheduleLimits.preview).default(8),
});

/** `clock` says what the zone's clocks do to the wall time on that date, `shift` by how many minutes they moved since the date before. */
export const occurrenceSchema = z.object({
  date: z.iso.date(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  clock: z.enum(['plain', 'skipped', 'repeated']),
  shift: z.int(),
});
export type OccurrenceView = z.infer<typeof occurrenceSchema>;
export const datesSchema = z.object({ items: z.array(occurrenceSchema) });
export type DatesView = z.infer<typeof datesSchema>;

/** `language` is the one that the calendar's entry is written in. */
export const calendarQuerySchema = z.strictObject({ language: z.string().max(35).default('en') });

/** An iCalendar file of the series, for every calendar that is not Teams'. */
export const calendarSchema = z.object({ fileName: z.string(), content: z.string() });
export type CalendarView = z.infer<typeof calendarSchema>;

/** What a member would choose; an owner can take it over. */
export const proposalSchema = z.object({ by: personSchema, schedule: scheduleSchema, at: instantSchema });
export const proposalsSchema = z.object({ items: z.array(proposalSchema) });
export type ProposalsView = z.infer<typeof proposalsSchema>;
