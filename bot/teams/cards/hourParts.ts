import type { ActionItem } from '../../domain/actionItem.ts';
import type { Hour } from '../../domain/hour.ts';
import { someoneWhoLeft } from '../../domain/team.ts';
import type { Topic } from '../../domain/topic.ts';
import { localDateOf } from '../../domain/time.ts';
import type { Text } from '../../text/text.ts';
import { group, theirDay, theirTime, timedWords, words } from './elements.ts';
import { excerpt } from './excerpt.ts';

/* What cards about an hour have in common. */

const maxLine = 90;
const maxName = 40;
const maxNames = 6;

export const heading = { weight: 'Bolder', size: 'Medium' } as const;

/** When it is, by the clock of whoever reads it. */
export const whenOf = (text: Text, { status, startsAt, endsAt, openedAt }: Hour): object =>
  timedWords(
    status === 'open'
      ? text('hour.running', { time: theirTime(openedAt ?? startsAt) })
      : text('hour.when', { date: theirDay(startsAt), time: theirTime(startsAt), end: theirTime(endsAt) }),
    {},
    'None',
  );

/** When it is by the team's clock, and below it by the reader's own. */
export function whenForAll(text: Text, hour: Pick<Hour, 'startsAt' | 'endsAt' | 'timeZone'>): object[] {
  const { startsAt, endsAt } = hour;
  const theirs = { date: theirDay(startsAt), time: theirTime(startsAt), end: theirTime(endsAt) };
  return [words(teamTimeOf(text, hour)), timedWords(text('hour.yours', theirs), { isSubtle: true }, 'None')];
}

export const teamTimeOf = (
  text: Text,
  { startsAt, endsAt, timeZone }: Pick<Hour, 'startsAt' | 'endsAt' | 'timeZone'>,
) =>
  text('hour.teamTime', {
    date: text.weekday(localDateOf(startsAt, timeZone)),
    time: text.time(startsAt, timeZone),
    end: text.time(endsAt, timeZone),
    zone: text.zone(timeZone),
  });

export function partsOf(text: Text, { facilitator, spotlight }: Hour): object | null {
  const parts = [
    facilitator ? text('hour.facilitator', { name: short(text, facilitator) }) : null,
    spotlight ? text('hour.spotlight', { name: short(text, spotlight) }) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? words(parts.join(' · ')) : null;
}

/** The first of them, and how many more there are; `null` when there is none. */
export function listOf(text: Text, title: string, most: number, lines: readonly string[]): object | null {
  if (lines.length === 0) return null;
  const left = lines.length - most;
  return group([
    words(title, { weight: 'Bolder' }, 'None'),
    ...lines.slice(0, most).map((line) => words(line)),
    left > 0 ? words(text('hour.more', { count: left }), { isSubtle: true }) : null,
  ]);
}

const maxTopics = 6;

/** What any card says of an hour that is to come: whose turn it is, who cannot come, and what waits to be talked about. */
export function agendaOf(text: Text, hour: Hour, away: readonly Named[], topics: readonly Topic[]): (object | null)[] {
  const lines = topics.map((topic) => topicLine(text, topic));
  return [
    hour.reason ? words(text('hour.moved', { reason: hour.reason }), { isSubtle: true }) : null,
    partsOf(text, hour),
    away.length > 0 ? words(text('hour.away', { names: namesOf(text, away) }), { isSubtle: true }) : null,
    listOf(text, text('hour.topics'), maxTopics, lines) ?? words(text('hour.topics.none'), {}, 'Medium'),
  ];
}

export const topicLine = (text: Text, { author, text: said }: Pick<Topic, 'author' | 'text'>) =>
  text('hour.line', { name: short(text, author), text: excerpt(said, maxLine) });

export function actionLine(text: Text, { owner, text: said, dueOn }: Pick<ActionItem, 'owner' | 'text' | 'dueOn'>) {
  const line = { name: short(text, owner), text: excerpt(said, maxLine) };
  return dueOn ? text('hour.line.due', { ...line, date: text.day(dueOn) }) : text('hour.line', line);
}

/** What was promised, and to whom. */
export function promiseLine(text: Text, item: Pick<ActionItem, 'owner' | 'text' | 'dueOn' | 'promisedTo'>): string {
  const { owner, promisedTo, text: said, dueOn } = item;
  if (!promisedTo) return actionLine(text, item);
  const line = { name: short(text, owner), other: short(text, promisedTo), text: excerpt(said, maxLine) };
  return dueOn ? text('hour.promise.due', { ...line, date: text.day(dueOn) }) : text('hour.promise', line);
}

/** Whoever was erased is called in the language of the card. */
export const short = (text: Text, { id, name }: Named) =>
  id === someoneWhoLeft.id ? text('names.left') : excerpt(name, maxName);
export const namesOf = (text: Text, people: readonly Named[]) =>
  text.names(
    people.map((person) => short(text, person)),
    maxNames,
  );
/** A member, or somebody who was one. */
type Named = { readonly id?: string; readonly name: string };
