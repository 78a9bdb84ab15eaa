import { z } from 'zod';

/** What an administrator can look after, in the order in which one sets it up. */
export const setupParts = ['address', 'signIn', 'tables', 'queues', 'exports', 'bot', 'teams'] as const;
export type SetupPart = (typeof setupParts)[number];

/** Why a part does not work, as far as one can tell from inside. */
export const setupReasons = ['forbidden', 'notThere', 'slow', 'unreachable', 'silent'] as const;
export type SetupReason = (typeof setupReasons)[number];

/** Names and addresses, so that one sees which; never a secret. */
export const setupSchema = z.object({
  items: z.array(
    z.object({
      part: z.enum(setupParts),
      /** `waiting`: nothing is wrong, it has just not happened yet. */
      state: z.enum(['good', 'wrong', 'waiting']),
      reason: z.enum(setupReasons).nullable(),
      /** Which one it is: an address, an id, the name of an account, the moment of an event. */
      value: z.string(),
    }),
  ),
  /** As who the service signs in to storage; `null` when it does not, because there is a key. */
  identity: z.string().nullable(),
});
export type SetupView = z.infer<typeof setupSchema>;
