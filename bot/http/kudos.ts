import { z } from 'zod';
import type { Door } from '../app/door.ts';
import type { KudosUseCases } from '../app/kudos.ts';
import type { Position } from '../app/kudosPorts.ts';
import { BadCursor, type Versioned } from '../app/ports.ts';
import {
  giftSchema,
  kudosPageSchema,
  kudosQuerySchema,
  kudosSchema,
  previewBodySchema,
  previewSchema,
} from '../contract/kudos.ts';
import { routes } from '../contract/paths.ts';
import { kudosIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { type Actor, kudosId, type TeamId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Cursors, Listing } from './cursor.ts';
import { endpoint } from './endpoint.ts';
import { kudosView } from './views.ts';

const listParams = z.object({ team: teamIdSchema });
const params = z.object({ team: teamIdSchema, id: kudosIdSchema });

/** The tab posts nothing itself: where the bot is in the conversation, it tells it there. */
const byTheBot = { by: 'bot', place: null } as const;

export function kudosEndpoints({ kudos, door, cursors }: { kudos: KudosUseCases; door: Door; cursors: Cursors }) {
  /** With today's names. Asking at the door again is free: it was opened a moment ago. */
  async function shown(actor: Actor, team: TeamId, { thing, version }: Versioned<Kudos>) {
    const { roster } = await door.enter(actor, team);
    return { body: kudosView(thing, actor.personId, roster), version };
  }

  return [
    endpoint({
      method: 'GET',
      path: routes.kudosList,
      about:
        'The wall, newest first. `q` is looked for in names, values and words; a page may be short and not the last.',
      params: listParams,
      query: kudosQuerySchema,
      answer: kudosPageSchema,
      async handle({ actor, params, query: { cursor, limit, ...question } }) {
        const listing = { actor, team: params.team, question };
        const after = cursor ? openKudosPlace(cursors, cursor, listing) : null;
        const { items, next, visit } = await kudos.list(actor, params.team, question, after, limit);
        const nextCursor = sealKudosPlace(cursors, next, listing);
        const shown = items.map(({ thing }) => kudosView(thing, visit.me.id, visit.roster));
        return { body: { items: shown, nextCursor } };
      },
    }),
    endpoint({
      method: 'POST',
      path: routes.kudosPreview,
      about: 'What giving to these people would do, before anything is sent.',
      params: listParams,
      body: previewBodySchema,
      answer: previewSchema,
      async handle({ actor, params, body }) {
        return { body: { outcome: await kudos.preview(actor, params.team, body.to) } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.kudos,
      about: 'One kudos.',
      params,
      answer: kudosSchema,
      async handle({ actor, params }) {
        return shown(actor, params.team, await kudos.find(actor, params.team, params.id));
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.kudos,
      about: 'Gives a kudos under an id that the client made. The same again is answered with the same kudos.',
      params,
      body: giftSchema,
      answer: kudosSchema,
      creates: 'id',
      async handle({ actor, params, body }) {
        const given = await kudos.give(actor, params.team, params.id, body, byTheBot);
        return { status: given.isNew ? 201 : 200, ...(await shown(actor, params.team, given)) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.kudos,
      about: 'Takes it back, by the giver; or off the wall, by somebody who was thanked.',
      params,
      answer: null,
      needsVersion: false,
      async handle({ actor, params, version }) {
        await kudos.takeBack(actor, params.team, params.id, version);
        return {};
      },
    }),
    ...([true, false] as const).map((joins) =>
      endpoint({
        method: joins ? 'PUT' : 'DELETE',
        path: routes.kudosJoined,
        about: joins ? 'Me too.' : 'Me too, no longer.',
        params,
        answer: kudosSchema,
        async handle({ actor, params }) {
          return shown(actor, params.team, await kudos.join(actor, params.team, params.id, joins));
        },
      }),
    ),
  ];
}

/** The place after which a list of kudos goes on. The first screen shows the beginning of the same list. */
export function sealKudosPlace(cursors: Cursors, place: Position | null, listing: Listing): string | null {
  return place && cursors.seal([place.createdAt.toISOString(), place.id], listing);
}

function openKudosPlace(cursors: Cursors, cursor: string, listing: Listing): Position {
  const [createdAt, id] = cursors.open(cursor, listing);
  if (!createdAt || !id) throw new BadCursor();
  return { createdAt: new Date(createdAt), id: kudosId(id) };
}
