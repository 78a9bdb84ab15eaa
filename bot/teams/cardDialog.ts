import { z } from 'zod';
import { answered } from './dialogAnswer.ts';
import type { KudosDialog } from './kudosDialog.ts';
import { prefillSchema } from './kudosFormInput.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const valueSchema = z.object({ data: z.unknown().optional() });
const dataIn = ({ activity }: PersonalTurn) => valueSchema.safeParse(activity.value).data?.data;

/** The same form behind a button of the bot's own cards. */
export function createCardDialog(room: Room, dialog: KudosDialog) {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const prefill = prefillSchema.safeParse(dataIn(turn)).data ?? prefillSchema.parse({});
    return answered(turn, await dialog.open(turn, prefill), room);
  }

  async function take(turn: PersonalTurn): Promise<Answer> {
    return answered(turn, await dialog.take(turn, dataIn(turn), 'card'), room);
  }

  return { open, take };
}
