import { statusLimits } from '../domain/statusLine.ts';
import { fits } from '../domain/words.ts';
import { type CardAction, carried } from './cardActions.ts';
import { statusCard, statusVerb } from './cards/statusCard.ts';
import { statusSentSchema } from './hourInput.ts';
import { shortened } from './kudosFormInput.ts';
import { pageOf } from './nextHours.ts';
import { Mistake, type Room } from './turn.ts';

/** "Status in two lines", sent from the card that gathers them. Sent again, it takes the place of what one said before. */
export function createStatusAction(room: Room): CardAction {
  const { agenda, hours, schedule } = room.useCases;

  return {
    verb: statusVerb,
    notThere: 'hour.notThere',
    async press(turn, data) {
      const { team, date, line } = carried(statusSentSchema, data);
      const said = shortened(line ?? '', statusLimits.text);
      if (said === '') throw new Mistake('status.missing');
      if (!fits(said, statusLimits.text)) throw new Mistake('form.tooLong');
      await agenda.sayStatus(turn.actor, team, date, said);
      const [{ hour, status, visit }, known] = await Promise.all([
        hours.find(turn.actor, team, date),
        schedule.find(turn.actor, team),
      ]);
      const replaces = known.thing.replaces?.name ?? null;
      const where = { team: visit.record.team, page: pageOf(turn, room, { id: team }) };
      return statusCard(turn.text, { hour, replaces, status }, where, null);
    },
  };
}
