import type { CommentView, GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { dayOf, exactly } from '../ui/when.ts';
import { useRemoveComment } from './supportQueries.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
  },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
  problem: { gridColumn: '2 / -1' },
});

type CommentLineProps = { readonly goal: GoalView; readonly comment: CommentView };

/** Who said it may take it away, and so may whose goal it is. */
export function CommentLine({ goal, comment }: CommentLineProps) {
  const styles = useStyles();
  const text = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const remove = useRemoveComment(goal.id);
  const [now] = useState(() => new Date());
  const at = new Date(comment.at);
  const mayRemove = comment.author.id === me.id || goal.standing === 'owner';
  const person = calling.atStart([comment.author]);
  return (
    <div className={styles.line}>
      <Face person={comment.author} size={32} />
      <div>
        <p className={styles.meta}>
          <time dateTime={comment.at} title={exactly(at, text)}>
            {text.t('goals.comment.by', { person, day: dayOf(at, now, text) })}
          </time>
        </p>
        <p dir="auto" className={styles.text}>
          {comment.text}
        </p>
      </div>
      {mayRemove && (
        <IconButton
          label={text.t('goals.comment.remove', { person })}
          icon={<Delete20Regular />}
          disabled={remove.isPending}
          onClick={() => remove.mutate(comment.id)}
        />
      )}
      {remove.isError && (
        <ProblemBar className={styles.problem} title={text.t('goals.comment.removeFailed')}>
          {text.t(sentenceFor(codeOf(remove.error)))}
        </ProblemBar>
      )}
    </div>
  );
}
