import type { z } from 'zod';
import type { WholeHour } from '../app/hourReading.ts';
import type { awaySchema } from './hourInput.ts';
import { mustBeAhead } from './nextHours.ts';
import type { PersonalTurn, Room } from './turn.ts';

/** "I cannot come", or I can after all. Said twice is said once. @throws NotFound @throws Refusal hour.isOver */
export async function markAway(
  { actor }: PersonalTurn,
  { useCases }: Room,
  { team, date, away }: z.output<typeof awaySchema>,
): Promise<WholeHour> {
  mustBeAhead(await useCases.hours.find(actor, team, date));
  await useCases.agenda.mark(actor, team, date, 'away', away);
  return useCases.hours.find(actor, team, date);
}
