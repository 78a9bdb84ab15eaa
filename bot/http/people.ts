import { z } from 'zod';
import type { Door } from '../app/door.ts';
import type { PeopleUseCases } from '../app/people.ts';
import type { ProfileUseCases } from '../app/profile.ts';
import { routes } from '../contract/paths.ts';
import {
  directorySchema,
  helpQuerySchema,
  helpSchema,
  peoplePageSchema,
  peopleQuerySchema,
  personPageSchema,
  profileSchema,
  profileViewSchema,
} from '../contract/profile.ts';
import { personIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { type Actor, personId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Cursors } from './cursor.ts';
import { endpoint, mustHave } from './endpoint.ts';
import { askView, goalView } from './goalViews.ts';
import { headView, kudosView, personCardView, profileOf } from './views.ts';

const teamParams = z.object({ team: teamIdSchema });
const params = z.object({ team: teamIdSchema, person: z.literal('me').or(personIdSchema) });

export function peopleEndpoints(world: {
  profile: ProfileUseCases;
  people: PeopleUseCases;
  door: Door;
  cursors: Cursors;
}) {
  const { profile, people, door, cursors } = world;
  return [
    endpoint({
      method: 'GET',
      path: routes.people,
      about: 'The members of the team by name, with what they tell about themselves.',
      params: teamParams,
      query: peopleQuerySchema,
      answer: peoplePageSchema,
      async handle({ actor, params, query }) {
        const listing = { actor, team: params.team, question: { list: 'people' } };
        const [id, name] = query.cursor ? cursors.open(query.cursor, listing) : [];
        const after = id && name !== undefined ? { id: personId(id), name } : null;
        const { items, next } = await profile.people(actor, params.team, after, query.limit);
        const nextCursor = next && cursors.seal([next.id, next.name], listing);
        return { body: { items: items.map(headView), nextCursor } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.directory,
      about: 'Everybody in the team by name, whole, as their cards show them.',
      params: teamParams,
      answer: directorySchema,
      async handle({ actor, params }) {
        return { body: { items: (await people.directory(actor, params.team)).map(personCardView) } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.whoCanHelp,
      about: 'Whose "can show" fits these words, best fit first, with the asks of the team that it fits as well.',
      params: teamParams,
      query: helpQuerySchema,
      answer: helpSchema,
      async handle({ actor, params, query: { q, limit } }) {
        const { visit, items } = await people.help(actor, params.team, q, limit);
        const shown = items.map(({ person, profile, fits, asks }) => ({
          person: personCardView({ member: person, profile }),
          fits: [...fits],
          asks: asks.map((ask) => askView(ask, visit.me.id, visit.roster)),
        }));
        return { body: { items: shown } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.person,
      about: "A member's page in one call; `me` is my own, as the others in the team see it.",
      params,
      answer: personPageSchema,
      async handle({ actor, params }) {
        const found = await people.person(actor, params.team, params.person);
        const { member, viewer, goals, asks, thanks } = found;
        const { roster } = found.visit;
        return {
          body: {
            person: headView(found),
            signInName: member.signInName ?? null,
            goals: goals.map((goal) => goalView(goal, viewer, roster)),
            asks: asks.map((ask) => askView(ask, viewer, roster)),
            thanks: thanks.map((kudos) => kudosView(kudos, viewer, roster)),
          },
        };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.profile,
      about: 'What a member tells this team about themselves; `me` stands for oneself.',
      params,
      answer: profileViewSchema,
      async handle({ actor, params }) {
        const found = await profile.find(actor, params.team, params.person);
        // A version that changes would tell the others that something they may not see was changed.
        return { body: profileOf(found), ...(found.isMine ? { version: found.version } : {}) };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.profile,
      about: 'My own profile in this team. Needs `If-Match`.',
      params,
      body: profileSchema,
      answer: profileViewSchema,
      needsVersion: true,
      async handle({ actor, params, body, version }) {
        // Who is not in the team learns nothing here, not even that a version was missing.
        await door.enter(actor, params.team);
        if (!isMe(actor, params.person)) {
          await profile.find(actor, params.team, params.person);
          throw new Refusal('profile.notYours');
        }
        const saved = await profile.save(actor, params.team, body, mustHave(version));
        return { body: profileOf(saved), version: saved.version };
      },
    }),
  ];
}

const isMe = (actor: Actor, person: z.output<typeof params>['person']) => person === 'me' || person === actor.personId;
