import { z } from 'zod';
import type { Door } from '../app/door.ts';
import type { KnownSchedule } from '../app/hourPorts.ts';
import type { Dated, ScheduleUseCases } from '../app/schedule.ts';
import { routes } from '../contract/paths.ts';
import {
  calendarQuerySchema,
  calendarSchema,
  datesSchema,
  type OccurrenceView,
  previewQuerySchema,
  proposalSchema,
  proposalsSchema,
  scheduleBodySchema,
  scheduleSchema,
  type ScheduleView,
} from '../contract/schedule.ts';
import { teamIdSchema } from '../contract/shapes.ts';
import type { Proposal, Schedule } from '../domain/schedule.ts';
import type { Roster } from '../domain/team.ts';
import { createText } from '../text/text.ts';
import { calendarOf } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { personView } from './views.ts';

const params = z.object({ team: teamIdSchema });

export function scheduleEndpoints({ schedule, door }: { schedule: ScheduleUseCases; door: Door }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.schedule,
      about: 'When the hour is. Not there while none was chosen.',
      params,
      answer: scheduleSchema,
      async handle({ actor, params }) {
        return scheduleAnswer(await schedule.find(actor, params.team));
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.schedule,
      about: 'An owner of the team chooses the hour. The first without, every other with `If-Match`.',
      params,
      body: scheduleBodySchema,
      answer: scheduleSchema,
      mayBeFirst: true,
      needsVersion: false,
      async handle({ actor, params, body, version }) {
        const saved = await schedule.save(actor, params.team, body, version);
        return { status: saved.isNew ? 201 : 200, ...scheduleAnswer(saved) };
      },
    }),
    endpoint({
      method: 'POST',
      path: routes.schedulePreview,
      about: 'The next dates of a schedule that need not be saved.',
      params,
      query: previewQuerySchema,
      body: scheduleBodySchema,
      answer: datesSchema,
      async handle({ actor, params, query, body }) {
        const dates = await schedule.preview(actor, params.team, body, query.after ?? null, query.limit);
        return { body: { items: dates.map(occurrenceView) } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.scheduleCalendar,
      about: 'The series as an iCalendar file; a later one moves what an earlier one made.',
      params,
      query: calendarQuerySchema,
      answer: calendarSchema,
      async handle({ actor, params, query }) {
        const { visit, thing, edition } = await schedule.find(actor, params.team);
        const { name } = visit.record.team;
        const text = createText(query.language);
        const content = calendarOf({
          ref: visit.ref,
          schedule: thing,
          edition,
          title: text('calendar.title', { team: name }),
          description: text('calendar.text', { team: name }),
          now: new Date(),
        });
        return { body: { fileName: 'people-hour.ics', content } };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.scheduleProposals,
      about: 'What members of the team would choose.',
      params,
      answer: proposalsSchema,
      async handle({ actor, params }) {
        const { items, visit } = await schedule.proposals(actor, params.team);
        return { body: { items: items.map((item) => proposalView(item, visit.roster)) } };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.myProposal,
      about: 'What I would choose, in the place of what I proposed before.',
      params,
      body: scheduleBodySchema,
      answer: proposalSchema,
      needsVersion: false,
      async handle({ actor, params, body }) {
        const { proposal, visit } = await schedule.propose(actor, params.team, body);
        return { body: proposalView(proposal, visit.roster) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.myProposal,
      about: 'I propose nothing any more.',
      params,
      answer: null,
      needsVersion: false,
      async handle({ actor, params }) {
        await door.enter(actor, params.team);
        await schedule.withdraw(actor, params.team);
        return {};
      },
    }),
  ];
}

const scheduleAnswer = ({ thing, version }: KnownSchedule) => ({ body: scheduleView(thing), version });

export function scheduleView(schedule: Schedule): ScheduleView {
  const { weekday, time, timeZone, minutes, everyWeeks, startOn, replaces, meetingLink } = schedule;
  const when = { weekday, time, timeZone, minutes, everyWeeks, startOn };
  return { ...when, replaces: replaces && { ...replaces }, ...(meetingLink && { meetingLink }) };
}

function occurrenceView({ date, startsAt, endsAt, clock, shift }: Dated): OccurrenceView {
  return { date, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), clock, shift };
}

function proposalView({ by, schedule, at }: Proposal, roster: Roster) {
  return { by: personView(by, roster), schedule: scheduleView(schedule), at: at.toISOString() };
}
