import type { GoalView } from '#contract/goal';
import type { Audience } from '#contract/limits';
import type { PersonView } from '#contract/shapes';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';

type Seen = { readonly owner: PersonView; readonly audience: Audience; readonly supporters: readonly PersonView[] };
export type AudienceLine = { readonly isPrivate: boolean; readonly words: string };

/** Who sees a goal, by name. */
export function useGoalAudience() {
  const { t } = useText();
  const { team, me, members } = useTeam();
  const calling = useCalling();

  function around(people: readonly PersonView[]): AudienceLine {
    const isMineAlone = people.every(({ id }) => id === me.id);
    return {
      isPrivate: true,
      words: isMineAlone ? t('goals.audience.me') : t('goals.audience.people', { people: calling.atStart(people) }),
    };
  }

  return {
    ofGoal({ owner, audience, supporters }: Seen): AudienceLine {
      if (audience !== 'team') return around(audience === 'supporters' ? [owner, ...supporters] : [owner]);
      return { isPrivate: false, words: t('audience.team', { count: members.length, team: team.name }) };
    },
    /** What supporters and owner say to each other stays there, also when the goal is everybody's. */
    ofTalk({ owner, standing, supporters, audience }: GoalView): AudienceLine {
      if (standing === 'owner') {
        const accepted = audience === 'me' ? [] : supporters.filter(({ answer }) => answer === 'accepted');
        return around([owner, ...accepted]);
      }
      return { isPrivate: true, words: t('goals.audience.talk', { owner: calling.one(owner) }) };
    },
  };
}
