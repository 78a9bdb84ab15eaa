import { z } from 'zod';
import type { AskPlace } from '../app/goalPorts.ts';
import { BadCursor } from '../app/ports.ts';
import type { SupportUseCases } from '../app/support.ts';
import { answerBodySchema, askPageSchema, askSchema, goalSchema, listQuerySchema } from '../contract/goal.ts';
import { routes } from '../contract/paths.ts';
import { goalIdSchema, teamIdSchema } from '../contract/shapes.ts';
import type { Goal } from '../domain/goal.ts';
import { standingOf } from '../domain/goalCircle.ts';
import { type Actor, goalId, type GoalId, type TeamId } from '../domain/ids.ts';
import type { Cursors } from './cursor.ts';
import { endpoint } from './endpoint.ts';
import { askView, goalAnswer } from './goalViews.ts';

const listParams = z.object({ team: teamIdSchema });
const params = z.object({ team: teamIdSchema, id: goalIdSchema });

/** What others do with a goal, and with what its owner asks for. */
export function supportEndpoints({ support, cursors }: { support: SupportUseCases; cursors: Cursors }) {
  /** A no may take the goal away from who says it: then there is nothing to show any more. */
  async function answered(actor: Actor, { team, id }: { team: TeamId; id: GoalId }, accepts: boolean) {
    const after = await support.answer(actor, team, id, accepts);
    return standingOf(after.goal, actor.personId) ? goalAnswer(after) : ({ status: 204 } as const);
  }

  return [
    endpoint({
      method: 'PUT',
      path: routes.support,
      about: 'Answers the owner, who asked for my support. A no is silent.',
      params,
      body: answerBodySchema,
      answer: goalSchema,
      mayVanish: true,
      handle: ({ actor, params, body }) => answered(actor, params, body.accepts),
    }),
    endpoint({
      method: 'DELETE',
      path: routes.support,
      about: 'Supports the goal no longer. The owner is not told.',
      params,
      answer: goalSchema,
      mayVanish: true,
      handle: ({ actor, params }) => answered(actor, params, false),
    }),
    ...([true, false] as const).map((cheers) =>
      endpoint({
        method: cheers ? 'PUT' : 'DELETE',
        path: routes.cheer,
        about: cheers ? 'Cheers for what was checked in last.' : 'Cheers no longer.',
        params,
        answer: goalSchema,
        async handle({ actor, params: { team, id } }) {
          return goalAnswer(await support.cheer(actor, team, id, cheers));
        },
      }),
    ),
    endpoint({
      method: 'GET',
      path: routes.asks,
      about: 'What the team is asked for, newest first. A page may be short and not the last.',
      params: listParams,
      query: listQuerySchema,
      answer: askPageSchema,
      async handle({ actor, params: { team }, query: { cursor, limit } }) {
        const listing = { actor, team, question: { list: 'asks' } };
        const after = cursor ? askPlaceOf(cursors.open(cursor, listing)) : null;
        const { items, next, visit } = await support.asks(actor, team, after, limit);
        const nextCursor = next && cursors.seal([next.at.toISOString(), next.id], listing);
        return { body: { items: items.map((ask) => askView(ask, visit.me.id, visit.roster)), nextCursor } };
      },
    }),
    ...([true, false] as const).map((offers) =>
      endpoint({
        method: offers ? 'PUT' : 'DELETE',
        path: routes.offer,
        about: offers ? '"I can help with that": only who asked learns of it.' : 'I can help with that no longer.',
        params,
        answer: askSchema,
        async handle({ actor, params: { team, id } }) {
          const { goal, visit } = await support.offer(actor, team, id, offers);
          return { body: askView(askIn(goal), visit.me.id, visit.roster) };
        },
      }),
    ),
  ];
}

/** The ask as whoever may help reads it; the goal around it may be hidden from them, and stays so. */
const askIn = ({ id, owner, ask, helpers, createdAt }: Goal) => ({ id, owner, text: ask, helpers, at: createdAt });

function askPlaceOf([at, id]: readonly string[]): AskPlace {
  if (!at || !id) throw new BadCursor();
  return { at: new Date(at), id: goalId(id) };
}
