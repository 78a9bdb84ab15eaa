import { z } from 'zod';
import type { Door } from '../app/door.ts';
import type { TeamUseCases } from '../app/team.ts';
import type { ReminderWishUseCases } from '../app/reminderWishes.ts';
import { kudosQuerySchema } from '../contract/kudos.ts';
import { routes } from '../contract/paths.ts';
import { teamIdSchema } from '../contract/shapes.ts';
import { type FirstScreen, firstScreenSchema, valuesSchema } from '../contract/team.ts';
import type { Cursors } from './cursor.ts';
import { endpoint, mustHave } from './endpoint.ts';
import { sealKudosPlace } from './kudos.ts';
import { actionView } from './hourViews.ts';
import { goalHeadView, kudosView, memberView, teamView } from './views.ts';

const params = z.object({ team: teamIdSchema });
const firstKudos = kudosQuerySchema.parse({}).limit;

export function teamEndpoints(world: {
  team: TeamUseCases;
  reminderWishes: ReminderWishUseCases;
  door: Door;
  cursors: Cursors;
}) {
  const { team, reminderWishes, door, cursors } = world;
  return [
    endpoint({
      method: 'GET',
      path: routes.team,
      about: 'The first screen in one call: the team, its members, my own place in it and the newest kudos.',
      params,
      answer: firstScreenSchema,
      async handle({ actor, params, locale }) {
        const screen = await team.firstScreen(actor, params.team, firstKudos);
        reminderWishes.looked(screen.visit, locale);
        const listing = { actor, team: params.team, question: {} };
        const nextCursor = sealKudosPlace(cursors, screen.slice.next, listing);
        return { body: firstScreenView(screen, nextCursor) };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.values,
      about: 'What the team holds dear.',
      params,
      answer: valuesSchema,
      async handle({ actor, params }) {
        const { values, version } = await team.values(actor, params.team);
        return { body: { values: [...values] }, version };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.values,
      about: 'An owner of the team chooses its values. Needs `If-Match`.',
      params,
      body: valuesSchema,
      answer: valuesSchema,
      needsVersion: true,
      async handle({ actor, params, body, version }) {
        // Who is not in the team learns nothing here, not even that a version was missing.
        await door.enter(actor, params.team);
        const saved = await team.saveValues(actor, params.team, body.values, mustHave(version));
        return { body: { values: [...saved.values] }, version: saved.version };
      },
    }),
  ];
}

type Screen = Awaited<ReturnType<TeamUseCases['firstScreen']>>;

function firstScreenView({ visit, profile, goals, actions, nextHour, slice }: Screen, nextCursor: string | null) {
  const { me, roster, record } = visit;
  return {
    team: teamView(record.team, roster),
    me: { ...memberView(me), thankMe: profile.thing.thankMe },
    members: [...roster.values()].map(memberView),
    goals: goals.map(goalHeadView),
    actions: actions.map((item) => actionView(item, roster)),
    nextHour: nextHour && nextHourView(nextHour),
    kudos: { items: slice.items.map(({ thing }) => kudosView(thing, me.id, roster)), nextCursor },
  } satisfies FirstScreen;
}

function nextHourView({ date, startsAt, endsAt, status }: NonNullable<Screen['nextHour']>) {
  return { date, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), status };
}
