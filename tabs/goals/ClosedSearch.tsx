import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { useAside } from './aside.ts';
import { ClosedLines } from './ClosedLines.tsx';
import { useClosedGoals } from './goalsQueries.ts';
import { LinesSkeleton } from './GoalsSkeleton.tsx';
import { More } from './More.tsx';

const useStyles = makeStyles({
  field: { maxWidth: '320px' },
  none: { margin: 0, marginBlock: tokens.spacingVerticalS },
});

/** All that ended, found by words of the goal and of what was learned. */
export function ClosedSearch() {
  const styles = useStyles();
  const { t } = useText();
  const { params, change } = useSearchState();
  const q = params.get('q')?.trim() ?? '';
  const list = useClosedGoals(q);
  const { ids } = useAside();
  const goals = (list.data?.pages ?? []).flatMap(({ items }) => items).filter(({ id }) => !ids.has(id));

  // A page may hold nothing that fits while there are older ones: go on until something does, or the end.
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const isLookingOn = list.isSuccess && goals.length === 0 && hasNextPage && !isError;
  useEffect(() => {
    if (isLookingOn && !isFetching) void fetchNextPage();
  }, [isLookingOn, isFetching, fetchNextPage]);

  return (
    <>
      <SearchField
        className={styles.field}
        label={t('goals.closed.search')}
        hint={t('goals.closed.searchHint')}
        value={q}
        onSearch={(words) => change({ q: words })}
      />
      {(list.isPending || isLookingOn) && <LinesSkeleton />}
      {list.isError && goals.length === 0 && (
        <ProblemBar
          title={t('goals.problem')}
          actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(list.error)))}
        </ProblemBar>
      )}
      {goals.length > 0 && <ClosedLines goals={goals} />}
      {list.isSuccess && goals.length === 0 && !hasNextPage && (
        <p role="status" className={styles.none}>
          {t(q ? 'goals.closed.noneFit' : 'goals.closed.none')}
        </p>
      )}
      {goals.length > 0 && <More list={list} />}
    </>
  );
}
