import type { GoalView } from '#contract/goal';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';

/** The form of giving kudos, with names and a first line in it. A goal that is not everybody's is not named on the wall. */
export function useThankLink() {
  const { t } = useText();
  const link = useTeamLink();
  return (goal: GoalView, people: readonly string[]) => {
    const isKnown = goal.audience === 'team';
    const text = isKnown ? t('goals.thank.draft', { goal: goal.title }) : t('goals.thank.draftHidden');
    // Written for a person to read and change, so without the marks that keep directions apart.
    return link('/kudos', { give: people.join(','), text: text.replace(/[\u2068\u2069]/g, '') });
  };
}
