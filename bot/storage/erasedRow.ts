import type { GoalId, PersonId } from '../domain/ids.ts';
import { type Person, someoneWhoLeft as nobody } from '../domain/team.ts';
import type { TypedRow } from './exportLines.ts';
import * as keys from './keys.ts';
import { listCells, listOf } from './longCells.ts';
import { kudosOf, peopleOf, schema } from './rows.ts';
import { stemsOf } from './searchWords.ts';
import { newVersion } from './writes.ts';

/*
 * What stays of a row when somebody is erased. Their own rows go, and so does everything they wrote, but that which is others' record:
 * a decision of the team, an action item of somebody else. Where such a record names them, it names nobody in particular.
 */

export type Erased = {
  readonly id: PersonId;
  /** Their full names, which others may have written; a single word may be a word like any other. */
  readonly names: readonly string[];
  readonly goals: ReadonlySet<GoalId>;
};

type Typed = TypedRow['cells'];

/** `null`: it stays as it is. */
export function erasedRow({ key, cells }: TypedRow, who: Erased): 'gone' | Typed | null {
  const goal = keys.goalIn(key);
  if (keys.isAbout(key, who.id) || (goal && who.goals.has(goal))) return 'gone';
  if (isTheirs(key, cells, who.id)) return spentId(key) ?? 'gone';
  if (!mentions(cells, who)) return null;
  const clean = cleaned(cells, who);
  if ('stems' in clean || keys.stemIn(key) !== null) return searchable(key, clean);
  return clean;
}

export const mentions = (cells: Typed, { id, names }: Pick<Erased, 'id' | 'names'>): boolean => {
  const all = JSON.stringify(cells);
  return [id, keys.partOfPerson(id), ...names.map(inJson)].some((sought) => all.includes(sought));
};
const inJson = (name: string) => JSON.stringify(name).slice(1, -1);

/** What they made. A kudos also belongs to who was thanked alone. */
function isTheirs(key: string, cells: Typed, id: PersonId): boolean {
  const author = peopleIn(cells['from'] ?? cells['owner'] ?? cells['author'] ?? cells['person'])[0];
  const isDecision = cells['kind'] === 'decision' && key.startsWith('inhour.');
  if (author?.id === id) return !isDecision;
  const thanked = peopleIn(cells['to']);
  return thanked.length > 0 && thanked.every((person) => person.id === id);
}

/** Whom a row names. What people wrote may look just like that, so only the cells count that nobody writes into. */
export const namedIn = (cells: Typed): Person[] => peopleCells.flatMap((name) => peopleIn(cells[name]));
const peopleCells = [
  ...['from', 'to', 'joined', 'owner', 'by', 'promisedTo'],
  ...['author', 'person', 'facilitator', 'spotlight'],
];

const peopleIn = (cell: unknown) => (typeof cell === 'string' && cell.startsWith('[[') ? peopleOf(cell) : []);

/** That an id is taken must stay, or a late request of somebody would make the thing again. */
function spentId(key: string): Typed | null {
  const { removedAt: at, ...stamp } = spent();
  if (/^kudos\.[^.]+$/.test(key)) return { ...stamp, takenBackBy: nobody.id, takenBackAt: at };
  if (/^goal\.[^.]+$/.test(key)) return { ...stamp, removedBy: nobody.id, removedAt: at };
  const isGuard = /^(topic|action)\.[^.]+$|^goal\.[^.]+\.(checkIn|comment|note)\.[^.]+$|^inhour\.[^.]+\.note\.[^.]+$/;
  return isGuard.test(key) ? spent() : null;
}

/** What stays of something whose id is taken. */
export const spent = () => ({ ...schema, version: newVersion(), before: '', removedAt: new Date().toISOString() });

// Who is only one of several is left out; who a record cannot be without is nobody in particular.
const lists = new Set(['to', 'joined', 'supporters', 'cheers', 'helpers', 'helpedBy', 'avoids', 'away', 'present']);
const longLists = ['supporters', 'cheers', 'helpers', 'closings', 'people', 'pairs', 'checkIns'];

function cleaned(cells: Typed, who: Erased): Typed {
  const isPlanned = cells['status'] === 'planned';
  const isThem = (cell: unknown) => peopleIn(cell).some(({ id }) => id === who.id);
  const clean: Record<string, Typed[string]> = {};
  for (const [name, cell] of Object.entries(cells)) {
    if (longLists.some((list) => name.startsWith(list) && /^\d*$/.test(name.slice(list.length)))) continue;
    // A promise to nobody is a plain action item; whose turn it is in an hour to come is found again.
    if (name === 'promisedTo' && isThem(cell)) continue;
    if (isPlanned && (name === 'facilitator' || name === 'spotlight') && isThem(cell)) continue;
    if (name === 'spotlightGoal' && isThem(cells['spotlight'])) continue;
    clean[name] = typeof cell === 'string' ? cleanCell(cell, name, who) : cell;
  }
  for (const name of longLists)
    if (name in cells)
      Object.assign(
        clean,
        listCells(
          name,
          without(
            listOf(cells, name, (one) => one),
            name,
            who,
          ) as [],
        ),
      );
  return clean;
}

function cleanCell(cell: string, name: string, who: Erased): string {
  if (name === 'copies')
    return JSON.stringify((JSON.parse(cell) as string[]).filter((copy) => !keys.isAbout(copy, who.id)));
  try {
    return /^[[{]/.test(cell) ? JSON.stringify(without(JSON.parse(cell), name, who)) : cleanText(cell, who);
  } catch {
    return cleanText(cell, who); // Somebody's words may begin like JSON.
  }
}

function without(value: unknown, name: string, who: Erased): unknown {
  if (Array.isArray(value)) {
    if (isNamed(value) && value[0] === who.id) return [nobody.id, nobody.name];
    const stays = lists.has(name) ? value.filter((one) => !isPerson(one, who.id)) : value;
    return stays.map((one) => without(one, name, who));
  }
  if (typeof value === 'object' && value !== null) {
    const clean = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, without(part, key, who)]));
    return (value as { id?: unknown }).id === who.id ? { ...clean, ...nobody } : clean;
  }
  return typeof value === 'string' ? cleanText(value, who) : value;
}

/** `[id, name]`, and not two people who talk with each other. */
const isNamed = (value: readonly unknown[]) =>
  value.length === 2 && value.every((part) => typeof part === 'string') && !/^[0-9a-f-]{36}$/.test(String(value[1]));
const isPerson = (one: unknown, id: PersonId) =>
  one === id || (Array.isArray(one) && isNamed(one) && one[0] === id) || (one as { id?: unknown } | null)?.id === id;

/** What others wrote is in any language: the name is left out of it. */
const cleanText = (text: string, { id, names }: Erased) =>
  names.reduce((so, name) => so.replaceAll(name, '[…]'), text.replaceAll(id, nobody.id));

/** A name that is not in the words any more finds nothing any more. */
function searchable(key: string, cells: Typed): 'gone' | Typed {
  const stems = new Set(stemsOf(kudosOf(cells)));
  const sought = keys.stemIn(key);
  if (sought !== null) return stems.has(sought) ? cells : 'gone';
  const kept = (JSON.parse(String(cells['stems'])) as string[]).filter((stem) => stems.has(stem));
  return { ...cells, stems: JSON.stringify(kept) };
}
