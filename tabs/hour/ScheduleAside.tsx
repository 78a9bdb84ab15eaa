import type { ProposalsView } from '#contract/schedule';
import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { useSettled } from '../ui/useSettled.ts';
import { useAsideStyles } from './asideStyles.ts';
import { BotSays } from './BotSays.tsx';
import { ForTheOthers } from './ForTheOthers.tsx';
import { IntoCalendars } from './IntoCalendars.tsx';
import { NextDates } from './NextDates.tsx';
import { Proposals } from './Proposals.tsx';
import { saysTheSame } from './scheduleDraft.ts';
import { type KnownSchedule, usePreview } from './scheduleQueries.ts';
import type { ScheduleDraft } from './useScheduleDraft.ts';

const useStyles = makeStyles({
  aside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
});

type Proposal = ProposalsView['items'][number];
type ScheduleAsideProps = {
  readonly form: ScheduleDraft;
  readonly saved: KnownSchedule;
  readonly proposals: readonly Proposal[];
  readonly onTakeOver: (proposal: Proposal) => void;
};

/** What follows from what is being chosen: the dates, and what time it is then for the others. */
export function ScheduleAside({ form, saved, proposals, onTakeOver }: ScheduleAsideProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { wanted, problem } = form;
  const asked = useSettled(problem ? null : wanted, problem ?? JSON.stringify(wanted));
  const preview = usePreview(asked);
  const isKept = Boolean(saved && saysTheSame(saved.body, wanted));
  const first = preview.data && !preview.isPlaceholderData ? preview.data.dates[0] : undefined;

  return (
    <aside className={styles.aside}>
      {preview.data && (
        <>
          <NextDates schedule={preview.data.schedule} dates={preview.data.dates} />
          <ForTheOthers zone={preview.data.schedule.timeZone} dates={preview.data.dates} />
        </>
      )}
      {preview.isError && (
        <p role="status" className={aside.text}>
          {t('hour.next.problem', { reason: t(sentenceFor(codeOf(preview.error))) })}
        </p>
      )}
      {proposals.length > 0 && <Proposals proposals={proposals} onTakeOver={onTakeOver} />}
      <IntoCalendars first={isKept ? first : undefined} />
      <BotSays />
    </aside>
  );
}
