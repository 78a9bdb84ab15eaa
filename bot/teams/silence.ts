import type { PersonId } from '../domain/ids.ts';

/**
 * Conversations that told the bot to be quiet: any 403. It does not ask again until it is installed or spoken to there. Kept by each
 * instance for itself; the first one to be told pays one request.
 */
export type Silence = {
  keep(conversationId: string): void;
  end(conversationId: string): void;
  isKept(conversationId: string): boolean;
};

/** The bot's chat with somebody, whose id is only known once it was opened. */
export const chatWith = (person: PersonId) => `person ${person}`;

const maxKept = 10_000;

export function createSilence(): Silence {
  const kept = new Set<string>();
  return {
    keep(conversationId) {
      if (kept.size >= maxKept) kept.delete(kept.values().next().value!);
      kept.add(conversationId);
    },
    end: (conversationId) => void kept.delete(conversationId),
    isKept: (conversationId) => kept.has(conversationId),
  };
}
