import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly version?: string;
};

/** Every route of the API that asks who somebody is, each with a request that would be fine. */
export function everyRoute(team: string, kudos: string = randomUUID(), person = 'me'): Request[] {
  const gift = { to: [idOf('Mei')], text: 'Thank you for the honest review' };
  return [{ method: 'GET', path: paths.me() }, ...everyTeamRoute(team, kudos, person, gift)];
}

export function everyTeamRoute(team: string, kudos: string, person: string, gift: object): Request[] {
  const version = '"bm9uZQ"';
  return [
    { method: 'GET', path: paths.team(team) },
    { method: 'GET', path: paths.values(team) },
    { method: 'PUT', path: paths.values(team), body: { values: ['Care'] }, version },
    { method: 'GET', path: paths.people(team) },
    { method: 'GET', path: paths.profile(team, person) },
    { method: 'PUT', path: paths.profile(team, person), body: { about: 'Hello' }, version },
    { method: 'GET', path: paths.kudosList(team) },
    { method: 'POST', path: paths.kudosPreview(team), body: { to: [idOf('Mei')] } },
    { method: 'GET', path: paths.kudos(team, kudos) },
    { method: 'PUT', path: paths.kudos(team, kudos), body: gift },
    { method: 'DELETE', path: paths.kudos(team, kudos) },
    { method: 'PUT', path: paths.kudosJoined(team, kudos) },
    { method: 'DELETE', path: paths.kudosJoined(team, kudos) },
  ];
}
