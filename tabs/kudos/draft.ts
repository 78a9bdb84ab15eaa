/** What somebody has typed so far. Its id was made with it: whatever happens on the way, it can become one kudos and no more. */
export type Draft = {
  readonly id: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly effect: string;
  readonly value: string | null;
};

/** Whom somebody wants to thank, and perhaps for what, before they have typed anything: they pressed a button that says so. */
export type Start = Pick<Draft, 'to' | 'text'>;

export const freshDraft = (start?: Start | null): Draft => ({
  id: crypto.randomUUID(),
  to: start?.to ?? [],
  text: start?.text ?? '',
  effect: '',
  value: null,
});

/** `?give=<ids>&text=`; `null` where nobody is asked to be thanked. */
export function startIn(params: URLSearchParams): Start | null {
  const to = params.get('give')?.split(',').filter(Boolean) ?? [];
  return to.length > 0 ? { to, text: params.get('text') ?? '' } : null;
}

/** Nothing was typed or chosen besides what it began with. */
export const isAsBegun = ({ to, text, effect, value }: Draft, start?: Start | null) =>
  String(to) === String(start?.to ?? []) && text === (start?.text ?? '') && !effect && !value;

/** Whose words they are. What was begun for somebody is kept by itself: it must not stand in the form for somebody else. */
export type Slot = { readonly team: string; readonly person: string; readonly start?: Start | null };

const keyOf = ({ team, person, start }: Slot) =>
  ['kudos draft', team, person, ...(start ? [[...start.to].sort().join()] : [])].join(' ');

/** A reload, a closed lid or a lost connection must not cost anybody their words. */
export function keepDraft(slot: Slot, draft: Draft): void {
  try {
    if (isAsBegun(draft, slot.start)) localStorage.removeItem(keyOf(slot));
    else localStorage.setItem(keyOf(slot), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to frames; then the words live as long as the page.
  }
}

export function keptDraft(slot: Slot): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(slot)) ?? 'null') as Partial<Draft> | null;
    return kept?.id ? { ...freshDraft(), ...kept } : null;
  } catch {
    return null; // Not ours, or from another time.
  }
}

export function dropDraft(slot: Slot): void {
  try {
    localStorage.removeItem(keyOf(slot));
  } catch {
    // What was never kept need not be dropped.
  }
}
