import type { TeamId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Team } from '../domain/team.ts';
import { stillCard } from './cards/kudosCard.ts';
import { insertable, kudosPreview } from './cards/preview.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import { visitHere } from './here.ts';
import { list, maxTeamsOutside, message, type Query, searchCommand } from './search.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const maxSlice = 100;
const maxSlices = 6;

type Found = { readonly kudos: Kudos; readonly team: Pick<Team, 'id' | 'name'> };

/**
 * "Find kudos": what is inserted is read by everybody in the conversation. So in a team's own conversation it finds what that whole
 * team may see; anywhere else only what I gave or received myself, of that same kind. Private thanks and those that wait for an hour are
 * never found, not even by those who may see them. Without words it finds the newest.
 */
export function createKudosSearch(room: Room): ExtensionCommand {
  const { kudos, team: teams } = room.useCases;

  async function search(turn: PersonalTurn, { q, skip, count }: Query): Promise<Answer> {
    const here = (await visitHere(turn, room))?.record.team ?? null;
    const found = here ? await inTeam(turn, here, q, skip + count, null) : await outside(turn, q, skip + count);
    const page = found.slice(skip, skip + count);
    if (page.length === 0 && skip === 0) return message(turn.text(here ? 'search.none' : 'search.none.outside'));
    return list(page.map((one) => attachment(turn, one, here === null)));
  }

  async function outside(turn: PersonalTurn, q: string, count: number): Promise<Found[]> {
    const mine = (await teams.mine(turn.actor)).slice(0, maxTeamsOutside);
    const found = await Promise.all(mine.map((team) => inTeam(turn, team, q, count, turn.actor)));
    return found.flat().sort((one, other) => other.kudos.createdAt.getTime() - one.kudos.createdAt.getTime());
  }

  async function inTeam(
    { actor }: PersonalTurn,
    team: Found['team'],
    q: string,
    count: number,
    ofMe: PersonalTurn['actor'] | null,
  ): Promise<Found[]> {
    const question = { ...(q && { q }), ...(ofMe && { person: ofMe.personId }) };
    const found: Found[] = [];
    let after: Parameters<typeof kudos.list>[3] = null;
    for (let slice = 0; slice < maxSlices && found.length < count; slice++) {
      const { items, next } = await kudos.list(actor, team.id as TeamId, question, after, Math.min(count, maxSlice));
      found.push(...items.map(({ thing }) => ({ kudos: thing, team })).filter(isForAll));
      if (!next) break;
      after = next;
    }
    return found.slice(0, count);
  }

  function attachment({ text, tenantId }: PersonalTurn, { kudos: one, team }: Found, namesTeam: boolean): object {
    const wall = room.links.wall({ tenantId, teamId: team.id }, one.id);
    return insertable(stillCard(text, one, { wall }), kudosPreview(text, one, namesTeam ? team.name : null));
  }

  return searchCommand(room, 'findKudos', search);
}

const isForAll = ({ kudos }: Found) => kudos.visibility === 'channel';
