let lastSeen: string | null = null;

/** Whose page was opened last. */
export const remember = (personId: string) => void (lastSeen = personId);

/** Who comes back from a person's page goes on at their card, unless they came through the door. */
export function comeBack(): void {
  const card = lastSeen && document.querySelector<HTMLElement>(`[data-person="${CSS.escape(lastSeen)}"]`);
  lastSeen = null;
  if (!card || document.activeElement?.closest('nav')) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'center' });
}
