import { type CardAction, carried } from './cardActions.ts';
import { awayVerb } from './cards/hourCard.ts';
import { type MeetingDeed, meetingDoneCard, meetingVerbs } from './cards/meetingCards.ts';
import { awaySchema, hourPickSchema } from './hourInput.ts';
import { markAway } from './markAway.ts';
import { cardOf, mustBeAhead, pageOf } from './nextHours.ts';
import type { Room } from './turn.ts';

/** The buttons of cards about an hour. Whoever presses is asked at the door of that team, whatever the card says. */
export function createHourActions(room: Room): CardAction[] {
  const { hours } = room.useCases;

  const away: CardAction = {
    verb: awayVerb,
    notThere: 'hour.notThere',
    async press(turn, data) {
      const pressed = carried(awaySchema, data);
      const whole = await markAway(turn, room, pressed);
      const namesTeam = (await turn.teamId()) !== pressed.team;
      return cardOf(turn, room, whole, { namesTeam, isAway: pressed.away, where: 'message' });
    },
  };

  /** Doing it twice is doing it once. */
  const meeting = (deed: MeetingDeed): CardAction => ({
    verb: meetingVerbs[deed],
    notThere: 'hour.notThere',
    async press(turn, data) {
      const { team, date } = carried(hourPickSchema, data);
      if (deed === 'open') mustBeAhead(await hours.find(turn.actor, team, date));
      await hours[deed](turn.actor, team, date, null);
      return meetingDoneCard(turn.text, deed, pageOf(turn, room, { id: team }));
    },
  });

  return [away, meeting('open'), meeting('close')];
}
