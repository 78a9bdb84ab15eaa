import { Away } from '../app/ports.ts';
import { createActivities } from './activities.ts';
import type { TeamsConnection } from './connection.ts';
import { type Answer, report, type Room, turnOf, type UseCases } from './turn.ts';

/** A request that says it comes from Teams; `body` is whatever the JSON was. */
export type Receiver = (request: {
  readonly authorization: string | undefined;
  readonly body: unknown;
}) => Promise<Answer>;

/** Never throws, and never says why: the answer to what was not expected is a number. */
export function createReceiver(connection: TeamsConnection, useCases: UseCases): Receiver {
  const room: Room = { ...connection.inside, useCases };
  const take = createActivities(room);

  return async ({ authorization, body }) => {
    try {
      const admitted = await room.admit(authorization, body);
      if (typeof admitted === 'number') return { status: admitted };
      return await take(turnOf(admitted, room));
    } catch (trouble) {
      report(trouble, room);
      return { status: trouble instanceof Away ? 503 : 500 };
    }
  };
}
