import { z } from 'zod';
import { kudosIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { createText } from '../text/text.ts';
import { addressOf } from './address.ts';
import { type CardAction, carried } from './cardActions.ts';
import { joinVerb, liveCard } from './cards/kudosCard.ts';
import type { Room } from './turn.ts';

const dataSchema = z.object({ team: teamIdSchema, id: kudosIdSchema });

/** "Me too" on a card of the bot's: everybody else's changes right after. */
export function createKudosJoin({ useCases, links }: Room): CardAction {
  const { kudos, door } = useCases;
  return {
    verb: joinVerb,
    notThere: 'card.notThere',
    async press({ actor, tenantId }, data) {
      const { team, id } = carried(dataSchema, data);
      const { thing } = await kudos.join(actor, team, id, true);
      const { record } = await door.enter(actor, team);
      const text = createText(addressOf(record)?.language);
      return liveCard(text, thing, { wall: links.wall({ tenantId, teamId: team }, id) }, team);
    },
  };
}
