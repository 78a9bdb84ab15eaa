import type { Actor, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import {
  choiceOf,
  chooseWishes,
  isOn,
  kindsOn,
  type ReminderKind,
  type ReminderWishes,
  snoozedForAWeek,
  type WishChoice,
} from '../domain/reminderWishes.ts';
import { isZone, localDateOf, type Zone } from '../domain/time.ts';
import type { Door, Visit } from './door.ts';
import type { ReminderWishStore } from './personalPorts.ts';
import type { Clock, ProfileStore, ScheduleStore, Version } from './ports.ts';
import { Stale, untilDone } from './retry.ts';
import type { Waker } from './ticks.ts';

export type ReminderWishUseCases = ReturnType<typeof reminderWishUseCases>;

/** What I want to be told alone: for me to choose, and for nobody else to see. */
export function reminderWishUseCases(world: {
  door: Door;
  wishes: ReminderWishStore;
  profiles: ProfileStore;
  schedules: ScheduleStore;
  waker: Waker;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, wishes, waker, clock, background } = world;
  const seenAt = new Map<string, number>();

  async function find(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const [found, zone] = await Promise.all([
      wishes.find(visit.ref, visit.me.id),
      zoneFor(world, visit.ref, visit.me.id),
    ]);
    return { visit, zone, ...found };
  }

  /** @throws Refusal reminder.alwaysQuiet @throws ChangedMeanwhile */
  async function save(actor: Actor, teamId: TeamId, choice: WishChoice, version: Version) {
    const visit = await door.enter(actor, teamId);
    const saved = await change(visit, (before, latest) => {
      // Chosen already: the answer to the first try may have got lost.
      if (isSame(choiceOf(before), choice)) return choice;
      if (latest !== version) throw new Stale();
      return choice;
    });
    const zone = await zoneFor(world, visit.ref, visit.me.id);
    return { visit, zone, ...saved };
  }

  /** Quiet for a week from now. Pressed twice on one day, it is the same week. */
  async function snooze(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const zone = await zoneFor(world, visit.ref, visit.me.id);
    return change(visit, (before) => snoozedForAWeek(before, localDateOf(clock(), zone)));
  }

  /** These kinds, or all of them, are not told any more. */
  async function stop(actor: Actor, teamId: TeamId, kinds: readonly ReminderKind[] | 'all') {
    const visit = await door.enter(actor, teamId);
    return change(visit, (before) => {
      const choice = choiceOf(before);
      return { ...choice, on: kinds === 'all' ? [] : choice.on.filter((kind) => !kinds.includes(kind)) };
    });
  }

  async function change({ ref, me }: Visit, rule: (before: ReminderWishes, version: Version) => WishChoice) {
    return untilDone(async () => {
      const before = await wishes.find(ref, me.id);
      const choice = rule(before.thing, before.version);
      if (isSame(choiceOf(before.thing), choice)) return before;
      const thing = chooseWishes(before.thing, choice, clock());
      const save = () => wishes.save(ref, me.id, thing, before.version);
      return { ...before, thing, version: await waker.around({ ref, person: me.id }, save) };
    });
  }

  /** They looked at the tab: whatever was said to them before counts as answered. For most nothing is kept, for they want nothing. */
  function looked({ ref, me }: Visit): void {
    const [key, now] = [`${ref.tenantId} ${ref.teamId} ${me.id}`, clock().getTime()];
    if (now - (seenAt.get(key) ?? 0) < seenForInMs) return;
    if (seenAt.size >= maxSeen) seenAt.clear();
    seenAt.set(key, now);
    background(heard(ref, me.id, 'seen'));
  }

  /** They spoke to the bot, in a chat or by a button: from now on it may speak to them again. */
  async function spoke(actor: Actor, teams: readonly TeamId[]): Promise<void> {
    const { tenantId, personId } = actor;
    await Promise.all(teams.map((teamId) => heard({ tenantId, teamId }, personId, 'spoke')));
  }

  async function heard(ref: TeamRef, person: PersonId, mark: 'seen' | 'spoke'): Promise<void> {
    const { thing, contact } = await wishes.find(ref, person);
    if (kindsOn(thing).length === 0) return;
    const write = () => wishes.mark(ref, person, mark, clock());
    // Nobody looks after who turned the bot away: that begins anew.
    await (contact.isBlocked && mark === 'spoke' ? waker.around({ ref, person }, write) : write());
  }

  /** Something happened for somebody who may want to hear of it at once. Who does not, is left alone. */
  function happened(ref: TeamRef, person: PersonId, kind: ReminderKind): void {
    background(
      wishes.find(ref, person).then(async ({ thing }) => {
        if (isOn(thing, kind)) await waker.around({ ref, person }, async () => undefined);
      }),
    );
  }

  return { find, save, snooze, stop, looked, spoke, happened };
}

// Whether somebody looked is asked about weeks; who looks all day need not be written down all day.
const seenForInMs = 60 * 60_000;
const maxSeen = 50_000;

/** Where somebody's clock stands: as they say, or else where the team's hour is. */
export async function zoneFor(
  { profiles, schedules }: { readonly profiles: ProfileStore; readonly schedules: ScheduleStore },
  ref: TeamRef,
  person: PersonId,
): Promise<Zone> {
  const [profile, schedule] = await Promise.all([profiles.find(ref, person), schedules.find(ref)]);
  const own = profile.thing.timeZone;
  return own && isZone(own) ? own : (schedule?.thing.timeZone ?? 'UTC');
}

function isSame(one: WishChoice, other: WishChoice): boolean {
  const said = ({ on, ifThenAt, checkInAt, quiet, snoozedUntil }: WishChoice) =>
    JSON.stringify([
      [...on].sort(),
      [ifThenAt.weekday, ifThenAt.time, checkInAt.weekday, checkInAt.time],
      quiet && [quiet.from, quiet.to],
      snoozedUntil,
    ]);
  return said(one) === said(other);
}
