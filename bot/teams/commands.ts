import type { Visit } from '../app/door.ts';
import { NotFound } from '../app/ports.ts';
import { personId, type PersonId } from '../domain/ids.ts';
import { kudosLimits } from '../domain/kudos.ts';
import { type Mention, mentionsIn } from './activity.ts';
import { helpCard, startCard } from './cards/botCards.ts';
import type { Message } from './connector.ts';
import { inTime } from './deadline.ts';
import { shortened } from './kudosFormInput.ts';
import { type PersonalTurn, report, type Room, sentenceFor } from './turn.ts';

/** In every language that the bot speaks, whichever the client is set to. */
const commandWords = {
  kudos: ['kudos', 'thank', 'danke', 'شكر', 'شكرا', 'شكراً'],
  help: ['help', 'hilfe', 'مساعدة', '?'],
  hello: ['hello', 'hi', 'hey', 'hallo', 'مرحبا', 'مرحباً'],
} as const;

/** What somebody writes to the bot. Everything gets an answer. */
export function createCommands(room: Room) {
  const { connector, accounts, links, useCases } = room;

  async function hear(turn: PersonalTurn): Promise<void> {
    const answer = await inTime(answerTo(turn)).catch((trouble): Message => ({
      text: sentenceFor(trouble, turn, room),
    }));
    await connector.post(turn.address, turn.address.postIn, answer).catch((trouble) => report(trouble, room));
  }

  async function answerTo(turn: PersonalTurn): Promise<Message> {
    const { text, actor } = turn;
    const said = readingOf(turn);
    const visit = await visitHere(turn);
    if (said.command === 'kudos') return start(turn, said, visit);
    const greeting = actor.name ? text('hello.title', { name: actor.name }) : text('hello.title.plain');
    const title = { help: text('help.title'), hello: greeting, other: text('other.title') }[said.command];
    const wall = visit && links.wall(visit.ref, null);
    return { card: helpCard(text, title, wall), summary: title };
  }

  async function visitHere({ actor, teamId }: PersonalTurn): Promise<Visit | null> {
    const id = await teamId();
    try {
      return id && (await useCases.door.enter(actor, id));
    } catch (trouble) {
      if (trouble instanceof NotFound) return null;
      throw trouble;
    }
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

type Reading = {
  readonly command: keyof typeof commandWords | 'other';
  /** Everybody but the bot, in order. */
  readonly mentions: readonly Mention[];
  /** What it is about: without the command, the names right after it, and "for". */
  readonly rest: string;
};

// Stands for a mention while the text is read.
const mark = '\ue000';

function readingOf({ activity }: PersonalTurn): Reading {
  const all = mentionsIn(activity);
  const isBot = ({ mentioned }: Mention) => mentioned.id === activity.recipient?.id;
  const mentions = all.filter((mention) => !isBot(mention));
  let text = (activity.text ?? '').replaceAll(mark, ' ');
  for (const mention of all) {
    if (mention.text) text = text.replace(mention.text, isBot(mention) ? ' ' : ` ${mark} `);
  }
  const [first = '', ...others] = text.trim().split(/\s+/);
  const word = first.toLowerCase().replace(/(?<=.)[!?.,:]+$/, '');
  const command = (Object.keys(commandWords) as (keyof typeof commandWords)[]).find((known) =>
    (commandWords[known] as readonly string[]).includes(word),
  );
  return { command: command ?? 'other', mentions, rest: subjectIn(others.join(' '), mentions) };
}

function subjectIn(text: string, mentions: readonly Mention[]): string {
  const left = mentions[Symbol.iterator]();
  const withNames = (part: string) => part.replaceAll(mark, () => left.next().value?.mentioned.name ?? '');
  const [names = '', subject = ''] = splitAfter(text, /^(?:[\s,;:&]|\ue000|and\b|und\b|و(?=\s))*/u);
  withNames(names);
  return shortened(withNames(subject.replace(/^(?:for|für|على)\s+/iu, '')), kudosLimits.text);
}

function splitAfter(text: string, start: RegExp): [string, string] {
  const length = start.exec(text)?.[0].length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}
