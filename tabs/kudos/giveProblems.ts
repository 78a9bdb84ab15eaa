import { fits, kudosLimits, wordsOf } from '#contract/limits';
import type { ProblemCode } from '#contract/problem';
import type { TextKey } from '../text/text.ts';
import { sentenceFor } from '../text/problems.ts';
import type { Draft } from './draft.ts';

export type GiveField = 'to' | 'text' | 'effect' | 'value';

/** Where a refusal is said: at the field that it speaks of, or below all of them. */
const places = {
  'kudos.toNobody': 'to',
  'kudos.toSelf': 'to',
  'kudos.toTooMany': 'to',
  'kudos.notInTeam': 'to',
  'kudos.tooFewWords': 'text',
  'kudos.tooLong': 'text',
  'kudos.unknownValue': 'value',
  'kudos.ratherNot': 'to',
  'kudos.idTaken': 'form',
  'kudos.takenBack': 'form',
} satisfies Partial<Record<ProblemCode, GiveField | 'form'>>;

const isPlaced = (code: string): code is keyof typeof places => code in places;

export type GiveProblem = { readonly at: GiveField | 'form'; readonly sentence: TextKey; readonly isRefusal: boolean };

export const problemOfGiving = (code: string): GiveProblem => ({
  at: isPlaced(code) ? places[code] : 'form',
  sentence: sentenceFor(code),
  isRefusal: isPlaced(code),
});

/** An id that is spent: what is typed now would be another kudos, and gets an id of its own. */
export const needsNewId = (code: string) => code === 'kudos.idTaken' || code === 'kudos.takenBack';

/** What is known to be somewhat out of date in this page, when the service says this. */
export const sawOldTeam = (code: string) => code === 'kudos.notInTeam' || code === 'kudos.unknownValue';

/** Why it cannot be given yet; `null` when it can. The service judges again: this only saves a way. */
export function whyNotYet(draft: Draft, outcome: string | undefined): TextKey | null {
  if (draft.to.length === 0) return 'give.why.to';
  if (outcome === 'no') return 'give.why.no';
  if (wordsOf(draft.text).length < kudosLimits.words) return 'give.why.text';
  if (!fits(draft.text.trim(), kudosLimits.text) || !fits(draft.effect.trim(), kudosLimits.effect))
    return 'give.why.long';
  return null;
}
