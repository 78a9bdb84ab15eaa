import { mustBeOpen, mustBeOwner } from '../domain/goal.ts';
import * as rules from '../domain/goalCircle.ts';
import type { Comment, Note } from '../domain/goalCircle.ts';
import type { Actor, EntryId, GoalId, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Door, Visit } from './door.ts';
import { createGoalDesk } from './goalDesk.ts';
import type { AskPlace, EntryPlace, GoalEntries, GoalStore, WritableEntryStore } from './goalPorts.ts';
import { type Clock, NotFound } from './ports.ts';

export type SupportUseCases = ReturnType<typeof supportUseCases>;

/** What others do with a goal, and what its owner keeps beside it. */
export function supportUseCases(world: {
  door: Door;
  goals: GoalStore;
  entries: GoalEntries;
  clock: Clock;
  /** Somebody can help with an ask of theirs. */
  helped: (ref: TeamRef, owner: PersonId) => void;
}) {
  const { door, goals, clock } = world;
  const { comments: commentStore, notes: noteStore } = world.entries;
  const desk = createGoalDesk({ door, goals });

  /** A no takes the goal away from who says it, at once; where it is everybody's, only the support. @throws Refusal goal.notSupporter */
  async function answer(actor: Actor, teamId: TeamId, id: GoalId, accepts: boolean) {
    const wasAsked = (goal: Parameters<typeof rules.standingOf>[0], visit: Visit) =>
      desk.isThere(goal, visit) || isDeclinedBy(goal, visit);
    return desk.change(
      actor,
      teamId,
      id,
      (goal, { me }) => rules.answerOwner(goal, me.id, accepts),
      undefined,
      (goal, visit) =>
        // Saying no twice is saying it once, also when the goal is not there any more because of the first.
        accepts ? desk.isThere(goal, visit) : wasAsked(goal, visit),
    );
  }

  async function cheer(actor: Actor, teamId: TeamId, id: GoalId, cheers: boolean) {
    return desk.change(actor, teamId, id, (goal, { me }) =>
      cheers ? rules.cheer(goal, me, clock()) : rules.takeCheerBack(goal, me.id),
    );
  }

  /** Newest first, and for a supporter no older than their support. */
  async function comments(actor: Actor, teamId: TeamId, id: GoalId, after: EntryPlace | null, limit: number) {
    const { visit, goal } = await desk.seen(actor, teamId, id);
    const since = rules.readsSince(goal, visit.me.id);
    if (!since) throw new Refusal('goal.notSupporter');
    const { items, next } = await commentStore.list(visit.ref, id, after, limit);
    const read = items.filter(({ at }) => at >= since);
    return { visit, items: read, next: read.length < items.length ? null : next };
  }

  /** @throws Refusal goal.notSupporter, goal.closed, goal.idTaken */
  async function comment(actor: Actor, teamId: TeamId, id: GoalId, entry: EntryId, text: string) {
    const { visit, goal } = await desk.seen(actor, teamId, id);
    rules.mustTalk(goal, visit.me.id);
    const author = { id: visit.me.id, name: visit.me.name };
    const written = await once<Comment>(
      commentStore,
      visit,
      id,
      { id: entry, author, text, at: clock() },
      (known) => known.text === text && known.author.id === author.id,
    );
    return { visit, ...written };
  }

  /** @throws NotFound for one that this person may not read @throws Refusal goal.commentNotYours, goal.closed */
  async function removeComment(actor: Actor, teamId: TeamId, id: GoalId, entry: EntryId): Promise<void> {
    const { visit, goal } = await desk.seen(actor, teamId, id);
    const since = rules.readsSince(goal, visit.me.id);
    if (!since) throw new NotFound();
    const found = await commentStore.find(visit.ref, id, entry);
    if (found === 'removed') return;
    if (!found || found.at < since) throw new NotFound();
    rules.removeComment(goal, found, visit.me.id);
    await commentStore.remove(visit.ref, id, found);
  }

  async function notes(actor: Actor, teamId: TeamId, id: GoalId, after: EntryPlace | null, limit: number) {
    const { visit } = await mine(actor, teamId, id);
    return noteStore.list(visit.ref, id, after, limit);
  }

  /** A message kept beside an own goal. @throws Refusal goal.closed, goal.idTaken */
  async function keepNote(actor: Actor, teamId: TeamId, id: GoalId, entry: EntryId, said: Omit<Note, 'id' | 'at'>) {
    const { visit, goal } = await mine(actor, teamId, id);
    mustBeOpen(goal, visit.me.id);
    return once<Note>(
      noteStore,
      visit,
      id,
      { ...said, id: entry, at: clock() },
      (known) => known.text === said.text && known.messageLink === said.messageLink,
    );
  }

  /** @throws Refusal goal.closed */
  async function removeNote(actor: Actor, teamId: TeamId, id: GoalId, entry: EntryId): Promise<void> {
    const { visit, goal } = await mine(actor, teamId, id);
    const found = await noteStore.find(visit.ref, id, entry);
    if (found === 'removed') return;
    if (!found) throw new NotFound();
    mustBeOpen(goal, visit.me.id);
    await noteStore.remove(visit.ref, id, found);
  }

  async function mine(actor: Actor, teamId: TeamId, id: GoalId) {
    const found = await desk.seen(actor, teamId, id);
    mustBeOwner(found.goal, found.visit.me.id);
    return found;
  }

  /** What the team is asked for, newest first. Of a person who left nothing is asked any more. */
  async function asks(actor: Actor, teamId: TeamId, after: AskPlace | null, limit: number) {
    const visit = await door.enter(actor, teamId);
    const { items, next } = await goals.asks(visit.ref, after, limit);
    return { visit, items: items.filter(({ owner }) => visit.roster.has(owner.id)), next };
  }

  /** "I can help with that", or no longer. The goal itself stays as hidden as it is. @throws Refusal goal.ownAsk */
  async function offer(actor: Actor, teamId: TeamId, id: GoalId, offers: boolean) {
    const changed = await desk.change(
      actor,
      teamId,
      id,
      (goal, { me }) => (offers ? rules.offerHelp(goal, me, clock()) : rules.takeOfferBack(goal, me.id)),
      undefined,
      (goal, { roster, me }) => roster.has(goal.owner.id) && rules.mayReadAsk(goal, me.id),
    );
    if (offers) world.helped(changed.visit.ref, changed.goal.owner.id);
    return changed;
  }

  return { answer, cheer, comments, comment, removeComment, notes, keepNote, removeNote, asks, offer };
}

const isDeclinedBy = (goal: Parameters<typeof rules.standingOf>[0], { me, roster }: Visit) =>
  goal.audience === 'supporters' &&
  roster.has(goal.owner.id) &&
  goal.supporters.some(({ id, answer }) => id === me.id && answer === 'declined');

/** Written once: the same again is answered with what is there. @throws Refusal goal.idTaken */
async function once<Entry extends { readonly id: EntryId; readonly at: Date }>(
  store: WritableEntryStore<Entry>,
  { ref }: Visit,
  goal: GoalId,
  entry: Entry,
  isSame: (known: Entry) => boolean,
): Promise<{ entry: Entry; isNew: boolean }> {
  if ((await store.add(ref, goal, entry)) === 'added') return { entry, isNew: true };
  const known = await store.find(ref, goal, entry.id);
  if (!known || known === 'removed' || !isSame(known)) throw new Refusal('goal.idTaken');
  return { entry: known, isNew: false };
}
