import type { HourView, NoteView } from '#contract/hour';

/** What those who cannot come gave along in writing. */
export function writtenBefore({ notes, away, openedAt }: HourView): NoteView[] {
  const absent = new Set(away.map(({ id }) => id));
  return notes.filter(({ author, at }) => absent.has(author.id) && openedAt !== null && at < openedAt);
}
