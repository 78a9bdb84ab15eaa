import type { Saying } from '../../app/reminderPorts.ts';
import { statusLimits, type StatusLine } from '../../domain/statusLine.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, group, openUrl, sizeInBytes, words } from './elements.ts';
import { heading, short } from './hourParts.ts';
import type { SaidWhere } from './sayingCard.ts';

export const statusVerb = 'hour.status';

// What is left of a card's size when everything but the lines is in it.
const maxLinesInBytes = 16_000;

/** "Status in two lines": asked and gathered in one post. `became`: what became of the hour, when there is nothing to ask any more. */
export function statusCard(
  text: Text,
  { hour, replaces, status }: Pick<Saying, 'hour' | 'replaces' | 'status'>,
  { team, page }: SaidWhere,
  became: readonly object[] | null,
): Card {
  return card(
    text,
    [
      words(text('status.title'), heading, 'None'),
      ...(became ?? [words(replaces ? text('status.instead', { meeting: replaces }) : text('status.insteadOfIt'))]),
      ...linesOf(text, status),
      became === null ? field(text) : null,
    ],
    [
      became === null
        ? {
            type: 'Action.Execute',
            title: text('status.send'),
            verb: statusVerb,
            data: { team: team.id, date: hour.date },
          }
        : null,
      openUrl(text('hour.open'), page),
    ],
  );
}

function linesOf(text: Text, status: readonly StatusLine[]): object[] {
  const shown: object[] = [];
  for (const line of status) {
    const part = group([words(short(text, line.by), { weight: 'Bolder' }, 'None'), words(line.text, {}, 'None')]);
    if (sizeInBytes([...shown, part]) > maxLinesInBytes) break;
    shown.push(part);
  }
  const left = status.length - shown.length;
  return left === 0 ? shown : [...shown, words(text('hour.more', { count: left }), { isSubtle: true })];
}

const field = (text: Text) => ({
  type: 'Input.Text',
  id: 'line',
  label: text('status.label'),
  placeholder: text('status.placeholder'),
  isMultiline: true,
  isRequired: true,
  errorMessage: text('status.missing'),
  maxLength: statusLimits.text,
  value: '',
});
