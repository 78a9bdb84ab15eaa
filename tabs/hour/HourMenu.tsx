import type { OccurrenceView } from '#contract/schedule';
import { Menu, MenuItem, MenuItemLink, MenuList, MenuPopover, useAnnounce } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { CalendarAdd20Regular } from '@fluentui/react-icons/headless/svg/calendar-add';
import { CalendarEdit20Regular } from '@fluentui/react-icons/headless/svg/calendar-edit';
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useDownload } from './useDownload.ts';
import { useMeetingLink } from './useMeetingLink.ts';

type HourMenuProps = {
  readonly next: OccurrenceView | undefined;
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

export function HourMenu({ next, target, onClose }: HourMenuProps) {
  const { t } = useText();
  const { me } = useTeam();
  const [element] = useState(() => target.current);
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const meetingLink = useMeetingLink();
  const { announce } = useAnnounce();
  const file = useDownload(() => announce(t('hour.file.failed')));

  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'end' }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<CalendarEdit20Regular />} onClick={() => navigate(link('/hour/schedule'))}>
            {t(me.owner ? 'hour.menu.change' : 'hour.menu.propose')}
          </MenuItem>
          {next && (
            <MenuItemLink
              icon={<CalendarAdd20Regular />}
              href={meetingLink(next)}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('hour.meeting')}
            </MenuItemLink>
          )}
          <MenuItem icon={<ArrowDownload20Regular />} onClick={file.download}>
            {t('hour.file')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
