import { type Hour, passesAt } from './hour.ts';
import type { NoteId, PersonId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person } from './team.ts';

/** A line of an hour, by its author. */
export type Note = {
  readonly id: NoteId;
  readonly author: Person;
  readonly text: string;
  readonly kind: 'note' | 'decision';
  /** Whether it stays. What was said just for this hour is gone a day after, and never leaves the hour before. */
  readonly keep: boolean;
  /** Counts what was changed, so that two windows of one author do not write over each other. */
  readonly edition: number;
  readonly at: Date;
};

export type NoteWords = Pick<Note, 'text' | 'kind' | 'keep'>;

export const noteLimits = { text: 600 } as const;

export function writeNote(
  words: NoteWords,
  scene: { readonly id: NoteId; readonly by: Member; readonly now: Date },
): Note {
  const { text, kind, keep } = words;
  return {
    id: scene.id,
    author: { id: scene.by.id, name: scene.by.name },
    text,
    kind,
    keep,
    edition: 1,
    at: scene.now,
  };
}

/** The words, and how long they stay, are their author's; that something was decided, anybody may mark. */
export function editNote(note: Note, { text, kind, keep }: NoteWords, by: PersonId): Note {
  const isMine = note.author.id === by;
  if (!isMine && (note.text !== text || note.keep !== keep)) throw new Refusal('note.notYours');
  return { ...note, text, kind, keep, edition: note.edition + 1 };
}

export const saysTheSame = (note: Note, words: NoteWords) =>
  note.text === words.text && note.kind === words.kind && note.keep === words.keep;

export function removeNote(note: Note, by: PersonId): void {
  if (note.author.id !== by) throw new Refusal('note.notYours');
}

/** Whether a line is still there for anybody. */
export const isThere = (note: Note, hour: Hour, now: Date): boolean => note.keep || now < passesAt(hour);
