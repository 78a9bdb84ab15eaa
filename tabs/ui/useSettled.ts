import { useEffect, useState } from 'react';

/** What something became once nobody has changed it for a moment: to ask in the pauses of typing. Compare by `key`. */
export function useSettled<Value>(value: Value, key: string, pauseInMs = 300): Value {
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    if (key === settled.key) return;
    const timer = setTimeout(() => setSettled({ key, value }), pauseInMs);
    return () => clearTimeout(timer);
  }, [key, value, settled.key, pauseInMs]);
  return settled.value;
}
