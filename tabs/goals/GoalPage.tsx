import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useParams } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { Comments } from './Comments.tsx';
import { Ended } from './Ended.tsx';
import { Evidence } from './Evidence.tsx';
import { useGoal } from './goalsQueries.ts';
import { GoalSheet } from './GoalSheet.tsx';
import { GoalSkeleton } from './GoalsSkeleton.tsx';
import { History } from './History.tsx';
import { MyAnswer } from './MyAnswer.tsx';
import { Notes } from './Notes.tsx';
import { OfferHelp } from './OfferHelp.tsx';
import { Support } from './Support.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  around: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 304px',
    columnGap: '48px',
    rowGap: tokens.spacingVerticalXXXL,
    alignItems: 'start',
    marginBlockStart: tokens.spacingVerticalM,
    '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  blocks: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXXL },
  gone: { margin: 0, maxWidth: '60ch' },
});

/** One goal with everything that stands around it, as far as it is there for who reads. */
export function GoalPage() {
  const styles = useStyles();
  const { t } = useText();
  const { id = '' } = useParams();
  const goal = useGoal(id);
  const link = useTeamLink();
  const back = <BackLink href={link('/goals')}>{t('goals.title')}</BackLink>;
  const isGone = goal.isError && codeOf(goal.error) === 'notFound';

  if (goal.data && !isGone) return <WholeGoal key={id} goal={goal.data.body} />;
  return (
    <Page back={back} title={t('goals.one')}>
      {goal.isPending && <GoalSkeleton />}
      {isGone && <p className={styles.gone}>{t('goals.gone')}</p>}
      {goal.isError && !isGone && (
        <ProblemBar
          title={t('goals.problemOne')}
          actions={<Button onClick={() => void goal.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(goal.error)))}
        </ProblemBar>
      )}
    </Page>
  );
}

function WholeGoal({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const isMine = goal.standing === 'owner';
  const talks = isMine || goal.standing === 'supporter';
  return (
    <Page back={<BackLink href={link('/goals')}>{t('goals.title')}</BackLink>} title={goal.title}>
      <div className={styles.page}>
        {!isMine && <MyAnswer goal={goal} />}
        <GoalSheet goal={goal} isPage />
        <div className={styles.around}>
          <div className={styles.blocks}>
            {goal.status !== 'open' && <Ended goal={goal} />}
            {talks && <Comments goal={goal} />}
            <History goal={goal} />
          </div>
          <aside className={styles.blocks} aria-label={t('goals.around')}>
            {!isMine && goal.ask !== '' && goal.status === 'open' && <OfferHelp goal={goal} />}
            {goal.audience !== 'me' && <Support goal={goal} />}
            <Evidence goal={goal} />
            {isMine && <Notes goal={goal} />}
          </aside>
        </div>
      </div>
    </Page>
  );
}
