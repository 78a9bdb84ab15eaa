import type { Confidence } from '#contract/limits';
import type { TextKey } from '../text/text.ts';

/** The five places between unsure and sure, and what each is called. */
export const confidenceWords = {
  1: 'goals.confidence.1',
  2: 'goals.confidence.2',
  3: 'goals.confidence.3',
  4: 'goals.confidence.4',
  5: 'goals.confidence.5',
} satisfies Record<Confidence, TextKey>;

export const confidences: readonly Confidence[] = [1, 2, 3, 4, 5];

export const wordFor = (confidence: number): TextKey => confidenceWords[confidence as Confidence];
