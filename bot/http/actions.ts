import { z } from 'zod';
import type { ActionUseCases } from '../app/actions.ts';
import type { ActionPlace } from '../app/hourPorts.ts';
import { BadCursor } from '../app/ports.ts';
import {
  actionBodySchema,
  actionPageSchema,
  actionQuerySchema,
  actionSchema,
  postponeBodySchema,
} from '../contract/hour.ts';
import { routes } from '../contract/paths.ts';
import { actionItemIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { actionItemId } from '../domain/ids.ts';
import type { Cursors } from './cursor.ts';
import { endpoint } from './endpoint.ts';
import { actionAnswer, actionView } from './hourViews.ts';

const listParams = z.object({ team: teamIdSchema });
const params = listParams.extend({ id: actionItemIdSchema });

/** Who does what by when, across the hours. */
export function actionEndpoints({ actions, cursors }: { actions: ActionUseCases; cursors: Cursors }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.actions,
      about: 'Action items, open ones by due date first; of one person those they own and those they were promised.',
      params: listParams,
      query: actionQuerySchema,
      answer: actionPageSchema,
      async handle({ actor, params: { team }, query: { cursor, limit, ...question } }) {
        const listing = { actor, team, question: { list: 'actions', ...question } };
        const after = cursor ? placeOf(cursors.open(cursor, listing)) : null;
        const { visit, items, next } = await actions.list(actor, team, question, after, limit);
        const nextCursor = next && cursors.seal([next.isClosed ? 'closed' : 'open', next.at, next.id], listing);
        return { body: { items: items.map((item) => actionView(item, visit.roster)), nextCursor } };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.action,
      about: 'Writes down who does what by when, under an id that the client made; changes it with `If-Match`.',
      params,
      body: actionBodySchema,
      answer: actionSchema,
      creates: 'id',
      needsVersion: false,
      async handle({ actor, params: { team, id }, body, version }) {
        const saved = await actions.save(actor, team, id, body, version);
        return { status: saved.isNew ? 201 : 200, ...actionAnswer(saved) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.action,
      about: 'Takes it away: by whose it is or who wrote it down; a promise by who was promised it.',
      params,
      answer: null,
      async handle({ actor, params: { team, id } }) {
        await actions.remove(actor, team, id);
        return {};
      },
    }),
    endpoint({
      method: 'POST',
      path: routes.actionDone,
      about: 'I did what was mine to do. Twice is once.',
      params,
      answer: actionSchema,
      async handle({ actor, params: { team, id } }) {
        return actionAnswer(await actions.finish(actor, team, id));
      },
    }),
    ...(['kept', 'released'] as const).map((as) =>
      endpoint({
        method: 'POST',
        path: as === 'kept' ? routes.actionKept : routes.actionRelease,
        about: as === 'kept' ? 'What I was promised was kept.' : 'I release somebody from what I was promised.',
        params,
        answer: actionSchema,
        async handle({ actor, params: { team, id } }) {
          return actionAnswer(await actions.close(actor, team, id, as));
        },
      }),
    ),
    endpoint({
      method: 'POST',
      path: routes.actionPostpone,
      about: 'A new date, given before the old one is over; of a promise by who was promised it.',
      params,
      body: postponeBodySchema,
      answer: actionSchema,
      async handle({ actor, params: { team, id }, body }) {
        return actionAnswer(await actions.postpone(actor, team, id, body.dueOn));
      },
    }),
  ];
}

function placeOf([status, at, id]: readonly string[]): ActionPlace {
  if (!status || at === undefined || !id) throw new BadCursor();
  return { isClosed: status === 'closed', at, id: actionItemId(id) };
}
