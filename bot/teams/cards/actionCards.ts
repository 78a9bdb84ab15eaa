import type { ActionItem } from '../../domain/actionItem.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { actions, type Card, card, group, maxActions, openDialog, openUrl, words } from './elements.ts';
import { excerpt } from './excerpt.ts';
import { heading, short } from './hourParts.ts';

export type MyActions = {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly items: readonly ActionItem[];
  readonly page: string;
};

const maxLines = 12;
const maxLine = 90;

/** What I said I would do, and what was promised to me, for my eyes; of each team a few, by their date. */
export function myActionsCard(
  text: Text,
  teams: readonly MyActions[],
  me: PersonId,
  where: 'message' | 'dialog',
): Card {
  const shown = teams.slice(0, maxActions);
  const most = Math.floor(maxLines / Math.max(1, shown.length));
  return card(text, [
    where === 'dialog' ? null : words(text('actions.mine'), heading, 'None'),
    ...shown.map(({ team, items, page }) =>
      group([
        words(excerpt(team.name, 60), { weight: 'Bolder' }, 'None'),
        ...items.slice(0, most).map((item) => words(lineOf(text, item, me))),
        items.length > most ? words(text('hour.more', { count: items.length - most }), { isSubtle: true }) : null,
        actions([openUrl(text('hour.open'), page)]),
      ]),
    ),
    words(text('audience.me'), { isSubtle: true }, 'Medium'),
  ]);
}

function lineOf(text: Text, { owner, promisedTo, text: said, dueOn }: ActionItem, me: PersonId): string {
  const line = excerpt(said, maxLine);
  const whole =
    owner.id !== me
      ? text('actions.promisedToMe', { name: short(text, owner), text: line })
      : promisedTo
        ? text('actions.promised', { name: short(text, promisedTo), text: line })
        : line;
  return dueOn ? text('actions.due', { line: whole, date: text.day(dueOn) }) : whole;
}

/** Where others read along: the way to my own, and nothing of anybody's. */
export function actionsElsewhereCard(text: Text): Card {
  return card(
    text,
    [words(text('actions.private'), {}, 'None')],
    [openDialog(text('goals.show'), { open: 'actions' })],
  );
}
