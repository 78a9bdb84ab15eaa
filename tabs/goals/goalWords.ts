import type { GoalBody, GoalView } from '#contract/goal';
import { type Audience, fits, goalLimits, tidyLine } from '#contract/limits';
import type { TextKey } from '../text/text.ts';

export type StepWords = { readonly id: string; readonly text: string; readonly done: boolean };

/** What stands in the form: what the owner writes, as it is typed. */
export type Words = {
  readonly title: string;
  readonly outcome: string;
  readonly why: string;
  /** Empty when there is no day. */
  readonly dueOn: string;
  readonly steps: readonly StepWords[];
  readonly ifThen: { readonly if: string; readonly then: string };
  readonly ask: { readonly text: string; readonly toTeam: boolean };
  readonly seenBy: { readonly audience: Audience; readonly supporters: readonly string[] };
};

export const emptyWords: Words = {
  title: '',
  outcome: '',
  why: '',
  dueOn: '',
  steps: [],
  ifThen: { if: '', then: '' },
  ask: { text: '', toTeam: false },
  seenBy: { audience: 'me', supporters: [] },
};

export function wordsOf(goal: GoalView): Words {
  const { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam = false, audience, supporters } = goal;
  return {
    ...{ title, outcome, why },
    dueOn: dueOn ?? '',
    steps: steps.map(({ id, text, done }) => ({ id, text, done })),
    ifThen: ifThen ?? emptyWords.ifThen,
    ask: { text: ask, toTeam: askToTeam },
    seenBy: { audience, supporters: supporters.map(({ id }) => id) },
  };
}

export function bodyOf({ title, outcome, why, dueOn, steps, ifThen, ask, seenBy }: Words): GoalBody {
  return {
    ...{ title, outcome, why },
    dueOn: dueOn || null,
    steps: steps.filter(({ text }) => tidyLine(text) !== '').map(({ id, text, done }) => ({ id, text, done })),
    ifThen: tidyLine(ifThen.if) || tidyLine(ifThen.then) ? ifThen : null,
    ask: ask.text,
    askToTeam: ask.toTeam,
    audience: seenBy.audience,
    supporters: [...seenBy.supporters],
  };
}

/** The parts that are compared when two versions meet, in the order in which they stand in the form. */
export const fields = ['title', 'outcome', 'why', 'dueOn', 'steps', 'ifThen', 'seenBy', 'ask'] as const;
export type Field = (typeof fields)[number];

export const isSame = (field: Field, one: Words, other: Words) => said(field, one) === said(field, other);
export const areSame = (one: Words, other: Words) => fields.every((field) => isSame(field, one, other));
export const isEmpty = (words: Words) => areSame(words, emptyWords);

const said = (field: Field, words: Words) =>
  JSON.stringify(field === 'seenBy' ? [words.seenBy.audience, [...words.seenBy.supporters].sort()] : words[field]);

/** Why it cannot be saved yet; `null` when it can. The service judges again: this only saves a way. */
export function whyNotYet({ title, outcome, why, steps, ifThen, ask }: Words): TextKey | null {
  if (tidyLine(title) === '') return 'goals.edit.why.title';
  const isFine =
    fits(tidyLine(title), goalLimits.title) &&
    fits(outcome.trim(), goalLimits.outcome) &&
    fits(why.trim(), goalLimits.why) &&
    steps.every(({ text }) => fits(tidyLine(text), goalLimits.step)) &&
    fits(tidyLine(ifThen.if), goalLimits.ifThen) &&
    fits(tidyLine(ifThen.then), goalLimits.ifThen) &&
    fits(tidyLine(ask.text), goalLimits.ask);
  return isFine ? null : 'goals.edit.why.long';
}
