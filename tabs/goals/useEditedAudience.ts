import { tidyLine } from '#contract/limits';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import type { Words } from './goalWords.ts';
import type { AudienceLine } from './useGoalAudience.ts';

/** Who will see the goal as it stands in the form, and who its help line. */
export function useEditedAudience({ seenBy, ask }: Pick<Words, 'seenBy' | 'ask'>): AudienceLine {
  const { t } = useText();
  const { team, me, members } = useTeam();
  const calling = useCalling();
  const { audience } = seenBy;
  if (audience === 'team')
    return { isPrivate: false, words: t('goals.edit.seen.team', { count: members.length, team: team.name }) };
  const isAskShown = ask.toTeam && tidyLine(ask.text) !== '';
  const named = audience === 'supporters' ? seenBy.supporters : [];
  const chosen = named.flatMap((id) => members.find((member) => member.id === id) ?? []);
  if (chosen.length === 0)
    return {
      isPrivate: true,
      words: t(isAskShown ? 'goals.edit.seen.meAsk' : 'goals.edit.seen.me', { team: team.name }),
    };
  const people = calling.atStart([me, ...chosen]);
  return {
    isPrivate: true,
    words: t(isAskShown ? 'goals.edit.seen.peopleAsk' : 'goals.edit.seen.people', { people, team: team.name }),
  };
}
