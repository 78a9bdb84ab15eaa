import { createContext, type ReactNode, Suspense, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { fluentPart } from './part.tsx';

export type Offer = {
  readonly id: string;
  /** What was done: "Taken back". */
  readonly said: string;
  readonly undo: () => void;
  /** Nobody changed their mind in time. */
  readonly settle: () => void;
  /** The page is closing: settle without waiting for an answer. */
  readonly settleLast: () => void;
};

const UndoContext = createContext<(offer: Offer) => void>(() => undefined);

/** Offers to take the last step back, for ten seconds. */
export const useUndo = () => useContext(UndoContext);

const UndoToasts = fluentPart(async () => (await import('./UndoToasts.tsx')).UndoToasts);

const timeToThinkInMs = 10_000;

export function UndoProvider({ children }: { children: ReactNode }) {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const running = useRef(new Map<string, { offer: Offer; timer: ReturnType<typeof setTimeout> }>());

  /** Whoever takes an offer out of here is the only one who acts on it. */
  const take = useCallback((id: string) => {
    const found = running.current.get(id);
    if (!found) return null;
    clearTimeout(found.timer);
    running.current.delete(id);
    setOffers((all) => all.filter((offer) => offer.id !== id));
    return found.offer;
  }, []);

  const offer = useCallback(
    (made: Offer) => {
      const timer = setTimeout(() => take(made.id)?.settle(), timeToThinkInMs);
      running.current.set(made.id, { offer: made, timer });
      setOffers((all) => [...all, made]);
    },
    [take],
  );

  useEffect(() => {
    const settleAll = () => [...running.current.keys()].forEach((id) => take(id)?.settleLast());
    window.addEventListener('pagehide', settleAll);
    return () => window.removeEventListener('pagehide', settleAll);
  }, [take]);

  return (
    <UndoContext value={offer}>
      {children}
      <Suspense fallback={null}>
        {offers.length > 0 && <UndoToasts offers={offers} onUndo={(id) => take(id)?.undo()} />}
      </Suspense>
    </UndoContext>
  );
}
