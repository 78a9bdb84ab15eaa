import { fit } from '../domain/help.ts';
import { byName, type Team } from '../domain/team.ts';
import { type Found, personCard, personElsewhereCard, personPreview } from './cards/personCard.ts';
import { insertable } from './cards/preview.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import { visitHere } from './here.ts';
import { list, maxTeamsOutside, message, type Query, searchCommand } from './search.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

type FoundIn = Found & { readonly team: Pick<Team, 'id' | 'name'> };

const maxExamples = 4;

/**
 * "Who can help?": members whose "can show" fits, best fit first. What is inserted is read by everybody in the conversation. So in a
 * team's own conversation it shows what that whole team may see of them; anywhere else only who I found, in the teams that we share.
 */
export function createPeopleSearch(room: Room): ExtensionCommand {
  const { people, team: teams } = room.useCases;

  async function search(turn: PersonalTurn, { q, skip, count }: Query): Promise<Answer> {
    const here = (await visitHere(turn, room))?.record.team ?? null;
    if (!q) return message(await hint(turn, here));
    const found = here ? await inTeam(turn, here, q, skip + count) : await outside(turn, q, skip + count);
    const page = found.slice(skip, skip + count);
    if (page.length === 0 && skip === 0)
      return message(turn.text(here ? 'findPeople.none' : 'findPeople.none.outside'));
    return list(page.map((one) => attachment(turn, one, here !== null)));
  }

  /** What this team can show, for a start. */
  async function hint({ actor, text }: PersonalTurn, here: Team | null): Promise<string> {
    const told = here ? await people.directory(actor, here.id) : [];
    const tags = new Set(
      told.filter(({ member }) => member.id !== actor.personId).flatMap((one) => one.profile.canShow),
    );
    const examples = [...tags].slice(0, maxExamples);
    return examples.length > 0 ? text('findPeople.hint.tags', { tags: text.names(examples) }) : text('findPeople.hint');
  }

  async function inTeam({ actor }: PersonalTurn, team: Team, q: string, count: number): Promise<FoundIn[]> {
    const { items } = await people.help(actor, team.id, q, count);
    return items.map((each) => ({ ...each, team }));
  }

  async function outside(turn: PersonalTurn, q: string, count: number): Promise<FoundIn[]> {
    const mine = (await teams.mine(turn.actor)).slice(0, maxTeamsOutside);
    const found = await Promise.all(mine.map((team) => inTeam(turn, team, q, count)));
    const fitOf = ({ fits }: FoundIn) => fit(q, fits[0] ?? '');
    return found.flat().sort((one, other) => fitOf(other) - fitOf(one) || byName(one.person, other.person));
  }

  function attachment({ text, tenantId }: PersonalTurn, found: FoundIn, isTheirTeam: boolean): object {
    const page = room.links.person({ tenantId, teamId: found.team.id }, found.person.id);
    const card = isTheirTeam ? personCard(text, found, page) : personElsewhereCard(text, found.person, page);
    return insertable(card, personPreview(text, found, isTheirTeam ? null : found.team.name, new Date()));
  }

  return searchCommand(room, 'findPeople', search);
}
