import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useText } from '../text/useText.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Button } from '../ui/Button.tsx';

const useStyles = makeStyles({ more: { display: 'flex', marginBlockStart: tokens.spacingVerticalL } });

type MoreKudosProps = {
  readonly list: {
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  /** How many are shown: when a page brought nothing that fits, the end is still in sight and is asked for again. */
  readonly shown: number;
};

/** The next page comes when the end comes into sight; for everybody else there is a button, which is that end. */
export function MoreKudos({ list, shown }: MoreKudosProps) {
  const styles = useStyles();
  const { t } = useText();
  const end = useRef<HTMLDivElement>(null);
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = list;
  const waits = isFetchingNextPage || isFetchNextPageError;

  useEffect(() => {
    if (waits || !end.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage();
      },
      { rootMargin: '600px 0px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [fetchNextPage, waits, shown]);

  if (isFetchNextPageError) {
    const retry = <Button onClick={() => void fetchNextPage()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t('kudos.moreFailed')} actions={retry} />;
  }
  return (
    <div ref={end} className={styles.more}>
      <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('kudos.more')}
      </Button>
    </div>
  );
}
