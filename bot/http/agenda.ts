import { z } from 'zod';
import type { AgendaUseCases } from '../app/agenda.ts';
import type { AvoidUseCases } from '../app/avoids.ts';
import {
  avoidsSchema,
  exitBodySchema,
  noteBodySchema,
  noteSchema,
  statusBodySchema,
  statusLineSchema,
  topicBodySchema,
  topicSchema,
  topicStateBodySchema,
} from '../contract/hour.ts';
import { routes } from '../contract/paths.ts';
import { hourDateSchema, noteIdSchema, teamIdSchema, topicIdSchema } from '../contract/shapes.ts';
import { endpoint } from './endpoint.ts';
import { noteAnswer, statusAnswer, topicAnswer } from './hourViews.ts';

const teamParams = z.object({ team: teamIdSchema });
const hourParams = teamParams.extend({ date: hourDateSchema });
const topicParams = hourParams.extend({ id: topicIdSchema });
const noteParams = hourParams.extend({ id: noteIdSchema });

const marks = {
  away: { path: routes.awayFromHour, on: 'I cannot come.', off: 'I can come, after all.' },
  present: { path: routes.presentInHour, on: 'I am here.', off: 'I am not here any more.' },
  talked: { path: routes.talkedInHour, on: 'My pair talked.', off: 'My pair has not talked yet, after all.' },
} as const;

/** What people bring to an hour, write down in it and leave it with. */
export function agendaEndpoints({ agenda, avoids }: { agenda: AgendaUseCases; avoids: AvoidUseCases }) {
  return [
    endpoint({
      method: 'PUT',
      path: routes.topic,
      about:
        'Raises a topic under an id that the client made; changes mine with `If-Match`. The same again is the same.',
      params: topicParams,
      body: topicBodySchema,
      answer: topicSchema,
      creates: 'id',
      needsVersion: false,
      async handle({ actor, params: { team, date, id }, body, version }) {
        const saved = await agenda.topic(actor, team, date, id, body, version);
        return { status: saved.isNew ? 201 : 200, ...topicAnswer(saved) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.topic,
      about: 'Takes my topic from the agenda.',
      params: topicParams,
      answer: null,
      async handle({ actor, params: { team, date, id } }) {
        await agenda.removeTopic(actor, team, date, id);
        return {};
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.topicState,
      about: 'It was talked about, it is for the written round ("that’s status"), or it waits after all.',
      params: topicParams,
      body: topicStateBodySchema,
      answer: topicSchema,
      async handle({ actor, params: { team, date, id }, body }) {
        return topicAnswer(await agenda.settleTopic(actor, team, date, id, body.state));
      },
    }),
    ...([true, false] as const).map((supports) =>
      endpoint({
        method: supports ? 'PUT' : 'DELETE',
        path: routes.topicSupport,
        about: supports ? 'I would like to talk about that as well.' : 'I need not talk about that, after all.',
        params: topicParams,
        answer: topicSchema,
        async handle({ actor, params: { team, date, id } }) {
          return topicAnswer(await agenda.supportTopic(actor, team, date, id, supports));
        },
      }),
    ),
    endpoint({
      method: 'PUT',
      path: routes.hourNote,
      about: 'Writes a line under an id that the client made, saved while it is typed; changes it with `If-Match`.',
      params: noteParams,
      body: noteBodySchema,
      answer: noteSchema,
      creates: 'id',
      needsVersion: false,
      async handle({ actor, params: { team, date, id }, body, version }) {
        const saved = await agenda.note(actor, team, date, id, body, version);
        return { status: saved.isNew ? 201 : 200, ...noteAnswer(saved) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.hourNote,
      about: 'Takes a line of mine away.',
      params: noteParams,
      answer: null,
      async handle({ actor, params: { team, date, id } }) {
        await agenda.removeNote(actor, team, date, id);
        return {};
      },
    }),
    ...(['away', 'present', 'talked'] as const).flatMap((mark) =>
      ([true, false] as const).map((isOn) =>
        endpoint({
          method: isOn ? 'PUT' : 'DELETE',
          path: marks[mark].path,
          about: isOn ? marks[mark].on : marks[mark].off,
          params: hourParams,
          answer: null,
          async handle({ actor, params: { team, date } }) {
            await agenda.mark(actor, team, date, mark, isOn);
            return {};
          },
        }),
      ),
    ),
    endpoint({
      method: 'PUT',
      path: routes.exitFromHour,
      about: 'The one if-then that I leave with, in the place of the one before: mine alone, unless I share it.',
      params: hourParams,
      body: exitBodySchema,
      answer: null,
      async handle({ actor, params: { team, date }, body: { isShared, ...plan } }) {
        await agenda.leaveWith(actor, team, date, { plan, isShared });
        return {};
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.exitFromHour,
      about: 'I leave with none.',
      params: hourParams,
      answer: null,
      async handle({ actor, params: { team, date } }) {
        await agenda.leaveWith(actor, team, date, null);
        return {};
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.myStatus,
      about:
        'My two lines in the place of the meeting that was given up. The first without, every other with `If-Match`. The same again is the same.',
      params: hourParams,
      body: statusBodySchema,
      answer: statusLineSchema,
      mayBeFirst: true,
      needsVersion: false,
      async handle({ actor, params: { team, date }, body, version }) {
        const said = await agenda.changeStatus(actor, team, date, body.text, version);
        return { status: said.isNew ? 201 : 200, ...statusAnswer(said) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.myStatus,
      about: 'Takes my two lines back; with `If-Match`, only those.',
      params: hourParams,
      answer: null,
      needsVersion: false,
      async handle({ actor, params: { team, date }, version }) {
        await agenda.takeStatusBack(actor, team, date, version);
        return {};
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.avoids,
      about: 'Whom I would rather not be paired with. Nobody else reads it.',
      params: teamParams,
      answer: avoidsSchema,
      async handle({ actor, params: { team } }) {
        return { body: { people: await avoids.mine(actor, team) } };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.avoids,
      about: 'Names whom I would rather not be paired with, in the place of those before.',
      params: teamParams,
      body: avoidsSchema,
      answer: avoidsSchema,
      async handle({ actor, params: { team }, body }) {
        return { body: { people: await avoids.save(actor, team, body.people) } };
      },
    }),
  ];
}
