import { randomUUID } from 'node:crypto';
import type { Visit } from '../app/door.ts';
import type { Delivery } from '../app/kudos.ts';
import { NotFound } from '../app/ports.ts';
import type { TeamId } from '../domain/ids.ts';
import { type Kudos, kudosLimits } from '../domain/kudos.ts';
import { isChatWithBot } from './activity.ts';
import type { Card } from './cards/elements.ts';
import { stillCard } from './cards/kudosCard.ts';
import { type Carried, type FormTeam, kudosForm, nothingTyped, type Typed } from './cards/kudosForm.ts';
import { insertable, kudosPreview } from './cards/preview.ts';
import { teamForm } from './cards/teamForm.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say, type Way } from './dialogAnswer.ts';
import { visitHere } from './here.ts';
import {
  giftIn,
  ownLink,
  type Prefill,
  type Sent,
  sentSchema,
  shortened,
  type TeamChoice,
  teamChoiceSchema,
  typedIn,
} from './kudosFormInput.ts';
import { BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

export type KudosDialog = FormTaker & { open(turn: PersonalTurn, prefill: Prefill): Promise<DialogAnswer> };

/** The form, wherever it was opened from: same questions, same rules, same answers. */
export function createKudosDialog(room: Room): KudosDialog {
  const { useCases, links } = room;
  const { door, kudos, team: teams } = useCases;

  async function open(turn: PersonalTurn, prefill: Prefill): Promise<DialogAnswer> {
    try {
      return await inTime(opened(turn, prefill));
    } catch (trouble) {
      return say(sentenceFor(trouble, turn, room));
    }
  }

  async function opened(turn: PersonalTurn, prefill: Prefill): Promise<DialogAnswer> {
    const visit = await visitHere(turn, room);
    if (visit) return firstForm(turn, visit, prefill);
    const mine = await teams.mine(turn.actor);
    if (mine.length === 0) return say(turn.text('whichTeam.none'));
    if (mine.length === 1) return firstForm(turn, await door.enter(turn.actor, mine[0]!.id), prefill);
    const question = { label: turn.text('whichTeam.label'), data: { step: 'team', prefill } };
    return form(turn, teamForm(turn.text, mine.slice(0, maxTeams), question));
  }

  function firstForm(turn: PersonalTurn, visit: Visit, { to, text, link, author }: Prefill): DialogAnswer {
    const team = teamIn(turn, visit);
    const chosen = [...to, ...(author ? [author.id] : [])].filter((id) =>
      team.people.some((person) => person.id === id),
    );
    const isMissing = author && author.id !== visit.me.id && !chosen.includes(author.id);
    const hint = isMissing ? turn.text('form.author.notHere', { name: author.name, team: team.name }) : null;
    // The id of the kudos is born with the form, so that sending it twice gives it once.
    const carried = { team: visit.ref.teamId, id: randomUUID(), link: ownLink(link) };
    const typed = { ...nothingTyped, to: [...new Set(chosen)], text: shortened(text, kudosLimits.text) };
    return form(turn, kudosForm(turn.text, { carried, typed, team, problem: null, hint }));
  }

  async function take(turn: PersonalTurn, data: unknown, way: Way): Promise<DialogAnswer> {
    const choice = teamChoiceSchema.safeParse(data).data;
    if (choice) return takeTeam(turn, choice);
    const sent = sentSchema.safeParse(data).data;
    if (!sent) return say(sentenceFor(new BadForm(), turn, room));
    const typed = typedIn(sent);
    try {
      return await inTime(give(turn, sent, typed, way));
    } catch (trouble) {
      return formAgain(turn, sent, typed, sentenceFor(trouble, turn, room));
    }
  }

  async function takeTeam(turn: PersonalTurn, { team, prefill }: TeamChoice) {
    try {
      return firstForm(turn, await inTime(door.enter(turn.actor, team)), prefill);
    } catch (trouble) {
      return say(sentenceFor(trouble, turn, room));
    }
  }

  async function give(turn: PersonalTurn, sent: Sent, typed: Typed, way: Way): Promise<DialogAnswer> {
    const delivery = await deliveryFor(turn, sent.team, way);
    const { thing } = await kudos.give(turn.actor, sent.team, sent.id, giftIn(sent, typed), delivery);
    return whatHappens(turn, sent.team, thing, delivery);
  }

  /** Where the bot is in this conversation it posts the card itself; elsewhere the giver can, if there is a box to put it into. */
  async function deliveryFor(turn: PersonalTurn, team: TeamId, way: Way): Promise<Delivery> {
    if (way !== 'commandBox' && (await turn.teamId()) === team) return { by: 'bot', place: turn.address.postIn };
    const canInsert = way === 'compose' && !isChatWithBot(turn.activity);
    return { by: canInsert ? 'giver' : 'bot', place: null };
  }

  async function whatHappens(turn: PersonalTurn, id: TeamId, given: Kudos, delivery: Delivery): Promise<DialogAnswer> {
    const { text, tenantId } = turn;
    if (given.visibility === 'channel' && delivery.by === 'giver') {
      const card = stillCard(text, given, { wall: links.wall({ tenantId, teamId: id }, given.id) });
      return { kind: 'insert', attachment: insertable(card, kudosPreview(text, given, null)) };
    }
    const team = (await door.enter(turn.actor, id)).record.team.name;
    const names = text.names(given.to.map(({ name }) => name));
    if (given.visibility === 'private') return say(text('given.private', { names }));
    if (given.visibility === 'hour') return say(text('given.hour', { team }));
    if (delivery.place) return { kind: 'done', sentence: text('given.here', { names, team }) };
    return say(text('given.elsewhere', { team }));
  }

  /** Nothing typed is lost, not even when the team cannot be asked for its members now. */
  async function formAgain(turn: PersonalTurn, sent: Sent, typed: Typed, problem: string): Promise<DialogAnswer> {
    const carried: Carried = { team: sent.team, id: sent.id, link: ownLink(sent.link) };
    const again = (team: FormTeam | null) =>
      form(turn, kudosForm(turn.text, { carried, typed, team, problem, hint: null }));
    try {
      return again(teamIn(turn, await inTime(door.enter(turn.actor, sent.team), 500)));
    } catch (trouble) {
      return trouble instanceof NotFound ? say(problem) : again(null);
    }
  }

  return { open, take, steps: ['give', 'team'] };
}

const form = ({ text }: PersonalTurn, card: Card): DialogAnswer => ({ kind: 'form', title: text('form.title'), card });

const maxTeams = 50;

function teamIn({ text }: PersonalTurn, { record, roster, me }: Visit): FormTeam {
  const order = new Intl.Collator(text.language);
  const people = [...roster.values()].filter(({ id }) => id !== me.id);
  return {
    name: record.team.name,
    memberCount: roster.size,
    values: record.team.values,
    people: people.sort((one, other) => order.compare(one.name, other.name)),
  };
}
