import { z } from 'zod';
import { checkInBodySchema, noteBodySchema } from '../contract/goal.ts';
import { entryIdSchema, goalIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { goalLimits } from '../domain/goal.ts';
import type { GoalId, TeamId } from '../domain/ids.ts';
import type { TypedCheckIn } from './cards/checkInForm.ts';
import type { TypedNote } from './cards/noteForm.ts';
import { ownLink, shortened } from './kudosFormInput.ts';
import { BadForm, Mistake } from './turn.ts';

/* What comes back from forms about goals. A card is input like any other: who sends it may have changed everything in it. */

/** Which goal, from a button. */
export const goalPickSchema = z.object({ team: teamIdSchema, goal: goalIdSchema });

/** From the list of my goals in a dialog. */
export const pickedInListSchema = goalPickSchema.extend({ step: z.literal('goal') });

export const checkInSentSchema = goalPickSchema.extend({
  step: z.literal('checkIn'),
  entry: entryIdSchema,
  learned: z.string().nullish(),
  confidence: z.string().nullish(),
  /** Several are sent as one text, with commas. Not there when the form could not ask. */
  ticked: z.string().nullish(),
  kept: z.object({ ticked: z.array(z.string()) }).nullish(),
});
export type CheckInSent = z.output<typeof checkInSentSchema>;

export const typedCheckIn = ({ learned, confidence, ticked, kept }: CheckInSent): TypedCheckIn => ({
  learned: shortened(learned ?? '', goalLimits.learned),
  confidence: /^[1-5]$/.test(confidence ?? '') ? confidence! : '',
  ticked: (ticked?.split(',') ?? kept?.ticked ?? [])
    .map((id) => id.trim())
    .filter((id) => z.guid().safeParse(id).success)
    .slice(0, goalLimits.steps),
});

/** @throws Mistake @throws BadForm */
export function checkInIn({ learned, confidence, ticked }: TypedCheckIn) {
  const parsed = checkInBodySchema.safeParse({ learned, confidence: Number(confidence), ticked });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path[0]);
  if (fields.includes('confidence')) throw new Mistake('checkIn.confidence.missing');
  throw fields.includes('learned') ? new Mistake('form.tooLong') : new BadForm();
}

export const noteSentSchema = z.object({
  step: z.literal('note'),
  entry: entryIdSchema,
  link: z.string().nullish(),
  /** Which goal in which team, as one text. Not there when the form could not ask. */
  goal: z.string().nullish(),
  text: z.string().nullish(),
  kept: z.object({ goal: z.string() }).nullish(),
});
export type NoteSent = z.output<typeof noteSentSchema>;

export const typedNote = ({ goal, text, kept }: NoteSent): TypedNote => ({
  goal: (goal ?? kept?.goal ?? '').slice(0, 400),
  text: shortened(text ?? '', goalLimits.note),
});

/** @throws Mistake */
export function noteIn({ link }: NoteSent, { text }: TypedNote) {
  if (text === '') throw new Mistake('note.text.missing');
  const parsed = noteBodySchema.safeParse({ text, messageLink: ownLink(link) });
  if (!parsed.success) throw new Mistake('form.tooLong');
  return parsed.data;
}

/* A goal is only ever meant within its team; a choice in a form is one text. */
export const goalChoice = (team: TeamId, goal: GoalId) => `${goal} ${team}`;

/** @throws Mistake */
export function goalChosen(choice: string): z.output<typeof goalPickSchema> {
  const [goal = '', ...team] = choice.split(' ');
  const parsed = goalPickSchema.safeParse({ goal, team: team.join(' ') });
  if (!parsed.success) throw new Mistake('note.goal.missing');
  return parsed.data;
}
