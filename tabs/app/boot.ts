import { wallPaths } from '#contract/wallPaths';
import { begin, readIn, takeTokensFrom } from '../api/client.ts';
import type { Place } from './place.ts';
import { getToken, HostProblem, type NoHost, openTeams, tellTeams, whereWeAre } from './teams.ts';

export type Boot = { readonly place: Place } | { readonly trouble: NoHost };

/**
 * Everything that need not wait for React: say hello to Teams, find out who and where we are at the same time, and ask for what
 * the first screen will show.
 */
export async function boot(address: URL): Promise<Boot> {
  try {
    await openTeams();
    tellTeams.hasShape(); // The page's own still picture stands.
    const first = getToken();
    takeTokensFrom(once(first, getToken));
    const place = await whereWeAre(address);
    readIn(place.locale);
    if (place.kind === 'team' || place.kind === 'personal')
      void begin(place.teamId ? wallPaths.team(place.teamId) : wallPaths.me());
    // React keeps the browser busy as it starts. That is best done while the answer is on its way, not while the token is.
    await Promise.race([first.catch(() => undefined), aMoment()]);
    return { place };
  } catch (trouble) {
    if (trouble instanceof HostProblem) return { trouble: trouble.reason };
    throw trouble;
  }
}

/** The token that was asked for first is the first call's; every other call asks anew. */
function once(first: Promise<string>, next: () => Promise<string>): () => Promise<string> {
  let waiting: Promise<string> | null = first;
  first.catch(() => undefined); // Whoever makes the first call hears of it.
  return () => {
    const token = waiting ?? next();
    waiting = null;
    return token;
  };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 250));
