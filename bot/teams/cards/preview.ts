import type { Kudos } from '../../domain/kudos.ts';
import type { Text } from '../../text/text.ts';
import type { Card } from './elements.ts';
import { excerpt } from './excerpt.ts';
import { titleOf } from './title.ts';

/** How something that was found looks in the list, before it is chosen. */
export type Preview = { readonly title: string; readonly text: string };

/** A card to put into a message. */
export function insertable(content: Card, { title, text }: Preview): object {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: asText(title), text: asText(text) },
    },
  };
}

const maxExcerpt = 160;

/** `team` is named where the list holds several. */
export function kudosPreview(text: Text, kudos: Kudos, team: string | null): Preview {
  const said = excerpt(kudos.text.replace(/\s+/g, ' '), maxExcerpt);
  return { title: titleOf(text, kudos), text: inTeam(text, said, team) };
}

export const inTeam = (text: Text, said: string, team: string | null) =>
  team ? text('search.preview.team', { team, text: said }) : said;

/** These cards read HTML, so its brackets become the ones that only look like them. */
const asText = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›');
