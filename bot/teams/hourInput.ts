import { z } from 'zod';
import { topicBodySchema } from '../contract/hour.ts';
import { hourDateSchema, teamIdSchema, topicIdSchema } from '../contract/shapes.ts';
import { type TopicKind, topicKinds, topicLimits, type TopicWords } from '../domain/topic.ts';
import type { TypedTopic } from './cards/topicForm.ts';
import { ownLink, shortened } from './kudosFormInput.ts';
import { Mistake } from './turn.ts';

/* What comes back from cards and forms about the hour. A card is input like any other: who sends it may have changed everything in it. */

/** Whose hour, from a button. */
export const teamPickSchema = z.object({ team: teamIdSchema });

/** Which hour, from a button of a card that may be old. */
export const hourPickSchema = teamPickSchema.extend({ date: hourDateSchema });

export const awaySchema = hourPickSchema.extend({ away: z.boolean() });

/** Two lines for the others. */
export const statusSentSchema = hourPickSchema.extend({ line: z.string().nullish() });

/** Where an hour goes, or why it is skipped. */
export const changeSentSchema = hourPickSchema.extend({
  step: z.enum(['moveHour', 'skipHour']),
  day: hourDateSchema.nullish().catch(null),
  time: z.string().nullish(),
  reason: z.string().nullish(),
});
export type ChangeSent = z.output<typeof changeSentSchema>;

/* The same from cards in a dialog. */
export const awayStepSchema = awaySchema.extend({ step: z.literal('away') });
export const hourStepSchema = teamPickSchema.extend({ step: z.literal('hour') });

/** What a topic starts with, while one still chooses whose hour it is for. */
export const topicStartSchema = z.object({ text: z.string().catch(''), link: z.string().nullish().catch(null) });
export type TopicStart = z.output<typeof topicStartSchema>;

/** The button of a card in a dialog, which goes on to the form. */
export const addTopicSchema = teamPickSchema.extend({ step: z.literal('addTopic') });

export const topicTeamSchema = teamPickSchema.extend({ step: z.literal('topicTeam'), start: topicStartSchema });

export const topicSentSchema = teamPickSchema.extend({
  step: z.literal('topic'),
  id: topicIdSchema,
  link: z.string().nullish(),
  text: z.string().nullish(),
  kind: z.string().nullish(),
});
export type TopicSent = z.output<typeof topicSentSchema>;

export const typedTopic = ({ text, kind }: TopicSent): TypedTopic => ({
  text: shortened(text ?? '', topicLimits.text),
  kind: topicKinds.find((known): known is TopicKind => known === kind) ?? 'talk',
});

/** @throws Mistake */
export function topicIn({ link }: TopicSent, { text, kind }: TypedTopic): TopicWords {
  if (text === '') throw new Mistake('topic.text.missing');
  const parsed = topicBodySchema.safeParse({ text, kind, messageLink: ownLink(link) });
  if (!parsed.success) throw new Mistake('form.tooLong');
  return parsed.data;
}
