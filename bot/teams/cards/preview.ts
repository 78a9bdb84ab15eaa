import type { Kudos } from '../../domain/kudos.ts';
import type { Text } from '../../text/text.ts';
import type { Card } from './elements.ts';
import { titleOf } from './title.ts';

const maxExcerpt = 160;

/** A card to put into a message, with how it looks in the list before. `team` is named where the list holds several. */
export function insertable(text: Text, kudos: Kudos, content: Card, team: string | null): object {
  const excerpt = shortened(kudos.text.replace(/\s+/g, ' '));
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: asText(titleOf(text, kudos)),
        text: asText(team ? text('search.preview.team', { team, text: excerpt }) : excerpt),
      },
    },
  };
}

/** These cards read HTML, so its brackets become the ones that only look like them. */
const asText = (text: string) => text.replaceAll('<', '‹').replaceAll('>', '›');

function shortened(text: string): string {
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, maxExcerpt * 4))];
  if (characters.length <= maxExcerpt) return text;
  return `${characters
    .slice(0, maxExcerpt)
    .map(({ segment }) => segment)
    .join('')}…`;
}
