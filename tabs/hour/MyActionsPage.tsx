import type { ActionView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useMyActions } from './actionQueries.ts';
import { ActionRow } from './ActionRow.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { dateWords } from '../ui/localDates.ts';
import { MorePages } from './MorePages.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL, maxWidth: '720px' },
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  list: { margin: 0, marginBlockStart: tokens.spacingVerticalS, padding: 0, listStyleType: 'none' },
  // As high as a finger or a pointer needs it, and in line with the words beside it.
  from: { lineHeight: '24px' },
  none: { margin: 0 },
});

/** What I set out to do and what I was promised, across all hours. */
export function MyActionsPage() {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const link = useTeamLink();
  const list = useMyActions();
  const all = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const open = all.filter(({ status }) => status === 'open');
  return (
    <Page back={<BackLink href={link('/hour')}>{t('shell.hour')}</BackLink>} title={t('actions.title')}>
      <div className={styles.page}>
        {list.isPending && <LetterSkeleton />}
        {list.isError && all.length === 0 && (
          <ProblemBar
            title={t('actions.problem')}
            actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(list.error)))}
          </ProblemBar>
        )}
        {list.isSuccess && all.length === 0 && (
          <p role="status" className={styles.none}>
            {t('actions.none')}
          </p>
        )}
        {all.length > 0 && (
          <Sheet className={styles.sheet}>
            <Group title={t('actions.mine')} actions={open.filter(({ owner }) => owner.id === me.id)} />
            <Group title={t('actions.toMe')} actions={open.filter(({ owner }) => owner.id !== me.id)} />
            <Group title={t('actions.closed')} actions={all.filter(({ status }) => status !== 'open')} />
          </Sheet>
        )}
        {all.length > 0 && <MorePages list={list} failed={t('actions.problem')} />}
      </div>
    </Page>
  );
}

function Group({ title, actions }: { title: string; actions: readonly ActionView[] }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const linkClass = useLinkClass();
  const { t, locale } = useText();
  const link = useTeamLink();
  const id = useId();
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={aside.title}>
        {title}
      </h2>
      <ul role="list" className={styles.list}>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            origin={
              action.hour && (
                <Link href={link(`/hour/past/${action.hour}`)} className={`${linkClass} ${styles.from}`}>
                  {t('actions.from', { date: dateWords(action.hour, locale) })}
                </Link>
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
