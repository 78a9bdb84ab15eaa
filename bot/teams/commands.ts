import type { Visit } from '../app/door.ts';
import { personId, type PersonId } from '../domain/ids.ts';
import { kudosLimits } from '../domain/kudos.ts';
import { isChatWithBot, type Mention } from './activity.ts';
import { actionsElsewhereCard } from './cards/actionCards.ts';
import { helpCard, otherCard, startCard } from './cards/botCards.ts';
import { goalsElsewhereCard } from './cards/goalCards.ts';
import { hoursElsewhereCard } from './cards/hourCards.ts';
import { type Reading, readingOf } from './commandText.ts';
import type { Message } from './connector.ts';
import { inTime } from './deadline.ts';
import { visitHere } from './here.ts';
import { myOpenActions } from './myActions.ts';
import { myGoalsCard } from './myGoals.ts';
import { myHours, teamHourCard, visitForHour } from './nextHours.ts';
import { type PersonalTurn, report, type Room, sentenceFor } from './turn.ts';
import { createWishWords } from './wishWords.ts';

/** What somebody writes to the bot. Everything gets an answer. */
export function createCommands(room: Room) {
  const { connector, accounts, links } = room;
  const wishWords = createWishWords(room);

  async function hear(turn: PersonalTurn): Promise<void> {
    const answer = await inTime(answerTo(turn)).catch((trouble): Message => ({
      text: sentenceFor(trouble, turn, room),
    }));
    await connector.post(turn.address, turn.address.postIn, answer).catch((trouble) => report(trouble, room));
    await wishWords.spoke(turn).catch((trouble) => report(trouble, room));
  }

  async function answerTo(turn: PersonalTurn): Promise<Message> {
    const { text, actor } = turn;
    const said = readingOf(turn.activity);
    const visit = await visitHere(turn, room);
    if (said.command === 'kudos') return start(turn, said, visit);
    if (said.command === 'goals') return goals(turn);
    if (said.command === 'hour') return hour(turn);
    if (said.command === 'actions') return actions(turn);
    if (said.command === 'other') return { card: otherCard(text), summary: text('other.title') };
    if (said.command === 'remind') return wishWords.remindMe(turn);
    if (said.command === 'stop') return wishWords.stop(turn);
    const greeting = actor.name ? text('hello.title', { name: actor.name }) : text('hello.title.plain');
    const title = { help: text('help.title'), hello: greeting }[said.command];
    const wall = visit && links.wall(visit.ref, null);
    return { card: helpCard(text, title, wall), summary: title };
  }

  /** To oneself alone; where others read along, only the way to them. */
  async function goals(turn: PersonalTurn): Promise<Message> {
    const { text, activity } = turn;
    const card = isChatWithBot(activity) ? await myGoalsCard(turn, room, 'message') : goalsElsewhereCard(text);
    return card ? { card, summary: text('goals.title') } : { text: text('goals.noTeam') };
  }

  /** In the team's own conversation for all of it; to oneself the hours of all one's teams; elsewhere only the way to them. */
  async function hour(turn: PersonalTurn): Promise<Message> {
    const { text, activity } = turn;
    const visit = await visitForHour(turn, room);
    const card = visit
      ? await teamHourCard(turn, room, visit.ref.teamId, true, 'message')
      : isChatWithBot(activity)
        ? await myHours(turn, room, 'message')
        : hoursElsewhereCard(text);
    return card ? { card, summary: text('hour.title') } : { text: text('hour.noTeam') };
  }

  /** Mine alone; where others read along, only the way to them. */
  async function actions(turn: PersonalTurn): Promise<Message> {
    const { text, activity } = turn;
    const found = isChatWithBot(activity) ? await myOpenActions(turn, room, 'message') : actionsElsewhereCard(text);
    return typeof found === 'string' ? { text: found } : { card: found, summary: text('actions.title') };
  }

  /** A button, because only a button can open a dialog. Nothing is thanked for until the form is sent. */
  async function start(turn: PersonalTurn, { mentions, rest }: Reading, visit: Visit | null): Promise<Message> {
    const meant = await Promise.all(mentions.slice(0, kudosLimits.to).map((mention) => personIn(turn, mention)));
    const members = meant.flatMap((id) => (id && visit?.roster.get(id)) ?? []).filter(({ id }) => id !== visit?.me.id);
    const people = [...new Map(members.map((member) => [member.id, member])).values()];
    const open = { to: people.map(({ id }) => id), text: rest };
    const names = people.map(({ name }) => name);
    const card = startCard(
      turn.text,
      open,
      names,
      people.length < new Set(mentions.map(({ mentioned }) => mentioned.id)).size,
    );
    return { card, summary: turn.text('start.title.plain') };
  }

  /** A mention names an account; who that is, Teams knows. Whether they are in the team is not taken from it. */
  async function personIn({ address, tenantId }: PersonalTurn, { mentioned }: Mention): Promise<PersonId | null> {
    if (mentioned.aadObjectId) return personId(mentioned.aadObjectId);
    const known = accounts.person(tenantId, mentioned.id);
    if (known) return known;
    try {
      const { aadObjectId } = await connector.member(address, address.conversationId, mentioned.id);
      return aadObjectId ? personId(aadObjectId) : null;
    } catch {
      return null; // Nobody of this conversation, or Teams does not say: they can be chosen in the form.
    }
  }

  return { hear };
}
