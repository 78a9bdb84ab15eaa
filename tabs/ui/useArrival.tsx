import { createContext, type ReactNode, type RefObject, useContext, useEffect, useState } from 'react';

const Pages = createContext<() => boolean>(() => true);

/** Tells the page that the tab was opened with from those that somebody came to. */
export function Arrivals({ children }: { children: ReactNode }) {
  const [isFirst] = useState(() => {
    let pages = 0;
    return () => pages++ === 0;
  });
  return <Pages value={isFirst}>{children}</Pages>;
}

/**
 * The link that led to a page may have gone with the page before: then the keyboard, and who listens, goes on at the title of the
 * new one. Nobody who only opened the tab, or pressed a door that is still there, is moved.
 */
export function useArrival(title: RefObject<HTMLElement | null>) {
  const isFirst = useContext(Pages);
  useEffect(() => {
    if (isFirst() || document.activeElement !== document.body) return;
    title.current?.focus({ preventScroll: true });
    document.documentElement.scrollTo(0, 0);
  }, [isFirst, title]);
}
