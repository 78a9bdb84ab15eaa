import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useOnScreenClass } from '../ui/paper.ts';

type MorePagesProps = {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  readonly failed: string;
};

/** The older ones, when somebody asks for them. */
export function MorePages({ list, failed }: MorePagesProps) {
  const onScreenClass = useOnScreenClass();
  const { t } = useText();
  if (!list.hasNextPage) return null;
  if (list.isFetchNextPageError) {
    const retry = <Button onClick={() => void list.fetchNextPage()}>{t('error.retry')}</Button>;
    return <ProblemBar title={failed} actions={retry} />;
  }
  return (
    <div className={onScreenClass}>
      <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('kudos.more')}
      </Button>
    </div>
  );
}
