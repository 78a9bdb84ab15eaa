import { z } from 'zod';
import { NotFound } from '../app/ports.ts';
import type { TeamId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Team } from '../domain/team.ts';
import { tidyLine } from '../domain/words.ts';
import { stillCard } from './cards/kudosCard.ts';
import { insertable } from './cards/preview.ts';
import { inTime } from './deadline.ts';
import { type Answer, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

const findCommand = 'findKudos';

const querySchema = z.object({
  commandId: z.enum([findCommand, '']).nullish(),
  parameters: z.array(z.object({ name: z.string().nullish(), value: z.unknown().optional() })).nullish(),
  queryOptions: z
    .object({ skip: z.number().int().min(0).catch(0), count: z.number().int().min(1).catch(25) })
    .nullish()
    .catch(null),
});

const maxCount = 25;
// Nobody scrolls further in a small list; from there on the tab is the better place.
const maxSkip = 200;
const maxTeamsOutside = 10;
const maxSlice = 100;
const maxSlices = 6;

type Found = { readonly kudos: Kudos; readonly team: Pick<Team, 'id' | 'name'> };

/**
 * "Find kudos": what is inserted is read by everybody in the conversation. So in a team's own conversation it finds what that whole
 * team may see; anywhere else only what I gave or received myself, of that same kind. Private thanks and those that wait for an hour are
 * never found, not even by those who may see them.
 */
export function createSearchExtension(room: Room) {
  const { kudos, team: teams, door } = room.useCases;

  async function find(turn: PersonalTurn): Promise<Answer> {
    const query = querySchema.safeParse(turn.activity.value).data;
    if (!query) return { status: 400 };
    const { skip = 0, count = maxCount } = query.queryOptions ?? {};
    if (skip > maxSkip) return list([]);
    try {
      const q = wordsIn(query.parameters ?? []);
      return await inTime(search(turn, q, skip, Math.min(count, maxCount)));
    } catch (trouble) {
      return message(sentenceFor(trouble, turn, room));
    }
  }

  async function search(turn: PersonalTurn, q: string, skip: number, count: number): Promise<Answer> {
    const here = await teamHere(turn);
    const found = here ? await inTeam(turn, here, q, skip + count, null) : await outside(turn, q, skip + count);
    const page = found.slice(skip, skip + count);
    if (page.length === 0 && skip === 0) return message(turn.text(here ? 'search.none' : 'search.none.outside'));
    return list(page.map((one) => attachment(turn, one, here === null)));
  }

  /** The team of this conversation, if it is one of mine. */
  async function teamHere({ actor, teamId }: PersonalTurn): Promise<Pick<Team, 'id' | 'name'> | null> {
    const id = await teamId();
    if (!id) return null;
    try {
      return (await door.enter(actor, id)).record.team;
    } catch (trouble) {
      if (trouble instanceof NotFound) return null;
      throw trouble;
    }
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
    return insertable(text, one, stillCard(text, one, { wall }), namesTeam ? team.name : null);
  }

  return { find };
}

const isForAll = ({ kudos }: Found) => kudos.visibility === 'channel';

/** The first run, before anything was typed, comes as a parameter of its own; it shows the newest. */
function wordsIn(parameters: readonly { name?: string | null; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string' ? tidyLine(typed.slice(0, 200)) : '';
}

const list = (attachments: readonly object[]): Answer => ({
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
});

const message = (text: string): Answer => ({ status: 200, body: { composeExtension: { type: 'message', text } } });
