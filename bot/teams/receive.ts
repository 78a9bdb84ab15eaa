import { type Meter, timed, unmetered } from '../app/meter.ts';
import { Away } from '../app/ports.ts';
import { createActivities, invokeNames, otherTypes } from './activities.ts';
import type { TeamsConnection } from './connection.ts';
import type { Activity } from './activity.ts';
import { type Answer, report, type Room, turnOf, type UseCases } from './turn.ts';

/** A request that says it comes from Teams; `body` is whatever the JSON was. */
export type Receiver = (request: {
  readonly authorization: string | undefined;
  readonly body: unknown;
}) => Promise<Answer>;

/** Never throws, and never says why: the answer to what was not expected is a number. */
export function createReceiver(connection: TeamsConnection, useCases: UseCases, meter: Meter = unmetered): Receiver {
  const room: Room = { ...connection.inside, useCases };
  const take = createActivities(room);

  return async ({ authorization, body }) => {
    try {
      const admitted = await room.admit(authorization, body);
      if (typeof admitted === 'number') return { status: admitted };
      const kind = kindOf(admitted.activity);
      return await timed(meter, 'activity.ms', { kind }, () => take(turnOf(admitted, room)), outcomeOf);
    } catch (trouble) {
      report(trouble, room);
      return { status: trouble instanceof Away ? 503 : 500 };
    }
  };
}

/** Whatever else an activity calls itself is no word of ours. */
const kindOf = ({ type, name }: Activity): string =>
  (type === 'invoke' ? invokeNames : otherTypes).find((known) => known === (type === 'invoke' ? name : type)) ??
  'other';

function outcomeOf(answer: Answer | undefined, trouble?: unknown): string {
  if (trouble) return trouble instanceof Away ? 'away' : 'failed';
  return `${Math.floor((answer?.status ?? 200) / 100)}xx`;
}
