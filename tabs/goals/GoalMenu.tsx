import type { GoalView } from '#contract/goal';
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { Eye20Regular } from '@fluentui/react-icons/headless/svg/eye';
import { SubtractCircle20Regular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import type { GoalDialog } from './GoalMenuButton.tsx';
import { useDeleteGoal } from './useDeleteGoal.ts';

type GoalMenuProps = {
  readonly goal: GoalView;
  readonly isPage: boolean;
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly onDialog: (which: GoalDialog) => void;
};

export function GoalMenu({ goal, isPage, target, onClose, onDialog }: GoalMenuProps) {
  const { t } = useText();
  const [element] = useState(() => target.current);
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const remove = useDeleteGoal();

  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'end' }}
    >
      <MenuPopover>
        <MenuList>
          {goal.status === 'open' && (
            <>
              <MenuItem icon={<Edit20Regular />} onClick={() => navigate(link(`/goals/${goal.id}/edit`))}>
                {t('goals.menu.edit')}
              </MenuItem>
              <MenuItem icon={<Eye20Regular />} onClick={() => onDialog('whoSees')}>
                {t('goals.menu.whoSees')}
              </MenuItem>
              <MenuDivider />
              <MenuItem icon={<CheckmarkCircle20Regular />} onClick={() => onDialog('reach')}>
                {t('goals.menu.reach')}
              </MenuItem>
              <MenuItem icon={<SubtractCircle20Regular />} onClick={() => onDialog('drop')}>
                {t('goals.menu.drop')}
              </MenuItem>
              <MenuDivider />
            </>
          )}
          <MenuItem
            icon={<Delete20Regular />}
            onClick={() => {
              remove(goal);
              if (isPage) navigate(link('/goals'));
            }}
          >
            {t('goals.menu.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
