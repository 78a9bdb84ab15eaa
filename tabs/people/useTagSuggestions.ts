import { folded } from '#contract/limits';
import { useMemo } from 'react';
import { useTeam } from '../api/team.ts';
import { useDirectory } from './peopleQueries.ts';
import type { TagField } from './profileWords.ts';

/**
 * The words that the team has for what people can do. What somebody wishes for is the first thing to offer, and what somebody
 * offers the first thing to wish for: that is how two people find each other.
 */
export function useTagSuggestions(): Readonly<Record<TagField, readonly string[]>> {
  const { me } = useTeam();
  const { data } = useDirectory();
  return useMemo(() => {
    const others = (data ?? []).filter(({ id }) => id !== me.id);
    const said = (field: TagField) => others.flatMap((card) => card[field]);
    const [offered, wished, easy] = [said('canShow'), said('wantsToLearn'), said('strengths')];
    return {
      canShow: eachOnce([...wished, ...offered, ...easy]),
      wantsToLearn: eachOnce([...offered, ...easy, ...wished]),
      strengths: eachOnce([...easy, ...offered]),
    };
  }, [data, me.id]);
}

function eachOnce(tags: readonly string[]): readonly string[] {
  const met = new Map<string, string>();
  for (const tag of tags) if (!met.has(folded(tag))) met.set(folded(tag), tag);
  return [...met.values()];
}
