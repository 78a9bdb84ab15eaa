import { Refusal, type RefusalCode } from '../../bot/domain/refusal.ts';

/** Which house rule says no to a deed; `null` when none does. */
export function refusalOf(deed: () => unknown): RefusalCode | null {
  try {
    deed();
    return null;
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code;
    throw trouble;
  }
}
