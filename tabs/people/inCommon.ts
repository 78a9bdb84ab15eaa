import { folded } from '#contract/limits';
import type { TextKey } from '../text/text.ts';

type Told = {
  readonly strengths: readonly string[];
  readonly canShow: readonly string[];
  readonly wantsToLearn: readonly string[];
};

export type Common = { readonly key: TextKey; readonly tags: readonly string[] };

/** Where two people meet, the most useful first: what one can show that the other wants to learn, then what both are after. */
export function inCommon(mine: Told, theirs: Told): readonly Common[] {
  const skills = ({ strengths, canShow }: Told) => [...canShow, ...strengths];
  const meetings: readonly Common[] = [
    { key: 'people.common.theyShow', tags: shared(theirs.canShow, mine.wantsToLearn) },
    { key: 'people.common.iShow', tags: shared(mine.canShow, theirs.wantsToLearn) },
    { key: 'people.common.bothLearn', tags: shared(theirs.wantsToLearn, mine.wantsToLearn) },
    { key: 'people.common.bothKnow', tags: shared(skills(theirs), skills(mine)) },
  ];
  return meetings.filter(({ tags }) => tags.length > 0);
}

/** Each once, as the first of the two spells it. */
function shared(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map(folded));
  const met = new Map(some.filter((tag) => known.has(folded(tag))).map((tag) => [folded(tag), tag]));
  return [...met.values()];
}
