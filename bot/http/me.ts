import type { TeamUseCases } from '../app/team.ts';
import { routes } from '../contract/paths.ts';
import { meSchema } from '../contract/team.ts';
import { endpoint } from './endpoint.ts';

export function meEndpoints({ team }: { team: TeamUseCases }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.me,
      about: 'Who I am, and the teams I am in.',
      answer: meSchema,
      async handle({ actor }) {
        const teams = await team.mine(actor);
        const person = { id: actor.personId, name: actor.name };
        return { body: { person, teams: teams.map(({ id, name }) => ({ id, name })) } };
      },
    }),
  ];
}
