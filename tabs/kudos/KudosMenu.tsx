import type { KudosView } from '#contract/kudos';
import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/headless/svg/arrow-undo';
import { EyeOff20Regular } from '@fluentui/react-icons/headless/svg/eye-off';
import { type RefObject, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useTakeBack } from './useTakeBack.ts';

type KudosMenuProps = {
  readonly kudos: KudosView;
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

export function KudosMenu({ kudos, target, onClose }: KudosMenuProps) {
  const { t } = useText();
  const { me } = useTeam();
  const takeBack = useTakeBack();
  const [element] = useState(() => target.current);
  const isMine = kudos.from.id === me.id;
  return (
    // Beside its button in the page, too: what stands outside of the page's landmarks is not found by those who move by them.
    <Menu inline open onOpenChange={onClose} positioning={{ target: element, position: 'below', align: 'end' }}>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={isMine ? <ArrowUndo20Regular /> : <EyeOff20Regular />}
            onClick={() => element && takeBack(kudos, element)}
          >
            {t(isMine ? 'kudos.card.takeBack' : 'kudos.card.takeOff')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
