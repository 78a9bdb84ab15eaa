import { z } from 'zod';
import { personIdSchema } from '../contract/shapes.ts';
import { answered } from './dialogAnswer.ts';
import type { KudosDialog, Way } from './kudosDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const giveCommand = 'giveKudos';

const valueSchema = z.object({
  // There is one command of this kind; a client that does not know the manifest leaves its name out.
  commandId: z.enum([giveCommand, '']).nullish(),
  commandContext: z.string().nullish(),
  /** The message that somebody wants to say thanks for. */
  messagePayload: z
    .object({
      linkToMessage: z.string().nullish(),
      from: z
        .object({ user: z.object({ id: personIdSchema, displayName: z.string().nullish() }).nullish().catch(null) })
        .nullish(),
    })
    .nullish(),
  data: z.unknown().optional(),
});

/** "Give kudos" below a message box, in the command box and on a message. */
export function createKudosExtension(room: Room, dialog: KudosDialog) {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const writer = value.messagePayload?.from?.user;
    const author = writer ? { id: writer.id, name: writer.displayName ?? '' } : null;
    const link = value.messagePayload?.linkToMessage ?? null;
    return answered(turn, await dialog.open(turn, { to: [], text: '', link, author }), room);
  }

  async function take(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const way: Way = value.commandContext === 'commandBox' ? 'commandBox' : 'compose';
    return answered(turn, await dialog.take(turn, value.data, way), room);
  }

  return { open, take };
}
