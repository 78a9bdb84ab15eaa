import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { fluentPart } from '../ui/part.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { FirstRun } from './FirstRun.tsx';
import { NextHour } from './NextHour.tsx';
import { useHourScreen } from './hourQueries.ts';

const RunningHour = fluentPart(async () => (await import('./running/RunningHour.tsx')).RunningHour);
const HeldHour = fluentPart(async () => (await import('./running/HeldHour.tsx')).HeldHour);

const useStyles = makeStyles({
  page: { paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXXXL}` },
});

/** The hour that runs or comes next; or, before there is one, what it is about and how to begin. */
export function HourPage() {
  const styles = useStyles();
  const { t } = useText();
  const screen = useHourScreen();
  const known = screen.data?.body;
  const hour = known?.hour;
  const running = hour?.status === 'open' ? hour : null;
  // Who was there when it ended reads what stays of it, before the next one is shown.
  const [ran, setRan] = useState<string | null>(null);
  if (running && running.date !== ran) setRan(running.date);
  if (running || (ran && known)) {
    return (
      <Suspense fallback={<Waiting />}>
        {running ? (
          <RunningHour key={running.date} hour={running} />
        ) : (
          <HeldHour date={ran!} onLeave={() => setRan(null)} />
        )}
      </Suspense>
    );
  }
  return (
    <main className={styles.page}>
      {screen.isPending && <Waiting />}
      {screen.isError && !known && (
        <ProblemBar
          title={t('hour.schedule.problem')}
          actions={<Button onClick={() => void screen.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(screen.error)))}
        </ProblemBar>
      )}
      {known && !known.hour && <FirstRun />}
      {known?.hour && <NextHour hour={known.hour} screen={known} />}
    </main>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <div role="status" aria-label={t('hour.waiting')}>
      <TitleSkeleton />
      <LetterSkeleton />
    </div>
  );
}
