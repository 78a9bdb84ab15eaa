import { goalLimits } from '../../domain/goal.ts';
import type { Text } from '../../text/text.ts';
import type { Choice } from './choices.ts';
import { type Card, card, maxCardInBytes, sizeInBytes, submit, words } from './elements.ts';

/** What is in the fields: as typed, not as meant. */
export type TypedNote = { readonly goal: string; readonly text: string };

export type NoteForm = {
  /** What the form brings back. Whoever sends it may have changed it. */
  readonly carried: { readonly entry: string; readonly link: string | null };
  readonly typed: TypedNote;
  /** The goals to choose from; `null` when they cannot be read right now: what was chosen is kept, and comes back. */
  readonly goals: readonly Choice[] | null;
  readonly problem: string | null;
};

/** With as many goals as fit into a card; there are hardly ever more than three. */
export function noteForm(text: Text, form: NoteForm): Card {
  const made = formOf(text, form);
  if (!form.goals || form.goals.length === 0 || sizeInBytes(made) <= maxCardInBytes) return made;
  return noteForm(text, { ...form, goals: form.goals.slice(0, -1) });
}

function formOf(text: Text, { carried, typed, goals, problem }: NoteForm): Card {
  const kept = goals ? {} : { kept: { goal: typed.goal } };
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      goals ? goalOf(text, goals, typed) : words(text('note.goal.kept'), { isSubtle: true }),
      {
        type: 'Input.Text',
        id: 'text',
        label: text('note.text.label'),
        isMultiline: true,
        isRequired: true,
        errorMessage: text('note.text.missing'),
        maxLength: goalLimits.note,
        value: typed.text,
      },
      carried.link ? words(text('note.link'), { isSubtle: true }) : null,
      words(text('audience.me'), { isSubtle: true }, 'Medium'),
    ],
    [{ ...submit(text('note.send'), { step: 'note', ...carried, ...kept }), style: 'positive' }],
  );
}

function goalOf(text: Text, goals: readonly Choice[], typed: TypedNote): object {
  const chosen = goals.length === 1 ? goals[0] : goals.find(({ value }) => value === typed.goal);
  return {
    type: 'Input.ChoiceSet',
    id: 'goal',
    label: text('note.goal.label'),
    placeholder: text('note.goal.placeholder'),
    isRequired: true,
    errorMessage: text('note.goal.missing'),
    style: 'compact',
    choices: goals,
    value: chosen?.value ?? '',
  };
}
