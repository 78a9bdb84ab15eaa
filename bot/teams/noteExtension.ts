import { z } from 'zod';
import { answered } from './dialogAnswer.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import { textOf } from './messageText.ts';
import type { NoteDialog } from './noteDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const valueSchema = z.object({
  messagePayload: z
    .object({
      linkToMessage: z.string().nullish(),
      body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish().catch(null),
    })
    .nullish(),
});

/** "Note for my goal" on a message. */
export function createNoteExtension(room: Room, dialog: NoteDialog): ExtensionCommand {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const { body, linkToMessage } = value.messagePayload ?? {};
    return answered(await dialog.open(turn, { text: textOf(body ?? {}), link: linkToMessage ?? null }), room);
  }

  return { id: 'noteForGoal', answer: open };
}
