import type { WholeHour } from '../../app/hourReading.ts';
import type { Hour } from '../../domain/hour.ts';
import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import {
  type Card,
  card,
  group,
  openDialog,
  openUrl,
  submit,
  theirDay,
  theirTime,
  timedWords,
  words,
} from './elements.ts';
import { excerpt } from './excerpt.ts';

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

const title = { weight: 'Bolder', size: 'Medium' } as const;

export function hourCard(text: Text, { shown, team, page, isAway, namesTeam, where }: HourCard): Card {
  const { hour, topics, actions, away } = shown;
  const open = topics.filter(({ state }) => state === 'open');
  return card(
    text,
    [
      where === 'dialog' ? null : words(text('hour.title'), title, 'None'),
      namesTeam ? words(team.name, { weight: 'Bolder' }, 'None') : null,
      whenOf(text, hour),
      hour.reason ? words(text('hour.moved', { reason: hour.reason }), { isSubtle: true }) : null,
      partsOf(text, hour),
      away.length > 0 ? words(text('hour.away', { names: namesOf(text, away) }), { isSubtle: true }) : null,
      listOf(
        text,
        text('hour.topics'),
        maxTopics,
        open.map((topic) => topicLine(text, topic)),
      ) ?? words(text('hour.topics.none'), {}, 'Medium'),
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

/** When it is, by the clock of whoever reads it. */
export const whenOf = (text: Text, { status, startsAt, endsAt, openedAt }: Hour): object =>
  timedWords(
    status === 'open'
      ? text('hour.running', { time: theirTime(openedAt ?? startsAt) })
      : text('hour.when', { date: theirDay(startsAt), time: theirTime(startsAt), end: theirTime(endsAt) }),
    {},
    'None',
  );

function partsOf(text: Text, { facilitator, spotlight }: Hour): object | null {
  const parts = [
    facilitator ? text('hour.facilitator', { name: short(facilitator) }) : null,
    spotlight ? text('hour.spotlight', { name: short(spotlight) }) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? words(parts.join(' · ')) : null;
}

const maxTopics = 6;
const maxActionItems = 5;
const maxNames = 6;
const maxLine = 90;
const maxName = 40;

/** The first of them, and how many more there are; `null` when there is none. */
function listOf(text: Text, heading: string, most: number, lines: readonly string[]): object | null {
  if (lines.length === 0) return null;
  const left = lines.length - most;
  return group([
    words(heading, { weight: 'Bolder' }, 'None'),
    ...lines.slice(0, most).map((line) => words(line)),
    left > 0 ? words(text('hour.more', { count: left }), { isSubtle: true }) : null,
  ]);
}

const topicLine = (text: Text, { author, text: said }: ShownHour['topics'][number]) =>
  text('hour.line', { name: short(author), text: excerpt(said, maxLine) });

function actionLine(text: Text, { owner, text: said, dueOn }: ShownHour['actions'][number]): string {
  const line = { name: short(owner), text: excerpt(said, maxLine) };
  return dueOn ? text('hour.line.due', { ...line, date: text.day(dueOn) }) : text('hour.line', line);
}

function awayButton(text: Text, data: { team: string; date: string; away: boolean }, where: HourCard['where']): object {
  const label = text(data.away ? 'hour.cannotCome' : 'hour.canCome');
  if (where === 'dialog') return submit(label, { step: 'away', ...data });
  return { type: 'Action.Execute', title: label, verb: awayVerb, data };
}

const short = ({ name }: { readonly name: string }) => excerpt(name, maxName);
const namesOf = (text: Text, people: readonly { readonly name: string }[]) => text.names(people.map(short), maxNames);
