import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionUseCases } from './app/actions.ts';
import { agendaUseCases } from './app/agenda.ts';
import { avoidUseCases } from './app/avoids.ts';
import { dataRightsUseCases } from './app/dataRights.ts';
import { createDoor } from './app/door.ts';
import { exportUseCases } from './app/exports.ts';
import { goalUseCases } from './app/goals.ts';
import { growthUseCases } from './app/growth.ts';
import { createHourReading } from './app/hourReading.ts';
import { hourUseCases } from './app/hours.ts';
import { kudosCards } from './app/kudosCards.ts';
import { kudosUseCases } from './app/kudos.ts';
import type { Meter } from './app/meter.ts';
import { createPace } from './app/pace.ts';
import { peopleUseCases } from './app/people.ts';
import type { KudosMessenger } from './app/kudosPorts.ts';
import type { Clock, Log, RosterSource } from './app/ports.ts';
import type { PersonMessenger } from './app/personalPorts.ts';
import { personalReminderUseCases } from './app/personalReminders.ts';
import { createPersonalReading } from './app/personalStanding.ts';
import { profileUseCases } from './app/profile.ts';
import type { HourMessenger, Timer } from './app/reminderPorts.ts';
import { reminderUseCases } from './app/reminders.ts';
import { reminderWishUseCases } from './app/reminderWishes.ts';
import { createSaying } from './app/saying.ts';
import { sayingContent } from './app/sayingContent.ts';
import { scheduleUseCases } from './app/schedule.ts';
import { supportUseCases } from './app/support.ts';
import { teamUseCases } from './app/team.ts';
import { type Chance, chanceOf } from './domain/chance.ts';
import { teamReminderUseCases } from './app/teamReminders.ts';
import { createWaker, tickUseCases } from './app/ticks.ts';
import { type Storage } from './storage/storage.ts';

/** The world that the use cases live in. */
export type World = {
  readonly storage: Storage;
  readonly rosters: RosterSource;
  readonly messenger: KudosMessenger;
  readonly hourMessenger: HourMessenger;
  readonly personMessenger: PersonMessenger;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly background: (work: Promise<unknown>) => void;
  readonly leaseInMs?: number;
  readonly log: Log;
  readonly meter?: Meter;
  /** Nobody can guess whom chance brings together, and so nobody sees from the pairs what somebody wished. */
  readonly secret: string;
};

export function useCasesIn(world: World) {
  const { storage, rosters, messenger, clock, background, timer, log, secret } = world;
  const { teams, people, profiles, kudos, cards, goals, entries, schedules, firstScreen } = storage;
  const { hours, topics, actions, avoids, reminders, wishes } = storage;
  const door = createDoor({ teams, rosters, people, clock, background });
  const follow = kudosCards({ kudos, cards, messenger, wishes, clock, background });
  const waker = createWaker({ timer, clock, background });
  const pace = createPace({ pace: storage.pace, clock, sleep });
  const chance = chanceBy(secret);
  const reading = createHourReading({ hours, topics, actions, avoids, clock, chance, background });
  const saying = createSaying({ reminders, pace, clock, log, meter: world.meter, leaseInMs: world.leaseInMs });
  const channel = reminderUseCases({
    teams,
    hours,
    reminders,
    messenger: world.hourMessenger,
    saying,
    content: sayingContent({ door, reading, topics, actions }),
    pace,
    clock,
    background,
  });
  const reminderWishes = reminderWishUseCases({ door, wishes, profiles, schedules, waker, clock, background });
  const personal = personalReminderUseCases({
    door,
    wishes,
    reminders,
    reading: createPersonalReading({ profiles, schedules, actions, goals, hours, topics, clock }),
    messenger: world.personMessenger,
    saying,
    pace,
    clock,
  });
  const dataRights = dataRightsUseCases({
    door,
    teams,
    people,
    schedules,
    hours,
    records: storage.records,
    erasures: storage.erasures,
    messenger,
    cards: follow,
    posts: channel,
    clock,
    background,
  });
  return {
    door,
    team: teamUseCases({ door, teams, people, firstScreen, waker, dataRights, clock, background }),
    kudos: kudosUseCases({ door, kudos, profiles, cards: follow, clock }),
    profile: profileUseCases({ door, profiles }),
    people: peopleUseCases({ door, profiles, goals, kudos }),
    goals: goalUseCases({ door, goals, entries, clock, background }),
    support: supportUseCases({
      door,
      goals,
      entries,
      clock,
      helped: (ref, owner) => reminderWishes.happened(ref, owner, 'helpOffered'),
    }),
    schedule: scheduleUseCases({ door, schedules, waker, clock }),
    hours: hourUseCases({
      door,
      schedules,
      hours,
      topics,
      actions,
      avoids,
      goals,
      kudos,
      profiles,
      waker,
      posts: channel,
      clock,
      chance,
      background,
    }),
    agenda: agendaUseCases({ door, schedules, hours, topics, posts: channel, clock }),
    actions: actionUseCases({ door, actions, schedules, posts: channel, clock }),
    avoids: avoidUseCases({ door, avoids, clock }),
    growth: growthUseCases({ door, goals, entries, kudos, clock }),
    dataRights,
    exports: exportUseCases({ exports: storage.exports, clock, log }),
    reminders: channel,
    personal,
    reminderWishes,
    teamReminders: teamReminderUseCases({ door, reminders, waker }),
    ticks: tickUseCases({ timer, team: channel.attend, person: personal.attend, clock }),
  };
}

const chanceBy =
  (secret: string): Chance =>
  (words) =>
    chanceOf(createHmac('sha256', secret).update(`chance ${words}`).digest('hex'));
