import type { IfThen } from '../domain/goal.ts';
import { hourLimits, keptUnder, mustHaveRoom, mustTakeWords } from '../domain/hour.ts';
import type { Actor, HourDate, NoteId, TeamId, TopicId } from '../domain/ids.ts';
import * as noteRules from '../domain/note.ts';
import type { Note, NoteWords } from '../domain/note.ts';
import { Refusal } from '../domain/refusal.ts';
import * as statusRules from '../domain/statusLine.ts';
import { editionOfStatus, type StatusLine } from '../domain/statusLine.ts';
import * as topicRules from '../domain/topic.ts';
import type { Topic, TopicWords } from '../domain/topic.ts';
import type { Door, Visit } from './door.ts';
import { createHourDesk } from './hourDesk.ts';
import type { HourMark, HourStore, ScheduleStore, TopicStore } from './hourPorts.ts';
import { type Clock, NotFound, type Version, VersionMissing } from './ports.ts';
import type { Posts } from './reminders.ts';
import { Stale, untilDone } from './retry.ts';

export type AgendaUseCases = ReturnType<typeof agendaUseCases>;

/** What people bring to an hour, and what they write down in it. */
export function agendaUseCases(world: {
  door: Door;
  schedules: ScheduleStore;
  hours: HourStore;
  topics: TopicStore;
  posts: Posts;
  clock: Clock;
}) {
  const { hours, topics, posts, clock } = world;
  const desk = createHourDesk(world);

  /** The hour, when words can still be added to it, and where they are kept. @throws NotFound @throws Refusal hour.locked */
  async function writable(actor: Actor, teamId: TeamId, date: HourDate) {
    const { visit, hour } = await desk.seen(actor, teamId, date);
    mustTakeWords(hour, clock());
    return { visit, hour, place: keptUnder(hour) ?? date };
  }

  /** Raises a topic, or changes one's own. @throws Refusal hour.idTaken, topic.notYours, topic.closed, topic.tooMany */
  async function topic(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    id: TopicId,
    words: TopicWords,
    edition: Version | null,
  ): Promise<{ visit: Visit; topic: Topic; isNew: boolean }> {
    const { visit, hour } = await writable(actor, teamId, date);
    const found = await topics.find(visit.ref, id);
    if (found === 'removed') throw new Refusal('hour.idTaken');
    if (!found) {
      if (edition !== null) throw new NotFound();
      if ((await topics.open(visit.ref)).length >= fullAt) throw new Refusal('topic.tooMany');
      const raised = topicRules.raiseTopic(words, { id, by: visit.me, hour: date, now: clock() });
      if ((await topics.add(visit.ref, raised)) === 'added') {
        posts.follow(visit.ref, hour, 'before');
        return { visit, topic: raised, isNew: true };
      }
      return topic(actor, teamId, date, id, words, edition);
    }
    const isMine = found.thing.author.id === visit.me.id;
    if (isMine && topicRules.saysTheSame(found.thing, words)) return { visit, topic: found.thing, isNew: false };
    if (isMine && edition === null) throw new VersionMissing();
    const changed = await changeTopic(visit, id, (before) => {
      const after = topicRules.editTopic(before, words, visit.me.id);
      if (String(before.edition) !== edition) throw new Stale();
      return after;
    });
    posts.follow(visit.ref, hour, 'before');
    return { visit, topic: changed, isNew: false };
  }

  /** By who raised it. Removing twice is removing once. */
  async function removeTopic(actor: Actor, teamId: TeamId, date: HourDate, id: TopicId): Promise<void> {
    const { visit, hour } = await desk.seen(actor, teamId, date);
    await untilDone(async () => {
      const found = await topics.find(visit.ref, id);
      if (found === 'removed') return;
      if (!found) throw new NotFound();
      topicRules.removeTopic(found.thing, visit.me.id);
      await topics.remove(visit.ref, found);
    });
    posts.follow(visit.ref, hour, 'before');
  }

  /** Talked about, sent into the written round, or put back. */
  async function settleTopic(actor: Actor, teamId: TeamId, date: HourDate, id: TopicId, state: Topic['state']) {
    const { visit, hour, place } = await writable(actor, teamId, date);
    const closed = state === 'open' ? 0 : await hours.count(visit.ref, place, 'topic', hourLimits.written);
    const settled = await changeTopic(visit, id, (before) => {
      const after = topicRules.settleTopic(before, state, place);
      if (before.closedIn === null && after.closedIn !== null) mustHaveRoom(closed);
      return after;
    });
    posts.follow(visit.ref, hour, 'before');
    if (hour.status === 'held') await desk.digest(actor, teamId, date);
    return { visit, topic: settled };
  }

  async function supportTopic(actor: Actor, teamId: TeamId, date: HourDate, id: TopicId, supports: boolean) {
    const { visit } = await writable(actor, teamId, date);
    return {
      visit,
      topic: await changeTopic(visit, id, (before) => topicRules.supportTopic(before, visit.me, supports)),
    };
  }

  function changeTopic(visit: Visit, id: TopicId, rule: (topic: Topic) => Topic): Promise<Topic> {
    return untilDone(async () => {
      const found = await topics.find(visit.ref, id);
      if (!found || found === 'removed') throw new NotFound();
      const topic = rule(found.thing);
      if (topic !== found.thing) await topics.replace(visit.ref, topic, found);
      return topic;
    });
  }

  /** A line, saved as it is typed; who changes one says which edition of it. @throws Refusal hour.locked, note.notYours */
  async function note(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    id: NoteId,
    words: NoteWords,
    edition: Version | null,
  ): Promise<{ visit: Visit; note: Note; isNew: boolean }> {
    const { visit, hour, place } = await writable(actor, teamId, date);
    const saved = await savedNote(visit, place, id, words, edition);
    if (hour.status === 'held') await desk.digest(actor, teamId, date);
    return { visit, ...saved };
  }

  async function savedNote(
    visit: Visit,
    place: HourDate,
    id: NoteId,
    words: NoteWords,
    edition: Version | null,
  ): Promise<{ note: Note; isNew: boolean }> {
    const found = await hours.findNote(visit.ref, place, id);
    if (found === 'removed') throw new Refusal('hour.idTaken');
    if (!found) {
      if (edition !== null) throw new NotFound();
      mustHaveRoom(await hours.count(visit.ref, place, 'note', hourLimits.written));
      const written = noteRules.writeNote(words, { id, by: visit.me, now: clock() });
      if ((await hours.addNote(visit.ref, place, written)) === 'added') return { note: written, isNew: true };
      return savedNote(visit, place, id, words, edition);
    }
    // Saved already: the answer to the first try may have got lost.
    if (noteRules.saysTheSame(found.thing, words)) return { note: found.thing, isNew: false };
    const changed = noteRules.editNote(found.thing, words, visit.me.id);
    if (edition === null) throw new VersionMissing();
    if (String(found.thing.edition) !== edition) throw new Stale();
    await hours.replaceNote(visit.ref, place, changed, found.version);
    return { note: changed, isNew: false };
  }

  async function removeNote(actor: Actor, teamId: TeamId, date: HourDate, id: NoteId): Promise<void> {
    const { visit, hour, place } = await writable(actor, teamId, date);
    await untilDone(async () => {
      const found = await hours.findNote(visit.ref, place, id);
      if (found === 'removed') return;
      if (!found) throw new NotFound();
      noteRules.removeNote(found.thing, visit.me.id);
      await hours.removeNote(visit.ref, place, found.thing, found.version);
    });
    if (hour.status === 'held') await desk.digest(actor, teamId, date);
  }

  /** I cannot come; I am here; we talked. */
  async function mark(actor: Actor, teamId: TeamId, date: HourDate, mark: HourMark, on: boolean): Promise<void> {
    const { visit, hour, place } = await writable(actor, teamId, date);
    await hours.mark(visit.ref, place, mark, { id: visit.me.id, name: visit.me.name }, on);
    if (mark === 'away') posts.follow(visit.ref, hour, 'before');
  }

  /** Two lines for the others, in the place of one's own before, whatever that was. @throws Refusal hour.locked */
  const sayStatus = (actor: Actor, teamId: TeamId, date: HourDate, text: string) =>
    putStatus(actor, teamId, date, text, () => undefined);

  /** The same, by who has seen what it takes the place of. @throws VersionMissing @throws ChangedMeanwhile */
  const changeStatus = (actor: Actor, teamId: TeamId, date: HourDate, text: string, edition: Version | null) =>
    putStatus(actor, teamId, date, text, (before) => {
      if (before && edition === null) throw new VersionMissing();
      if ((before && editionOfStatus(before)) !== edition) throw new Stale();
    });

  async function putStatus(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    text: string,
    mustFit: (before: StatusLine | null) => void,
  ): Promise<{ visit: Visit; line: StatusLine; isNew: boolean }> {
    const { visit, hour, place } = await writable(actor, teamId, date);
    const { ref, me } = visit;
    let isTried = false;
    const said = await untilDone(async () => {
      const found = await hours.findStatus(ref, place, me.id);
      // Said already: the answer to the first try may have got lost.
      if (found?.thing.text === text) return { visit, line: found.thing, isNew: false };
      mustFit(found?.thing ?? null);
      const line = statusRules.sayStatus(text, me, found?.thing ?? null, clock());
      isTried = true;
      await hours.sayStatus(ref, place, line, found?.version ?? null);
      return { visit, line, isNew: found === null };
    });
    if (isTried) posts.follow(ref, hour, 'status');
    return said;
  }

  /** Twice is once. @param edition where it is told, only that one is taken back @throws ChangedMeanwhile */
  async function takeStatusBack(actor: Actor, teamId: TeamId, date: HourDate, edition: Version | null): Promise<void> {
    const { visit, hour, place } = await writable(actor, teamId, date);
    const { ref, me } = visit;
    let isTried = false;
    await untilDone(async () => {
      const found = await hours.findStatus(ref, place, me.id);
      if (!found) return;
      if (edition !== null && editionOfStatus(found.thing) !== edition) throw new Stale();
      isTried = true;
      await hours.takeStatusBack(ref, place, me.id, found.version);
    });
    if (isTried) posts.follow(ref, hour, 'status');
  }

  /** One if-then to leave with: mine alone unless I say otherwise. */
  async function leaveWith(
    actor: Actor,
    teamId: TeamId,
    date: HourDate,
    exit: { readonly plan: IfThen; readonly isShared: boolean } | null,
  ): Promise<void> {
    const { visit, place } = await writable(actor, teamId, date);
    await hours.leaveWith(visit.ref, place, { id: visit.me.id, name: visit.me.name }, exit);
  }

  return {
    ...{ topic, removeTopic, settleTopic, supportTopic, note, removeNote, mark },
    ...{ sayStatus, changeStatus, takeStatusBack, leaveWith },
  };
}

const fullAt = 100;
