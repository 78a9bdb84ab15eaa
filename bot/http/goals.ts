import { z } from 'zod';
import type { GoalUseCases } from '../app/goals.ts';
import type { GoalPlace } from '../app/goalPorts.ts';
import { BadCursor } from '../app/ports.ts';
import {
  closeBodySchema,
  goalBodySchema,
  goalPageSchema,
  goalQuerySchema,
  goalSchema,
  goalsScreenSchema,
  stepIdSchema,
} from '../contract/goal.ts';
import { routes } from '../contract/paths.ts';
import { goalIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { goalId, personId } from '../domain/ids.ts';
import type { Cursors, Listing } from './cursor.ts';
import { endpoint } from './endpoint.ts';
import { askView, goalAnswer, goalView } from './goalViews.ts';

const listParams = z.object({ team: teamIdSchema });
const params = z.object({ team: teamIdSchema, id: goalIdSchema });
const stepParams = params.extend({ step: stepIdSchema });
const firstGoals = goalQuerySchema.parse({}).limit;

/** What somebody does with their own goals, and what others may read of them. */
export function goalEndpoints({ goals, cursors }: { goals: GoalUseCases; cursors: Cursors }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.goals,
      about: 'The goals that I may see, of one person or of all. A page may be short and not the last.',
      params: listParams,
      query: goalQuerySchema,
      answer: goalPageSchema,
      async handle({ actor, params: { team }, query: { cursor, limit, ...question } }) {
        const listing = { actor, team, question: { list: 'goals', ...question } };
        const after = cursor ? openGoalPlace(cursors, cursor, listing) : null;
        const { items, next, visit } = await goals.list(actor, team, question, after, limit);
        const shown = items.map((goal) => goalView(goal, visit.me.id, visit.roster));
        return { body: { items: shown, nextCursor: sealGoalPlace(cursors, next, listing) } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.goalsScreen,
      about: 'The goals page in one call: mine, those I support or am asked to, and what the team is asked for.',
      params: listParams,
      answer: goalsScreenSchema,
      async handle({ actor, params: { team } }) {
        const { visit, mine, supporting, asks } = await goals.screen(actor, team, firstGoals);
        const { me, roster } = visit;
        // Mine go on where `?person=me` does.
        const listing = { actor, team, question: { list: 'goals', person: 'me' } };
        const nextCursor = sealGoalPlace(cursors, mine.next, listing);
        return {
          body: {
            mine: { items: mine.items.map((goal) => goalView(goal, me.id, roster)), nextCursor },
            supporting: supporting.map((goal) => goalView(goal, me.id, roster)),
            asks: asks.map((ask) => askView(ask, me.id, roster)),
          },
        };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.goal,
      about: 'One goal. Its `ETag` counts what its owner changed, and is only there for them.',
      params,
      answer: goalSchema,
      async handle({ actor, params: { team, id } }) {
        return goalAnswer(await goals.find(actor, team, id));
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.goal,
      about: 'Begins a goal under an id that the client made; changes it with `If-Match`. The same again is the same.',
      params,
      body: goalBodySchema,
      answer: goalSchema,
      creates: 'id',
      needsVersion: false,
      async handle({ actor, params: { team, id }, body, version }) {
        const saved = await goals.save(actor, team, id, body, version);
        return { status: saved.isNew ? 201 : 200, ...goalAnswer(saved) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.goal,
      about: 'Deletes my goal, with everything that was added to it.',
      params,
      answer: null,
      needsVersion: false,
      async handle({ actor, params: { team, id }, version }) {
        await goals.remove(actor, team, id, version);
        return {};
      },
    }),
    ...(['reached', 'dropped'] as const).map((status) =>
      endpoint({
        method: 'POST',
        path: status === 'reached' ? routes.reach : routes.drop,
        about: `Closes my goal as ${status}, with what I learned and who helped. Twice is once.`,
        params,
        body: closeBodySchema,
        answer: goalSchema,
        needsVersion: false,
        async handle({ actor, params: { team, id }, body, version }) {
          return goalAnswer(await goals.close(actor, team, id, status, body, version));
        },
      }),
    ),
    endpoint({
      method: 'POST',
      path: routes.reopen,
      about: 'Opens my closed goal again. What was said when it ended stays.',
      params,
      answer: goalSchema,
      needsVersion: false,
      async handle({ actor, params: { team, id }, version }) {
        return goalAnswer(await goals.reopen(actor, team, id, version));
      },
    }),
    ...([true, false] as const).map((isDone) =>
      endpoint({
        method: isDone ? 'PUT' : 'DELETE',
        path: routes.step,
        about: isDone ? 'A step of my goal is done.' : 'A step of my goal is not done, after all.',
        params: stepParams,
        answer: goalSchema,
        async handle({ actor, params: { team, id, step } }) {
          return goalAnswer(await goals.tick(actor, team, id, step, isDone));
        },
      }),
    ),
  ];
}

function sealGoalPlace(cursors: Cursors, place: GoalPlace | null, listing: Listing): string | null {
  if (!place) return null;
  const { owner, isClosed, at, id } = place;
  return cursors.seal([owner, isClosed ? 'closed' : 'open', at.toISOString(), id], listing);
}

function openGoalPlace(cursors: Cursors, cursor: string, listing: Listing): GoalPlace {
  const [owner, status, at, id] = cursors.open(cursor, listing);
  if (!owner || !status || !at || !id) throw new BadCursor();
  return { owner: personId(owner), isClosed: status === 'closed', at: new Date(at), id: goalId(id) };
}
