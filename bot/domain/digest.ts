import type { Note } from './note.ts';
import type { Topic } from './topic.ts';
import { folded } from './words.ts';

// Enough to find an hour by, and little enough to be read with a page of them.
const maxLength = 8_000;

/** What an hour is found by afterwards: what was talked about, decided and noted. What was said just for it is not in there. */
export function digestOf({ topics, notes }: { topics: readonly Topic[]; notes: readonly Note[] }): string {
  const rank = ({ kind }: Note) => (kind === 'decision' ? 0 : 1);
  const kept = notes.filter(({ keep }) => keep).sort((one, other) => rank(one) - rank(other));
  return [...topics, ...kept]
    .map(({ text }) => text)
    .join('\n')
    .slice(0, maxLength)
    .toWellFormed();
}

const linesOfGist = 2;

/** What an hour is recognised by in a list: the lines with the words that were looked for, or else its first ones. */
export function gistOf(digest: string, words: readonly string[]): string[] {
  const lines = digest.split('\n').filter(Boolean);
  const fitting = lines.filter((line) => words.some((word) => folded(line).includes(word)));
  return (fitting.length > 0 ? fitting : lines).slice(0, linesOfGist);
}
