import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import type { Request } from './everyRoute.ts';

/** Thursdays that are far away: nothing of them is ever over. */
export const farThursdays = {
  weekday: 4,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  startOn: '2099-01-01',
};
export const farThursday = '2099-01-08';

/** What the addresses of hours name; where nothing is said, something that is nowhere. */
export type NamedInHour = {
  readonly date?: string;
  readonly topic?: string;
  readonly line?: string;
  readonly action?: string;
};

export const aTopicBody = { text: 'Quiet mornings' };
export const aLineBody = { text: 'I felt lost' };
export const anActionBody = { text: 'Write one page', dueOn: '2099-02-01' };

/** Every route of hours and action items, each with a request that would be fine. */
export function everyHourRoute(team: string, named: NamedInHour = {}): Request[] {
  const { date = farThursday, action } = named;
  return [
    { method: 'GET', path: paths.hours(team) },
    { method: 'GET', path: `${paths.hours(team)}?q=quiet` },
    { method: 'GET', path: paths.hourScreen(team) },
    { method: 'GET', path: paths.hour(team, date) },
    { method: 'PATCH', path: paths.hour(team, date), body: { order: [] }, version: '"MA"' },
    { method: 'POST', path: paths.moveHour(team, date), body: { date: '2099-01-09', reason: 'Snow' } },
    { method: 'POST', path: paths.skipHour(team, date), body: { reason: 'Snow' } },
    { method: 'POST', path: paths.openHour(team, date) },
    { method: 'POST', path: paths.stepHour(team, date), body: { segment: 1 } },
    { method: 'POST', path: paths.closeHour(team, date) },
    ...(['PUT', 'DELETE'] as const).flatMap((method) =>
      [paths.awayFromHour, paths.presentInHour, paths.talkedInHour].map((of) => ({ method, path: of(team, date) })),
    ),
    { method: 'PUT', path: paths.exitFromHour(team, date), body: { if: 'I see it', then: 'I say it' } },
    { method: 'DELETE', path: paths.exitFromHour(team, date) },
    { method: 'PUT', path: paths.myStatus(team, date), body: { text: 'Release is out' } },
    { method: 'DELETE', path: paths.myStatus(team, date) },
    { method: 'GET', path: paths.avoids(team) },
    { method: 'PUT', path: paths.avoids(team), body: { people: [idOf('Mei')] } },
    { method: 'GET', path: paths.actions(team) },
    ...everyChangeIn(team, named),
    { method: 'PUT', path: paths.topic(team, date, named.topic ?? randomUUID()), body: aTopicBody },
    { method: 'PUT', path: paths.hourNote(team, date, named.line ?? randomUUID()), body: aLineBody },
    { method: 'PUT', path: paths.action(team, action ?? randomUUID()), body: anActionBody },
  ];
}

/** Those of one topic, one line and one action item, but for making them. */
export function everyChangeIn(team: string, named: NamedInHour = {}): Request[] {
  const { date = farThursday, topic = randomUUID(), line = randomUUID(), action = randomUUID() } = named;
  const version = '"MQ"';
  return [
    { method: 'PUT', path: paths.topic(team, date, topic), body: { text: 'Mine now' }, version },
    { method: 'PUT', path: paths.topicState(team, date, topic), body: { state: 'talked' } },
    { method: 'PUT', path: paths.topicSupport(team, date, topic) },
    { method: 'DELETE', path: paths.topicSupport(team, date, topic) },
    { method: 'DELETE', path: paths.topic(team, date, topic) },
    { method: 'PUT', path: paths.hourNote(team, date, line), body: { text: 'Mine now' }, version },
    { method: 'DELETE', path: paths.hourNote(team, date, line) },
    { method: 'PUT', path: paths.action(team, action), body: { text: 'Mine now' }, version },
    { method: 'POST', path: paths.actionDone(team, action) },
    { method: 'POST', path: paths.actionKept(team, action) },
    { method: 'POST', path: paths.actionRelease(team, action) },
    { method: 'POST', path: paths.actionPostpone(team, action), body: { dueOn: '2099-03-01' } },
    { method: 'DELETE', path: paths.action(team, action) },
  ];
}
