import { type Cells, limits } from './limits.ts';
import type { Read } from './rows.ts';

/*
 * Lists as JSON, in as many cells as it takes: twelve check-ins in full length, in a script with marks, are more than one cell holds.
 * The first cell has the name of the list, the others are numbered.
 */

export function listCells(name: string, things: readonly unknown[]): Cells {
  const cells: Record<string, string> = {};
  let rest = JSON.stringify(things);
  for (let at = 1; rest !== ''; at++) {
    const end = cutOf(rest);
    cells[nameOf(name, at)] = rest.slice(0, end);
    rest = rest.slice(end);
  }
  return cells;
}

/** @param read takes what it knows of a thing as it stands in JSON, where times are text */
export function listOf<Thing>(cells: Read, name: string, read: (thing: Thing) => Thing): Thing[] {
  let json = '';
  for (let at = 1; ; at++) {
    const part = cells[nameOf(name, at)];
    if (typeof part !== 'string') break;
    json += part;
  }
  return json === '' ? [] : (JSON.parse(json) as Thing[]).map(read);
}

const nameOf = (name: string, at: number) => (at === 1 ? name : `${name}${at}`);

/** Half a character is none: a cut never goes through a surrogate pair. */
function cutOf(text: string): number {
  if (text.length <= limits.stringLength) return text.length;
  const end = limits.stringLength;
  return /[\ud800-\udbff]/.test(text[end - 1]!) ? end - 1 : end;
}
