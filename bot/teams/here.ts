import type { Visit } from '../app/door.ts';
import { NotFound } from '../app/ports.ts';
import type { PersonalTurn, Room } from './turn.ts';

/** The team of this conversation, if it is one of mine; `null` in a chat of two, and where I am not on the roster. */
export async function visitHere({ activity, actor, teamId }: PersonalTurn, { useCases }: Room): Promise<Visit | null> {
  const id = await teamId();
  if (!id) return null;
  try {
    const visit = await useCases.door.enter(actor, id);
    useCases.reminderWishes.reads(visit, activity.locale);
    return visit;
  } catch (trouble) {
    if (trouble instanceof NotFound) return null;
    throw trouble;
  }
}
