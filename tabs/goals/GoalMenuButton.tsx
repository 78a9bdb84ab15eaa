import type { GoalView } from '#contract/goal';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { useMenuPlace } from '../ui/MenuButton.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { type GoalDialog, useGoalActs } from './useGoalActs.tsx';

const CloseGoal = fluentPart(async () => (await import('./CloseGoal.tsx')).CloseGoal);
const WhoSees = fluentPart(async () => (await import('./WhoSees.tsx')).WhoSees);

/** Everything else that somebody can do with a goal of theirs. */
export function GoalMenuButton({ goal, isPage }: { goal: GoalView; isPage: boolean }) {
  const { t } = useText();
  const place = useMenuPlace();
  const [dialog, setDialog] = useState<GoalDialog | null>(null);
  const acts = useGoalActs(goal, { isPage, onDialog: setDialog });

  function closeDialog() {
    setDialog(null);
    place.goBack();
  }

  return (
    <MoreButton place={place} label={t('goals.menu', { goal: goal.title })} acts={acts}>
      {(dialog === 'reach' || dialog === 'drop') && <CloseGoal goal={goal} as={dialog} onClose={closeDialog} />}
      {dialog === 'whoSees' && <WhoSees goal={goal} onClose={closeDialog} />}
    </MoreButton>
  );
}
