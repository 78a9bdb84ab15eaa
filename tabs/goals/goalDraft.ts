import { emptyWords, type Words } from './goalWords.ts';

/** What somebody has typed so far, and what it was based on. A new goal has its id from its first word on. */
export type GoalDraft = {
  readonly id: string;
  readonly words: Words;
  readonly base: { readonly words: Words; readonly version: string } | null;
};

const keyOf = (team: string, person: string, goal: string) => `goal draft ${team} ${person} ${goal}`;

/** A reload, a closed lid or a lost connection must not cost anybody their words. */
export function keepGoalDraft(team: string, person: string, goal: string, draft: GoalDraft): void {
  try {
    localStorage.setItem(keyOf(team, person, goal), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptGoalDraft(team: string, person: string, goal: string): GoalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person, goal)) ?? 'null') as Partial<GoalDraft> | null;
    if (!kept?.id || !kept.words) return null;
    return { id: kept.id, words: { ...emptyWords, ...kept.words }, base: kept.base ?? null };
  } catch {
    return null; // Not ours, or from another time.
  }
}

export function dropGoalDraft(team: string, person: string, goal: string): void {
  try {
    localStorage.removeItem(keyOf(team, person, goal));
  } catch {
    // What was never kept need not be dropped.
  }
}
