import { z } from 'zod';
import type { GrowthUseCases } from '../app/growth.ts';
import { evidenceSchema, goalSchema, growthRecordSchema } from '../contract/goal.ts';
import { routes } from '../contract/paths.ts';
import { goalIdSchema, kudosIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { endpoint } from './endpoint.ts';
import { checkInView, commentView, goalAnswer, goalView, noteView } from './goalViews.ts';
import { kudosView } from './views.ts';

const params = z.object({ team: teamIdSchema, id: goalIdSchema });
const evidenceParams = params.extend({ kudos: kudosIdSchema });

/** What shows that somebody grew. */
export function growthEndpoints({ growth }: { growth: GrowthUseCases }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.growthRecord,
      about: 'Everything of mine that grew in this team, whole. Nobody can have that of anybody else.',
      params: z.object({ team: teamIdSchema }),
      answer: growthRecordSchema,
      isWhole: true,
      async handle({ actor, params }) {
        const { visit, goals, madeAt } = await growth.record(actor, params.team);
        const { me, roster, record } = visit;
        const whole = goals.map(({ goal, checkIns, comments, notes, evidence }) => ({
          ...goalView(goal, me.id, roster),
          checkIns: checkIns.map(checkInView),
          comments: comments.map((comment) => commentView(comment, roster)),
          notes: notes.map(noteView),
          evidence: evidence.map((kudos) => kudosView(kudos, me.id, roster)),
        }));
        return {
          fileName: 'growth-record.json',
          body: {
            person: { id: me.id, name: me.name },
            team: { id: record.team.id, name: record.team.name },
            goals: whole,
            madeAt: madeAt.toISOString(),
          },
        };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.evidence,
      about: 'The kudos that its owner attached to a goal, as far as I may see them.',
      params,
      answer: evidenceSchema,
      async handle({ actor, params: { team, id } }) {
        const { visit, items } = await growth.evidence(actor, team, id);
        return { body: { items: items.map((kudos) => kudosView(kudos, visit.me.id, visit.roster)) } };
      },
    }),
    ...(['PUT', 'DELETE'] as const).map((method) =>
      endpoint({
        method,
        path: routes.evidenceOf,
        about: method === 'PUT' ? 'Attaches a kudos about me to my goal.' : 'Detaches it again.',
        params: evidenceParams,
        answer: goalSchema,
        async handle({ actor, params: { team, id, kudos } }) {
          const put = method === 'PUT' ? growth.attach : growth.detach;
          return goalAnswer(await put(actor, team, id, kudos));
        },
      }),
    ),
  ];
}
