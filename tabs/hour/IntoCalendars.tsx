import type { OccurrenceView } from '#contract/schedule';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { CalendarAdd20Regular } from '@fluentui/react-icons/headless/svg/calendar-add';
import { useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button, useButtonLook } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { useDownload } from './useDownload.ts';
import { useMeetingLink } from './useMeetingLink.ts';

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    justifyItems: 'start',
    // The words, not the hover box around them, stand on the edge.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  hint: { marginInlineStart: tokens.spacingHorizontalM },
  icon: { display: 'flex' },
});

/** Teams' own meeting, and a file for every other calendar. `first` is the next hour, once the hour is kept. */
export function IntoCalendars({ first }: { first: OccurrenceView | undefined }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const look = useButtonLook({ appearance: 'subtle' });
  const { t } = useText();
  const meetingLink = useMeetingLink();
  const file = useDownload();
  const why = useId();
  return (
    <div>
      <div className={styles.ways}>
        {first ? (
          <a
            href={meetingLink(first)}
            target="_blank"
            rel="noopener noreferrer"
            className={look}
            aria-describedby={why}
          >
            <span className={styles.icon}>
              <CalendarAdd20Regular />
            </span>
            {t('hour.meeting')}
          </a>
        ) : (
          <Button appearance="subtle" disabled icon={<CalendarAdd20Regular />} aria-describedby={why}>
            {t('hour.meeting')}
          </Button>
        )}
        <Button
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          disabled={!first || file.isPending}
          aria-describedby={first ? undefined : why}
          onClick={file.download}
        >
          {t('hour.file')}
        </Button>
        <p id={why} className={`${aside.quiet} ${styles.hint}`}>
          {t(first ? 'hour.meeting.hint' : 'hour.meeting.notYet')}
        </p>
      </div>
      {file.isError && <ProblemBar title={t('hour.file.failed')}>{t(sentenceFor(codeOf(file.error)))}</ProblemBar>}
    </div>
  );
}
