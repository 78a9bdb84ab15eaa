import { z } from 'zod';
import { textOf } from './messageText.ts';
import type { PersonalTurn } from './turn.ts';

const valueSchema = z.object({
  messagePayload: z
    .object({
      linkToMessage: z.string().nullish(),
      body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish().catch(null),
    })
    .nullish(),
});

/** What a message said, and where it stands. */
export type PickedMessage = { readonly text: string; readonly link: string | null };

/** The message whose menu a command was chosen from; `null` when that is nothing that Teams would send. */
export function pickedMessage({ activity }: PersonalTurn): PickedMessage | null {
  const value = valueSchema.safeParse(activity.value).data;
  if (!value) return null;
  const { body, linkToMessage } = value.messagePayload ?? {};
  return { text: textOf(body ?? {}), link: linkToMessage ?? null };
}
