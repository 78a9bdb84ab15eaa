import { randomUUID } from 'node:crypto';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import { type Hour, plannedHour } from '../../bot/domain/hour.ts';
import { actionItemId, hourDate, noteId, topicId } from '../../bot/domain/ids.ts';
import type { Note } from '../../bot/domain/note.ts';
import type { Schedule } from '../../bot/domain/schedule.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import { aPerson, noon } from './builders.ts';

/* What does not matter about an hour is made here; what matters is said in the test. */

/** The Thursday of these tests, and the one after it. */
export const thursday = hourDate('2026-11-19');
export const nextThursday = hourDate('2026-11-26');

export const aSchedule = (of: Partial<Schedule> = {}): Schedule => ({
  weekday: 4,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  everyWeeks: 1,
  startOn: '2020-01-02',
  replaces: { name: 'Weekly status', minutes: 45 },
  ...of,
});

export const anHour = (of: Partial<Hour> = {}): Hour => ({
  ...plannedHour(aSchedule(), of.date ?? thursday),
  edition: 1,
  ...of,
});

export const aNote = (author: string, of: Partial<Note> = {}): Note => ({
  id: noteId(randomUUID()),
  author: aPerson(author),
  text: 'We try it for two weeks',
  kind: 'note',
  keep: true,
  edition: 1,
  at: noon,
  ...of,
});

export const aTopic = (author: string, of: Partial<Topic> = {}): Topic => ({
  id: topicId(randomUUID()),
  author: aPerson(author),
  text: 'How we say no',
  kind: 'talk',
  messageLink: null,
  raisedFor: thursday,
  state: 'open',
  closedIn: null,
  supporters: [],
  edition: 1,
  createdAt: noon,
  ...of,
});

export const anAction = (owner: string, of: Partial<ActionItem> = {}): ActionItem => ({
  id: actionItemId(randomUUID()),
  text: 'Draw the map',
  owner: aPerson(owner),
  dueOn: null,
  promisedTo: null,
  hour: thursday,
  status: 'open',
  postponed: [],
  by: aPerson('Amara'),
  edition: 1,
  createdAt: noon,
  closedAt: null,
  ...of,
});

export const done = (item: ActionItem, at: Date): ActionItem => ({
  ...item,
  status: item.promisedTo ? 'kept' : 'done',
  closedAt: at,
  edition: item.edition + 1,
});
