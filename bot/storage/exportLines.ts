import type { Cells } from './limits.ts';

/*
 * A row as a line of JSON, and back. What JSON has a word for stands as it is; any other type of Table Storage is named, so that a
 * restored row is the row that there was: an Int64 is no number, a DateTime no text.
 */

export type TypedRow = {
  readonly partition: string;
  readonly key: string;
  readonly cells: Readonly<Record<string, TypedCell>>;
  /** As it was read from the table; a line knows none. */
  readonly etag?: string;
};
export type TypedCell = string | number | boolean | { readonly type: string; readonly value: string | number };

/** From here on a partition is told again, because it changed while it was read; what was told of it before is void. */
export type Again = { readonly partition: string; readonly again: number };

type Line = { readonly p: string; readonly k?: string; readonly c?: object; readonly again?: number };

export const lineOf = (told: TypedRow | Again): string =>
  JSON.stringify(
    'again' in told
      ? ({ p: told.partition, again: told.again } satisfies Line)
      : ({ p: told.partition, k: told.key, c: told.cells } satisfies Line),
  ) + '\n';

export function toldIn(line: string): TypedRow | Again {
  const { p, k, c, again } = JSON.parse(line) as Line;
  if (again !== undefined) return { partition: p, again };
  return { partition: p, key: k!, cells: c as TypedRow['cells'] };
}

/** What came from the client that was told to leave types alone. */
export function typedRow(entity: Readonly<Record<string, unknown>>): TypedRow {
  const { partitionKey, rowKey, etag, timestamp: _at, ...rest } = entity;
  const cells = Object.entries(rest).flatMap(([name, cell]) => {
    const typed = cell as { type: string; value: string | number | boolean } | null | undefined;
    return typed === null || typed === undefined ? [] : [[name, cellOf(typed)] as const];
  });
  return { partition: String(partitionKey), key: String(rowKey), cells: Object.fromEntries(cells), etag: String(etag) };
}

function cellOf({ type, value }: { type: string; value: string | number | boolean }): TypedCell {
  if (type === 'String') return String(value);
  if (type === 'Boolean') return String(value) === 'true';
  if (type === 'Int32') return Number(value);
  return { type, value: typeof value === 'boolean' ? String(value) : value };
}

/** As a row is written: what is not plain carries its type beside it. */
export function writtenCells(cells: TypedRow['cells']): Cells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) =>
      typeof cell === 'object'
        ? [
            [name, cell.value],
            [`${name}@odata.type`, `Edm.${cell.type}`],
          ]
        : [[name, cell]],
    ),
  );
}
