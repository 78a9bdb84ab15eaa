/**
 * Where the keyboard goes on when the card it stood on has gone: the next one, or the one before. Made while the card is still
 * there; does nothing when somebody has moved on meanwhile.
 */
export function placeNear(from: Element): () => void {
  const place = from.closest('li');
  const near = place?.nextElementSibling ?? place?.previousElementSibling;
  return () => {
    const now = document.activeElement;
    const isLost = !now || now === document.body || now.closest('[role="list"], main') === null;
    if (!isLost) return;
    const room = near?.isConnected ? near : document.querySelector('main');
    room?.querySelector<HTMLElement>('footer button, a, button')?.focus();
  };
}

/** Back to the card that has come back. */
export function returnTo(kudosId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-kudos="${kudosId}"] footer button`)?.focus();
  });
}
