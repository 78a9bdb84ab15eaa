/* Every address of the service, once: the server's routes and the tab's calls are made of the same words. */

const part = encodeURIComponent;

/** Patterns as the server registers them. */
export const routes = {
  me: '/api/me',
  team: '/api/teams/:team',
  values: '/api/teams/:team/values',
  people: '/api/teams/:team/people',
  profile: '/api/teams/:team/people/:person/profile',
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
  profile: (team: string, person: string) => `${paths.team(team)}/people/${part(person)}/profile`,
  kudosList: (team: string) => `${paths.team(team)}/kudos`,
  kudosPreview: (team: string) => `${paths.team(team)}/kudos/preview`,
  kudos: (team: string, id: string) => `${paths.team(team)}/kudos/${part(id)}`,
  kudosJoined: (team: string, id: string) => `${paths.kudos(team, id)}/joined/me`,
};

/** Where the tab itself lives; the service answers all of these with the built tab. */
export const tabPaths = { root: '/tab', config: '/tab/config' } as const;

/** What a link into the tab says besides which tab: whose wall, and at which kudos. Teams hands it over as the sub page. */
export const subPage = {
  of: (team: string, kudos: string | null) => (kudos ? `${team}/${kudos}` : team),
  read(text: string): { team: string; kudos: string | null } {
    const [, team, kudos] = /^(.*)\/([0-9a-f-]{36})$/i.exec(text) ?? [];
    return team && kudos ? { team, kudos } : { team: text, kudos: null };
  },
};
