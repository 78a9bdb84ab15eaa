import { z } from 'zod';
import type { HourUseCases } from '../app/hours.ts';
import { BadCursor } from '../app/ports.ts';
import {
  hourEditSchema,
  hourPageSchema,
  hourQuerySchema,
  hourSchema,
  hourScreenSchema,
  moveBodySchema,
  skipBodySchema,
  stepBodySchema,
} from '../contract/hour.ts';
import { routes } from '../contract/paths.ts';
import { hourDateSchema, teamIdSchema } from '../contract/shapes.ts';
import { type Actor, hourDate, type TeamId } from '../domain/ids.ts';
import type { Cursors } from './cursor.ts';
import { type Answer, type Call, endpoint } from './endpoint.ts';
import { editionIn, hasSeen, hourAnswer, hourHeadView, hourView, lookOf } from './hourViews.ts';
import { scheduleView } from './schedule.ts';

const listParams = z.object({ team: teamIdSchema });
const params = z.object({ team: teamIdSchema, date: hourDateSchema });

/** A team's hours: what they are and were, how they are arranged, and how one runs. */
export function hourEndpoints({ hours, cursors }: { hours: HourUseCases; cursors: Cursors }) {
  /** Who has seen the newest pays with one point read, and gets nothing more. */
  async function unlessSeen<Body>(
    { actor, seen }: Pick<Call<never, never, never>, 'actor' | 'seen'>,
    team: TeamId,
    place: string,
    look: (actor: Actor) => Promise<Answer<Body>>,
  ): Promise<Answer<Body>> {
    if (seen !== null && hasSeen(seen, await hours.pulse(actor, team), place)) return { status: 304, version: seen };
    return look(actor);
  }

  return [
    endpoint({
      method: 'GET',
      path: routes.hours,
      about: 'Hours that somebody touched, newest first; with words, those that were about them. A page may be short.',
      params: listParams,
      query: hourQuerySchema,
      answer: hourPageSchema,
      async handle({ actor, params: { team }, query: { cursor, limit, q } }) {
        const listing = { actor, team, question: { list: 'hours', q } };
        const [before] = cursor ? cursors.open(cursor, listing) : [null];
        if (before === undefined || before === '') throw new BadCursor();
        const { visit, items, next } = await hours.history(actor, team, q, before ? hourDate(before) : null, limit);
        const shown = items.map(({ hour, gist }) => ({ ...hourHeadView(hour, visit.roster), gist }));
        return { body: { items: shown, nextCursor: next && cursors.seal([next], listing) } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.hourScreen,
      about: 'The hour page in one call: the hour that runs or comes next, and what became of the last twelve weeks.',
      params: listParams,
      answer: hourScreenSchema,
      isPolled: true,
      handle: ({ params: { team }, ...call }) =>
        unlessSeen(call, team, 'screen', async (actor) => {
          const { schedule, hour, kept, ...look } = await hours.screen(actor, team);
          const { held, counted, givenBackMinutes } = kept;
          const marks = kept.marks.map(({ date, kind }) => ({ date, kind }));
          return {
            body: {
              schedule: schedule && scheduleView(schedule),
              hour: hour && hourView(hour),
              kept: { marks, held, counted, givenBackMinutes },
            },
            version: lookOf(hour ? hours.editionOf(hour.hour) : '0', look, 'screen'),
          };
        }),
    }),
    endpoint({
      method: 'GET',
      path: routes.hour,
      about: 'One hour, with everything in it. Its `ETag` counts what was arranged, and also what people write in it.',
      params,
      answer: hourSchema,
      isPolled: true,
      handle: ({ params: { team, date }, ...call }) =>
        unlessSeen(call, team, date, async (actor) => hourAnswer(await hours.find(actor, team, date))),
    }),
    endpoint({
      method: 'PATCH',
      path: routes.hour,
      about: 'Arranges an hour: who leads it, who stands in the spotlight and with which goal, its plan, its order.',
      params,
      body: hourEditSchema,
      answer: hourSchema,
      needsVersion: true,
      async handle({ actor, params: { team, date }, body, version }) {
        return hourAnswer(await hours.arrange(actor, team, date, body, editionIn(version)));
      },
    }),
    ...(['open', 'close'] as const).map((deed) =>
      endpoint({
        method: 'POST',
        path: deed === 'open' ? routes.openHour : routes.closeHour,
        about: deed === 'open' ? 'Opens the hour for everybody. Twice is once.' : 'Closes the hour. Twice is once.',
        params,
        answer: hourSchema,
        needsVersion: false,
        async handle({ actor, params: { team, date }, version }) {
          return hourAnswer(await hours[deed](actor, team, date, editionIn(version)));
        },
      }),
    ),
    endpoint({
      method: 'POST',
      path: routes.stepHour,
      about: 'To another segment, some minutes more, a pause or its end, or other pairs.',
      params,
      body: stepBodySchema,
      answer: hourSchema,
      needsVersion: false,
      async handle({ actor, params: { team, date }, body, version }) {
        return hourAnswer(await hours.step(actor, team, date, body, editionIn(version)));
      },
    }),
    endpoint({
      method: 'POST',
      path: routes.moveHour,
      about: 'Moves an hour within its week. Answers with the hour where it is now.',
      params,
      body: moveBodySchema,
      answer: hourSchema,
      needsVersion: false,
      async handle({ actor, params: { team, date }, body, version }) {
        const to = { ...body, time: body.time ?? null };
        return hourAnswer(await hours.move(actor, team, date, to, editionIn(version)));
      },
    }),
    endpoint({
      method: 'POST',
      path: routes.skipHour,
      about: 'Skips an hour, and says why.',
      params,
      body: skipBodySchema,
      answer: hourSchema,
      needsVersion: false,
      async handle({ actor, params: { team, date }, body, version }) {
        return hourAnswer(await hours.skip(actor, team, date, body.reason, editionIn(version)));
      },
    }),
  ];
}
