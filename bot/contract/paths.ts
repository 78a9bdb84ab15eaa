/* Every address of the service, once: the server's routes and the tab's calls are made of the same words. */

const part = encodeURIComponent;

/** Patterns as the server registers them. */
export const routes = {
  me: '/api/me',
  team: '/api/teams/:team',
  values: '/api/teams/:team/values',
  people: '/api/teams/:team/people',
  directory: '/api/teams/:team/people/directory',
  whoCanHelp: '/api/teams/:team/people/help',
  person: '/api/teams/:team/people/:person',
  profile: '/api/teams/:team/people/:person/profile',
  goals: '/api/teams/:team/goals',
  goalsScreen: '/api/teams/:team/goals/screen',
  growthRecord: '/api/teams/:team/goals/record',
  goal: '/api/teams/:team/goals/:id',
  checkIns: '/api/teams/:team/goals/:id/checkins',
  checkIn: '/api/teams/:team/goals/:id/checkins/:entry',
  step: '/api/teams/:team/goals/:id/steps/:step/done',
  reach: '/api/teams/:team/goals/:id/reach',
  drop: '/api/teams/:team/goals/:id/drop',
  reopen: '/api/teams/:team/goals/:id/reopen',
  evidence: '/api/teams/:team/goals/:id/evidence',
  evidenceOf: '/api/teams/:team/goals/:id/evidence/:kudos',
  comments: '/api/teams/:team/goals/:id/comments',
  comment: '/api/teams/:team/goals/:id/comments/:entry',
  notes: '/api/teams/:team/goals/:id/notes',
  note: '/api/teams/:team/goals/:id/notes/:entry',
  support: '/api/teams/:team/goals/:id/supporters/me',
  cheer: '/api/teams/:team/goals/:id/cheers/me',
  asks: '/api/teams/:team/asks',
  offer: '/api/teams/:team/asks/:id/offers/me',
  schedule: '/api/teams/:team/schedule',
  schedulePreview: '/api/teams/:team/schedule/preview',
  scheduleCalendar: '/api/teams/:team/schedule/calendar',
  scheduleProposals: '/api/teams/:team/schedule/proposals',
  myProposal: '/api/teams/:team/schedule/proposals/me',
  kudosList: '/api/teams/:team/kudos',
  kudosPreview: '/api/teams/:team/kudos/preview',
  kudos: '/api/teams/:team/kudos/:id',
  kudosJoined: '/api/teams/:team/kudos/:id/joined/me',
  messages: '/api/messages',
  openapi: '/api/openapi.json',
  alive: '/healthz',
  ready: '/readyz',
} as const;

/** Addresses as the tab calls them. */
export const paths = {
  me: () => '/api/me',
  team: (team: string) => `/api/teams/${part(team)}`,
  values: (team: string) => `${paths.team(team)}/values`,
  people: (team: string) => `${paths.team(team)}/people`,
  directory: (team: string) => `${paths.people(team)}/directory`,
  whoCanHelp: (team: string) => `${paths.people(team)}/help`,
  person: (team: string, person: string) => `${paths.people(team)}/${part(person)}`,
  profile: (team: string, person: string) => `${paths.person(team, person)}/profile`,
  goals: (team: string) => `${paths.team(team)}/goals`,
  goalsScreen: (team: string) => `${paths.goals(team)}/screen`,
  growthRecord: (team: string) => `${paths.goals(team)}/record`,
  goal: (team: string, id: string) => `${paths.goals(team)}/${part(id)}`,
  checkIns: (team: string, id: string) => `${paths.goal(team, id)}/checkins`,
  checkIn: (team: string, id: string, entry: string) => `${paths.checkIns(team, id)}/${part(entry)}`,
  step: (team: string, id: string, step: string) => `${paths.goal(team, id)}/steps/${part(step)}/done`,
  reach: (team: string, id: string) => `${paths.goal(team, id)}/reach`,
  drop: (team: string, id: string) => `${paths.goal(team, id)}/drop`,
  reopen: (team: string, id: string) => `${paths.goal(team, id)}/reopen`,
  evidence: (team: string, id: string) => `${paths.goal(team, id)}/evidence`,
  evidenceOf: (team: string, id: string, kudos: string) => `${paths.evidence(team, id)}/${part(kudos)}`,
  comments: (team: string, id: string) => `${paths.goal(team, id)}/comments`,
  comment: (team: string, id: string, entry: string) => `${paths.comments(team, id)}/${part(entry)}`,
  notes: (team: string, id: string) => `${paths.goal(team, id)}/notes`,
  note: (team: string, id: string, entry: string) => `${paths.notes(team, id)}/${part(entry)}`,
  support: (team: string, id: string) => `${paths.goal(team, id)}/supporters/me`,
  cheer: (team: string, id: string) => `${paths.goal(team, id)}/cheers/me`,
  asks: (team: string) => `${paths.team(team)}/asks`,
  offer: (team: string, id: string) => `${paths.asks(team)}/${part(id)}/offers/me`,
  schedule: (team: string) => `${paths.team(team)}/schedule`,
  schedulePreview: (team: string) => `${paths.schedule(team)}/preview`,
  scheduleCalendar: (team: string) => `${paths.schedule(team)}/calendar`,
  scheduleProposals: (team: string) => `${paths.schedule(team)}/proposals`,
  myProposal: (team: string) => `${paths.scheduleProposals(team)}/me`,
  kudosList: (team: string) => `${paths.team(team)}/kudos`,
  kudosPreview: (team: string) => `${paths.team(team)}/kudos/preview`,
  kudos: (team: string, id: string) => `${paths.team(team)}/kudos/${part(id)}`,
  kudosJoined: (team: string, id: string) => `${paths.kudos(team, id)}/joined/me`,
};

/** Where the tab itself lives; the service answers all of these with the built tab. */
export const tabPaths = { root: '/tab', config: '/tab/config' } as const;

/** What a link into the tab says besides which tab: whose page, and at what. Teams hands it over as the sub page. */
export type SubPage = {
  readonly team: string;
  readonly door: 'kudos' | 'goals' | 'people';
  /** The kudos, the goal or the person; `null` for the page of all. */
  readonly id: string | null;
};

export const subPage = {
  of: (team: string, kudos: string | null) => (kudos ? `${team}/${kudos}` : team),
  goals: (team: string, goal: string | null) => (goal ? `${team}/goals/${goal}` : `${team}/goals`),
  person: (team: string, person: string) => `${team}/people/${person}`,
  read(text: string): SubPage {
    const [, team = text, door = 'kudos', id = null] =
      /^(.*?)(?:\/(goals|people))?(?:\/([0-9a-fA-F-]{36}))?$/.exec(text) ?? [];
    return { team, door: door as SubPage['door'], id };
  },
};
