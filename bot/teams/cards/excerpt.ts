import { charactersIn, fits, unitsPerCharacter } from '../../domain/words.ts';

/** As much of a text as fits into so many characters, as people count them. What is left out is said to be. */
export function excerpt(text: string, maxCharacters: number): string {
  if (fits(text, maxCharacters)) return text;
  const maxUnits = maxCharacters * unitsPerCharacter - 1;
  let shown = '';
  let count = 0;
  for (const { segment } of charactersIn(text)) {
    if (++count >= maxCharacters || shown.length + segment.length > maxUnits) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}
