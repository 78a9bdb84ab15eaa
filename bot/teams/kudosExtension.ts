import { z } from 'zod';
import { personIdSchema } from '../contract/shapes.ts';
import type { DialogAnswer, KudosDialog, Way } from './kudosDialog.ts';
import { formDialog, messageDialog } from './taskModule.ts';
import type { Answer, PersonalTurn } from './turn.ts';

export const giveCommand = 'giveKudos';

const valueSchema = z.object({
  commandId: z.literal(giveCommand),
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
export function createKudosExtension(dialog: KudosDialog) {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const writer = value.messagePayload?.from?.user;
    const author = writer ? { id: writer.id, name: writer.displayName ?? '' } : null;
    const link = value.messagePayload?.linkToMessage ?? null;
    return answered(turn, await dialog.open(turn, { to: [], text: '', link, author }));
  }

  async function take(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const way: Way = value.commandContext === 'commandBox' ? 'commandBox' : 'compose';
    return answered(turn, await dialog.take(turn, value.data, way));
  }

  return { open, take };
}

function answered({ text }: PersonalTurn, answer: DialogAnswer): Answer {
  switch (answer.kind) {
    case 'form':
      return { status: 200, body: formDialog(text('form.title'), answer.card) };
    case 'say':
      return { status: 200, body: messageDialog(answer.sentence) };
    case 'insert': {
      const attachments = [answer.attachment];
      return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
    }
    case 'done':
      return { status: 200, body: {} };
  }
}
