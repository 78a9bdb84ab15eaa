/* What tab tests set up in the service before somebody looks, and what goes wrong on the way there. */
import type { GoalBody } from '../../bot/contract/goal.ts';
import type { ProfileBody } from '../../bot/contract/profile.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { ScheduleBody } from '../../bot/contract/schedule.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Wish } from '../../bot/domain/profile.ts';
import { idOf } from './builders.ts';
import type { Service } from './server.ts';

const pathOf = (team: TeamRef) => `/api/teams/${encodeURIComponent(team.teamId)}`;

type GivenKudos = {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly effect?: string;
  readonly value?: string;
  readonly messageLink?: string;
};

/** Somebody has thanked somebody. */
export async function haveKudos(service: Service, team: TeamRef, { from, to, ...words }: GivenKudos): Promise<string> {
  const id = crypto.randomUUID();
  const answer = await service.call('PUT', `${pathOf(team)}/kudos/${id}`, {
    as: from,
    body: { to: to.map(idOf), ...words },
  });
  if (answer.status !== 201) throw new Error(`Not given: ${JSON.stringify(answer.body)}`);
  return id;
}

export async function haveJoined(service: Service, team: TeamRef, id: string, ...people: string[]): Promise<void> {
  for (const as of people) await service.call('PUT', `${pathOf(team)}/kudos/${id}/joined/me`, { as });
}

export async function haveWish(service: Service, team: TeamRef, as: string, thankMe: Wish): Promise<void> {
  const path = `${pathOf(team)}/people/me/profile`;
  const { version } = await service.call('GET', path, { as });
  await service.call('PUT', path, { as, version, body: { thankMe } });
}

/** Somebody has told this about themselves, and nothing else. */
export async function haveProfile(service: Service, team: TeamRef, as: string, told: ProfileBody): Promise<void> {
  const path = `${pathOf(team)}/people/me/profile`;
  const { version } = await service.call('GET', path, { as });
  const answer = await service.call('PUT', path, { as, version, body: told });
  if (answer.status !== 200) throw new Error(`Not told: ${JSON.stringify(answer.body)}`);
}

export const profileOf = async (service: Service, team: TeamRef, as: string) =>
  (await service.call('GET', `${pathOf(team)}/people/me/profile`, { as })).body;

/** Somebody has this goal. */
export async function haveGoal(service: Service, team: TeamRef, as: string, body: GoalBody): Promise<string> {
  const id = crypto.randomUUID();
  const answer = await service.call('PUT', `${pathOf(team)}/goals/${id}`, { as, body });
  if (answer.status !== 201) throw new Error(`Not begun: ${JSON.stringify(answer.body)}`);
  return id;
}

/** Who has offered to help with the ask of a goal, as its owner reads it. */
export const helpersOf = async (service: Service, team: TeamRef, owner: string, goal: string): Promise<string[]> =>
  (await service.call('GET', `${pathOf(team)}/goals/${goal}`, { as: owner })).body.helpers.map(
    ({ name }: { name: string }) => name,
  );

export async function haveValues(service: Service, team: TeamRef, owner: string, values: string[]): Promise<void> {
  const path = `${pathOf(team)}/values`;
  const { version } = await service.call('GET', path, { as: owner });
  await service.call('PUT', path, { as: owner, version, body: { values } });
}

/** What is on the wall for this person, as the service tells it: texts, newest first. */
export async function textsFor(service: Service, team: TeamRef, as: string): Promise<string[]> {
  const { body } = await service.call('GET', `${pathOf(team)}/kudos?limit=100`, { as });
  return body.items.map(({ text }: { text: string }) => text);
}

export const valuesOf = async (service: Service, team: TeamRef, as: string): Promise<string[]> =>
  (await service.call('GET', `${pathOf(team)}/values`, { as })).body.values;

export const wishOf = async (service: Service, team: TeamRef, as: string): Promise<Wish> =>
  (await service.call('GET', `${pathOf(team)}/people/me/profile`, { as })).body.thankMe;

type Fault =
  /** The service says that it is away. */
  | 'away'
  /** Nothing leaves this machine. */
  | 'offline'
  /** It arrives and is done, but the answer is lost. */
  | 'answerLost'
  /** It never comes back. */
  | 'silence';

/** From now on these requests of the tab go wrong, until the returned function is called. */
export function breakRequests(which: { method?: string; path: RegExp }, fault: Fault): () => void {
  const whole = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const isMeant = which.path.test(String(address)) && (options?.method ?? 'GET') === (which.method ?? 'GET');
    if (!isMeant) return whole(address, options);
    if (fault === 'away') return Response.json({ code: 'away', requestId: 'r-1' }, { status: 503 });
    if (fault === 'silence') return new Promise<never>(() => undefined);
    if (fault === 'answerLost') await whole(address, options);
    throw new TypeError('fetch failed');
  };
  if (fault === 'offline') setOnline(false);
  return () => {
    globalThis.fetch = whole;
    if (fault === 'offline') setOnline(true);
  };
}

function setOnline(isOnline: boolean) {
  Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

/** How often the tab sent such a request. */
export function countRequests(which: { method: string; path: RegExp }): { readonly times: number } {
  const whole = globalThis.fetch;
  const count = { times: 0 };
  globalThis.fetch = (address, options) => {
    if (which.path.test(String(address)) && (options?.method ?? 'GET') === which.method) count.times++;
    return whole(address, options);
  };
  return count;
}

/**
 * Ten seconds pass when a test says so, and everything shorter passes as it does: the answers of the service take real time, so
 * the whole clock cannot be stopped.
 */
export function holdTenSeconds(): { pass(): void } {
  const realTimeout = globalThis.setTimeout;
  const held = new Map<number, () => void>();
  const hold = (work: () => void, delay?: number) => {
    if (delay !== 10_000) return realTimeout(work, delay);
    const id = -1 - held.size;
    held.set(id, work);
    return id;
  };
  globalThis.setTimeout = hold as typeof setTimeout;
  const realClear = globalThis.clearTimeout;
  globalThis.clearTimeout = ((id?: number) => void (held.delete(id!) || realClear(id))) as typeof clearTimeout;
  letGo = () => Object.assign(globalThis, { setTimeout: realTimeout, clearTimeout: realClear });
  return {
    pass() {
      const due = [...held.values()];
      held.clear();
      due.forEach((work) => work());
    },
  };
}

let letGo = () => {};
afterEach(() => letGo());

/** The team's hour is this one from now on. */
export async function haveSchedule(service: Service, team: TeamRef, owner: string, body: ScheduleBody): Promise<void> {
  const path = paths.schedule(team.teamId);
  const { version } = await service.call('GET', path, { as: owner });
  await service.call('PUT', path, { as: owner, version, body });
}

/** The team's hour; `null` while there is none. */
export async function scheduleOf(service: Service, team: TeamRef) {
  const { status, body } = await service.call('GET', paths.schedule(team.teamId), { as: 'Amara Okafor' });
  return status === 404 ? null : body;
}

export const proposalsIn = async (service: Service, team: TeamRef) =>
  (await service.call('GET', paths.scheduleProposals(team.teamId), { as: 'Amara Okafor' })).body.items;
