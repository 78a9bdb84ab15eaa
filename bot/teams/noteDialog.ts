import { randomUUID } from 'node:crypto';
import { NotFound } from '../app/ports.ts';
import { goalLimits } from '../domain/goal.ts';
import { choicesOf } from './cards/choices.ts';
import { excerpt } from './cards/excerpt.ts';
import { type MyGoal, noGoalsCard } from './cards/goalCards.ts';
import { type NoteForm, noteForm, type TypedNote } from './cards/noteForm.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import { goalChoice, goalChosen, noteIn, type NoteSent, noteSentSchema, typedNote } from './goalFormInput.ts';
import { ownLink } from './kudosFormInput.ts';
import { myOpenGoals } from './myGoals.ts';
import type { PickedMessage } from './pickedMessage.ts';
import { BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

export type NoteDialog = FormTaker & { open(turn: PersonalTurn, start: PickedMessage): Promise<DialogAnswer> };

/** A message kept beside a goal of mine, for me alone. */
export function createNoteDialog(room: Room): NoteDialog {
  const { support } = room.useCases;

  async function open(turn: PersonalTurn, start: PickedMessage): Promise<DialogAnswer> {
    try {
      return await inTime(opened(turn, start));
    } catch (trouble) {
      return say(sentenceFor(trouble, turn, room));
    }
  }

  async function opened(turn: PersonalTurn, start: PickedMessage): Promise<DialogAnswer> {
    const { text } = turn;
    const { goals, page } = await myOpenGoals(turn, room);
    if (page === null) return say(text('goals.noTeam'));
    if (goals.length === 0) return { kind: 'form', title: text('note.title'), card: noGoalsCard(text, page) };
    // The id of the note is born with the form, so that sending it twice keeps it once.
    const carried = { entry: randomUUID(), link: ownLink(start.link) };
    const typed = { goal: '', text: excerpt(start.text, goalLimits.note) };
    return form(turn, { carried, typed, goals: choices(turn, goals), problem: null });
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    const sent = noteSentSchema.safeParse(data).data;
    if (!sent) return say(sentenceFor(new BadForm(), turn, room));
    const typed = typedNote(sent);
    try {
      const { team, goal } = goalChosen(typed.goal);
      await inTime(support.keepNote(turn.actor, team, goal, sent.entry, noteIn(sent, typed)));
      return say(turn.text('note.kept'));
    } catch (trouble) {
      const isGone = trouble instanceof NotFound;
      return formAgain(turn, sent, typed, isGone ? turn.text('goals.notThere') : sentenceFor(trouble, turn, room));
    }
  }

  /** Nothing typed is lost, not even when the goal is gone: the note can be kept with another one. */
  async function formAgain(turn: PersonalTurn, sent: NoteSent, typed: TypedNote, problem: string) {
    const carried = { entry: sent.entry, link: ownLink(sent.link) };
    try {
      const { goals } = await inTime(myOpenGoals(turn, room), 500);
      return goals.length > 0 ? form(turn, { carried, typed, goals: choices(turn, goals), problem }) : say(problem);
    } catch {
      return form(turn, { carried, typed, goals: null, problem }); // What was wrong is already being said.
    }
  }

  return { open, take, steps: ['note'] };
}

const form = ({ text }: PersonalTurn, of: NoteForm): DialogAnswer => ({
  kind: 'form',
  title: text('note.title'),
  card: noteForm(text, of),
});

const maxTitle = 80;
const maxTeam = 40;

/** Goals of several teams say whose they are. */
function choices({ text }: PersonalTurn, goals: readonly MyGoal[]) {
  const isOneTeam = new Set(goals.map(({ team }) => team.id)).size === 1;
  return choicesOf(
    goals.map(({ team, goal }) => {
      const title = excerpt(goal.title, maxTitle);
      const name = isOneTeam ? title : text('note.goal.inTeam', { team: excerpt(team.name, maxTeam), title });
      return { id: goalChoice(team.id, goal.id), name };
    }),
  );
}
