import { memberOn } from '../domain/access.ts';
import type { Actor, TeamId, TeamRef } from '../domain/ids.ts';
import { type Member, type Roster, rosterOf as countedRoster } from '../domain/team.ts';
import { type Clock, NotFound, type PersonIndex, type RosterSource, type TeamRecord, type TeamStore } from './ports.ts';

/** Somebody inside a team: proven to be on its roster. Use cases take a visit, so there is no way round the door. */
export type Visit = {
  readonly ref: TeamRef;
  readonly record: TeamRecord;
  readonly roster: Roster;
  readonly me: Member;
};

export type Door = {
  /** @throws NotFound, the same for a team that does not exist and one that this person is not in @throws Away */
  enter(actor: Actor, teamId: TeamId): Promise<Visit>;
  /** Everybody in a team, for what Teams itself tells us. `null` when the app is not there. @throws Away */
  rosterOf(ref: TeamRef): Promise<Pick<Visit, 'record' | 'roster'> | null>;
  /** Something changed there: look again before letting anybody in. */
  forget(ref: TeamRef): void;
};

const maxRosterAgeInMs = 5 * 60_000;
// Member events reach one instance; the others see the new roster version within this time, at one point read per team.
const maxRecordAgeInMs = 5_000;
const maxTeamsInMemory = 500;

type Known = { record: TeamRecord; lookedAt: number; roster: Roster; countedAt: number };

/** Access, once for all. What it remembers is only ever younger than five minutes, and nothing is believed when Teams does not answer. */
export function createDoor(world: {
  teams: TeamStore;
  rosters: RosterSource;
  people: PersonIndex;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}): Door {
  const known = new Map<string, Known>();
  const underWay = new Map<string, Promise<Known | null>>();
  const keyOf = (ref: TeamRef) => `${ref.tenantId} ${ref.teamId}`;

  async function look(ref: TeamRef, key: string): Promise<Known | null> {
    const lookedAt = world.clock().getTime();
    const before = known.get(key);
    const record = (await world.teams.find(ref))?.thing;
    if (!record) return null;
    const isFresh =
      before &&
      before.record.rosterVersion === record.rosterVersion &&
      Math.abs(lookedAt - before.countedAt) <= maxRosterAgeInMs;
    if (isFresh) return { ...before, record, lookedAt };
    const members = await world.rosters.membersOf(record);
    if (!members) return null;
    return { record, lookedAt, countedAt: lookedAt, roster: countedRoster(members) };
  }

  async function rosterOf(ref: TeamRef): Promise<Known | null> {
    const key = keyOf(ref);
    const now = world.clock().getTime();
    const before = known.get(key);
    if (
      before &&
      Math.abs(now - before.lookedAt) <= maxRecordAgeInMs &&
      Math.abs(now - before.countedAt) <= maxRosterAgeInMs
    ) {
      return before;
    }
    // Ten requests at once ask Teams once.
    const asking = underWay.get(key) ?? look(ref, key);
    underWay.set(key, asking);
    try {
      const found = await asking;
      // An event that came in meanwhile took this look away from the table: what it found is used once, not kept.
      if (underWay.get(key) === asking) {
        known.delete(key);
        if (found) known.set(key, found);
        if (known.size > maxTeamsInMemory) known.delete(known.keys().next().value!);
      }
      return found;
    } finally {
      if (underWay.get(key) === asking) underWay.delete(key);
    }
  }

  const greeted = new Set<string>();
  /** Once for each roster: who is erased is not in the index any more, and marks the roster as another one. */
  function remember(ref: TeamRef, { rosterVersion }: TeamRecord, me: Member) {
    const key = `${keyOf(ref)} ${rosterVersion} ${me.id}`;
    if (greeted.has(key)) return;
    if (greeted.size > 50_000) greeted.clear();
    greeted.add(key);
    world.background(world.people.add(ref, [me.id]));
  }

  return {
    rosterOf,
    async enter(actor, teamId) {
      const ref = { tenantId: actor.tenantId, teamId };
      const found = await rosterOf(ref);
      const me = found && memberOn(found.roster, actor);
      if (!me) throw new NotFound();
      remember(ref, found.record, me);
      return { ref, record: found.record, roster: found.roster, me };
    },
    forget(ref) {
      known.delete(keyOf(ref));
      underWay.delete(keyOf(ref));
    },
  };
}
