import { z } from 'zod';
import { personSchema } from './shapes.ts';

/* What people take along. It is told in the words of the other routes; more may be added to it at any time. */

const anything = z.record(z.string(), z.unknown());
const list = z.array(anything);

export const myExportSchema = z.object({
  person: personSchema,
  exportedAt: z.iso.datetime(),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      profile: anything.nullable(),
      /** Given, received and joined: those that I may see. */
      kudos: list,
      goals: list,
      checkIns: list,
      comments: list,
      notesOnGoals: list,
      topics: list,
      actions: list,
      lines: list,
      status: list,
      exits: list,
      avoids: z.array(z.string()),
      support: list,
      hours: list,
      other: list,
    }),
  ),
});
export type MyExport = z.infer<typeof myExportSchema>;

/** What every member of the team may see, and nothing that is hidden from any of them. */
export const teamExportSchema = z.object({
  team: anything,
  exportedAt: z.iso.datetime(),
  members: list,
  schedule: anything.nullable(),
  profiles: list,
  kudos: list,
  goals: list,
  asks: list,
  hours: list,
  topics: list,
  lines: list,
  exits: list,
  status: list,
  actions: list,
});
export type TeamExport = z.infer<typeof teamExportSchema>;
