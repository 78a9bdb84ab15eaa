import type { GoalsScreen, GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useAside } from './aside.ts';
import { Asks } from './Asks.tsx';
import { ClosedGoals } from './ClosedGoals.tsx';
import { GoalRow } from './GoalRow.tsx';
import { useGoalsScreen } from './goalsQueries.ts';
import { GoalSheet } from './GoalSheet.tsx';
import { GoalsSkeleton } from './GoalsSkeleton.tsx';
import { Supporting } from './Supporting.tsx';

const useStyles = makeStyles({
  goals: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  others: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    marginBlockStart: tokens.spacingVerticalXXXL,
  },
  problem: { marginBlockEnd: tokens.spacingVerticalM },
});

/** My goals: the one last checked in is open. Below them, what others would like of me. */
export function GoalsPage() {
  const styles = useStyles();
  const { t } = useText();
  const screen = useGoalsScreen();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const { me } = useTeam();
  const aside = useAside();
  const { params } = useSearchState();
  const newGoal = () => navigate(link('/goals/new'));

  const { mine, asks } = piecesOf(screen.data, me.id, aside.ids);
  const [first, ...others] = openOf(mine);
  const closed = mine.filter(({ status }) => status !== 'open');
  const hasMore = Boolean(screen.data?.mine.nextCursor);
  const isFirst = screen.isSuccess && mine.length === 0 && !hasMore && !params.has('closed');
  const failed = [...aside.failed.values()][0];

  return (
    <Page
      title={t('goals.title')}
      action={
        !isFirst && (
          <Button icon={<Add20Regular />} onClick={newGoal}>
            {t('goals.new')}
          </Button>
        )
      }
    >
      {failed && (
        <ProblemBar className={styles.problem} title={t('goals.deleteFailed')}>
          {t(sentenceFor(failed))}
        </ProblemBar>
      )}
      {screen.isPending && <GoalsSkeleton />}
      {screen.isError && !screen.data && (
        <ProblemBar
          title={t('goals.problem')}
          actions={<Button onClick={() => void screen.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(screen.error)))}
        </ProblemBar>
      )}
      {screen.data && (
        <>
          {isFirst ? (
            <EmptyState
              drawing="steps"
              title={t('goals.empty.title')}
              text={t('goals.empty.text')}
              action={
                <Button appearance="primary" onClick={newGoal}>
                  {t('goals.empty.new')}
                </Button>
              }
            />
          ) : (
            <div className={styles.goals}>
              {first && <GoalSheet key={first.id} goal={first} />}
              {others.map((goal) => (
                <GoalRow key={goal.id} goal={goal} />
              ))}
              <ClosedGoals goals={closed} hasMore={hasMore} />
            </div>
          )}
          {(screen.data.supporting.length > 0 || asks.length > 0) && (
            <div className={styles.others}>
              {screen.data.supporting.length > 0 && <Supporting goals={screen.data.supporting} />}
              {asks.length > 0 && <Asks asks={asks} />}
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** Without what is deleted here but not yet there; and of the asks those of others, for my own stands on my goal. */
function piecesOf(screen: GoalsScreen | undefined, me: string, aside: ReadonlySet<string>) {
  return {
    mine: (screen?.mine.items ?? []).filter(({ id }) => !aside.has(id)),
    asks: (screen?.asks ?? []).filter(({ owner }) => owner.id !== me),
  };
}

/** The one last checked in first; those never checked in by when they were begun, the newest first. */
function openOf(goals: readonly GoalView[]): GoalView[] {
  const last = ({ checkIns, createdAt }: GoalView) => [checkIns[0]?.at ?? '', createdAt].join(' ');
  return goals
    .filter(({ status }) => status === 'open')
    .sort((one, other) => (last(one) < last(other) ? 1 : last(one) > last(other) ? -1 : 0));
}
