import { useLocation, useSearch } from 'wouter';

type Change = Readonly<Record<string, string | null>>;

/** The place is in the URL: what is filtered, searched or linked to survives a reload and can be passed on. */
export function useSearchState() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = new URLSearchParams(search);

  /** This page with something changed; `null` takes it out. */
  function linkTo(change: Change): string {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next.size > 0 ? `${path}?${next}` : path;
  }

  return { params, linkTo, change: (change: Change) => navigate(linkTo(change), { replace: true }) };
}
