import type { Words } from './profileWords.ts';

/** What was typed and not saved, and what it is based on: another window may save something else meanwhile. */
export type Draft = { readonly words: Words; readonly base: Words; readonly version: string };

const keyOf = (team: string, person: string) => `profile draft ${team} ${person}`;

/** A reload, a closed lid or a lost connection must not cost anybody their words. */
export function keepDraft(team: string, person: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(team, person), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptDraft(team: string, person: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person)) ?? 'null') as Partial<Draft> | null;
    return kept?.words && kept.base && kept.version !== undefined ? (kept as Draft) : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}

export function dropDraft(team: string, person: string): void {
  try {
    localStorage.removeItem(keyOf(team, person));
  } catch {
    // What was never kept need not be dropped.
  }
}
