import type { GoalView } from '#contract/goal';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { Eye20Regular } from '@fluentui/react-icons/headless/svg/eye';
import { SubtractCircle20Regular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { useLocation } from 'wouter';
import { useText } from '../text/useText.ts';
import type { Act } from '../ui/ActMenu.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useDeleteGoal } from './useDeleteGoal.ts';

export type GoalDialog = 'reach' | 'drop' | 'whoSees';

type Place = { readonly isPage: boolean; readonly onDialog: (which: GoalDialog) => void };

/** What its owner can do with a goal: a closed one is a memory. */
export function useGoalActs(goal: GoalView, { isPage, onDialog }: Place): readonly Act[] {
  const { t } = useText();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const remove = useDeleteGoal();
  const isOpen = goal.status === 'open';
  const whileOpen: readonly Act[] = [
    { name: t('goals.menu.edit'), icon: <Edit20Regular />, does: () => navigate(link(`/goals/${goal.id}/edit`)) },
    { name: t('goals.menu.whoSees'), icon: <Eye20Regular />, does: () => onDialog('whoSees') },
    {
      name: t('goals.menu.reach'),
      icon: <CheckmarkCircle20Regular />,
      does: () => onDialog('reach'),
      isApart: true,
    },
    { name: t('goals.menu.drop'), icon: <SubtractCircle20Regular />, does: () => onDialog('drop') },
  ];

  function handleDelete() {
    remove(goal);
    if (isPage) navigate(link('/goals'));
  }

  return [
    ...(isOpen ? whileOpen : []),
    { name: t('goals.menu.delete'), icon: <Delete20Regular />, does: handleDelete, isApart: isOpen },
  ];
}
