import { NotFound } from '../app/ports.ts';
import { carried } from './cardActions.ts';
import type { Card } from './cards/elements.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import { awayStepSchema, hourStepSchema, teamPickSchema } from './hourInput.ts';
import { markAway } from './markAway.ts';
import { cardOf, myHours, teamHourCard, visitForHour } from './nextHours.ts';
import { type PersonalTurn, type Room, sentenceFor } from './turn.ts';

export type HourDialog = FormTaker & { open(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> };

/** The next hour of a team, or of each of mine. In a dialog nobody reads along. */
export function createHourDialog(room: Room): HourDialog {
  /** `data` may say which team's; without, it is the one of this conversation, or any of mine. */
  async function open(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    return shown(turn, async () => {
      const picked = teamPickSchema.safeParse(data).data;
      const team = picked?.team ?? (await visitForHour(turn, room))?.ref.teamId;
      return team ? teamHourCard(turn, room, team, false, 'dialog') : myHours(turn, room, 'dialog');
    });
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    return shown(turn, async () => {
      const picked = hourStepSchema.safeParse(data).data;
      if (picked) return teamHourCard(turn, room, picked.team, false, 'dialog');
      const pressed = carried(awayStepSchema, data);
      const whole = await markAway(turn, room, pressed);
      return cardOf(turn, room, whole, { namesTeam: true, isAway: pressed.away, where: 'dialog' });
    });
  }

  async function shown(turn: PersonalTurn, work: () => Promise<Card | null>): Promise<DialogAnswer> {
    const { text } = turn;
    try {
      const card = await inTime(work());
      return card ? { kind: 'form', title: text('hour.title'), card } : say(text('hour.noTeam'));
    } catch (trouble) {
      return say(trouble instanceof NotFound ? text('hour.notThere') : sentenceFor(trouble, turn, room));
    }
  }

  return { open, take, steps: ['hour', 'away'] };
}
