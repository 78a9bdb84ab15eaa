import type { PersonalRecord, RecordStore, TeamRecords } from '../app/operationPorts.ts';
import { type Goal, goalLimits } from '../domain/goal.ts';
import { standingOf } from '../domain/goalCircle.ts';
import type { Hour } from '../domain/hour.ts';
import { type GoalId, type HourDate, hourDate, type PersonId, type TeamRef } from '../domain/ids.ts';
import { audienceOf, maySee } from '../domain/kudos.ts';
import { actionOf } from './actionStore.ts';
import { entryRows } from './entryRows.ts';
import { askRowOf, goalOf } from './goalRows.ts';
import { exitOf, hourOf, noteOf, statusOf } from './hourRows.ts';
import * as keys from './keys.ts';
import { kudosOf, linesOf, profileOf, type Read } from './rows.ts';
import { topicOf } from './topicStore.ts';
import type { WholeTable } from './wholeTable.ts';

/* Everything of somebody, or of a team, read from one end of its partition to the other: for who takes it along, never for a screen. */

type Growing<Thing> = {
  -readonly [Part in keyof Thing]: Thing[Part] extends readonly (infer One)[] ? One[] : Thing[Part];
};
const isThere = (cells: Read) => !['removedAt', 'removedBy', 'takenBackBy'].some((mark) => mark in cells);

export function recordStore(whole: WholeTable): RecordStore {
  async function* thingsIn(ref: TeamRef): AsyncGenerator<{ key: string; cells: Read }> {
    for await (const rows of whole.rows({ partition: keys.teamPartition(ref) }))
      yield* rows.filter(({ cells }) => isThere(cells));
  }

  return {
    async ofPerson(ref: TeamRef, me: PersonId): Promise<PersonalRecord> {
      const record: Growing<PersonalRecord> = {
        profile: null,
        kudos: [],
        goals: [],
        checkIns: [],
        comments: [],
        notesOnGoals: [],
        topics: [],
        actions: [],
        lines: [],
        status: [],
        exits: [],
        avoids: [],
        support: [],
        hours: [],
        other: [],
      };
      const mine = new Set<GoalId>();
      for await (const { key, cells } of thingsIn(ref)) {
        const isMine = ({ id }: { id: string }) => id === me;
        const date = dateIn(key);
        const goal = keys.goalIn(key);
        if (/^kudos\./.test(key)) {
          const kudos = kudosOf(cells);
          const isPart = [kudos.from, ...kudos.to, ...kudos.joined].some(isMine);
          if (isPart && maySee(kudos, me)) record.kudos.push(kudos.from.id === me ? kudos : { ...kudos, goalId: null });
        } else if (/^goal\.[^.]+$/.test(key)) {
          const found = goalOf(cells);
          if (isMine(found.owner)) {
            mine.add(found.id);
            record.goals.push(withoutRefusals(found));
          } else if (standingAround(found, me)) record.support.push(standingAround(found, me)!);
        } else if (goal && /\.checkIn\.[^.]+$/.test(key)) {
          if (mine.has(goal)) record.checkIns.push({ goal, ...entryRows.checkIn.entryOf(cells) });
        } else if (goal && /\.comment\.[^.]+$/.test(key)) {
          const comment = entryRows.comment.entryOf(cells);
          if (isMine(comment.author)) record.comments.push({ goal, ...comment });
        } else if (goal && /\.note\.[^.]+$/.test(key)) {
          if (mine.has(goal)) record.notesOnGoals.push({ goal, ...entryRows.note.entryOf(cells) });
        } else if (/^topic\./.test(key)) {
          const topic = topicOf(cells);
          if (isMine(topic.author)) record.topics.push(topic);
          if (topic.supporters.some(isMine)) record.support.push({ topic: topic.id, text: topic.text });
        } else if (/^action\./.test(key)) {
          const item = actionOf(cells);
          if ([item.owner, item.by, ...(item.promisedTo ? [item.promisedTo] : [])].some(isMine))
            record.actions.push(item);
        } else if (date && isLine(key, cells)) {
          const note = noteOf(cells);
          if (isMine(note.author)) record.lines.push({ hour: date, ...note });
        } else if (key === keys.profile(me)) record.profile = profileOf(cells);
        else if (key === keys.avoid(me)) record.avoids = linesOf(cells['avoids']) as PersonId[];
        else if (date && key === keys.exit(date, me)) record.exits.push({ hour: date, ...exitOf(cells) });
        else if (date && key === keys.status(date, me)) record.status.push({ hour: date, ...statusOf(cells) });
        else if (key.startsWith(keys.hours)) {
          const part = partIn(hourOf(cells), me);
          if (part) record.hours.push(part);
        } else if (keys.isOfPersonAlone(key, me)) record.other.push({ kind: key.split('.')[0]!, ...told(cells) });
      }
      return record;
    },

    async ofTeam(ref: TeamRef): Promise<TeamRecords> {
      const record: Growing<TeamRecords> = {
        profiles: [],
        kudos: [],
        goals: [],
        asks: [],
        hours: [],
        topics: [],
        lines: [],
        exits: [],
        status: [],
        actions: [],
      };
      for await (const { key, cells } of thingsIn(ref)) {
        const date = dateIn(key);
        if (/^kudos\./.test(key)) {
          const kudos = kudosOf(cells);
          if (audienceOf(kudos) === null) record.kudos.push(kudos);
        } else if (key.startsWith(keys.teamGoals)) record.goals.push(goalOf(cells));
        else if (key.startsWith(keys.asks)) record.asks.push(askRowOf(cells));
        else if (key.startsWith(keys.hours)) record.hours.push(hourOf(cells));
        else if (key.startsWith(keys.people))
          record.profiles.push({ person: String(cells['person']) as PersonId, profile: profileOf(cells) });
        else if (/^topic\./.test(key)) record.topics.push(topicOf(cells));
        else if (/^action\./.test(key)) record.actions.push(actionOf(cells));
        else if (date && /^inhour\.[^.]+\.note\./.test(key) && isLine(key, cells))
          record.lines.push({ hour: date, ...noteOf(cells) });
        else if (date && /^inhour\.[^.]+\.exit\./.test(key) && exitOf(cells).isShared)
          record.exits.push({ hour: date, ...exitOf(cells) });
        else if (date && /^inhour\.[^.]+\.status\./.test(key)) record.status.push({ hour: date, ...statusOf(cells) });
      }
      return record;
    },
  };
}

const dateIn = (key: string): HourDate | null => {
  const [, date] = /^(?:inhour|passing)\.([\d-]+)\./.exec(key) ?? [];
  return date ? hourDate(date) : null;
};

/** The guarding row of a line that passes has none of its words. */
const isLine = (key: string, cells: Read) =>
  keys.isPassing(key) || (/^inhour\.[^.]+\.note\./.test(key) && cells['passing'] !== true);

/** A no is silent: the owner goes on reading that they were asked. */
const withoutRefusals = (goal: Goal): Goal => ({
  ...goal,
  supporters: goal.supporters.map((each) => (each.answer === 'declined' ? { ...each, answer: 'asked' } : each)),
  checkIns: goal.checkIns.slice(0, goalLimits.checkIns),
});

/** What I am to somebody else's goal. Its words come along as long as I may see it. */
function standingAround(goal: Goal, me: PersonId): PersonalRecord['support'][number] | null {
  const isMe = ({ id }: { id: string }) => id === me;
  const supporter = goal.supporters.find(isMe);
  const cheered = goal.cheers.find(isMe);
  const offered = goal.helpers.find(isMe);
  if (!supporter && !cheered && !offered) return null;
  return {
    goal: goal.id,
    title: standingOf(goal, me) ? goal.title : null,
    answer: supporter?.answer ?? null,
    cheeredAt: cheered?.at ?? null,
    offeredAt: offered?.at ?? null,
  };
}

/** Whose turn it was, and with whom I was to talk; `null` when I had no part of my own. */
function partIn({ date, facilitator, spotlight, pairs }: Hour, me: PersonId): PersonalRecord['hours'][number] | null {
  const pair = pairs.find((each) => each.includes(me)) ?? [];
  const part = { date, facilitator: facilitator?.id === me, spotlight: spotlight?.id === me, pair };
  return part.facilitator || part.spotlight || pair.length > 0 ? part : null;
}

/** Without what only storage needs. */
function told({ v: _v, version: _version, before: _before, ...cells }: Read): Read {
  return cells;
}
