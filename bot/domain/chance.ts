/** From 0 up to, not including, 1, again and again: the same whenever it is begun with the same words. */
export type Chance = (words: string) => () => number;

/**
 * Chance for what everybody is to see alike. FNV-1a to begin with, mulberry32 to go on: it is as hard to guess as its words are.
 */
export function chanceOf(words: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) state = Math.imul(state ^ words.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
