import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { codeOf } from '../../api/problem.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { LetterSkeleton } from '../../ui/Skeletons.tsx';
import { useSearchState } from '../../ui/useSearchState.ts';
import { useTeamLink } from '../../ui/useTeamLink.ts';
import { MorePages } from '../MorePages.tsx';
import { PastHourRow } from './PastHourRow.tsx';
import { usePastHours } from './pastQueries.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL, maxWidth: '720px' },
  field: { width: '320px', maxWidth: '100%' },
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0 },
});

/** The hours there were, newest first, found by what was talked about. */
export function PastHoursPage() {
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const { params, change } = useSearchState();
  const q = params.get('q')?.trim() ?? '';
  const list = usePastHours(q);
  const hours = (list.data?.pages ?? []).flatMap(({ items }) => items).filter(isPast);

  // A page may hold nothing that fits while there are older ones: go on until something does, or the end.
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const isLookingOn = list.isSuccess && hours.length === 0 && hasNextPage && !isError;
  useEffect(() => {
    if (isLookingOn && !isFetching) void fetchNextPage();
  }, [isLookingOn, isFetching, fetchNextPage]);

  return (
    <Page back={<BackLink href={link('/hour')}>{t('shell.hour')}</BackLink>} title={t('past.title')}>
      <div className={styles.page}>
        <SearchField
          className={styles.field}
          label={t('past.search')}
          hint={t('past.search.hint')}
          value={q}
          onSearch={(words) => change({ q: words })}
        />
        {(list.isPending || isLookingOn) && <LetterSkeleton />}
        {list.isError && hours.length === 0 && (
          <ProblemBar
            title={t('past.problem')}
            actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(list.error)))}
          </ProblemBar>
        )}
        {hours.length > 0 && (
          <Sheet>
            <ul role="list" aria-label={t('past.title')} className={styles.list}>
              {hours.map((hour) => (
                <PastHourRow key={hour.date} hour={hour} />
              ))}
            </ul>
          </Sheet>
        )}
        {list.isSuccess && hours.length === 0 && !hasNextPage && (
          <p role="status" className={styles.none}>
            {t(q ? 'past.noneFit' : 'past.none')}
          </p>
        )}
        {hours.length > 0 && <MorePages list={list} failed={t('past.problem')} />}
      </div>
    </Page>
  );
}

/** What is still to come has the door of its own. */
const isPast = ({ status, endsAt }: { status: string; endsAt: string }) =>
  status !== 'open' && (status !== 'planned' || Date.parse(endsAt) < Date.now());
