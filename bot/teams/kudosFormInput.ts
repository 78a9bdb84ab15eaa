import { z } from 'zod';
import { giftSchema } from '../contract/kudos.ts';
import { kudosIdSchema, personIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { type Gift, kudosLimits } from '../domain/kudos.ts';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { tidy, unitsPerCharacter } from '../domain/words.ts';
import type { Typed } from './cards/kudosForm.ts';
import { BadForm } from './turn.ts';

/* What comes back from a form. A card is input like any other: who sends it may have changed everything in it. */

/** What the form starts with. It may have been in a card before, so it is input like any other. */
export const prefillSchema = z.object({
  to: z.array(personIdSchema).max(kudosLimits.to).catch([]),
  text: z.string().catch(''),
  link: z.string().nullish().catch(null),
  /** Who wrote the message that somebody wants to say thanks for. */
  author: z.object({ id: personIdSchema, name: z.string() }).nullish().catch(null),
});
export type Prefill = z.output<typeof prefillSchema>;

export const sentSchema = z.object({
  step: z.literal('give'),
  team: teamIdSchema,
  id: kudosIdSchema,
  link: z.string().nullish(),
  /** Several are sent as one text, with commas. Not there when the form could not ask. */
  to: z.string().nullish(),
  text: z.string().nullish(),
  effect: z.string().nullish(),
  value: z.string().nullish(),
  kept: z.object({ to: z.array(z.string()), value: z.string() }).nullish(),
});
export type Sent = z.output<typeof sentSchema>;

export const teamChoiceSchema = z.object({
  step: z.literal('team'),
  team: teamIdSchema,
  prefill: prefillSchema,
});
export type TeamChoice = z.output<typeof teamChoiceSchema>;

export function typedIn({ to, text, effect, value, kept }: Sent): Typed {
  return {
    to: (to?.split(',') ?? kept?.to ?? [])
      .map((id) => id.trim())
      .filter(Boolean)
      .slice(0, 2 * kudosLimits.to),
    text: shortened(text ?? '', kudosLimits.text),
    effect: shortened(effect ?? '', kudosLimits.effect),
    value: (value ?? kept?.value ?? '').slice(0, 200),
  };
}

/** As typed, as long as it could fit at all: one unit more is kept, so that what is too long is still found to be. */
export const shortened = (text: string, most: number) => tidy(text.slice(0, most * unitsPerCharacter + 1));

/** @throws Refusal @throws BadForm */
export function giftIn(sent: Sent, typed: Typed): Gift {
  const { to, text, effect, value } = typed;
  const parsed = giftSchema.safeParse({ to, text, effect, value, messageLink: ownLink(sent.link) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const code = problemWith(String(issue?.path[0]), issue?.code === 'too_big');
  throw code ? new Refusal(code) : new BadForm();
}

function problemWith(field: string, isTooMuch: boolean): RefusalCode | null {
  if (field === 'to') return isTooMuch ? 'kudos.toTooMany' : 'kudos.toNobody';
  if (field === 'text' || field === 'effect') return 'kudos.tooLong';
  return field === 'value' ? 'kudos.unknownValue' : null;
}

/** Only a link to a message of Teams' goes into a card. */
export const ownLink = (link: string | null | undefined) => giftSchema.shape.messageLink.safeParse(link).data ?? null;
