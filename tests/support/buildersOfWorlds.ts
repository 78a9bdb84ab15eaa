import { createDoor } from '../../bot/app/door.ts';
import { goalUseCases } from '../../bot/app/goals.ts';
import { growthUseCases } from '../../bot/app/growth.ts';
import { kudosUseCases } from '../../bot/app/kudos.ts';
import { kudosCards } from '../../bot/app/kudosCards.ts';
import { peopleUseCases } from '../../bot/app/people.ts';
import type { KudosMessenger } from '../../bot/app/kudosPorts.ts';
import { Away, type RosterSource } from '../../bot/app/ports.ts';
import { profileUseCases } from '../../bot/app/profile.ts';
import { supportUseCases } from '../../bot/app/support.ts';
import { teamUseCases } from '../../bot/app/team.ts';
import { createWaker } from '../../bot/app/ticks.ts';
import { useCasesIn } from '../../bot/useCases.ts';
import type { Actor, TeamRef } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import type { Member } from '../../bot/domain/team.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { aMember, aRef, idOf, noon } from './builders.ts';
import { createStillTimer, createEar, nobodysVoice } from './timers.ts';

/** All use cases on real storage; Teams is played by a roster and a messenger that a test can look into. */
export type AppWorld = ReturnType<typeof anAppWorld>;

export function anAppWorld(storage: Storage) {
  const teams = aTeamsApp();
  const work = aBackground();
  const time = { now: noon };
  const clock = () => time.now;
  const { background } = work;
  const timer = createStillTimer();
  const ear = createEar();
  const waker = createWaker({ timer, clock, background });
  const door = createDoor({ ...storage, rosters: teams.rosters, clock, background });
  const cards = kudosCards({ ...storage, messenger: teams.messenger, clock, background });
  return {
    ...storage,
    teamsApp: teams,
    door,
    clock: time,
    announced: timer.announced,
    ear,
    settled: work.settled,
    kudos: kudosUseCases({ ...storage, door, cards, clock }),
    team: teamUseCases({
      ...storage,
      door,
      waker,
      dataRights: { comesBack: async () => undefined },
      clock,
      background,
    }),
    profile: profileUseCases({ ...storage, door }),
    goals: goalUseCases({ ...storage, door, clock, background }),
    support: supportUseCases({ ...storage, door, clock, helped: () => undefined }),
    growth: growthUseCases({ ...storage, door, clock }),
    everybody: peopleUseCases({ ...storage, door }),
    /** Another instance of the service: same storage, same Teams, a memory of its own. */
    anotherDoor: () => createDoor({ ...storage, rosters: teams.rosters, clock, background }),
    anInstance: () =>
      useCasesIn({
        storage,
        rosters: teams.rosters,
        messenger: teams.messenger,
        hourMessenger: nobodysVoice,
        personMessenger: ear,
        timer,
        clock,
        background,
        secret: 'ours',
        log: { info() {}, warn() {}, error() {} },
      }),
    async aTeamOf(...members: (Member | string)[]): Promise<TeamRef> {
      const ref = aRef();
      await storage.teams.install(ref, { kind: 'team', name: 'Studio', address: '{}' });
      teams.set(ref, ...members);
      return ref;
    },
  };
}

export const anActor = (name: string, of: Partial<Actor> = {}): Actor => {
  const { id, tenantId } = aMember(name);
  return { tenantId, personId: id, name, ...of };
};

/** What the bot has posted somewhere, and what it shows now. */
type Post = { readonly id: string; shown: Kudos | 'withdrawn'; readonly place: string | null };

function aTeamsApp() {
  const members = new Map<string, Member[] | null>();
  const posts: Post[] = [];
  const state = { asked: 0, isAway: false, beforeAnswer: async () => undefined as void };
  const rosters: RosterSource = {
    async membersOf({ team }) {
      state.asked++;
      await state.beforeAnswer();
      if (state.isAway) throw new Away('Teams');
      return members.get(team.id) ?? null;
    },
  };
  const messenger: KudosMessenger = {
    async post(_record, kudos, place) {
      const id = `post ${posts.length}`;
      posts.push({ id, shown: kudos, place });
      return [id];
    },
    async update(_record, kudos, ids) {
      for (const post of posts) if (ids.includes(post.id)) post.shown = kudos;
    },
    async withdraw(_record, ids) {
      for (const post of posts) if (ids.includes(post.id)) post.shown = 'withdrawn';
      return true;
    },
  };
  return Object.assign(state, {
    rosters,
    messenger,
    posts,
    set(ref: TeamRef, ...all: (Member | string)[]) {
      members.set(
        ref.teamId,
        all.map((one) => (typeof one === 'string' ? aMember(one) : one)),
      );
    },
    leave(ref: TeamRef, name: string) {
      members.set(
        ref.teamId,
        (members.get(ref.teamId) ?? []).filter(({ id }) => id !== idOf(name)),
      );
    },
    removeBot(ref: TeamRef) {
      members.set(ref.teamId, null);
    },
  });
}

function aBackground() {
  let pending: Promise<unknown>[] = [];
  return {
    background: (work: Promise<unknown>) => {
      pending.push(work);
    },
    /** All that was left for later is done; whatever failed there fails here. */
    async settled(): Promise<void> {
      while (pending.length > 0) {
        const now = pending;
        pending = [];
        await Promise.all(now);
      }
    },
  };
}
