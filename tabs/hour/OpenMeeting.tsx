import type { HourScreen, HourView } from '#contract/hour';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/headless/svg/calendar-add';
import { Video20Regular } from '@fluentui/react-icons/headless/svg/video';
import { useText } from '../text/useText.ts';
import { useButtonLook } from '../ui/Button.tsx';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { useMeetingLink } from './useMeetingLink.ts';

const useStyles = makeStyles({ icon: { display: 'flex' }, narrow: { minWidth: '32px', paddingInline: 0 } });

type OpenMeetingProps = { readonly hour: HourView; readonly schedule: HourScreen['schedule'] };

/** Into the meeting, where its link is known; else to Teams' own form for one. */
export function OpenMeeting({ hour, schedule }: OpenMeetingProps) {
  const styles = useStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const isNarrow = useIsNarrow();
  const look = useButtonLook({ appearance: 'subtle' });
  const create = useMeetingLink();
  const known = schedule?.meetingLink;
  return (
    <a
      className={mergeClasses(look, isNarrow && styles.narrow)}
      href={known ?? create(hour)}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span className={styles.icon}>{known ? <Video20Regular /> : <CalendarAdd20Regular />}</span>
      <span className={isNarrow ? unseenClass : undefined}>
        {t(known ? 'hour.meeting.open' : 'hour.meeting.create')}
      </span>
    </a>
  );
}
