import { type Goal, goalLimits } from '../../domain/goal.ts';
import type { Text } from '../../text/text.ts';
import { choicesOf } from './choices.ts';
import { type Card, card, submit, words } from './elements.ts';
import { excerpt } from './excerpt.ts';

/** What is in the fields: as typed, not as meant. */
export type TypedCheckIn = {
  readonly learned: string;
  readonly confidence: string;
  readonly ticked: readonly string[];
};

export type CheckInForm = {
  /** What the form brings back. Whoever sends it may have changed it. */
  readonly carried: { readonly team: string; readonly goal: string; readonly entry: string };
  readonly typed: TypedCheckIn;
  /** `null` when the goal cannot be read right now: what was ticked is kept, and comes back. */
  readonly goal: (Pick<Goal, 'title' | 'steps'> & { readonly audience: string }) | null;
  readonly problem: string | null;
};

export function checkInForm(text: Text, { carried, typed, goal, problem }: CheckInForm): Card {
  const kept = goal ? {} : { kept: { ticked: typed.ticked } };
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      goal ? words(goal.title, { weight: 'Bolder' }, 'None') : null,
      ...checkInFields(text, typed),
      goal ? stepsOf(text, goal, typed) : typed.ticked.length > 0 ? words(text('checkIn.steps.kept')) : null,
      goal ? words(goal.audience, { isSubtle: true }, 'Medium') : null,
    ],
    [{ ...submit(text('checkIn.send'), { step: 'checkIn', ...carried, ...kept }), style: 'positive' }],
  );
}

/** What was learned, and how sure it feels. */
export const checkInFields = (text: Text, typed: Pick<TypedCheckIn, 'learned' | 'confidence'> = blank): object[] => [
  {
    type: 'Input.Text',
    id: 'learned',
    label: text('checkIn.learned.label'),
    placeholder: text('checkIn.learned.placeholder'),
    isMultiline: true,
    maxLength: goalLimits.learned,
    value: typed.learned,
  },
  {
    type: 'Input.ChoiceSet',
    id: 'confidence',
    label: text('checkIn.confidence.label'),
    isRequired: true,
    errorMessage: text('checkIn.confidence.missing'),
    style: 'expanded',
    choices: ([1, 2, 3, 4, 5] as const).map((at) => ({ title: text(`checkIn.confidence.${at}`), value: `${at}` })),
    value: typed.confidence,
  },
];
const blank = { learned: '', confidence: '' };

// Twelve steps of the widest characters there are would not fit into a card.
const maxStep = 80;

function stepsOf(text: Text, { steps }: Pick<Goal, 'steps'>, { ticked }: TypedCheckIn): object | null {
  const open = steps.filter(({ done }) => !done);
  if (open.length === 0) return null;
  return {
    type: 'Input.ChoiceSet',
    id: 'ticked',
    label: text('checkIn.steps.label'),
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    choices: choicesOf(open.map((step) => ({ id: step.id, name: excerpt(step.text, maxStep) }))),
    value: open
      .filter(({ id }) => ticked.includes(id))
      .map(({ id }) => id)
      .join(','),
  };
}
