import { type CheckIn, type Confidence } from '../domain/goal.ts';
import type { Comment, Note } from '../domain/goalCircle.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Cells } from './limits.ts';
import { nobody, peopleCell, peopleOf, type Read, schema, textOf, told, toldOf } from './rows.ts';

/* Rows of what was added to goals. */

export type Entries = { readonly checkIn: CheckIn; readonly comment: Comment; readonly note: Note };

type Rows<Entry> = { readonly cellsOf: (entry: Entry) => Cells; readonly entryOf: (cells: Read) => Entry };

export const entryRows: { readonly [Kind in keyof Entries]: Rows<Entries[Kind]> } = {
  checkIn: {
    cellsOf: ({ learned, confidence, progress, ...entry }) => ({
      ...headOf(entry),
      learned,
      confidence,
      done: progress.done,
      total: progress.total,
    }),
    entryOf: (cells) => ({
      ...entryOf(cells),
      learned: textOf(cells['learned']),
      confidence: confidenceOf(cells['confidence']),
      progress: { done: Number(cells['done'] ?? 0), total: Number(cells['total'] ?? 0) },
    }),
  },
  comment: {
    cellsOf: ({ author, text, ...entry }) => ({ ...headOf(entry), author: peopleCell([author]), text }),
    entryOf: (cells) => ({
      ...entryOf(cells),
      author: peopleOf(cells['author'])[0] ?? nobody,
      text: textOf(cells['text']),
    }),
  },
  note: {
    cellsOf: ({ text, messageLink, ...entry }) => ({ ...headOf(entry), text, ...told({ messageLink }) }),
    entryOf: (cells) => ({
      ...entryOf(cells),
      text: textOf(cells['text']),
      messageLink: toldOf(cells['messageLink']),
    }),
  },
};

const headOf = ({ id, at }: { id: EntryId; at: Date }): Cells => ({ ...schema, id, at: at.toISOString() });
const entryOf = (cells: Read) => ({ id: textOf(cells['id']) as EntryId, at: new Date(textOf(cells['at'])) });

/** In the middle, when a row says something that is not known here. */
export const confidenceOf = (told: unknown): Confidence => confidences.find((known) => known === told) ?? 3;
const confidences: readonly Confidence[] = [1, 2, 3, 4, 5];
