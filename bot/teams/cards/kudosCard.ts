import type { Kudos } from '../../domain/kudos.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, openUrl, words } from './elements.ts';
import { title, titleWithMentions } from './title.ts';

/** More names than this make a list that nobody reads. */
const maxNames = 6;

export const joinVerb = 'kudos.join';

export type Links = { readonly wall: string };

/** The bot's own card: it changes when others join in, and when the kudos is taken back. */
export function liveCard(text: Text, kudos: Kudos, links: Links, team: string): Card {
  const join = {
    type: 'Action.Execute',
    title: text('card.join'),
    verb: joinVerb,
    // Ids alone: whoever presses may have changed them, and is asked at the door again.
    data: { team, id: kudos.id },
  };
  const { title: heading, mentions } = titleWithMentions(text, kudos);
  const live = card(text, [heading, ...told(text, kudos)], [join, ...ways(text, kudos, links)]);
  return mentions.length > 0 ? { ...live, msteams: { entities: mentions } } : live;
}

/** What somebody sends themselves. Nobody can change it afterwards, so it says nothing that could change. */
export function stillCard(text: Text, kudos: Kudos, links: Links): Card {
  return card(text, [title(text, kudos), ...told(text, { ...kudos, joined: [] })], ways(text, kudos, links));
}

/** One to one, to somebody who likes it quiet. */
export function privateCard(text: Text, kudos: Kudos, links: Links): Card {
  return card(
    text,
    [title(text, kudos), ...told(text, kudos), words(text('card.private'), { isSubtle: true }, 'Medium')],
    ways(text, kudos, links),
  );
}

/** What is left when it was taken back, or off the wall. */
export function goneCard(text: Text): Card {
  return card(text, [words(text('card.gone'), { isSubtle: true })]);
}

function told(text: Text, kudos: Kudos): (object | null)[] {
  const { value, effect, joined } = kudos;
  return [
    value && words(value, { color: 'Accent' }),
    words(kudos.text, {}, 'Medium'),
    effect && words(text('card.effect'), { isSubtle: true, size: 'Small' }, 'Medium'),
    effect && words(effect, {}, 'None'),
    joined.length > 0
      ? words(text('card.joined', { names: namesOf(text, kudos) }), { isSubtle: true }, 'Medium')
      : null,
  ].map((part) => part || null);
}

const namesOf = (text: Text, { joined }: Kudos) =>
  text.names(
    joined.map(({ name }) => name),
    maxNames,
  );

function ways(text: Text, { messageLink }: Kudos, { wall }: Links): object[] {
  const message = messageLink ? [openUrl(text('card.message'), messageLink)] : [];
  return [openUrl(text('card.wall'), wall), ...message];
}
