import { randomUUID } from 'node:crypto';
import type { Visit } from '../app/door.ts';
import { NotFound, VersionMissing } from '../app/ports.ts';
import type { TeamId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { topicLimits } from '../domain/topic.ts';
import { tidyLine } from '../domain/words.ts';
import type { Card } from './cards/elements.ts';
import { excerpt } from './cards/excerpt.ts';
import { noHourCard } from './cards/hourCards.ts';
import { teamForm } from './cards/teamForm.ts';
import { type TopicForm, topicForm, type TypedTopic } from './cards/topicForm.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import {
  addTopicSchema,
  teamPickSchema,
  topicIn,
  type TopicSent,
  topicSentSchema,
  type TopicStart,
  topicTeamSchema,
  typedTopic,
} from './hourInput.ts';
import { ownLink } from './kudosFormInput.ts';
import { nextHoursOfMine, pageOf, visitForHour } from './nextHours.ts';
import { BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

export type TopicDialog = FormTaker & {
  /** For the team of this conversation; where there is none, for one of mine. */
  open(turn: PersonalTurn, start: TopicStart): Promise<DialogAnswer>;
  openFor(turn: PersonalTurn, data: unknown): Promise<DialogAnswer>;
};

/** What somebody wants to talk about in the next hour of a team. */
export function createTopicDialog(room: Room): TopicDialog {
  const { agenda, hours, door } = room.useCases;

  const open = (turn: PersonalTurn, start: TopicStart) => inWords(turn, opened(turn, start));

  async function opened(turn: PersonalTurn, start: TopicStart): Promise<DialogAnswer> {
    const { text } = turn;
    const visit = await visitForHour(turn, room);
    if (visit) return firstForm(turn, visit.ref.teamId, start);
    const { teams, hours: next } = await nextHoursOfMine(turn, room);
    const mine = next.length > 0 ? next.map((hour) => hour.visit.record.team) : teams.slice(0, 1);
    if (mine.length === 0) return say(text('hour.noTeam'));
    if (mine.length === 1) return firstForm(turn, mine[0]!.id, start);
    // What is said here comes back with the choice, so it is no more than a topic can hold.
    const data = { step: 'topicTeam', start: { text: textIn(start), link: ownLink(start.link) } };
    return inDialog(turn, teamForm(text, mine, { label: text('hour.whichTeam'), data }));
  }

  async function openFor(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    const picked = teamPickSchema.safeParse(data).data;
    return picked ? inWords(turn, firstForm(turn, picked.team, nothing)) : incomplete(turn);
  }

  /** @throws NotFound */
  async function firstForm(turn: PersonalTurn, team: TeamId, start: TopicStart): Promise<DialogAnswer> {
    const { visit, hour } = await hours.screen(turn.actor, team);
    if (!hour) return inDialog(turn, noHourCard(turn.text, visit.record.team.name, pageOf(turn, room, { id: team })));
    // The id of the topic is born with the form, so that sending it twice raises it once.
    const carried = { team, id: randomUUID(), link: ownLink(start.link) };
    const typed = { text: textIn(start), kind: 'talk' } as const;
    return form(turn, { carried, typed, audience: audienceOf(turn, visit), problem: null });
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    if (addTopicSchema.safeParse(data).success) return openFor(turn, data);
    const choice = topicTeamSchema.safeParse(data).data;
    if (choice) return inWords(turn, firstForm(turn, choice.team, choice.start));
    const sent = topicSentSchema.safeParse(data).data;
    if (!sent) return incomplete(turn);
    const typed = typedTopic(sent);
    try {
      return say(await inTime(raise(turn, sent, typed)));
    } catch (trouble) {
      return formAgain(turn, sent, typed, sentenceAbout(trouble, turn));
    }
  }

  /** For whichever hour comes next when it is sent: it may have been moved while somebody typed. */
  async function raise(turn: PersonalTurn, sent: TopicSent, typed: TypedTopic): Promise<string> {
    const { text, actor } = turn;
    const words = topicIn(sent, typed);
    const { visit, hour } = await hours.screen(actor, sent.team);
    const team = visit.record.team.name;
    if (!hour) return text('hour.none', { team });
    try {
      await agenda.topic(actor, sent.team, hour.hour.date, sent.id, words, null);
    } catch (trouble) {
      // Something else was raised with this very form.
      throw trouble instanceof VersionMissing ? new Refusal('hour.idTaken') : trouble;
    }
    return text('topic.raised', { team });
  }

  /** Nothing typed is lost, not even when the team cannot be reached now. */
  async function formAgain(turn: PersonalTurn, sent: TopicSent, typed: TypedTopic, problem: string) {
    const carried = { team: sent.team, id: sent.id, link: ownLink(sent.link) };
    try {
      const visit = await inTime(door.enter(turn.actor, sent.team), 500);
      return form(turn, { carried, typed, audience: audienceOf(turn, visit), problem });
    } catch (trouble) {
      return trouble instanceof NotFound ? say(problem) : form(turn, { carried, typed, audience: null, problem });
    }
  }

  async function inWords(turn: PersonalTurn, work: Promise<DialogAnswer>): Promise<DialogAnswer> {
    try {
      return await inTime(work);
    } catch (trouble) {
      return say(sentenceAbout(trouble, turn));
    }
  }

  const incomplete = (turn: PersonalTurn) => say(sentenceFor(new BadForm(), turn, room));
  const sentenceAbout = (trouble: unknown, turn: PersonalTurn) => sentenceFor(trouble, turn, room);

  return { open, openFor, take, steps: ['topic', 'topicTeam', 'addTopic'] };
}

const nothing: TopicStart = { text: '', link: null };

/** A topic is one line, however many a message has. */
const textIn = ({ text }: TopicStart) => excerpt(tidyLine(text), topicLimits.text);

const inDialog = ({ text }: PersonalTurn, card: Card): DialogAnswer => ({
  kind: 'form',
  title: text('topic.title'),
  card,
});
const form = (turn: PersonalTurn, of: TopicForm) => inDialog(turn, topicForm(turn.text, of));

const audienceOf = ({ text }: PersonalTurn, { record, roster }: Visit) =>
  text('audience.team', { count: roster.size, team: record.team.name });
