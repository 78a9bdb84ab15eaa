import { randomUUID } from 'node:crypto';
import type { Visit } from '../app/door.ts';
import { NotFound } from '../app/ports.ts';
import { type Goal, mustBeOpen, progressOf } from '../domain/goal.ts';
import { type CheckInForm, checkInForm, type TypedCheckIn } from './cards/checkInForm.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import {
  checkInIn,
  type CheckInSent,
  checkInSentSchema,
  goalPickSchema,
  pickedInListSchema,
  typedCheckIn,
} from './goalFormInput.ts';
import { myGoalsCard } from './myGoals.ts';
import { BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

export type GoalsDialog = FormTaker & {
  openList(turn: PersonalTurn): Promise<DialogAnswer>;
  openCheckIn(turn: PersonalTurn, data: unknown): Promise<DialogAnswer>;
};

/** My open goals and how to check in on them. In a dialog nobody reads along. */
export function createGoalsDialog(room: Room): GoalsDialog {
  const { goals } = room.useCases;

  async function openList(turn: PersonalTurn): Promise<DialogAnswer> {
    const { text } = turn;
    try {
      const card = await inTime(myGoalsCard(turn, room, 'dialog'));
      return card ? { kind: 'form', title: text('goals.title'), card } : say(text('goals.noTeam'));
    } catch (trouble) {
      return say(sentenceFor(trouble, turn, room));
    }
  }

  async function openCheckIn(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    try {
      const picked = goalPickSchema.safeParse(data).data;
      if (!picked) throw new BadForm();
      const { visit, goal } = await inTime(goals.find(turn.actor, picked.team, picked.goal));
      mustBeOpen(goal, visit.me.id);
      // The id of the check-in is born with the form, so that sending it twice checks in once.
      const carried = { ...picked, entry: randomUUID() };
      const typed = { learned: '', confidence: '', ticked: [] };
      return form(turn, { carried, typed, goal: shown(turn, visit, goal), problem: null });
    } catch (trouble) {
      return say(sentenceAbout(trouble, turn));
    }
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    const picked = pickedInListSchema.safeParse(data).data;
    if (picked) return openCheckIn(turn, picked);
    const sent = checkInSentSchema.safeParse(data).data;
    if (!sent) return say(sentenceFor(new BadForm(), turn, room));
    const typed = typedCheckIn(sent);
    try {
      const { goal } = await inTime(goals.checkIn(turn.actor, sent.team, sent.goal, sent.entry, checkInIn(typed)));
      return say(whatStands(turn, goal));
    } catch (trouble) {
      return formAgain(turn, sent, typed, sentenceAbout(trouble, turn));
    }
  }

  /** Nothing typed is lost, not even when the goal cannot be read now, or was closed meanwhile. */
  async function formAgain(turn: PersonalTurn, sent: CheckInSent, typed: TypedCheckIn, problem: string) {
    const carried = { team: sent.team, goal: sent.goal, entry: sent.entry };
    try {
      const { visit, goal } = await inTime(goals.find(turn.actor, sent.team, sent.goal), 500);
      return form(turn, { carried, typed, goal: shown(turn, visit, goal), problem });
    } catch (trouble) {
      return trouble instanceof NotFound ? say(problem) : form(turn, { carried, typed, goal: null, problem });
    }
  }

  /** A goal that is not there looks like one of a team that I am not in. */
  function sentenceAbout(trouble: unknown, turn: PersonalTurn): string {
    return trouble instanceof NotFound ? turn.text('goals.notThere') : sentenceFor(trouble, turn, room);
  }

  return { openList, openCheckIn, take, steps: ['goal', 'checkIn'] };
}

const form = ({ text }: PersonalTurn, of: CheckInForm): DialogAnswer => ({
  kind: 'form',
  title: text('checkIn.title'),
  card: checkInForm(text, of),
});

const shown = (turn: PersonalTurn, visit: Visit, goal: Goal) => ({
  title: goal.title,
  steps: goal.steps,
  audience: audienceOf(turn, visit, goal),
});

/** Who is asked is named, whatever they answered: a no is silent. */
function audienceOf({ text }: PersonalTurn, { record, roster }: Visit, { audience, supporters }: Goal): string {
  if (audience === 'team') return text('audience.team', { count: roster.size, team: record.team.name });
  if (audience === 'me' || supporters.length === 0) return text('audience.me');
  return text('audience.supporters', { names: text.names([text('names.you'), ...supporters.map(({ name }) => name)]) });
}

function whatStands({ text }: PersonalTurn, goal: Goal): string {
  const progress = progressOf(goal);
  if (progress.total === 0) return text('checkIn.done');
  return text(progress.done === progress.total ? 'checkIn.done.all' : 'checkIn.done.steps', progress);
}
