import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { CommentForm } from './CommentForm.tsx';
import { CommentLine } from './CommentLine.tsx';
import { LinesSkeleton } from './GoalsSkeleton.tsx';
import { More } from './More.tsx';
import { useComments } from './supportQueries.ts';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What owner and supporters say to each other, newest first. */
export function Comments({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const list = useComments(goal.id, true);
  const comments = (list.data?.pages ?? []).flatMap(({ items }) => items);
  // With nobody to talk to there is nothing to say; what was said before stays.
  const isTalk = goal.status === 'open' && goal.audience !== 'me' && goal.supporters.length > 0;
  if (!isTalk && comments.length === 0) return null;
  return (
    <Sheet aria-labelledby="comments" className={styles.sheet}>
      <SheetHead id="comments" title={t('goals.comments')} />
      {isTalk && <CommentForm goal={goal} />}
      {list.isPending && <LinesSkeleton />}
      {list.isError && !list.data && (
        <ProblemBar
          title={t('goals.comments.problem')}
          actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(list.error)))}
        </ProblemBar>
      )}
      {list.isSuccess && comments.length === 0 && <p className={styles.none}>{t('goals.comments.none')}</p>}
      {comments.length > 0 && (
        <ul role="list" className={styles.list}>
          {comments.map((comment) => (
            <li key={comment.id}>
              <CommentLine goal={goal} comment={comment} />
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
    </Sheet>
  );
}
