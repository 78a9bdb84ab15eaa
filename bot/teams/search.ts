import { z } from 'zod';
import { tidyLine } from '../domain/words.ts';
import { inTime } from './deadline.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import { type Answer, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

const valueSchema = z.object({
  parameters: z.array(z.object({ name: z.string().nullish(), value: z.unknown().optional() })).nullish(),
  queryOptions: z
    .object({ skip: z.number().int().min(0).catch(0), count: z.number().int().min(1).catch(25) })
    .nullish()
    .catch(null),
});

const maxCount = 25;
// Nobody scrolls further in a small list; from there on the tab is the better place.
const maxSkip = 200;
/** Of how many teams one looks through outside of all of them. */
export const maxTeamsOutside = 10;

export type Query = { readonly q: string; readonly skip: number; readonly count: number };

/** A search of the message extension: whatever is asked for gets an answer, and in time. */
export function searchCommand(
  room: Room,
  id: string,
  search: (turn: PersonalTurn, query: Query) => Promise<Answer>,
): ExtensionCommand {
  async function answer(turn: PersonalTurn): Promise<Answer> {
    const value = valueSchema.safeParse(turn.activity.value).data;
    if (!value) return { status: 400 };
    const { skip = 0, count = maxCount } = value.queryOptions ?? {};
    if (skip > maxSkip) return list([]);
    try {
      const q = wordsIn(value.parameters ?? []);
      return await inTime(search(turn, { q, skip, count: Math.min(count, maxCount) }));
    } catch (trouble) {
      return message(sentenceFor(trouble, turn, room));
    }
  }
  return { id, answer };
}

/** The first run, before anything was typed, comes as a parameter of its own. */
function wordsIn(parameters: readonly { name?: string | null; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  return typeof typed === 'string' ? tidyLine(typed.slice(0, 200)) : '';
}

export const list = (attachments: readonly object[]): Answer => ({
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
});

export const message = (text: string): Answer => ({
  status: 200,
  body: { composeExtension: { type: 'message', text } },
});
