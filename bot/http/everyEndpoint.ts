import type { ActionUseCases } from '../app/actions.ts';
import type { AgendaUseCases } from '../app/agenda.ts';
import type { AvoidUseCases } from '../app/avoids.ts';
import type { DataRightsUseCases } from '../app/dataRights.ts';
import type { Door } from '../app/door.ts';
import type { GoalUseCases } from '../app/goals.ts';
import type { GrowthUseCases } from '../app/growth.ts';
import type { HourUseCases } from '../app/hours.ts';
import type { KudosUseCases } from '../app/kudos.ts';
import type { Log } from '../app/ports.ts';
import type { PeopleUseCases } from '../app/people.ts';
import type { ProfileUseCases } from '../app/profile.ts';
import type { ReminderWishUseCases } from '../app/reminderWishes.ts';
import type { ScheduleUseCases } from '../app/schedule.ts';
import type { SupportUseCases } from '../app/support.ts';
import type { TeamUseCases } from '../app/team.ts';
import type { TeamReminderUseCases } from '../app/teamReminders.ts';
import { actionEndpoints } from './actions.ts';
import { agendaEndpoints } from './agenda.ts';
import type { Cursors } from './cursor.ts';
import type { Endpoint } from './endpoint.ts';
import { dataRightsEndpoints } from './dataRights.ts';
import { goalEntryEndpoints } from './goalEntries.ts';
import { goalEndpoints } from './goals.ts';
import { growthEndpoints } from './growth.ts';
import { hourEndpoints } from './hours.ts';
import { kudosEndpoints } from './kudos.ts';
import { meEndpoints } from './me.ts';
import { peopleEndpoints } from './people.ts';
import { reminderEndpoints } from './reminders.ts';
import { scheduleEndpoints } from './schedule.ts';
import { type Setup, setupEndpoints } from './setup.ts';
import { supportEndpoints } from './support.ts';
import { teamEndpoints } from './team.ts';

/** All that can be asked of the house. */
export type UseCases = {
  readonly team: TeamUseCases;
  readonly kudos: KudosUseCases;
  readonly profile: ProfileUseCases;
  readonly people: PeopleUseCases;
  readonly goals: GoalUseCases;
  readonly support: SupportUseCases;
  readonly growth: GrowthUseCases;
  readonly schedule: ScheduleUseCases;
  readonly hours: HourUseCases;
  readonly agenda: AgendaUseCases;
  readonly actions: ActionUseCases;
  readonly avoids: AvoidUseCases;
  readonly dataRights: DataRightsUseCases;
  readonly reminderWishes: ReminderWishUseCases;
  readonly teamReminders: TeamReminderUseCases;
  readonly door: Door;
};

/** Every route of the tab's API. */
export function everyEndpoint(
  world: UseCases & { readonly cursors: Cursors; readonly setup: Setup; readonly log: Log },
): Endpoint[] {
  return [
    ...meEndpoints(world),
    ...setupEndpoints(world),
    ...teamEndpoints(world),
    ...peopleEndpoints(world),
    ...kudosEndpoints(world),
    ...goalEndpoints(world),
    ...goalEntryEndpoints(world),
    ...supportEndpoints(world),
    ...growthEndpoints(world),
    ...scheduleEndpoints(world),
    ...hourEndpoints(world),
    ...agendaEndpoints(world),
    ...actionEndpoints(world),
    ...dataRightsEndpoints(world),
    ...reminderEndpoints(world),
  ];
}
