import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { aStep } from '../support/buildersOfGoals.ts';
import { everyHourRoute, type NamedInHour } from './everyHourRoute.ts';

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly version?: string;
};

/** What the addresses name; where nothing is said, something that is nowhere. */
export type Named = NamedInHour & {
  readonly person?: string;
  readonly kudos?: string;
  readonly goal?: string;
  readonly step?: string;
  readonly entry?: string;
};

export const gift = { to: [idOf('Mei')], text: 'Thank you for the honest review' };
export const aGoalBody = { title: 'Estimate aloud', steps: [aStep('Ask two people')], audience: 'team' };

export const myReminders = {
  kinds: { actionDue: true },
  ifThenAt: { weekday: 1, time: '09:00' },
  checkInAt: { weekday: 5, time: '15:00' },
  quiet: { from: '18:00', to: '08:00' },
  snoozedUntil: null,
};

const aSchedule = { weekday: 4, time: '10:00', timeZone: 'Europe/Berlin', minutes: 60, startOn: '2026-03-02' };

/** Every route of the API that asks who somebody is, each with a request that would be fine. */
export const everyRoute = (team: string): Request[] => [
  { method: 'GET', path: paths.me() },
  { method: 'GET', path: paths.myExport() },
  { method: 'GET', path: paths.setup() },
  ...everyTeamRoute(team),
  { method: 'DELETE', path: paths.me() },
];

export function everyTeamRoute(team: string, { person = 'me', kudos = randomUUID(), ...named }: Named = {}): Request[] {
  const version = '"bm9uZQ"';
  return [
    { method: 'GET', path: paths.team(team) },
    { method: 'GET', path: paths.teamExport(team) },
    { method: 'PUT', path: paths.teamEnding(team) },
    { method: 'DELETE', path: paths.teamEnding(team) },
    { method: 'DELETE', path: paths.team(team) },
    { method: 'GET', path: paths.values(team) },
    { method: 'PUT', path: paths.values(team), body: { values: ['Care'] }, version },
    { method: 'GET', path: paths.people(team) },
    { method: 'GET', path: paths.directory(team) },
    { method: 'GET', path: `${paths.whoCanHelp(team)}?q=estimating` },
    { method: 'GET', path: paths.person(team, person) },
    { method: 'GET', path: paths.profile(team, person) },
    { method: 'PUT', path: paths.profile(team, person), body: { about: 'Hello' }, version },
    { method: 'GET', path: paths.kudosList(team) },
    { method: 'POST', path: paths.kudosPreview(team), body: { to: [idOf('Mei')] } },
    { method: 'GET', path: paths.kudos(team, kudos) },
    { method: 'PUT', path: paths.kudos(team, kudos), body: gift },
    { method: 'DELETE', path: paths.kudos(team, kudos) },
    { method: 'PUT', path: paths.kudosJoined(team, kudos) },
    { method: 'DELETE', path: paths.kudosJoined(team, kudos) },
    { method: 'GET', path: paths.goals(team) },
    { method: 'GET', path: paths.goalsScreen(team) },
    { method: 'GET', path: paths.growthRecord(team) },
    { method: 'GET', path: paths.asks(team) },
    { method: 'PUT', path: paths.offer(team, named.goal ?? randomUUID()) },
    { method: 'DELETE', path: paths.offer(team, named.goal ?? randomUUID()) },
    ...everyGoalRoute(team, { kudos, ...named }),
    { method: 'GET', path: paths.myReminders(team) },
    { method: 'PUT', path: paths.myReminders(team), body: myReminders, version },
    { method: 'GET', path: paths.reminders(team) },
    { method: 'PUT', path: paths.reminders(team), body: { before: true, start: false, recap: true }, version },
    { method: 'GET', path: paths.reminderLog(team) },
    { method: 'GET', path: paths.schedule(team) },
    { method: 'PUT', path: paths.schedule(team), body: aSchedule },
    { method: 'POST', path: paths.schedulePreview(team), body: aSchedule },
    { method: 'GET', path: paths.scheduleCalendar(team) },
    { method: 'GET', path: paths.scheduleProposals(team) },
    { method: 'PUT', path: paths.myProposal(team), body: aSchedule },
    { method: 'DELETE', path: paths.myProposal(team) },
    ...everyHourRoute(team, named),
  ];
}

/** Those of one goal, which is there for some and for others it is not. */
export function everyGoalRoute(team: string, named: Named = {}): Request[] {
  const { goal = randomUUID(), step = randomUUID(), entry = randomUUID(), kudos = randomUUID() } = named;
  return [
    { method: 'GET', path: paths.goal(team, goal) },
    { method: 'PUT', path: paths.goal(team, goal), body: aGoalBody },
    { method: 'PUT', path: paths.goal(team, goal), body: { ...aGoalBody, title: 'Mine now' }, version: '"MQ"' },
    { method: 'DELETE', path: paths.goal(team, goal) },
    { method: 'POST', path: paths.reach(team, goal), body: { learned: 'A range is enough' } },
    { method: 'POST', path: paths.drop(team, goal), body: {} },
    { method: 'POST', path: paths.reopen(team, goal) },
    { method: 'GET', path: paths.checkIns(team, goal) },
    { method: 'PUT', path: paths.checkIn(team, goal, entry), body: { learned: 'A range is enough', confidence: 4 } },
    { method: 'PUT', path: paths.step(team, goal, step) },
    { method: 'DELETE', path: paths.step(team, goal, step) },
    { method: 'GET', path: paths.evidence(team, goal) },
    { method: 'PUT', path: paths.evidenceOf(team, goal, kudos) },
    { method: 'DELETE', path: paths.evidenceOf(team, goal, kudos) },
    { method: 'GET', path: paths.comments(team, goal) },
    { method: 'PUT', path: paths.comment(team, goal, entry), body: { text: 'I can sit with you' } },
    { method: 'DELETE', path: paths.comment(team, goal, entry) },
    { method: 'GET', path: paths.notes(team, goal) },
    { method: 'PUT', path: paths.note(team, goal, entry), body: { text: 'A message to keep' } },
    { method: 'DELETE', path: paths.note(team, goal, entry) },
    { method: 'PUT', path: paths.support(team, goal), body: { accepts: true } },
    { method: 'PUT', path: paths.support(team, goal), body: { accepts: false } },
    { method: 'DELETE', path: paths.support(team, goal) },
    { method: 'PUT', path: paths.cheer(team, goal) },
    { method: 'DELETE', path: paths.cheer(team, goal) },
  ];
}
