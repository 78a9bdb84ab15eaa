import type { Text } from '../../text/text.ts';
import { type Card, card, group, openDialog, openUrl, words } from './elements.ts';

/* What the bot says when it is spoken to, and when it arrives. */

/** What a button of the bot's opens the form with. */
export type Start = { readonly to: readonly string[]; readonly text: string };
const blank: Start = { to: [], text: '' };

export const startDialog = (title: string, start: Start) => openDialog(title, { open: 'giveKudos', ...start });

/** For a team; without one, for one that is still to be chosen. */
export const setUpDialog = (text: Text, team: string | null) =>
  openDialog(text('slot.open'), { open: 'schedule', ...(team && { team }) });

/** `wall`: where the team's wall is; `null` in a chat that belongs to no team. */
export function helpCard(text: Text, title: string, wall: string | null): Card {
  return card(
    text,
    [
      words(title, { weight: 'Bolder', size: 'Medium' }, 'None'),
      group([
        words(text('help.thanks'), { weight: 'Bolder' }, 'None'),
        words(text(wall ? 'help.team' : 'help.personal')),
        words(text('help.find')),
        words(text('help.wish'), { isSubtle: true }),
      ]),
      group([
        words(text('help.yours'), { weight: 'Bolder' }, 'None'),
        words(text('help.hour')),
        words(text('help.goals')),
        words(text('help.actions')),
        words(text('help.people')),
        words(text('help.remind')),
      ]),
    ],
    [...mostlyAskedFor(text), wall === null ? null : openUrl(text('card.wall'), wall)],
  );
}

/** What was not understood is answered shortly, with what most people come for. */
export function otherCard(text: Text): Card {
  return card(
    text,
    [words(text('other.title'), { weight: 'Bolder', size: 'Medium' }, 'None'), words(text('other.text'))],
    mostlyAskedFor(text),
  );
}

const mostlyAskedFor = (text: Text) => [
  openDialog(text('hour.title'), { open: 'hour' }),
  openDialog(text('goals.title'), { open: 'goals' }),
  openDialog(text('actions.title'), { open: 'actions' }),
  startDialog(text('help.give'), blank),
];

/** The way from a command to the form. */
export function startCard(text: Text, start: Start, names: readonly string[], leftOut: boolean): Card {
  const isPlain = names.length === 0 && !start.text;
  const title = names.length > 0 ? text('start.title', { names: text.names(names) }) : text('start.title.plain');
  return card(
    text,
    [
      words(title, { weight: 'Bolder', size: 'Medium' }, 'None'),
      words(text(isPlain ? 'start.text.plain' : 'start.text')),
      leftOut ? words(text('start.notHere'), { isSubtle: true }) : null,
    ],
    [startDialog(text('start.open'), start)],
  );
}

type Welcome = {
  readonly team: { readonly id: string; readonly name: string };
  /** The name of who added the app, when Teams tells. */
  readonly by: string | null;
  readonly wall: string;
};

/** Once, where the app was added. */
export function welcomeCard(text: Text, { team: { id, name: team }, by, wall }: Welcome): Card {
  return card(
    text,
    [
      words(text('welcome.title'), { weight: 'Bolder', size: 'Medium' }, 'None'),
      words(by ? text('welcome.by', { name: by, team }) : text('welcome.plain', { team })),
      words(text('welcome.text', { team })),
      words(text('welcome.people')),
      words(text('welcome.hour')),
      words(text('welcome.quiet'), { isSubtle: true }),
    ],
    [setUpDialog(text, id), startDialog(text('help.give'), blank), openUrl(text('card.wall'), wall)],
  );
}

export function personalWelcomeCard(text: Text): Card {
  return card(
    text,
    [
      words(text('welcome.title'), { weight: 'Bolder', size: 'Medium' }, 'None'),
      words(text('welcome.personal')),
      words(text('welcome.people')),
      words(text('help.hour')),
      words(text('help.wish')),
    ],
    [startDialog(text('help.give'), blank)],
  );
}
