import { z } from 'zod';
import type { DataRightsUseCases } from '../app/dataRights.ts';
import { type MyExport, myExportSchema, teamExportSchema } from '../contract/dataRights.ts';
import { routes } from '../contract/paths.ts';
import { teamIdSchema } from '../contract/shapes.ts';
import { endingSchema } from '../contract/team.ts';
import { endpoint } from './endpoint.ts';
import { askView, goalView } from './goalViews.ts';
import { actionView, hourHeadView, noteView, topicView } from './hourViews.ts';
import { endingView, kudosView, memberView, personView, profileOf, teamView } from './views.ts';

type Record = Omit<MyExport['teams'][number], 'id' | 'name'>;

const params = z.object({ team: teamIdSchema });

export function dataRightsEndpoints({ dataRights }: { dataRights: DataRightsUseCases }) {
  return [
    endpoint({
      method: 'GET',
      path: routes.myExport,
      about: 'Everything of mine, from every team.',
      answer: myExportSchema,
      isWhole: true,
      async handle({ actor }) {
        const { person, exportedAt, teams } = await dataRights.exportMine(actor);
        // It is mine as it is kept: nothing to leave out, and times become text on their way.
        const mine = teams.map(({ id, name, record }) => ({ id, name, ...(plain(record) as Record) }));
        return {
          body: { person, exportedAt: exportedAt.toISOString(), teams: mine },
          fileName: `people-hour-${dayOf(exportedAt)}.json`,
        };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.me,
      about: 'Erases me. What I wrote goes; a record of others that needs somebody names nobody in particular.',
      answer: null,
      isWhole: true,
      async handle({ actor }) {
        await dataRights.eraseMe(actor);
        return {};
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.teamExport,
      about: 'Everything of the team that all of its members may see. For its owners.',
      params,
      answer: teamExportSchema,
      isWhole: true,
      async handle({ actor, params }) {
        const found = await dataRights.exportTeam(actor, params.team);
        return {
          body: { ...teamRecordView(found), exportedAt: found.exportedAt.toISOString() },
          fileName: `people-hour-team-${dayOf(found.exportedAt)}.json`,
        };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.teamEnding,
      about: 'The team is deleted when its grace of 30 days is over. For its owners; asking twice does not put it off.',
      params,
      answer: endingSchema,
      async handle({ actor, params }) {
        const { ending, roster } = await dataRights.endTeam(actor, params.team);
        return { body: endingView(ending, roster) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.teamEnding,
      about: 'The team goes on after all. For its owners.',
      params,
      answer: null,
      async handle({ actor, params }) {
        await dataRights.keepTeam(actor, params.team);
        return {};
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.team,
      about: 'Deletes the team and everything in it, at once. For its owners.',
      params,
      answer: null,
      isWhole: true,
      async handle({ actor, params }) {
        await dataRights.deleteTeam(actor, params.team);
        return {};
      },
    }),
  ];
}

type Found = Awaited<ReturnType<DataRightsUseCases['exportTeam']>>;

/** By the same views as everywhere, as somebody would see it who is nothing but a member. */
function teamRecordView({ team, roster, schedule, record }: Found) {
  const { profiles, kudos, goals, asks, hours, topics, lines, exits, status, actions } = record;
  return {
    team: teamView(team, roster),
    members: [...roster.values()].map(memberView),
    schedule: schedule && { ...schedule },
    profiles: profiles.flatMap(({ person, profile }) => {
      const member = roster.get(person);
      return member ? [profileOf({ member, isMine: false, profile })] : [];
    }),
    kudos: kudos.map((each) => kudosView(each, null, roster)),
    goals: goals.map((goal) => goalView(goal, null, roster)),
    asks: asks.map((ask) => askView(ask, null, roster)),
    hours: hours.map((hour) => hourHeadView(hour, roster)),
    topics: topics.map((topic) => topicView(topic, roster)),
    lines: lines.map(({ hour, ...note }) => ({ hour, ...noteView(note, roster) })),
    exits: exits.map(({ hour, person, plan }) => ({ hour, person: personView(person, roster), ...plan })),
    status: status.map(({ hour, by, text, at }) => ({ hour, by: personView(by, roster), text, at: at.toISOString() })),
    actions: actions.map((item) => actionView(item, roster)),
  };
}

/** As JSON says it: times are text. */
const plain = (thing: unknown): unknown => JSON.parse(JSON.stringify(thing));
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
