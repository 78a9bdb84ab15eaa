import { Refusal, type RefusalCode } from '../../bot/domain/refusal.ts';

/** With which rule a deed was refused; `null` when it was not. */
export function refusalOf(deed: () => unknown): RefusalCode | null {
  try {
    deed();
    return null;
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code;
    throw trouble;
  }
}
