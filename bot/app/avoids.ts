import type { Actor, PersonId, TeamId } from '../domain/ids.ts';
import type { Door } from './door.ts';
import type { AvoidStore } from './hourPorts.ts';
import { type Clock, NotFound } from './ports.ts';

export type AvoidUseCases = ReturnType<typeof avoidUseCases>;

/** Whom I would rather not be paired with. Nobody else ever reads it; the matcher does, and keeps it to itself. */
export function avoidUseCases({ door, avoids, clock }: { door: Door; avoids: AvoidStore; clock: Clock }) {
  async function mine(actor: Actor, teamId: TeamId): Promise<PersonId[]> {
    const { ref, me, roster } = await door.enter(actor, teamId);
    return (await avoids.of(ref, me.id)).filter((id) => roster.has(id));
  }

  /** @throws NotFound for somebody who is not in the team */
  async function save(actor: Actor, teamId: TeamId, people: readonly PersonId[]): Promise<PersonId[]> {
    const { ref, me, roster } = await door.enter(actor, teamId);
    const wanted = [...new Set(people)].filter((id) => id !== me.id);
    if (!wanted.every((id) => roster.has(id))) throw new NotFound();
    await avoids.save(ref, me.id, wanted, clock());
    return wanted;
  }

  return { mine, save };
}
