import { useEffect, useState } from 'react';
import { serverNow } from './serverClock.ts';

/** Now, for everybody the same, once a second while something runs. */
export function useServerNow(isTicking: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
