import { z } from 'zod';
import { actionItemId, entryId, goalId, hourDate, kudosId, noteId, personId, teamId, topicId } from '../domain/ids.ts';
import { fits, tidy, tidyLine, unitsPerCharacter } from '../domain/words.ts';

/* The small shapes that every noun shares. Unknown fields are refused everywhere: `z.strictObject`, never `z.object`, for what comes in. */

export const personIdSchema = z.guid().transform(personId);
export const kudosIdSchema = z.guid().transform(kudosId);
export const goalIdSchema = z.guid().transform(goalId);
export const entryIdSchema = z.guid().transform(entryId);
export const topicIdSchema = z.guid().transform(topicId);
export const noteIdSchema = z.guid().transform(noteId);
export const actionItemIdSchema = z.guid().transform(actionItemId);
/** A Teams thread id; its form is Teams' own, so only its size is ours to judge. */
export const teamIdSchema = z.string().min(1).max(300).transform(teamId);

/** Text of several lines, tidied; `maxCharacters` counts graphemes. */
export const textSchema = (maxCharacters: number) =>
  z
    .string()
    .max(maxCharacters * unitsPerCharacter)
    .transform(tidy)
    .refine((text) => fits(text, maxCharacters), { error: `At most ${maxCharacters} characters.` });

/** One line, tidied. */
export const lineSchema = (maxCharacters: number) =>
  z
    .string()
    .max(maxCharacters * unitsPerCharacter)
    .transform(tidyLine)
    .refine((text) => fits(text, maxCharacters), { error: `At most ${maxCharacters} characters.` });

/** Missing, `null` and empty all mean "not told". */
export const optional = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.nullish().transform((value): z.output<Schema> | null => value || null);

/** A person wherever one is shown. */
export const personSchema = z.object({ id: z.string(), name: z.string() });
export type PersonView = z.infer<typeof personSchema>;

/** `HH:mm`. */
export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Dates far away are typing mistakes, and calendars do not know them. */
export const nearDateSchema = z.iso.date().refine((date) => date >= '2000-01-01' && date <= '2199-12-31', {
  error: 'A date between 2000 and 2199.',
});

/** There is one hour a day at most: its date is its id. */
export const hourDateSchema = nearDateSchema.transform(hourDate);

/** An instant, RFC 3339 in UTC. */
export const instantSchema = z.iso.datetime();

export const pageQuery = {
  /** Where the page before ended; opaque and signed. */
  cursor: z.string().min(1).max(4000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Links to messages are Teams' own and nothing else: a card must never carry a stranger's link. */
const messageLink =
  /^https:\/\/(teams\.(microsoft\.com|cloud\.microsoft|live\.com|microsoft\.us)|(gov|dod)\.teams\.microsoft\.us)\/l\/message\/[!#$%&'()*+,\-./:;=?@\w~[\]]+$/;
export const messageLinkSchema = z.string().max(2000).regex(messageLink);
