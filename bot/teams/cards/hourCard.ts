import type { WholeHour } from '../../app/hourReading.ts';
import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, openDialog, openUrl, submit, words } from './elements.ts';
import { actionLine, agendaOf, heading, listOf, whenOf } from './hourParts.ts';

export const awayVerb = 'hour.away';

/** What everybody in the team sees of an hour; lines that people write in it are not among it. */
export type ShownHour = Pick<WholeHour, 'hour' | 'topics' | 'actions' | 'away'>;

export type HourCard = {
  readonly shown: ShownHour;
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly page: string;
  /** Whether who looks said that they cannot come; `null` where many look. */
  readonly isAway: boolean | null;
  /** Outside of the team's own conversation the card says whose hour it is. */
  readonly namesTeam: boolean;
  /** The buttons of a message act where they stand; those in a dialog lead on in it. */
  readonly where: 'message' | 'dialog';
};

export function hourCard(text: Text, { shown, team, page, isAway, namesTeam, where }: HourCard): Card {
  const { hour, topics, actions, away } = shown;
  const open = topics.filter(({ state }) => state === 'open');
  return card(
    text,
    [
      where === 'dialog' ? null : words(text('hour.title'), heading, 'None'),
      namesTeam ? words(team.name, { weight: 'Bolder' }, 'None') : null,
      whenOf(text, hour),
      ...agendaOf(text, hour, away, open),
      listOf(
        text,
        text('hour.actions'),
        maxActionItems,
        actions.map((item) => actionLine(text, item)),
      ),
    ],
    [
      where === 'dialog'
        ? submit(text('hour.addTopic'), { step: 'addTopic', team: team.id })
        : openDialog(text('hour.addTopic'), { open: 'topic', team: team.id }),
      openUrl(text('hour.open'), page),
      awayButton(text, { team: team.id, date: hour.date, away: !isAway }, where),
    ],
  );
}

const maxActionItems = 5;

function awayButton(text: Text, data: { team: string; date: string; away: boolean }, where: HourCard['where']): object {
  const label = text(data.away ? 'hour.cannotCome' : 'hour.canCome');
  if (where === 'dialog') return submit(label, { step: 'away', ...data });
  return { type: 'Action.Execute', title: label, verb: awayVerb, data };
}
