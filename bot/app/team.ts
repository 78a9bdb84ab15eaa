import { nextHour } from '../domain/calendar.ts';
import type { Actor, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import { chooseValues, type TeamKind } from '../domain/team.ts';
import { addDays, localDateOf } from '../domain/time.ts';
import type { DataRightsUseCases } from './dataRights.ts';
import type { Door } from './door.ts';
import {
  Away,
  type Clock,
  type FirstScreenStore,
  NotFound,
  type PersonIndex,
  type TeamRecord,
  type TeamStore,
  type Version,
} from './ports.ts';
import type { Waker } from './ticks.ts';

export type TeamUseCases = ReturnType<typeof teamUseCases>;

export function teamUseCases(world: {
  door: Door;
  teams: TeamStore;
  people: PersonIndex;
  firstScreen: FirstScreenStore;
  waker: Waker;
  dataRights: Pick<DataRightsUseCases, 'comesBack'>;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, teams, people, waker, clock, background } = world;

  /** The teams I am in, by name. The index may be behind, so each is asked at its own door. */
  async function mine(actor: Actor) {
    const ids = await people.teamsOf(actor.tenantId, actor.personId);
    const looks = await Promise.allSettled(ids.map((id) => door.enter(actor, id)));
    const found = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value.record.team] : []));
    const unknown = looks.find((look) => look.status === 'rejected' && !(look.reason instanceof NotFound));
    // One team that cannot be reached must not hide the others; but none at all would read as "you are in no team".
    if (found.length === 0 && unknown?.status === 'rejected') throw unknown.reason;
    return found.sort((one, other) => one.name.localeCompare(other.name));
  }

  async function firstScreen(actor: Actor, teamId: TeamId, limit: number) {
    const visit = await door.enter(actor, teamId);
    const now = clock();
    // An hour that nobody closed still runs: the one before this week's is looked at as well.
    const from = addDays(localDateOf(now, 'UTC'), -daysBack);
    const { schedule, touched, ...read } = await world.firstScreen.read(visit.ref, visit.me.id, limit, from);
    return { visit, ...read, nextHour: nextHour(schedule, touched, now) };
  }

  async function values(actor: Actor, teamId: TeamId) {
    const { ref } = await door.enter(actor, teamId);
    const found = await teams.find(ref);
    if (!found) throw new NotFound();
    return { values: found.thing.team.values, version: found.version };
  }

  /** @throws Refusal values.ownersOnly, values.twice @throws ChangedMeanwhile */
  async function saveValues(actor: Actor, teamId: TeamId, wanted: readonly string[], version: Version) {
    const { ref, record, me } = await door.enter(actor, teamId);
    const team = chooseValues(record.team, wanted, me);
    const saved = await teams.saveValues(ref, team.values, version);
    door.forget(ref);
    return { values: team.values, version: saved };
  }

  /** For what Teams itself tells us; nobody is let in by it. `null` when the app is not installed there. */
  async function recordOf(ref: TeamRef): Promise<TeamRecord | null> {
    return (await teams.find(ref))?.thing ?? null;
  }

  /** The app came to a team, or Teams told us something new about one. */
  async function installed(ref: TeamRef, facts: { kind: TeamKind; name: string; address: string }): Promise<void> {
    await world.dataRights.comesBack(ref);
    await teams.install(ref, facts);
    door.forget(ref);
    background(indexEverybody(ref));
    waker.wake({ ref, person: null });
  }

  async function indexEverybody(ref: TeamRef): Promise<void> {
    try {
      const found = await door.rosterOf(ref);
      if (found) await people.add(ref, [...found.roster.keys()]);
    } catch (trouble) {
      // The index is derived: whoever opens the tab is added then.
      if (!(trouble instanceof Away)) throw trouble;
    }
  }

  async function uninstalled(ref: TeamRef): Promise<void> {
    await teams.uninstall(ref);
    door.forget(ref);
  }

  /** Who left has no access from now on; who came is found in the personal tab at once. */
  async function rosterChanged(ref: TeamRef, came: readonly PersonId[], left: readonly PersonId[]): Promise<void> {
    await teams.touchRoster(ref);
    door.forget(ref);
    await Promise.all([people.add(ref, came), people.leave(ref, left)]);
  }

  return { mine, firstScreen, values, saveValues, recordOf, installed, uninstalled, rosterChanged };
}

// As far apart as two hours can be.
const daysBack = 14;
