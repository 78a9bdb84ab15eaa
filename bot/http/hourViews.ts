import type { Visit } from '../app/door.ts';
import { editionOf } from '../app/hourDesk.ts';
import type { WholeHour } from '../app/hourReading.ts';
import type { Exit } from '../app/hourPorts.ts';
import type { Version } from '../app/ports.ts';
import type { ActionView, HourHead, HourView, NoteView, StatusLineView, TopicView } from '../contract/hour.ts';
import type { ActionItem } from '../domain/actionItem.ts';
import type { Hour } from '../domain/hour.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Note } from '../domain/note.ts';
import { editionOfStatus, type StatusLine } from '../domain/statusLine.ts';
import { type Person, type Roster, someoneWhoLeft } from '../domain/team.ts';
import type { Topic } from '../domain/topic.ts';
import { type Answer, tagOf } from './endpoint.ts';
import { kudosView, personView } from './views.ts';

/* How an hour and what belongs to it leave the house. */

const versionOf = ({ edition }: { edition: number }): Version => String(edition);

export function hourHeadView(hour: Hour, roster: Roster): HourHead {
  const { date, timeZone, startsAt, endsAt, status, reason, movedTo, facilitator, spotlight } = hour;
  return {
    ...{ date, timeZone, status, reason, movedTo },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    facilitator: facilitator && personView(facilitator, roster),
    spotlight: spotlight && personView(spotlight, roster),
  };
}

export function hourView(whole: WholeHour): HourView {
  const { visit, hour, topics, notes, actions, away, present, talked, thanks, exits, status, isLocked, now } = whole;
  const { roster, me } = visit;
  const named = (people: readonly Person[]) => people.map((person) => personView(person, roster));
  const known = namesIn(whole);
  return {
    ...hourHeadView(hour, roster),
    movedFrom: hour.movedFrom,
    spotlightGoal: hour.spotlightGoal,
    plan: hour.plan.map(({ kind, minutes, title }) => ({ kind, minutes, title })),
    running: runningView(hour),
    topics: topics.map((topic) => topicView(topic, roster)),
    notes: notes.map((note) => noteView(note, roster)),
    pairs: hour.pairs.map((pair) => named(pair.map((id) => ({ id, name: known.get(id) ?? '' })))),
    talked: named(talked),
    thanks: thanks.map((kudos) => kudosView(kudos, me.id, roster)),
    statusLines: status.map((line) => statusLineView(line, roster)),
    exits: exits.map((exit) => exitView(exit, roster)),
    actions: actions.map((item) => actionView(item, roster)),
    away: named(away),
    present: named(present),
    openedAt: hour.openedAt?.toISOString() ?? null,
    closedAt: hour.closedAt?.toISOString() ?? null,
    isLocked,
    now: now.toISOString(),
  };
}

/** Who talked with whom is kept by ids; those who left the team since are called as they are elsewhere in the hour. */
function namesIn({ hour, notes, topics, actions }: WholeHour): ReadonlyMap<PersonId, string> {
  const people = [
    ...[hour.facilitator, hour.spotlight].filter((person) => person !== null),
    ...[...notes, ...topics].map(({ author }) => author),
    ...actions.map(({ owner }) => owner),
    someoneWhoLeft,
  ];
  return new Map(people.map(({ id, name }) => [id, name]));
}

function runningView({ running }: Hour): HourView['running'] {
  if (!running) return null;
  const { segment, startedAt, extraMinutes, pausedAt } = running;
  return { segment, startedAt: startedAt.toISOString(), extraMinutes, pausedAt: pausedAt?.toISOString() ?? null };
}

function exitView({ person, plan, isShared }: Exit, roster: Roster): HourView['exits'][number] {
  return { person: personView(person, roster), if: plan.if, then: plan.then, isShared };
}

export const statusLineView = (line: StatusLine, roster: Roster): StatusLineView => ({
  by: personView(line.by, roster),
  text: line.text,
  version: tagOf(editionOfStatus(line)),
  at: line.at.toISOString(),
});

export function topicView(topic: Topic, roster: Roster): TopicView {
  const { id, author, text, kind, messageLink, raisedFor, state, supporters, createdAt } = topic;
  return {
    ...{ id, text, kind, messageLink, raisedFor, state },
    author: personView(author, roster),
    supporters: supporters.map((person) => personView(person, roster)),
    version: tagOf(versionOf(topic)),
    createdAt: createdAt.toISOString(),
  };
}

export function noteView(note: Note, roster: Roster): NoteView {
  const { id, author, text, kind, keep, at } = note;
  const version = tagOf(versionOf(note));
  return { id, author: personView(author, roster), text, kind, keep, version, at: at.toISOString() };
}

export function actionView(item: ActionItem, roster: Roster): ActionView {
  const { id, text, owner, dueOn, promisedTo, hour, status, postponed, createdAt, closedAt } = item;
  return {
    ...{ id, text, dueOn, hour, status },
    owner: personView(owner, roster),
    promisedTo: promisedTo && personView(promisedTo, roster),
    postponed: [...postponed],
    version: tagOf(versionOf(item)),
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

export const topicAnswer = ({ topic, visit }: { topic: Topic; visit: Visit }): Answer<TopicView> => ({
  body: topicView(topic, visit.roster),
  version: versionOf(topic),
});

export const noteAnswer = ({ note, visit }: { note: Note; visit: Visit }): Answer<NoteView> => ({
  body: noteView(note, visit.roster),
  version: versionOf(note),
});

export const statusAnswer = ({ line, visit }: { line: StatusLine; visit: Visit }): Answer<StatusLineView> => ({
  body: statusLineView(line, visit.roster),
  version: editionOfStatus(line),
});

export const actionAnswer = ({ item, visit }: { item: ActionItem; visit: Visit }): Answer<ActionView> => ({
  body: actionView(item, visit.roster),
  version: versionOf(item),
});

/** @param place where it is looked at, for a tag is good for one address only */
export function hourAnswer(whole: WholeHour, place = whole.hour.date as string): Answer<HourView> {
  return { body: hourView(whole), version: lookOf(editionOf(whole.hour), whole, place) };
}

/* What somebody has seen: the hour's edition, and everything else that can change about what they see. */

type Look = { readonly pulse: Version; readonly now: Date };

// Lines pass and hours get locked by themselves: whoever looks on sees that at the latest after so long.
const quarterHourInMs = 15 * 60_000;

export const lookOf = (edition: Version, look: Look, place: string): Version => `${edition}.${restOf(look, place)}`;
const restOf = ({ pulse, now }: Look, place: string) =>
  `${pulse}.${place}.${Math.floor(now.getTime() / quarterHourInMs)}`;

export const hasSeen = (seen: Version, look: Look, place: string): boolean =>
  seen.slice(seen.indexOf('.') + 1) === restOf(look, place);

/** Of what somebody has seen, that by which changes of the hour itself are compared: what others write in it is no conflict. */
export const editionIn = (version: Version | null): Version | null => version && version.split('.', 1)[0]!;
