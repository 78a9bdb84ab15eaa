import type { HourView } from '#contract/hour';
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  useAnnounce,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { CalendarAdd20Regular } from '@fluentui/react-icons/headless/svg/calendar-add';
import { CalendarArrowRight20Regular } from '@fluentui/react-icons/headless/svg/calendar-arrow-right';
import { CalendarCancel20Regular } from '@fluentui/react-icons/headless/svg/calendar-cancel';
import { CalendarEdit20Regular } from '@fluentui/react-icons/headless/svg/calendar-edit';
import { PersonProhibited20Regular } from '@fluentui/react-icons/headless/svg/person-prohibited';
import { Timeline20Regular } from '@fluentui/react-icons/headless/svg/timeline';
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import type { AgendaTask } from './AgendaMenuButton.tsx';
import { useAway } from './hourQueries.ts';
import { useDownload } from './useDownload.ts';
import { useMeetingLink } from './useMeetingLink.ts';

type AgendaMenuProps = {
  readonly hour: HourView;
  readonly target: RefObject<HTMLElement | null>;
  readonly onTask: (task: AgendaTask) => void;
  readonly onClose: () => void;
};

export function AgendaMenu({ hour, target, onTask, onClose }: AgendaMenuProps) {
  const { t } = useText();
  const { me } = useTeam();
  const [element] = useState(() => target.current);
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const meetingLink = useMeetingLink();
  const { announce } = useAnnounce();
  const away = useAway(hour.date);
  const file = useDownload(() => announce(t('hour.file.failed')));
  const isAway = hour.away.some(({ id }) => id === me.id);
  const isPlanned = hour.status === 'planned';

  function sayAway() {
    away.mutate(!isAway, {
      onSuccess: () => announce(t(isAway ? 'hour.away.backSaid' : 'hour.away.said')),
      onError: (trouble) => announce(t(sentenceFor(codeOf(trouble)))),
    });
  }

  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'end' }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Timeline20Regular />} onClick={() => onTask('plan')}>
            {t('hour.menu.plan')}
          </MenuItem>
          <MenuItem icon={<PersonProhibited20Regular />} onClick={sayAway}>
            {t(isAway ? 'hour.away.back' : 'hour.away.say')}
          </MenuItem>
          {isPlanned && (
            <>
              <MenuItem icon={<CalendarArrowRight20Regular />} onClick={() => onTask('move')}>
                {t('hour.menu.move')}
              </MenuItem>
              <MenuItem icon={<CalendarCancel20Regular />} onClick={() => onTask('skip')}>
                {t('hour.menu.skip')}
              </MenuItem>
            </>
          )}
          <MenuDivider />
          <MenuItem icon={<CalendarEdit20Regular />} onClick={() => navigate(link('/hour/schedule'))}>
            {t(me.owner ? 'hour.menu.change' : 'hour.menu.propose')}
          </MenuItem>
          <MenuItemLink
            icon={<CalendarAdd20Regular />}
            href={meetingLink(hour)}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('hour.meeting')}
          </MenuItemLink>
          <MenuItem icon={<ArrowDownload20Regular />} onClick={file.download}>
            {t('hour.file')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
