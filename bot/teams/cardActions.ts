import { z } from 'zod';
import { NotFound } from '../app/ports.ts';
import type { TextKey } from '../text/en.ts';
import type { Card } from './cards/elements.ts';
import { inTime } from './deadline.ts';
import { type Answer, BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

/** A button of a card that does something at once. The card comes back fresh to who pressed. */
export type CardAction = {
  readonly verb: string;
  /** What is said when the card is about something that is not there, or not for who pressed. */
  readonly notThere: TextKey;
  press(turn: PersonalTurn, data: unknown): Promise<Card>;
};

const pressedSchema = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) });

export function createCardActions(room: Room, actions: readonly CardAction[]) {
  async function press(turn: PersonalTurn): Promise<Answer> {
    const pressed = pressedSchema.safeParse(turn.activity.value).data?.action;
    const action = actions.find(({ verb }) => verb === pressed?.verb);
    try {
      if (!action) throw new BadForm();
      return executed('application/vnd.microsoft.card.adaptive', await inTime(action.press(turn, pressed?.data)));
    } catch (trouble) {
      const isGone = action && trouble instanceof NotFound;
      const sentence = isGone ? turn.text(action.notThere) : sentenceFor(trouble, turn, room);
      return executed('application/vnd.microsoft.activity.message', sentence);
    }
  }

  return { press };
}

const executed = (type: string, value: unknown): Answer => ({ status: 200, body: { statusCode: 200, type, value } });

/** What a button brings back, if it is what ours carry. @throws BadForm */
export function carried<Data>(schema: z.ZodType<Data>, data: unknown): Data {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new BadForm();
  return parsed.data;
}
