import type { Actor, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import {
  choiceOf,
  chooseWishes,
  isOn,
  kindsOn,
  type ReminderKind,
  type ReminderWishes,
  snoozedForAWeek,
  snoozesOf,
  type WishChoice,
} from '../domain/reminderWishes.ts';
import { localeIn } from '../domain/locale.ts';
import { isZone, localDateOf, type Zone } from '../domain/time.ts';
import type { Door, Visit } from './door.ts';
import type { Contact, ReminderWishStore } from './personalPorts.ts';
import type { ScheduleStore } from './hourPorts.ts';
import type { Clock, ProfileStore, Version } from './ports.ts';
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
  const [seen, met] = [createRecently(clock), createRecently(clock)];

  async function find(actor: Actor, teamId: TeamId) {
    const visit = await door.enter(actor, teamId);
    const [found, zone] = await Promise.all([
      wishes.find(visit.ref, visit.me.id),
      zoneFor(world, visit.ref, visit.me.id),
    ]);
    return { visit, zone, today: localDateOf(clock(), zone), ...found };
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
    return { visit, zone, today: localDateOf(clock(), zone), ...saved };
  }

  /** A kind, or all of them, is quiet for a week from now. Pressed twice on one day, it is the same week. */
  async function snooze(actor: Actor, teamId: TeamId, kind: ReminderKind | 'all') {
    const visit = await door.enter(actor, teamId);
    const zone = await zoneFor(world, visit.ref, visit.me.id);
    return change(visit, (before) => snoozedForAWeek(before, localDateOf(clock(), zone), kind));
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
  function looked(visit: Visit, said: string | null): void {
    const locale = localeIn(said);
    if (seen(visit, locale)) background(heard(visit.ref, visit.me.id, 'seen', locale));
  }

  /** The language in which they read Teams: what they are told alone is in it, too. */
  function reads(visit: Visit, said: string | null | undefined): void {
    const locale = localeIn(said);
    if (!locale || !met(visit, locale)) return;
    const { ref, me } = visit;
    background(wishes.find(ref, me.id).then(({ contact }) => learn(ref, me.id, contact, locale)));
  }

  /** They spoke to the bot, in a chat or by a button: from now on it may speak to them again. */
  async function spoke(actor: Actor, teams: readonly TeamId[], said?: string | null): Promise<void> {
    const { tenantId, personId } = actor;
    await Promise.all(teams.map((teamId) => heard({ tenantId, teamId }, personId, 'spoke', localeIn(said))));
  }

  async function heard(ref: TeamRef, person: PersonId, mark: 'seen' | 'spoke', locale: string | null): Promise<void> {
    const { thing, contact } = await wishes.find(ref, person);
    await learn(ref, person, contact, locale);
    if (kindsOn(thing).length === 0) return;
    const write = () => wishes.mark(ref, person, mark, clock());
    // Nobody looks after who turned the bot away: that begins anew.
    await (contact.isBlocked && mark === 'spoke' ? waker.around({ ref, person }, write) : write());
  }

  async function learn(ref: TeamRef, person: PersonId, known: Contact, locale: string | null): Promise<void> {
    if (locale && locale !== known.locale) await wishes.reads(ref, person, locale);
  }

  /** Something happened for somebody who may want to hear of it at once. Who does not, is left alone. */
  function happened(ref: TeamRef, person: PersonId, kind: ReminderKind): void {
    background(
      wishes.find(ref, person).then(async ({ thing }) => {
        if (isOn(thing, kind)) await waker.around({ ref, person }, async () => undefined);
      }),
    );
  }

  return { find, save, snooze, stop, looked, reads, spoke, happened };
}

/** Whether this is news of somebody: what is asked about weeks need not be written down all day. */
function createRecently(clock: Clock) {
  const known = new Map<string, { what: string | null; at: number }>();
  return ({ ref, me }: Visit, what: string | null): boolean => {
    const [key, now] = [`${ref.tenantId} ${ref.teamId} ${me.id}`, clock().getTime()];
    const before = known.get(key);
    if (before?.what === what && now - before.at < recentInMs) return false;
    if (known.size >= maxKnown) known.clear();
    known.set(key, { what, at: now });
    return true;
  };
}

const recentInMs = 60 * 60_000;
const maxKnown = 50_000;

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
  const said = ({ on, ifThenAt, checkInAt, quiet, snoozedUntil, snoozed }: WishChoice) =>
    JSON.stringify([
      [...on].sort(),
      snoozesOf({ on, snoozed }),
      [ifThenAt.weekday, ifThenAt.time, checkInAt.weekday, checkInAt.time],
      quiet && [quiet.from, quiet.to],
      snoozedUntil,
    ]);
  return said(one) === said(other);
}
