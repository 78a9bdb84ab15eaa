import { myActionsCard } from './cards/actionCards.ts';
import type { Card } from './cards/elements.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, say } from './dialogAnswer.ts';
import { pageOf } from './nextHours.ts';
import { type PersonalTurn, type Room, sentenceFor } from './turn.ts';

const maxTeams = 10;
const maxInTeam = 25;

/** My open action items, and what was promised to me, in all my teams; a sentence where there is none. */
export async function myOpenActions(
  turn: PersonalTurn,
  room: Room,
  where: 'message' | 'dialog',
): Promise<Card | string> {
  const { actions, team } = room.useCases;
  const teams = (await team.mine(turn.actor)).slice(0, maxTeams);
  if (teams.length === 0) return turn.text('actions.noTeam');
  const question = { person: 'me', status: 'open' } as const;
  const lists = await Promise.all(teams.map(({ id }) => actions.list(turn.actor, id, question, null, maxInTeam)));
  const found = lists.flatMap(({ visit, items }) => {
    const one = visit.record.team;
    return items.length > 0 ? [{ team: one, items, page: pageOf(turn, room, one) }] : [];
  });
  return found.length > 0 ? myActionsCard(turn.text, found, turn.actor.personId, where) : turn.text('actions.none');
}

/** The same in a dialog, where nobody reads along. */
export async function openActions(turn: PersonalTurn, room: Room): Promise<DialogAnswer> {
  try {
    const found = await inTime(myOpenActions(turn, room, 'dialog'));
    return typeof found === 'string' ? say(found) : { kind: 'form', title: turn.text('actions.title'), card: found };
  } catch (trouble) {
    return say(sentenceFor(trouble, turn, room));
  }
}
