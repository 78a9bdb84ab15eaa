import type { Kudos } from '../domain/kudos.ts';
import { folded, wordsOf } from '../domain/words.ts';

/* Which words of a kudos search knows, and which row a word is looked up in. The index and the check use the same functions. */

// With the kudos itself, the wall, the card, the value, eleven people and the hour that opens it, a transaction stays under a hundred rows.
const maxStems = 80;
const stemLength = 6;

/** The words of a text as somebody who searches would type them. */
export const searchWords = (text: string): string[] => wordsOf(folded(text));

export const wordsOfKudos = ({ text, effect }: Pick<Kudos, 'text' | 'effect'>) =>
  searchWords(effect ? `${text}\n${effect}` : text);

/** A word is found under its first six letters. */
export const stemOf = (word: string) => [...word].slice(0, stemLength).join('');

/** A single letter says nothing, except in scripts without upper and lower case, where it may well be a word. */
export const isIndexed = (word: string) => [...word].length > 1 || /^\p{Lo}$/u.test(word);

/** The rows a kudos is found in. When there are too many, the shortest go: they are the ones that every text has. */
export function stemsOf(kudos: Pick<Kudos, 'text' | 'effect'>): string[] {
  const stems = [...new Set(wordsOfKudos(kudos).filter(isIndexed).map(stemOf))];
  return stems.sort((one, other) => [...other].length - [...one].length).slice(0, maxStems);
}

/** Whole words up to five letters; from six letters on, the beginning of a word. */
export function isMetBy(sought: string, words: readonly string[]): boolean {
  return [...sought].length < stemLength ? words.includes(sought) : words.some((word) => word.startsWith(sought));
}
