/** My two lines as they are typed, with the version that they are to take the place of. */
export type StatusDraft = { readonly text: string; readonly version: string | null };

const keyOf = (team: string, person: string, date: string) => `status draft ${team} ${person} ${date}`;

export function keepStatus(team: string, person: string, date: string, draft: StatusDraft | null): void {
  try {
    if (draft?.text) localStorage.setItem(keyOf(team, person, date), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(team, person, date));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptStatus(team: string, person: string, date: string): StatusDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(team, person, date)) ?? 'null') as Partial<StatusDraft> | null;
    return kept?.text ? { text: kept.text, version: kept.version ?? null } : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}
