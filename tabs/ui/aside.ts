import { useSyncExternalStore } from 'react';

type Aside = {
  readonly ids: ReadonlySet<string>;
  /** What went wrong with those that came back, by id. */
  readonly failed: ReadonlyMap<string, string>;
};

/**
 * Things that were taken away a moment ago: gone from every list, and still there should one change one's mind, or should the service
 * not let go of them. Kept outside of the lists, because a list may be read anew meanwhile.
 */
export function keepAside() {
  let aside: Aside = { ids: new Set(), failed: new Map() };
  const listeners = new Set<() => void>();

  function change(id: string, isAside: boolean, trouble: string | null) {
    const ids = new Set(aside.ids);
    const failed = new Map(aside.failed);
    if (isAside) ids.add(id);
    else ids.delete(id);
    if (trouble) failed.set(id, trouble);
    else failed.delete(id);
    aside = { ids, failed };
    listeners.forEach((listener) => listener());
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    putAside: (id: string) => change(id, true, null),
    bringBack: (id: string, trouble: string | null = null) => change(id, false, trouble),
    useAside: () => useSyncExternalStore(subscribe, () => aside),
  };
}
