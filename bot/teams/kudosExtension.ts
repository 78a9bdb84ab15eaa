import { z } from 'zod';
import { personIdSchema } from '../contract/shapes.ts';
import { answered } from './dialogAnswer.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import type { KudosDialog } from './kudosDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const valueSchema = z.object({
  /** The message that somebody wants to say thanks for. */
  messagePayload: z
    .object({
      linkToMessage: z.string().nullish(),
      from: z
        .object({ user: z.object({ id: personIdSchema, displayName: z.string().nullish() }).nullish().catch(null) })
        .nullish(),
    })
    .nullish(),
});

/** "Give kudos" below a message box, in the command box and on a message. */
export function createKudosExtension(room: Room, dialog: KudosDialog): ExtensionCommand {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const writer = value.messagePayload?.from?.user;
    const author = writer ? { id: writer.id, name: writer.displayName ?? '' } : null;
    const link = value.messagePayload?.linkToMessage ?? null;
    return answered(await dialog.open(turn, { to: [], text: '', link, author }), room);
  }

  return { id: 'giveKudos', answer: open };
}
