import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { Print20Regular } from '@fluentui/react-icons/headless/svg/print';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { handOver } from '../ui/handOver.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useLocation } from 'wouter';
import { GrowthRecord } from './GrowthRecord.tsx';
import { useGrowthRecord } from './keptQueries.ts';
import { GoalSkeleton } from './GoalsSkeleton.tsx';

const useStyles = makeStyles({
  notPrinted: { '@media print': { display: 'none' } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Everything that grew here, whole: to read, to print, to take along. Only ever one's own. */
export function GrowthRecordPage() {
  const styles = useStyles();
  const { t } = useText();
  const record = useGrowthRecord();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const isEmpty = record.data?.goals.length === 0;
  return (
    <Page
      back={
        <div className={styles.notPrinted}>
          <BackLink href={link('/goals')}>{t('goals.title')}</BackLink>
        </div>
      }
      title={t('goals.record')}
    >
      <div className={styles.head}>
        <Audience isPrivate>{t('goals.record.audience')}</Audience>
        {record.data && !isEmpty && (
          <div className={styles.actions}>
            <Button
              icon={<ArrowDownload20Regular />}
              onClick={() => handOver({ words: JSON.stringify(record.data, null, 2), name: 'growth-record.json' })}
            >
              {t('goals.record.download')}
            </Button>
            <Button appearance="primary" icon={<Print20Regular />} onClick={() => window.print()}>
              {t('goals.record.print')}
            </Button>
          </div>
        )}
      </div>
      {record.isPending && <GoalSkeleton />}
      {record.isError && (
        <ProblemBar
          title={t('goals.record.problem')}
          actions={<Button onClick={() => void record.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(record.error)))}
        </ProblemBar>
      )}
      {isEmpty && (
        <EmptyState
          drawing="steps"
          title={t('goals.record.empty')}
          text={t('goals.record.emptyText')}
          action={
            <Button appearance="primary" onClick={() => navigate(link('/goals/new'))}>
              {t('goals.empty.new')}
            </Button>
          }
        />
      )}
      {record.data && !isEmpty && <GrowthRecord record={record.data} />}
    </Page>
  );
}
