import { z } from 'zod';
import { type SubPage, subPage } from '../contract/subPage.ts';
import { teamIdSchema } from '../contract/shapes.ts';
import type { TeamId } from '../domain/ids.ts';

export type LinkedPage = Omit<SubPage, 'team'> & { readonly team: TeamId };

// Longer than any address of ours.
const maxUnits = 1024;
const contextSchema = z.object({ subEntityId: z.string().max(maxUnits) });

/**
 * The page of the tab that a link leads to: a link into Teams, as the bot and Teams themselves make them, or one to our own address.
 * `null` for every other link, and for one that names no page.
 */
export function linkedPage(link: string, appUrl: string): LinkedPage | null {
  if (link.length > 4 * maxUnits || !URL.canParse(link)) return null;
  const url = new URL(link);
  const page = isTeams(url)
    ? inContext(url)
    : isOurs(url, appUrl)
      ? (url.searchParams.get('page') ?? inContext(url))
      : null;
  if (!page) return null;
  const { team, door, id } = subPage.read(page);
  const known = teamIdSchema.safeParse(team).data;
  return known ? { team: known, door, id } : null;
}

const isOurs = ({ origin }: URL, appUrl: string) => URL.canParse(appUrl) && origin === new URL(appUrl).origin;

const isTeams = ({ protocol, hostname, pathname }: URL) =>
  protocol === 'https:' &&
  /^(?:[a-z0-9-]+\.)*teams\.(?:microsoft\.com|microsoft\.us|cloud\.microsoft)$/.test(hostname) &&
  pathname.startsWith('/l/entity/');

function inContext({ searchParams }: URL): string | null {
  try {
    return contextSchema.safeParse(JSON.parse(searchParams.get('context') ?? '')).data?.subEntityId ?? null;
  } catch {
    return null; // Somebody else's context, or none.
  }
}
