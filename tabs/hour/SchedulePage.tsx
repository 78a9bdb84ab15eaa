import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { ScheduleEditor } from './ScheduleEditor.tsx';
import { useProposals, useSchedule } from './scheduleQueries.ts';

/** When the hour is. Owners choose it; everybody else says what they would choose. */
export function SchedulePage() {
  const { t } = useText();
  const { me } = useTeam();
  const link = useTeamLink();
  const schedule = useSchedule();
  const proposals = useProposals();
  const trouble = schedule.error ?? proposals.error;
  const isThere = schedule.isSuccess && proposals.isSuccess;

  function tryAgain() {
    void schedule.refetch();
    void proposals.refetch();
  }

  return (
    <Page
      back={<BackLink href={link('/hour')}>{t('shell.hour')}</BackLink>}
      title={t(me.owner ? 'hour.schedule.title' : 'hour.propose.title')}
    >
      {isThere && <ScheduleEditor saved={schedule.data} proposals={proposals.data} />}
      {!isThere && !trouble && <LetterSkeleton />}
      {!isThere && trouble && (
        <ProblemBar title={t('hour.schedule.problem')} actions={<Button onClick={tryAgain}>{t('error.retry')}</Button>}>
          {t(sentenceFor(codeOf(trouble)))}
        </ProblemBar>
      )}
    </Page>
  );
}
