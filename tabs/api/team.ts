import { wallPaths } from '#contract/wallPaths';
import type { FirstScreen, MeView } from '#contract/team';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { get } from './client.ts';
import { mayPass } from './problem.ts';

/** The team that this page is about, with everything the first screen brought. Features stand inside of it. */
export const TeamContext = createContext<FirstScreen | null>(null);

export function useTeam(): FirstScreen {
  const screen = useContext(TeamContext);
  if (!screen) throw new Error('useTeam is for what stands inside a team: render it below TeamContext.');
  return screen;
}

export const teamKey = (teamId: string) => ['team', teamId] as const;
export const firstScreenKey = (teamId: string) => [...teamKey(teamId), 'firstScreen'] as const;

/** The team whose list this is the key of; `null` for everything else. */
export const teamOf = ([kind, team, what, which]: readonly unknown[]) =>
  kind === 'team' && what === 'kudos' && which === 'list' ? String(team) : null;

const tryAgainInMs = 10_000;
const whileAway = (trouble: unknown) => (mayPass(trouble) ? tryAgainInMs : false);

export const firstScreen = (teamId: string) =>
  queryOptions({
    queryKey: firstScreenKey(teamId),
    queryFn: async ({ signal }) => (await get<FirstScreen>(wallPaths.team(teamId), signal)).body,
    // The page that says what is wrong is shown at once, and goes away by itself.
    retry: false,
    refetchInterval: ({ state }) => whileAway(state.error),
  });

export const myTeams = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await get<MeView>(wallPaths.me(), signal)).body,
    retry: false,
    refetchInterval: ({ state }) => whileAway(state.error),
  });
