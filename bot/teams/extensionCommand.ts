import { z } from 'zod';
import type { Answer, PersonalTurn } from './turn.ts';

/** A command of the message extension, by its id in the manifest. */
export type ExtensionCommand = { readonly id: string; answer(turn: PersonalTurn): Promise<Answer> };

const valueSchema = z.object({ commandId: z.string().nullish() });

/** A client that does not know the manifest, as the Playground, may leave the id out: then it means the first one. */
export function byCommand(commands: readonly ExtensionCommand[]): (turn: PersonalTurn) => Promise<Answer> {
  return async (turn) => {
    const value = valueSchema.safeParse(turn.activity.value).data;
    const meant = value && commands.find(({ id }) => id === (value.commandId || commands[0]!.id));
    return meant ? meant.answer(turn) : { status: 400 };
  };
}
