import type { Confidence } from '#contract/limits';

/** A check-in that is being written. Its id comes with it, so it can become one and no more. */
export type CheckInDraft = { readonly id: string; readonly learned: string; readonly confidence: Confidence | null };

export const freshCheckIn = (): CheckInDraft => ({ id: crypto.randomUUID(), learned: '', confidence: null });

const keyOf = (team: string, person: string, goal: string) => `check-in draft ${team} ${person} ${goal}`;

export function keepCheckIn(team: string, person: string, goal: string, draft: CheckInDraft): void {
  try {
    if (!draft.learned && draft.confidence === null) localStorage.removeItem(keyOf(team, person, goal));
    else localStorage.setItem(keyOf(team, person, goal), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptCheckIn(team: string, person: string, goal: string): CheckInDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person, goal)) ?? 'null') as Partial<CheckInDraft> | null;
    return kept?.id ? { ...freshCheckIn(), ...kept } : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}

export function dropCheckIn(team: string, person: string, goal: string): void {
  try {
    localStorage.removeItem(keyOf(team, person, goal));
  } catch {
    // What was never kept need not be dropped.
  }
}
