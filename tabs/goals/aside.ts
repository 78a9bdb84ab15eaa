import { useSyncExternalStore } from 'react';

/*
 * Goals that have been deleted here, but for ten seconds not for the service. Kept outside of the lists, because a list may be
 * read anew meanwhile.
 */
type Aside = { readonly ids: ReadonlySet<string>; readonly failed: ReadonlyMap<string, string> };
let aside: Aside = { ids: new Set(), failed: new Map() };
const listeners = new Set<() => void>();

function change(id: string, isAside: boolean, trouble: string | null): void {
  const [ids, failed] = [new Set(aside.ids), new Map(aside.failed)];
  if (isAside) ids.add(id);
  else ids.delete(id);
  if (trouble) failed.set(id, trouble);
  else failed.delete(id);
  aside = { ids, failed };
  listeners.forEach((listener) => listener());
}

export const putAside = (id: string) => change(id, true, null);
export const bringBack = (id: string, trouble: string | null = null) => change(id, false, trouble);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAside = () => useSyncExternalStore(subscribe, () => aside);
