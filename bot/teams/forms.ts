import { z } from 'zod';
import { answered, type DialogAnswer, type FormTaker, say, type Way } from './dialogAnswer.ts';
import { type Answer, BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

const valueSchema = z.object({ commandContext: z.string().nullish(), data: z.unknown().optional() });
const stepSchema = z.object({ step: z.string() });

/** Where forms come back to, from the message extension and from the bot's own cards alike. */
export function createForms(room: Room, takers: readonly FormTaker[]) {
  async function fromExtension(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const way = value.commandContext === 'commandBox' ? 'commandBox' : 'compose';
    return answered(await take(turn, value.data, way), room);
  }

  async function fromCard(turn: PersonalTurn): Promise<Answer> {
    const data = valueSchema.safeParse(turn.activity.value).data?.data;
    return answered(await take(turn, data, 'card'), room);
  }

  async function take(turn: PersonalTurn, data: unknown, way: Way): Promise<DialogAnswer> {
    const step = stepSchema.safeParse(data).data?.step;
    const taker = takers.find(({ steps }) => step !== undefined && steps.includes(step));
    return taker ? taker.take(turn, data, way) : say(sentenceFor(new BadForm(), turn, room));
  }

  return { fromExtension, fromCard };
}
