import type { GoalView } from '#contract/goal';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { AskRow } from './AskRow.tsx';
import { Block } from './Block.tsx';

/** The help that is wanted with this goal. */
export function OfferHelp({ goal: { id, owner, ask, helpers, createdAt } }: { goal: GoalView }) {
  const { t } = useText();
  const { me } = useTeam();
  const offered = helpers.some((person) => person.id === me.id);
  return (
    <Block title={t('goals.asks.one')}>
      <AskRow ask={{ id, owner, text: ask, offered, at: createdAt }} />
    </Block>
  );
}
