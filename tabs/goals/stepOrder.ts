/** One place up or down; the same list where there is no such place. */
export function moved<Thing>(things: readonly Thing[], place: number, by: -1 | 1): readonly Thing[] {
  const other = place + by;
  if (other < 0 || other >= things.length) return things;
  const next = [...things];
  [next[place], next[other]] = [next[other]!, next[place]!];
  return next;
}
