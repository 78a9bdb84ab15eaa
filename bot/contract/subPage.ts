/** What a link into the tab says besides which tab: whose page, and at what. Teams hands it over as the sub page. */
export type SubPage = {
  readonly team: string;
  readonly door: 'kudos' | 'goals' | 'people' | 'hour';
  /** The kudos, the goal or the person; `null` for the page of all, and for the hour. */
  readonly id: string | null;
};

/** The sub page of whoever looks after the service. No team is called like that. */
export const setupPage = 'setup';

export const subPage = {
  of: (team: string, kudos: string | null) => (kudos ? `${team}/${kudos}` : team),
  goals: (team: string, goal: string | null) => (goal ? `${team}/goals/${goal}` : `${team}/goals`),
  person: (team: string, person: string) => `${team}/people/${person}`,
  hour: (team: string) => `${team}/hour`,
  read(text: string): SubPage {
    const [, team = text, door = 'kudos', id = null] =
      /^(.*?)(?:\/(goals|people|hour))?(?:\/([0-9a-fA-F-]{36}))?$/.exec(text) ?? [];
    return { team, door: door as SubPage['door'], id };
  },
};
