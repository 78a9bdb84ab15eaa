import { z } from 'zod';
import type { Posted } from './connector.ts';

/** Where something is that the bot posted. What stands for it is kept by storage, and read in this room alone. */
export const postSchema = z.object({ conversationId: z.string(), activityId: z.string() }) satisfies z.ZodType<Posted>;

/** `null`: a reference of another time. What is there stays as it is. */
export function postIn<Post>(text: string, schema: z.ZodType<Post>): Post | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // Not even JSON.
  }
}
