import type { HourView } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { CalendarAdd20Regular } from '@fluentui/react-icons/headless/svg/calendar-add';
import { CalendarArrowRight20Regular } from '@fluentui/react-icons/headless/svg/calendar-arrow-right';
import { CalendarCancel20Regular } from '@fluentui/react-icons/headless/svg/calendar-cancel';
import { CalendarEdit20Regular } from '@fluentui/react-icons/headless/svg/calendar-edit';
import { History20Regular } from '@fluentui/react-icons/headless/svg/history';
import { PeopleTeam20Regular } from '@fluentui/react-icons/headless/svg/people-team';
import { PersonProhibited20Regular } from '@fluentui/react-icons/headless/svg/person-prohibited';
import { TaskListLtr20Regular } from '@fluentui/react-icons/headless/svg/task-list-ltr';
import { Timeline20Regular } from '@fluentui/react-icons/headless/svg/timeline';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import type { Act } from '../ui/ActMenu.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useAway } from './hourQueries.ts';
import { useDownload } from './useDownload.ts';
import { useMeetingLink } from './useMeetingLink.ts';

export type HourTask = 'move' | 'skip' | 'plan';

/** What one can do with an hour. `onTask` is for what needs more than a press. */
export function useHourActs(hour: HourView, onTask: (task: HourTask) => void): readonly Act[] {
  const { t } = useText();
  const { me } = useTeam();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const meetingLink = useMeetingLink();
  const { announce } = useAnnounce();
  const away = useAway(hour.date);
  const file = useDownload(() => announce(t('hour.file.failed')));
  const isAway = hour.away.some(({ id }) => id === me.id);

  function sayAway() {
    away.mutate(!isAway, {
      onSuccess: () => announce(t(isAway ? 'hour.away.backSaid' : 'hour.away.said')),
      onError: (trouble) => announce(t(sentenceFor(codeOf(trouble)))),
    });
  }

  return [
    { name: t('hour.menu.plan'), icon: <Timeline20Regular />, does: () => onTask('plan') },
    { name: t(isAway ? 'hour.away.back' : 'hour.away.say'), icon: <PersonProhibited20Regular />, does: sayAway },
    ...(hour.status === 'planned'
      ? [
          { name: t('hour.menu.move'), icon: <CalendarArrowRight20Regular />, does: () => onTask('move') },
          { name: t('hour.menu.skip'), icon: <CalendarCancel20Regular />, does: () => onTask('skip') },
        ]
      : []),
    {
      name: t('actions.link'),
      icon: <TaskListLtr20Regular />,
      does: () => navigate(link('/hour/actions')),
      isApart: true,
    },
    { name: t('myPairs.title'), icon: <PeopleTeam20Regular />, does: () => navigate(link('/hour/pairs')) },
    { name: t('past.title'), icon: <History20Regular />, does: () => navigate(link('/hour/past')) },
    {
      name: t(me.owner ? 'hour.menu.change' : 'hour.menu.propose'),
      icon: <CalendarEdit20Regular />,
      does: () => navigate(link('/hour/schedule')),
      isApart: true,
    },
    { name: t('hour.meeting'), icon: <CalendarAdd20Regular />, does: meetingLink(hour) },
    { name: t('hour.file'), icon: <ArrowDownload20Regular />, does: file.download },
  ];
}
