import { z } from 'zod';
import { NotFound } from '../app/ports.ts';
import { kudosIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { createText } from '../text/text.ts';
import { addressOf } from './address.ts';
import { joinVerb, liveCard } from './cards/kudosCard.ts';
import { inTime } from './deadline.ts';
import { type Answer, BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

const pressedSchema = z.object({
  action: z.object({
    verb: z.literal(joinVerb),
    data: z.object({ team: teamIdSchema, id: kudosIdSchema }),
  }),
});

/** "Me too" on a card of the bot's. The card comes back fresh at once to who pressed; everybody else's changes right after. */
export function createCardActions(room: Room) {
  const { kudos, door } = room.useCases;

  async function press(turn: PersonalTurn): Promise<Answer> {
    try {
      const pressed = pressedSchema.safeParse(turn.activity.value).data;
      if (!pressed) throw new BadForm();
      return await inTime(join(turn, pressed.action.data));
    } catch (trouble) {
      const { text } = turn;
      const sentence = trouble instanceof NotFound ? text('card.notThere') : sentenceFor(trouble, turn, room);
      return executed('application/vnd.microsoft.activity.message', sentence);
    }
  }

  async function join(turn: PersonalTurn, { team, id }: z.output<typeof pressedSchema>['action']['data']) {
    const { thing } = await kudos.join(turn.actor, team, id, true);
    const { record } = await door.enter(turn.actor, team);
    const text = createText(addressOf(record)?.language);
    const wall = room.links.wall({ tenantId: turn.tenantId, teamId: team }, id);
    return executed('application/vnd.microsoft.card.adaptive', liveCard(text, thing, { wall }, team));
  }

  return { press };
}

const executed = (type: string, value: unknown): Answer => ({ status: 200, body: { statusCode: 200, type, value } });
