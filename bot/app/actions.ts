import * as rules from '../domain/actionItem.ts';
import type { ActionItem, ActionWords } from '../domain/actionItem.ts';
import type { ActionItemId, Actor, HourDate, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { type LocalDate, localDateOf } from '../domain/time.ts';
import type { Door, Visit } from './door.ts';
import type { ActionPlace, ActionStore, ScheduleStore } from './hourPorts.ts';
import { type Clock, NotFound, type Version, VersionMissing } from './ports.ts';
import type { Posts } from './reminders.ts';
import { Stale, untilDone } from './retry.ts';

export type ActionUseCases = ReturnType<typeof actionUseCases>;

/** Who does what by when, across the hours. */
export function actionUseCases(world: {
  door: Door;
  actions: ActionStore;
  schedules: ScheduleStore;
  posts: Posts;
  clock: Clock;
}) {
  const { door, actions, schedules, posts, clock } = world;

  /** Owned by or promised to somebody; without a person, everybody's. */
  async function list(
    actor: Actor,
    teamId: TeamId,
    question: { person?: PersonId | 'me' | undefined; status?: 'open' | 'closed' | undefined },
    after: ActionPlace | null,
    limit: number,
  ) {
    const visit = await door.enter(actor, teamId);
    const person = question.person === 'me' ? visit.me.id : question.person;
    if (person && !visit.roster.has(person)) throw new NotFound();
    const { status } = question;
    const filter = { ...(person && { person }), ...(status && { status }) };
    return { visit, ...(await actions.list(visit.ref, filter, after, limit)) };
  }

  /** Creates without an edition, changes with it. @throws Refusal @throws ChangedMeanwhile */
  async function save(
    actor: Actor,
    teamId: TeamId,
    id: ActionItemId,
    said: Omit<ActionWords, 'owner'> & { readonly owner: PersonId | 'me'; readonly hour: HourDate | null },
    edition: Version | null,
  ): Promise<{ visit: Visit; item: ActionItem; isNew: boolean }> {
    const visit = await door.enter(actor, teamId);
    const { roster, me, ref } = visit;
    const { hour, ...rest } = said;
    const words: ActionWords = { ...rest, owner: said.owner === 'me' ? me.id : said.owner };
    const found = await actions.find(ref, id);
    if (found === 'removed') throw new Refusal('action.idTaken');
    if (!found) {
      if (edition !== null) throw new NotFound();
      const item = rules.noteAction(words, { id, by: me, hour, roster, now: clock() });
      if ((await actions.add(ref, item)) === 'added') {
        follow(ref, item);
        return { visit, item, isNew: true };
      }
      return save(actor, teamId, id, said, edition);
    }
    if (rules.saysTheSame(found.thing, words)) return { visit, item: found.thing, isNew: false };
    const item = await change(visit, id, (before) => {
      const after = rules.editAction(before, words, me.id, { roster, now: clock() });
      if (edition === null) throw new VersionMissing();
      if (String(before.edition) !== edition) throw new Stale();
      return after;
    });
    return { visit, item, isNew: false };
  }

  async function remove(actor: Actor, teamId: TeamId, id: ActionItemId): Promise<void> {
    const { ref, me, roster } = await door.enter(actor, teamId);
    await untilDone(async () => {
      const found = await actions.find(ref, id);
      if (found === 'removed') return;
      if (!found) throw new NotFound();
      rules.removeAction(found.thing, me.id, roster);
      await actions.remove(ref, found);
      follow(ref, found.thing);
    });
  }

  async function finish(actor: Actor, teamId: TeamId, id: ActionItemId) {
    return settle(actor, teamId, id, (item, { me, roster }) =>
      rules.finishAction(item, me.id, { roster, now: clock() }),
    );
  }

  async function close(actor: Actor, teamId: TeamId, id: ActionItemId, as: 'kept' | 'released') {
    return settle(actor, teamId, id, (item, { me }) => rules.closePromise(item, as, me.id, clock()));
  }

  async function postpone(actor: Actor, teamId: TeamId, id: ActionItemId, to: LocalDate) {
    return settle(actor, teamId, id, async (item, { me, ref, roster }) => {
      const zone = (await schedules.find(ref))?.thing.timeZone ?? 'UTC';
      return rules.postponeAction(item, to, me.id, { roster, today: localDateOf(clock(), zone) });
    });
  }

  async function settle(
    actor: Actor,
    teamId: TeamId,
    id: ActionItemId,
    rule: (item: ActionItem, visit: Visit) => ActionItem | Promise<ActionItem>,
  ) {
    const visit = await door.enter(actor, teamId);
    return { visit, item: await change(visit, id, (item) => rule(item, visit)) };
  }

  function change(
    { ref }: Visit,
    id: ActionItemId,
    rule: (item: ActionItem) => ActionItem | Promise<ActionItem>,
  ): Promise<ActionItem> {
    return untilDone(async () => {
      const found = await actions.find(ref, id);
      if (!found || found === 'removed') throw new NotFound();
      const item = await rule(found.thing);
      if (item !== found.thing) {
        await actions.replace(ref, item, found);
        follow(ref, found.thing, item);
      }
      return item;
    });
  }

  /** Open promises stand in the post about the next hour. */
  function follow(ref: TeamRef, ...items: readonly ActionItem[]): void {
    if (items.some(rules.isPromise)) posts.followPromises(ref);
  }

  return { list, save, remove, finish, close, postpone };
}
