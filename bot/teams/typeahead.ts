import { z } from 'zod';
import { teamIdSchema } from '../contract/shapes.ts';
import type { Person } from '../domain/team.ts';
import { folded } from '../domain/words.ts';
import { type Choice, choicesOf } from './cards/choices.ts';
import { membersDataset } from './cards/kudosForm.ts';
import { zonesDataset } from './cards/scheduleForm.ts';
import { inTime } from './deadline.ts';
import { type Answer, type PersonalTurn, report, type Room } from './turn.ts';
import { zonesCalled } from './zoneChoices.ts';

const querySchema = z.object({
  queryText: z.string().max(200).catch(''),
  dataset: z
    .string()
    .startsWith(membersDataset)
    .transform((dataset) => dataset.slice(membersDataset.length))
    .pipe(teamIdSchema),
});

const zonesSchema = z.object({ queryText: z.string().max(200).catch(''), dataset: z.literal(zonesDataset) });

/** Teams shows no more than these. */
const maxShown = 15;

/** Names while somebody types, for teams too large to list in the form; and the cities of the world. */
export function createTypeahead(room: Room) {
  async function suggest(turn: PersonalTurn): Promise<Answer> {
    const zones = zonesSchema.safeParse(turn.activity.value).data;
    if (zones) return found(zonesCalled(turn.text, zones.queryText));
    const query = querySchema.safeParse(turn.activity.value).data;
    if (!query) return { status: 400 };
    try {
      const { roster, me } = await inTime(room.useCases.door.enter(turn.actor, query.dataset));
      const others = [...roster.values()].filter(({ id }) => id !== me.id);
      return found(choicesOf(others.filter(isCalled(query.queryText)).slice(0, maxShown)));
    } catch (trouble) {
      // Somebody who is not in that team sees what there is to see of one that does not exist: nobody.
      report(trouble, room);
      return found([]);
    }
  }
  return { suggest };
}

function isCalled(typed: string): (person: Person) => boolean {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  return ({ name }) => {
    const parts = folded(name).split(/\s+/);
    return wanted.every((start) => parts.some((part) => part.startsWith(start)));
  };
}

const found = (results: readonly Choice[]): Answer => ({
  status: 200,
  body: {
    statusCode: 200,
    type: 'application/vnd.microsoft.search.searchResponse',
    value: { results },
  },
});
