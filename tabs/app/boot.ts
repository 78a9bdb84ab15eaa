import { paths } from '#contract/paths';
import { begin, takeTokensFrom } from '../api/client.ts';
import type { Place } from './place.ts';
import { getToken, HostProblem, type NoHost, openTeams } from './teams.ts';

export type Boot = { readonly place: Place } | { readonly trouble: NoHost };

/**
 * Everything that need not wait for React: say hello to Teams, find out where we are, and ask for what the first screen will
 * show as soon as there is a token.
 */
export async function boot(address: URL): Promise<Boot> {
  try {
    const place = await openTeams(address);
    takeTokensFrom(getToken);
    if (place.kind !== 'config')
      void begin(place.teamId ? paths.team(place.teamId) : paths.me()).catch(() => undefined);
    return { place };
  } catch (trouble) {
    if (trouble instanceof HostProblem) return { trouble: trouble.reason };
    throw trouble;
  }
}
