import { Print20Regular } from '@fluentui/react-icons/headless/svg/print';
import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../../api/problem.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOnScreenClass, usePaperClass } from '../../ui/paper.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { LetterSkeleton } from '../../ui/Skeletons.tsx';
import { useTeamLink } from '../../ui/useTeamLink.ts';
import { useOneHour } from '../hourQueries.ts';
import { dateWithWeekday } from '../../ui/localDates.ts';
import { HourRecord } from './HourRecord.tsx';
import { fateOf } from './PastHourRow.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '720px' },
  // Its words stand on the edge, not the box that is around them when it is hovered.
  print: { minWidth: 0, marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  fate: { margin: 0, marginBlockEnd: tokens.spacingVerticalM },
});

/** One hour that was, to read, to print, and for a day to add to. */
export function PastHourPage({ date }: { date: string }) {
  const styles = useStyles();
  const paperClass = usePaperClass();
  const onScreenClass = useOnScreenClass();
  const text = useText();
  const { t } = text;
  const link = useTeamLink();
  const found = useOneHour(date);
  const hour = found.data;
  const isRecord = hour?.status === 'held' || hour?.status === 'open';
  const fate = hour && fateOf(hour, text);
  return (
    <div className={`${paperClass} ${styles.page}`}>
      <Page
        back={
          <div className={onScreenClass}>
            <BackLink href={link('/hour/past')}>{t('past.title')}</BackLink>
          </div>
        }
        title={isDate(date) ? dateWithWeekday(date, text.locale) : t('past.title')}
        action={
          isRecord && (
            <div className={onScreenClass}>
              <Button
                appearance="subtle"
                className={styles.print}
                icon={<Print20Regular />}
                onClick={() => window.print()}
              >
                {t('past.print')}
              </Button>
            </div>
          )
        }
      >
        {found.isPending && <LetterSkeleton />}
        {found.isError && !hour && (
          <ProblemBar
            title={t('past.one.problem')}
            actions={<Button onClick={() => void found.refetch()}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(found.error)))}
          </ProblemBar>
        )}
        {fate && <p className={styles.fate}>{fate}</p>}
        {isRecord && <HourRecord hour={hour} />}
      </Page>
    </div>
  );
}

const isDate = (date: string) => /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
