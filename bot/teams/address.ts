import { z } from 'zod';
import type { TeamRecord } from '../app/ports.ts';

/** How a team is reached through Teams. It is kept as text in `TeamRecord.address`, which nobody else reads. */
export type Address = z.infer<typeof addressSchema>;

const addressSchema = z.object({
  serviceUrl: z.string(),
  /** Whose roster counts. */
  conversationId: z.string(),
  /** Where the bot writes: the channel that was chosen when the app was added, else the conversation itself. */
  postIn: z.string(),
  botId: z.string(),
  tenantId: z.string(),
  /** What everybody reads there is in the language of who added the app. */
  language: z.string(),
  /** What was offered last when a meeting began or ended here, so that it is not offered again. */
  offered: z.array(z.string()).optional(),
});

export const addressText = (address: Address) => JSON.stringify(address);

/** `null` when the team was never reached from Teams, as the demo's is before the Playground is opened. */
export function addressOf(record: Pick<TeamRecord, 'address'>): Address | null {
  try {
    return addressSchema.safeParse(JSON.parse(record.address)).data ?? null;
  } catch {
    return null; // Not JSON is how a team looks that has no address yet.
  }
}
