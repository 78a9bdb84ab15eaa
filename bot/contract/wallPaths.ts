const part = encodeURIComponent;

/** The addresses that the first screen calls: all that a browser has to know of them before anything is drawn. */
export const wallPaths = {
  me: () => '/api/me',
  team: (team: string) => `/api/teams/${part(team)}`,
  kudosList: (team: string) => `${wallPaths.team(team)}/kudos`,
  kudosPreview: (team: string) => `${wallPaths.team(team)}/kudos/preview`,
  kudos: (team: string, id: string) => `${wallPaths.team(team)}/kudos/${part(id)}`,
  kudosJoined: (team: string, id: string) => `${wallPaths.kudos(team, id)}/joined/me`,
};
