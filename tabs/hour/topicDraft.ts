import type { TopicView } from '#contract/hour';

/** A line as it is typed. Its id was made with its first letter, so it can become one topic and no more. */
type TopicDraft = { readonly id: string; readonly text: string; readonly kind: TopicView['kind'] };

export const freshTopic = (): TopicDraft => ({ id: crypto.randomUUID(), text: '', kind: 'talk' });

const keyOf = (team: string, person: string) => `topic draft ${team} ${person}`;

export function keepTopic(team: string, person: string, draft: TopicDraft | null): void {
  try {
    if (draft?.text) localStorage.setItem(keyOf(team, person), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(team, person));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptTopic(team: string, person: string): TopicDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person)) ?? 'null') as Partial<TopicDraft> | null;
    return kept?.id ? { ...freshTopic(), ...kept } : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}
