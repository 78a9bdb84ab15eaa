import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { Tick } from '../ui/Tick.tsx';
import { dayOf } from '../ui/when.ts';
import { LinesSkeleton } from './GoalsSkeleton.tsx';
import { useAttach, useMyKudos } from './keptQueries.ts';
import { More } from './More.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  meta: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0 },
});

type EvidenceChooserProps = { readonly goal: GoalView; readonly onClose: () => void };

/** The kudos in which I was thanked; those that are ticked stand on the goal. */
export function EvidenceChooser({ goal, onClose }: EvidenceChooserProps) {
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const { me } = useTeam();
  const calling = useCalling();
  const list = useMyKudos();
  const attach = useAttach(goal.id);
  const [now] = useState(() => new Date());
  const kudos = (list.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ to }) => to.some(({ id }) => id === me.id));

  // Of a page all may be those that I gave.
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  const isLookingOn = list.isSuccess && kudos.length === 0 && hasNextPage && !isError;
  useEffect(() => {
    if (isLookingOn && !isFetching) void fetchNextPage();
  }, [isLookingOn, isFetching, fetchNextPage]);

  return (
    <TaskDialog
      title={t('goals.evidence.choose')}
      onClose={onClose}
      foot={
        <Button appearance="primary" onClick={onClose}>
          {t('goals.evidence.done')}
        </Button>
      }
    >
      <Audience isPrivate>{t('goals.evidence.audience')}</Audience>
      {(list.isPending || isLookingOn) && <LinesSkeleton />}
      {list.isError && kudos.length === 0 && (
        <ProblemBar
          title={t('kudos.problem')}
          actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(list.error)))}
        </ProblemBar>
      )}
      {list.isSuccess && kudos.length === 0 && !hasNextPage && (
        <p className={styles.text}>{t('goals.evidence.noKudos')}</p>
      )}
      {kudos.length > 0 && (
        <ul role="list" className={styles.list}>
          {kudos.map((one) => (
            <li key={one.id}>
              <Tick
                isDone={(goal.evidence ?? []).includes(one.id)}
                onChange={(attaches) => attach.mutate({ kudos: one.id, attaches })}
              >
                {one.text}
                <span className={styles.meta}>
                  {t('goals.comment.by', {
                    person: calling.atStart([one.from]),
                    day: dayOf(new Date(one.createdAt), now, text),
                  })}
                </span>
              </Tick>
            </li>
          ))}
        </ul>
      )}
      {attach.isError && (
        <ProblemBar title={t('goals.evidence.failed')}>{t(sentenceFor(codeOf(attach.error)))}</ProblemBar>
      )}
      <More list={list} />
    </TaskDialog>
  );
}
