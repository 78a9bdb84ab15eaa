import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 639px)');

function subscribe(listener: () => void) {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** For what says less where there is little room; how it looks is for styles. */
export const useIsNarrow = () => useSyncExternalStore(subscribe, () => narrow.matches);
