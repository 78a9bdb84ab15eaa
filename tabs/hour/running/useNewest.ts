import { useEffect, useLayoutEffect, useRef } from 'react';

const nearInPx = 40;

/** Stays at the newest line, unless somebody scrolled up to read; a new part is read from its beginning. */
export function useNewest(count: number, part: number) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const known = useRef({ count, part });

  useEffect(() => {
    const element = box.current;
    const look = () => {
      if (element) isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearInPx;
    };
    element?.addEventListener('scroll', look);
    return () => element?.removeEventListener('scroll', look);
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    const before = known.current;
    known.current = { count, part };
    if (!element) return;
    if (part !== before.part) element.scrollTop = 0;
    else if (count > before.count && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, part]);

  return box;
}
