import { z } from 'zod';
import type { KudosDialog } from './kudosDialog.ts';
import { prefillSchema } from './kudosFormInput.ts';
import { formDialog, messageDialog } from './taskModule.ts';
import type { Answer, PersonalTurn } from './turn.ts';

const valueSchema = z.object({ data: z.unknown().optional() });

/** The same form behind a button of the bot's own cards. */
export function createCardDialog(dialog: KudosDialog) {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const prefill = prefillSchema.safeParse(dataIn(turn)).data;
    return answered(turn, await dialog.open(turn, prefill ?? prefillSchema.parse({})));
  }

  async function take(turn: PersonalTurn): Promise<Answer> {
    return answered(turn, await dialog.take(turn, dataIn(turn), 'card'));
  }

  return { open, take };
}

const dataIn = ({ activity }: PersonalTurn) => valueSchema.safeParse(activity.value).data?.data;

function answered({ text }: PersonalTurn, answer: Awaited<ReturnType<KudosDialog['take']>>): Answer {
  if (answer.kind === 'form') return { status: 200, body: formDialog(text('form.title'), answer.card) };
  if (answer.kind === 'say') return { status: 200, body: messageDialog(answer.sentence) };
  return { status: 200, body: {} };
}
