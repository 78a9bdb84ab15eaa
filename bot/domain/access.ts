import type { Actor } from './ids.ts';
import type { Member, Roster } from './team.ts';

/**
 * The one question every call is asked: is this person on the roster of exactly this team, now? `null` when not, and the
 * answer to the outside is then the same as for a team that does not exist.
 */
export function memberOn(roster: Roster, actor: Actor): Member | null {
  const member = roster.get(actor.personId);
  return member && member.tenantId === actor.tenantId ? member : null;
}
