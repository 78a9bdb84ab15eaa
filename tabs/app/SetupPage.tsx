import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { paths } from '#contract/paths';
import type { SetupView } from '#contract/setup';
import { get } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { Column } from './Column.tsx';
import { SetupItem } from './SetupItem.tsx';
import { tellTeams } from './teams.ts';
import { Trouble } from './Trouble.tsx';

const useStyles = makeStyles({
  lead: { marginBlock: `0 ${tokens.spacingVerticalL}`, maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
  items: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** For whoever looks after the service: what it needs, whether that is there, and how to mend it. */
export function SetupPage() {
  const styles = useStyles();
  const { t } = useText();
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => get<SetupView>(paths.setup(), signal),
    retry: false,
  });
  const isSeen = !setup.isPending;
  useEffect(() => {
    if (isSeen) tellTeams.hasContent();
  }, [isSeen]);

  if (setup.isPending) {
    return (
      <Column>
        <TitleSkeleton />
        <LetterSkeleton />
      </Column>
    );
  }
  if (setup.isError && codeOf(setup.error) !== 'setup.administratorsOnly')
    return <Trouble trouble={setup.error} onRetry={() => void setup.refetch()} />;
  if (setup.isError) {
    return (
      <Column>
        <Page title={t('setup.title')}>
          <p className={styles.lead}>{t('setup.closed')}</p>
        </Page>
      </Column>
    );
  }
  const { items, identity } = setup.data.body;
  const count = items.filter(({ state }) => state !== 'good').length;
  return (
    <Column>
      <Page
        title={t('setup.title')}
        action={
          <Button disabled={setup.isFetching} onClick={() => void setup.refetch()}>
            {t('setup.again')}
          </Button>
        }
      >
        <p className={styles.lead}>
          {t('setup.lead')}{' '}
          <strong aria-live="polite">{count === 0 ? t('setup.allGood') : t('setup.some', { count })}</strong>
        </p>
        <Sheet roomy>
          <ul role="list" className={styles.items}>
            {items.map((item) => (
              <SetupItem key={item.part} item={item} identity={identity} />
            ))}
          </ul>
        </Sheet>
      </Page>
    </Column>
  );
}
