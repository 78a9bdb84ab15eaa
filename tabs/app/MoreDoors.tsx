import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import type { Door } from './doors.ts';

type MoreDoorsProps = {
  readonly doors: readonly Door[];
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** The doors that found no room beside the others. */
export function MoreDoors({ doors, target, onClose }: MoreDoorsProps) {
  const { t } = useText();
  const link = useTeamLink();
  const [, navigate] = useLocation();
  const [element] = useState(() => target.current);
  return (
    <Menu inline open onOpenChange={onClose} positioning={{ target: element, position: 'below', align: 'end' }}>
      <MenuPopover>
        <MenuList>
          {doors.map(({ path, name }) => (
            <MenuItem key={path} onClick={() => navigate(link(path))}>
              {t(name)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
