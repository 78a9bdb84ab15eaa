import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { FirstRun } from './FirstRun.tsx';
import { NextHour } from './NextHour.tsx';
import { useHourScreen } from './hourQueries.ts';

const useStyles = makeStyles({
  page: { paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXXXL}` },
});

/** The hour that comes next; or, before there is one, what it is about and how to begin. */
export function HourPage() {
  const styles = useStyles();
  const { t } = useText();
  const screen = useHourScreen();
  const known = screen.data?.body;
  return (
    <main className={styles.page}>
      {screen.isPending && (
        <div role="status" aria-label={t('hour.waiting')}>
          <TitleSkeleton />
          <LetterSkeleton />
        </div>
      )}
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
