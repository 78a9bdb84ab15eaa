import { startTransition, useEffect, useState } from 'react';

/** Now, to the minute. A new one is shown when there is time to: a clock must not keep anybody from typing. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setNow(new Date())), 60_000 - (now.getTime() % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
