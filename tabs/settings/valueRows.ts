import { folded, teamLimits, tidyLine } from '#contract/limits';
import type { TextKey } from '../text/text.ts';

/** Every row keeps its own identity while it is renamed and moved. */
export type Row = { readonly key: string; readonly name: string };

export const rowsOf = (values: readonly string[]): readonly Row[] =>
  values.map((name) => ({ key: crypto.randomUUID(), name }));

export const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => tidyLine(name));

export const isFull = (rows: readonly Row[]) => rows.length >= teamLimits.values;

export function moved(rows: readonly Row[], from: number, by: -1 | 1): readonly Row[] {
  const next = [...rows];
  const [row] = next.splice(from, 1);
  next.splice(from + by, 0, row!);
  return next;
}

/** What is wrong with one of them, as it stands among the others. */
export function problemWith(names: readonly string[], place: number): TextKey | null {
  if (names[place] === '') return 'values.missing';
  const isSame = (other: string) => folded(other) === folded(names[place]!);
  return names.findIndex(isSame) < place ? 'values.twice' : null;
}
