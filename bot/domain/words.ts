/* What people type, as the house keeps it: the same text whichever keyboard, clipboard or client it came from. */

// Made when they are first needed: they bring a table of the whole of Unicode along, and no start should wait for that.
let characters: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** One by one, as people count them. */
export const charactersIn = (text: string): Intl.Segments =>
  (characters ??= new Intl.Segmenter('und', { granularity: 'grapheme' })).segment(text);

// Line feed and tab are typed on purpose; every other control character only breaks cards, exports and keys.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** NFC, line feeds only, no control characters, no lone surrogates, no space at the ends. Running it twice changes nothing. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').normalize('NFC').trim();
}

/** As `tidy`, on one line: for names, tags and values. */
export function tidyLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ');
}

/**
 * Whether a text fits a limit given in characters as people count them (graphemes). Code units are bounded too, at four
 * for each character, or one letter under a thousand marks would pass; and they are looked at first, because counting is slow.
 */
export function fits(text: string, maxCharacters: number): boolean {
  if (text.length <= maxCharacters) return true;
  if (text.length > maxCharacters * unitsPerCharacter) return false;
  let count = 0;
  for (const _ of charactersIn(text)) if (++count > maxCharacters) return false;
  return true;
}
export const unitsPerCharacter = 4;

/** The words of a text in any script; punctuation and emoji are not words. */
export function wordsOf(text: string): string[] {
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/** Upper and lower case, accents and width fall away: "Café" and "CAFE" are the same to somebody who searches. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');
}
