import type { Actor, TeamId, TeamRef } from '../domain/ids.ts';
import { mustOwn } from '../domain/team.ts';
import type { Door } from './door.ts';
import type { Erasure, EraseStore, RecordStore } from './operationPorts.ts';
import {
  type Clock,
  type KudosMessenger,
  type PersonIndex,
  type ScheduleStore,
  type TeamRecord,
  type TeamStore,
} from './ports.ts';

export type DataRightsUseCases = ReturnType<typeof dataRightsUseCases>;

/** For how long everything stays after the app was taken out of a team, in case that was a mistake. */
export const graceInDays = 30;

/** What belongs to somebody can be taken along and taken away: by everybody what is theirs, by owners what is the team's. */
export function dataRightsUseCases(world: {
  door: Door;
  teams: TeamStore;
  people: PersonIndex;
  schedules: ScheduleStore;
  records: RecordStore;
  erasures: EraseStore;
  messenger: KudosMessenger;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, teams, people, schedules, records, erasures, messenger, clock, background } = world;

  /** Also of teams that I am not in any more, as far as the index still knows of them: it stays mine. */
  async function exportMine(actor: Actor) {
    const ids = await people.teamsOf(actor.tenantId, actor.personId);
    const mine = [];
    // One after another: each is read from end to end.
    for (const teamId of ids) {
      const ref = { tenantId: actor.tenantId, teamId };
      const team = (await teams.find(ref))?.thing.team ?? null;
      mine.push({ id: teamId, name: team?.name ?? '', record: await records.ofPerson(ref, actor.personId) });
    }
    return { person: { id: actor.personId, name: actor.name }, exportedAt: clock(), teams: mine };
  }

  /**
   * Gone from the teams that I am in when this returns. Wherever else something may be left, of a team that I once was in, it is looked
   * for afterwards, and again every night until that was done.
   */
  async function eraseMe(actor: Actor): Promise<void> {
    const { tenantId, personId } = actor;
    const asked: Erasure = { person: { tenantId, personId } };
    await erasures.ask(asked, clock());
    for (const teamId of await people.teamsOf(tenantId, personId)) {
      const ref = { tenantId, teamId };
      await withdraw(ref, (await erasures.personIn(ref, personId)).posts);
      await people.remove(ref, [personId]);
      door.forget(ref);
    }
    background(finish(asked));
  }

  /** @throws Refusal team.ownersOnly */
  async function exportTeam(actor: Actor, teamId: TeamId) {
    const { ref, record, roster, me } = await door.enter(actor, teamId);
    mustOwn(me);
    const [schedule, all] = await Promise.all([schedules.find(ref), records.ofTeam(ref)]);
    return { team: record.team, roster, schedule: schedule?.thing ?? null, exportedAt: clock(), record: all };
  }

  /** Nobody finds it from now on, and when this returns there is nothing to find. @throws Refusal team.ownersOnly */
  async function deleteTeam(actor: Actor, teamId: TeamId): Promise<void> {
    const { ref, me } = await door.enter(actor, teamId);
    mustOwn(me);
    const asked: Erasure = { team: ref };
    await erasures.ask(asked, clock());
    await teams.uninstall(ref);
    door.forget(ref);
    await finish(asked);
  }

  async function finish(asked: Erasure): Promise<void> {
    if ('team' in asked) {
      await erasures.team(asked.team);
      door.forget(asked.team);
    } else {
      const { tenantId, personId } = asked.person;
      const { posts } = await erasures.personEverywhere(tenantId, personId);
      for (const [ref, where] of posts) await withdraw(ref, where);
    }
    await erasures.done(asked);
  }

  /** The bot's cards no longer say what is gone. Where the bot is not any more, nobody can change them. */
  async function withdraw(ref: TeamRef, posts: readonly string[]): Promise<void> {
    const record: TeamRecord | undefined = (await teams.find(ref))?.thing;
    if (record && posts.length > 0) await messenger.withdraw(record, posts);
  }

  /** What was asked for and did not come to its end, and teams whose grace is over. May be called at any time. */
  async function nightly(): Promise<void> {
    for (const asked of await erasures.asked()) await finish(asked);
    const before = new Date(clock().getTime() - graceInDays * 24 * 3600_000);
    for (const team of await erasures.gone(before)) {
      await erasures.ask({ team }, clock());
      await finish({ team });
    }
  }

  return { exportMine, eraseMe, exportTeam, deleteTeam, nightly };
}
