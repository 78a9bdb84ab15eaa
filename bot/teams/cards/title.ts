import type { Kudos } from '../../domain/kudos.ts';
import type { Person } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { words } from './elements.ts';

type People = Pick<Kudos, 'from' | 'to'>;
type Mention = { readonly type: 'mention'; readonly text: string; readonly mentioned: { id: string; name: string } };

const look = { weight: 'Bolder', size: 'Medium' } as const;

export const titleOf = (text: Text, { from, to }: People) =>
  text('card.title', { from: from.name, to: text.names(to.map(({ name }) => name)) });

export const title = (text: Text, people: People): object => words(titleOf(text, people), look, 'None');

/**
 * The title in which those who are thanked are mentioned, so that they hear of it. Only a TextBlock can hold mentions, and a TextBlock
 * reads markdown: it is used for names of which nothing can be read but a name, and otherwise nobody is mentioned.
 */
export function titleWithMentions(text: Text, people: People): { title: object; mentions: readonly Mention[] } {
  const { from, to } = people;
  const names = [from, ...to].map(({ name }) => name);
  const isPlain = names.every((name) => plainName.test(name)) && new Set(names).size === names.length;
  if (!isPlain) return { title: title(text, people), mentions: [] };
  const mentions = to.map(mentionOf);
  const sentence = text('card.title', { from: from.name, to: text.names(mentions.map((mention) => mention.text)) });
  return { title: { type: 'TextBlock', spacing: 'None', text: sentence, wrap: true, ...look }, mentions };
}

/** Somebody mentioned in a sentence of ours; `null` when more could be read in their name than a name. */
export const mentioned = (person: Person): Mention | null => (plainName.test(person.name) ? mentionOf(person) : null);

const mentionOf = ({ id, name }: Person): Mention => ({
  type: 'mention',
  text: `<at>${name}</at>`,
  mentioned: { id, name },
});

const plainName = /^\p{L}[\p{L}\p{M}\p{N} .'’()-]*$/u;
