import { createDoor } from './app/door.ts';
import { kudosCards } from './app/kudosCards.ts';
import { kudosUseCases } from './app/kudos.ts';
import type { Clock, KudosMessenger, Log, RosterSource } from './app/ports.ts';
import { profileUseCases } from './app/profile.ts';
import { teamUseCases } from './app/team.ts';
import type { Storage } from './storage/storage.ts';

/** The world that the use cases live in. */
export type World = {
  readonly storage: Storage;
  readonly rosters: RosterSource;
  readonly messenger: KudosMessenger;
  readonly clock: Clock;
  readonly background: (work: Promise<unknown>) => void;
};

export type UseCases = ReturnType<typeof useCasesIn>;

export function useCasesIn({ storage, rosters, messenger, clock, background }: World) {
  const { teams, people, profiles, kudos, cards, firstScreen } = storage;
  const door = createDoor({ teams, rosters, people, clock, background });
  const follow = kudosCards({ kudos, cards, messenger, background });
  return {
    door,
    team: teamUseCases({ door, teams, people, firstScreen, background }),
    kudos: kudosUseCases({ door, kudos, profiles, cards: follow, clock }),
    profile: profileUseCases({ door, profiles }),
  };
}

/** Work that goes on after an answer was given. Stopping waits for it; what goes wrong in it is logged, for nobody else hears of it. */
export function createBackground(log: Log) {
  const underWay = new Set<Promise<unknown>>();
  return {
    run(work: Promise<unknown>): void {
      const done = work
        .catch((err: unknown) => log.error({ err }, 'Work in the background failed'))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async drain(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
