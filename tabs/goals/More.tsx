import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';

const useStyles = makeStyles({ more: { display: 'flex', marginBlockStart: tokens.spacingVerticalS } });

type MoreProps = {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    fetchNextPage(): Promise<unknown>;
  };
};

/** The older ones, when somebody asks for them. */
export function More({ list }: MoreProps) {
  const styles = useStyles();
  const { t } = useText();
  if (!list.hasNextPage) return null;
  if (list.isFetchNextPageError) {
    const retry = <Button onClick={() => void list.fetchNextPage()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t('kudos.moreFailed')} actions={retry} />;
  }
  return (
    <div className={styles.more}>
      <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('kudos.more')}
      </Button>
    </div>
  );
}
