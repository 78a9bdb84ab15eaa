import { randomUUID } from 'node:crypto';
import type { ActionBody, HourView, NoteBody, TopicBody } from '../../bot/contract/hour.ts';
import { hourSchema } from '../../bot/contract/hour.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { ScheduleBody } from '../../bot/contract/schedule.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { noon } from './builders.ts';
import type { Answer, CallOptions, Service } from './server.ts';

/** Thursdays at 14:00 in Berlin: today's hour begins in an hour from noon, the next one a week later. */
export const thursdays: ScheduleBody = {
  weekday: 4,
  time: '14:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  everyWeeks: 1,
  startOn: '2026-11-19',
  replaces: { name: 'Weekly status', minutes: 45 },
};
export const today = '2026-11-19';
export const nextWeek = '2026-11-26';

/** A clock that a test moves on; it stands at noon of a Thursday. */
export function aClock() {
  let now = noon;
  return {
    clock: () => now,
    laterBy: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    backToNoon: () => void (now = noon),
  };
}

export const everybody = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas', 'Nadia'] as const;

/** What people do in an hour over HTTP, in few words. */
export function hourCalls(service: () => Service) {
  const call = (method: string, path: string, as: string, options: CallOptions = {}): Promise<Answer> =>
    service().call(method, path, { as, ...options });

  /** A team that has its hour today; the first one is its owner. */
  async function aTeam(members: readonly string[] = everybody, schedule: Partial<ScheduleBody> = {}) {
    const ref: TeamRef = await service().haveTeam(members);
    await call('PUT', paths.schedule(ref.teamId), members[0]!, { body: { ...thursdays, ...schedule } });
    return ref.teamId as string;
  }

  const look = async (team: string, date = today, as = 'Amara'): Promise<HourView> =>
    hourSchema.parse((await call('GET', paths.hour(team, date), as)).body);

  const open = (team: string, date = today, as = 'Amara') => call('POST', paths.openHour(team, date), as);
  const close = (team: string, date = today, as = 'Amara') => call('POST', paths.closeHour(team, date), as);
  const step = (team: string, body: object, as = 'Amara', options: CallOptions = {}) =>
    call('POST', paths.stepHour(team, today), as, { body, ...options });

  /** With the version that is there now. */
  async function arrange(team: string, body: object, as = 'Amara', date = today) {
    const { version } = await call('GET', paths.hour(team, date), as);
    return call('PATCH', paths.hour(team, date), as, { body, version });
  }

  const raise = (team: string, of: Partial<TopicBody> = {}, as = 'Amara', id: string = randomUUID(), date = today) =>
    call('PUT', paths.topic(team, date, id), as, { body: { text: 'Handing over before a long leave', ...of } });
  const settle = (team: string, id: string, state: string, as = 'Amara', date = today) =>
    call('PUT', paths.topicState(team, date, id), as, { body: { state } });
  const write = (team: string, of: Partial<NoteBody> = {}, as = 'Amara', id: string = randomUUID(), date = today) =>
    call('PUT', paths.hourNote(team, date, id), as, { body: { text: 'I felt lost and did not say so', ...of } });
  const promise = (team: string, of: Partial<ActionBody> = {}, as = 'Amara', id: string = randomUUID()) =>
    call('PUT', paths.action(team, id), as, { body: { text: 'Write one page', ...of } });

  return { call, aTeam, look, open, close, step, arrange, raise, settle, write, promise };
}
