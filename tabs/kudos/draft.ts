/** What somebody has typed so far. Its id was made with it: whatever happens on the way, it can become one kudos and no more. */
export type Draft = {
  readonly id: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly effect: string;
  readonly value: string | null;
};

export const freshDraft = (): Draft => ({ id: crypto.randomUUID(), to: [], text: '', effect: '', value: null });

export const isEmpty = ({ to, text, effect, value }: Draft) => to.length === 0 && !text && !effect && !value;

const keyOf = (team: string, person: string) => `kudos draft ${team} ${person}`;

/** A reload, a closed lid or a lost connection must not cost anybody their words. */
export function keepDraft(team: string, person: string, draft: Draft): void {
  try {
    if (isEmpty(draft)) localStorage.removeItem(keyOf(team, person));
    else localStorage.setItem(keyOf(team, person), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptDraft(team: string, person: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person)) ?? 'null') as Partial<Draft> | null;
    return kept?.id ? { ...freshDraft(), ...kept } : null;
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
