/** A language as clients name it, such as `de` or `de-AT`; `null` for what is none. */
export function localeIn(said: string | null | undefined): string | null {
  const wanted = (said ?? '').slice(0, maxUnits + 1).replaceAll('_', '-');
  return wanted.length <= maxUnits && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(wanted) ? wanted : null;
}

const maxUnits = 35;
